import AlertStates
import FormModel
import LuaRuntime
import Messages
import Scripting

/// What came of evaluating a rule once.
public struct RuleEvaluation: Sendable {
    /// What was found.
    public let outcome: RuleOutcome
    /// What is wrong with it, for who keeps the rules: why it failed, or why a message could not be written.
    public let faults: [Message]
}

/// Evaluates alert rules: in come rules and what they watch, out goes what each found. It knows nothing of states, and
/// keeps nothing.
///
/// The functions of rules run in a state of their own, in which only their scripts are loaded: figures are computed in
/// another while they wait.
public struct RuleEvaluator {
    private let workspace: Workspace
    private let sources: AlertSources

    /// - Parameter workspace: the scripts of alerts.
    public init(_ workspace: Workspace, sources: AlertSources) {
        self.workspace = workspace
        self.sources = sources
    }

    /// Evaluates a rule. A fault of one of its functions is one of the whole rule: its alerts stay as they were.
    public func evaluate(_ rule: AlertScript) -> RuleEvaluation {
        let host = workspace.host
        host.today = sources.today
        host.language = sources.language
        host.removeObjects()
        defer { host.removeObjects() }
        do throws(Message) {
            var faults: [Message] = []
            let observations =
                switch rule.watch {
                case .indicator(let id): try figures(of: rule, id, &faults)
                case .rows(let function): try rows(of: rule, function, &faults)
                }
            try refuseTwice(observations)
            return RuleEvaluation(outcome: .evaluated(observations), faults: faults)
        } catch {
            return RuleEvaluation(outcome: .failed(error.text(in: sources.language)), faults: [error])
        }
    }

    /// Two rows with the same labels would be one alert.
    private func refuseTwice(_ observations: [AlertObservation]) throws(Message) {
        var seen: Set<[String: String]> = []
        for observation in observations where !seen.insert(observation.labels).inserted {
            let labels = observation.labels.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
            throw Message("E-ALERT-005", ["labels": labels.joined(separator: ", ")])
        }
    }

    // MARK: Figures

    private func figures(
        of rule: AlertScript, _ id: String, _ faults: inout [Message]
    ) throws(Message) -> [AlertObservation] {
        guard let indicator = sources.indicator(id) else {
            if let text = sources.unavailable(id) { throw Message("E-REPORT-015", ["id": id, "text": text]) }
            throw Message("E-REF-007", RuleRow.unknown(id, among: sources.indicators.map(\.id)))
        }
        let reading = WatchedFigures(sources, in: workspace, divisors: rule.divisors)
        guard let instances = try reading.instances(of: rule, indicator) else { return [] }
        var observations: [AlertObservation] = []
        for instance in instances {
            // A figure whose formula failed is no basis for an alert, nor for all being well.
            if instance.failed > 0 {
                throw Message("E-ALERT-006", ["id": id, "count": "\(instance.failed)"])
            }
            let (now, before) = (workspace.host.add(instance.now), workspace.host.add(instance.before))
            let row = instance.now.row
            var finding = AlertFinding(
                value: instance.value, badness: instance.badness, period: row.watched.id, label: row.label)
            let condition = try condition(rule, [now, before])
            if condition == .holds { finding.message = message(rule, row.label, [now, before], &faults) }
            let owner = instance.indicator.owner?.text(in: sources.labelLanguage)
            observations.append(
                AlertObservation(
                    labels: instance.labels, condition: condition, finding: finding,
                    attributes: owner.map { [AlertRule.ownerLabel: $0] } ?? [:]))
        }
        return observations
    }

    // MARK: Rows

    private func rows(
        of rule: AlertScript, _ function: FunctionReference, _ faults: inout [Message]
    ) throws(Message) -> [AlertObservation] {
        guard let watched = try WatchedPeriods(sources: sources).period(rule.period) else { return [] }
        let data = try sources.data(watched).object(in: workspace, usesPersonal: rule.usesPersonal)
        let found = try call(function, [data], limit: workspace.limits.report)
        guard let found else { return [] }
        guard case .table(let table) = found, table.fields.isEmpty else {
            throw fault(at: function, expected: "{ { labels = { … }, label = … }, … }", found: found)
        }
        var observations: [AlertObservation] = []
        for value in table.array {
            let row = try RuleRow(value, place: function.place)
            var finding = AlertFinding(
                value: row.value, badness: row.badness, period: watched.id, label: row.label)
            var condition = AlertObservation.Condition.noData(reason: row.noData ?? "")
            if row.noData == nil { condition = try self.condition(rule, [value]) }
            if condition == .holds { finding.message = message(rule, row.label ?? "", [value], &faults) }
            observations.append(
                AlertObservation(
                    labels: row.labels, condition: condition, finding: finding, attributes: row.attributes))
        }
        return observations
    }

    // MARK: Functions

    /// Whether a rule holds; what is missing is no data, never "fine".
    private func condition(
        _ rule: AlertScript, _ arguments: [LuaValue]
    ) throws(Message) -> AlertObservation.Condition {
        switch try outcome(rule.condition, arguments, limit: workspace.limits.record) {
        case .found(.boolean(let holds)): return holds ? .holds : .doesNotHold
        case .found(.none): return .doesNotHold
        case .found(let other): throw fault(at: rule.condition, expected: "true | false | nil", found: other)
        case .missing(let reason): return .noData(reason: reason)
        }
    }

    /// What a rule says. An alert whose message cannot be written is told all the same, in plain words.
    private func message(
        _ rule: AlertScript, _ label: String, _ arguments: [LuaValue], _ faults: inout [Message]
    ) -> String {
        let title = rule.label?.text(in: sources.language) ?? rule.id
        switch rule.message {
        case .constant(let text): return text.text(in: sources.language)
        case .computed(let function):
            let plain = label.isEmpty ? title : "\(title): \(label)"
            // One that does not come to an end is not waited for once more for every row.
            guard !faults.contains(where: { $0.code == RuleEvaluator.outOfTime }) else { return plain }
            do throws(Message) {
                let found = try call(function, arguments, limit: workspace.limits.record) ?? .none
                if let text = LocalizedText(found) { return text.text(in: sources.language) }
                throw fault(at: function, expected: "string | { vi = …, en = … }", found: found)
            } catch {
                if !faults.contains(error) { faults.append(error) }
                return plain
            }
        }
    }

    /// The code of the message that a function took too long.
    private static let outOfTime = "E-LIMIT-001"

    private enum Outcome {
        case found(LuaValue)
        case missing(String)
    }

    /// What a function gives; `nil` where something that it reads is missing.
    private func call(
        _ function: FunctionReference, _ arguments: [LuaValue], limit: Double
    ) throws(Message) -> LuaValue? {
        switch try outcome(function, arguments, limit: limit) {
        case .found(let value): value
        case .missing: nil
        }
    }

    private func outcome(
        _ function: FunctionReference, _ arguments: [LuaValue], limit: Double
    ) throws(Message) -> Outcome {
        switch workspace.state.call(workspace.host.functions[function], arguments, limit: .seconds(limit)) {
        case .value(let value): return .found(value)
        case .missing(let reason): return .missing(MissingReason(lua: reason).name)
        case .fault(let fault): throw Diagnostic(fault, in: workspace).located
        case .notReady: throw Message("E-HOST-001")
        }
    }

    private func fault(at function: FunctionReference, expected: String, found: LuaValue) -> Message {
        Diagnostic(
            at: function.place, Message("E-RESULT-001", ["expected": expected, "found": found.typeName])
        ).located
    }
}
