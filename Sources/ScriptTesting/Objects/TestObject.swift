import FormModel
import Interviewing
import LuaRuntime
import Messages
import Scripting
import VietText

/// What a test gets, `t`.
///
/// - `t:record(form, answers)`: makes a record by the form's own rules, and gives it to read (`RecordObject`);
/// - `t:interview(form)`: begins an interview (`InterviewObject`);
/// - `t:figure(indicator, expected, options)`: compares a figure over the records so far (`FigureExpectation`);
/// - `t:validation(rule, expected, options)`: compares what a rule finds in the records so far (`ValidationExpectation`);
/// - `t:alert(rule, expected)`: evaluates an alert rule once, on the day of the test, and compares (`AlertExpectation`);
/// - `t:report(name, expected, options)`: writes a report over the records so far, compares and gives its text
///   (`ReportExpectation`);
/// - `t:visit(record, { … })`, `t:assign(form, { … })`: the fieldwork behind the records (`TestFieldwork`);
/// - `t:close("2026-H1")`: from there on the period is closed;
/// - `t:list(name, rows)`: what a list of `Surveys/choices` holds in this test (`ListReading`);
/// - `t:check(condition, text)`, `t:equal(found, expected, text)`;
/// - `t:today("2026-12-31")`, `t:language("en")`: from there on;
/// - `t.dont_know`, `t.refused`, `t.not_applicable`: answers that are no value.
///
/// The first thing that is not as it should be ends the test, at its line.
final class TestObject: HostObject {
    let scriptName = "t"
    private let bench: TestBench
    private unowned let host: ScriptHost
    private unowned let state: LuaState
    private let special: [String: LuaValue]

    init(_ bench: TestBench, host: ScriptHost, state: LuaState) {
        self.bench = bench
        self.host = host
        self.state = state
        special = Dictionary(uniqueKeysWithValues: SpecialAnswer.reasons.map { ($0.name, host.add(SpecialAnswer($0))) })
    }

    func property(_ name: String) -> HostReply {
        if let answer = special[name] { return .value(answer) }
        if ObjectMembers.test.methods.contains(name) { return .method }
        return .unknown(
            name: name, of: scriptName, candidates: ObjectMembers.test.all)
    }

    func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply {
        let call = TestCall(function: "t:\(method)", values: arguments)
        do throws(Message) {
            switch method {
            case "alert": return .value(try state.excusing { () throws(Message) in try alert(call) })
            case "assign": try bench.fieldwork.assign(call)
            case "visit": try bench.fieldwork.visit(call, host: host)
            case "close": try close(call)
            case "check": try check(call)
            case "equal": try equal(call)
            case "figure": try state.excusing { () throws(Message) in try figure(call) }
            case "interview": return .value(try state.excusing { () throws(Message) in try interview(call) })
            case "language": try change(language: call)
            case "list": try bench.use(try call.list(1), as: try call.text(0))
            case "record": return .value(try state.excusing { () throws(Message) in try record(call) })
            case "report": return .value(.string(try state.excusing { () throws(Message) in try report(call) }))
            case "today": try change(day: call)
            case "validation": try state.excusing { () throws(Message) in try validation(call) }
            default: return property(method)
            }
            return .value(.none)
        } catch {
            return .fault(error)
        }
    }

    // MARK: Assertions

    private func check(_ call: TestCall) throws(Message) {
        let text = try call.optionalText(1)
        switch call[0] {
        case .boolean(true): return
        case .boolean(false), .none: throw Message("E-TEST-003", text.map { ["text": $0] } ?? [:])
        default: throw call.wrong(0, expected: "boolean")
        }
    }

    private func equal(_ call: TestCall) throws(Message) {
        guard call.values.count > 1 else { throw call.wrong(1, expected: "value") }
        guard !call[0].isEqual(to: call[1]) else { return }
        var facts = ["found": call[0].told, "expected": call[1].told]
        facts["text"] = try call.optionalText(2)
        throw Message("E-TEST-002", facts)
    }

    private func figure(_ call: TestCall) throws(Message) {
        let id = try call.text(0)
        if call[1] == .none { throw call.wrong(1, expected: "table") }
        let expectation = try FigureExpectation(call)
        let figure = try bench.figure(id, by: expectation.splits, period: try period(call))
        try expectation.compare(figure, language: bench.settings.messages)
    }

    private func validation(_ call: TestCall) throws(Message) {
        let id = try call.text(0)
        let expectation = try ValidationExpectation(call)
        let result = try bench.validation(id, period: try period(call))
        try expectation.compare(result, language: bench.settings.messages)
    }

    private func alert(_ call: TestCall) throws(Message) -> LuaValue {
        let expectation = try AlertExpectation(call)
        let evaluation = try bench.alerts().evaluate(try call.text(0))
        try expectation.compare(evaluation, language: bench.settings.messages)
        return evaluation.lua
    }

    private func report(_ call: TestCall) throws(Message) -> String {
        let id = try call.text(0)
        let expectation = try ReportExpectation(call)
        let period = try period(call, among: ReportExpectation.options)
        let text = try bench.report(id, period: period, filters: expectation.filters)
        try expectation.compare(text)
        return text
    }

    private func close(_ call: TestCall) throws(Message) {
        let name = try call.text(0)
        guard let period = bench.settings.calendar.period(id: name), period.length != .once else {
            throw Message("E-CLI-002", ["name": name])
        }
        bench.closed.insert(period)
    }

    /// The period among the options that a comparison is given.
    private func period(_ call: TestCall, among names: [String] = ["period"]) throws(Message) -> Period? {
        let options = try call.named(2, among: names)
        var period: Period?
        for option in options.fields {
            guard case .string(let key) = option.key, names.contains(key) else {
                throw call.unknownKey(option.key, among: names)
            }
            guard key == "period" else { continue }
            guard case .string(let name) = option.value, let found = bench.settings.calendar.period(id: name) else {
                throw Message("E-CLI-002", ["name": option.value.quotable])
            }
            period = found
        }
        return period
    }

    // MARK: What figures are made from

    private func record(_ call: TestCall) throws(Message) -> LuaValue {
        let engine = try bench.engine(try call.text(0), for: .given)
        let layout = engine.layout
        let given = try GivenReading(call: call, layout: layout, host: host).record(try call.table(1))
        let record = try bench.add(given, of: engine, from: .given)
        return host.add(RecordObject(record, in: layout, host: host))
    }

    private func interview(_ call: TestCall) throws(Message) -> LuaValue {
        let engine = try bench.engine(try call.text(0), for: .interview)
        let talk = TestInterview(bench, engine, host: host)
        return host.add(InterviewObject(talk, host: host))
    }

    // MARK: When, and in which language

    private func change(day call: TestCall) throws(Message) {
        guard let day = AnswerReading.day(call[0]) else { throw Message("E-CLI-007", ["value": call[0].quotable]) }
        bench.day = day
        host.today = day
    }

    private func change(language call: TestCall) throws(Message) {
        let name = try call.text(0)
        guard let language = Language(rawValue: name) else {
            throw Message(
                "E-TEST-020", ["found": name, "allowed": Language.allCases.map(\.rawValue).joined(separator: ", ")])
        }
        bench.language = language
        host.language = language
    }
}
