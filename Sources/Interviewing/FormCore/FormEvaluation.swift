import FormModel
import LuaRuntime
import Messages
import Scripting

/// One evaluation of a form: settles each item once, in any order, and finds circles as it goes.
///
/// A function that reads what is not settled yet ends with `Unsettled`; that is settled first, and the function runs
/// anew. So no callback ever enters the script state that called it, and in a form whose questions follow from earlier
/// ones nothing runs twice. What waits stands on a list, not on the stack: a chain may be as long as the record.
final class FormEvaluation {
    let engine: FormEngine
    let source: any AnswerSource
    let layout: FormLayout
    /// Whether the answers are those that were given, as they stand, and whether defaults are taken then.
    private let given: GivenAnswers?
    /// The rows of each set, as they are made.
    var instances: [[FormInstance]]
    /// What functions asked for in vain since the last one was called, by token.
    var demands: [FormTarget] = []
    /// The field whose reading last ended as missing.
    var lastMissing: FormTarget?
    /// The fields that a text shows as `…`.
    var ellipses: Set<FormTarget> = []
    /// What reads what, where the answers may change while this lives.
    var dependencies: Dependencies?
    /// What functions read, while somebody wants to know.
    var readings: [FormTarget]?
    private(set) var findings: [Finding] = []
    /// What is being settled: each waits for the next.
    private var path: [FormTarget] = []
    /// What was settled while an answer was on trial.
    private var trialLog: [FormTarget] = []
    private var trials = 0

    struct Finding {
        let problem: FormProblem
        /// The item it is about; `nil` for the record as a whole.
        let target: FormTarget?
    }

    init(_ engine: FormEngine, given: GivenRow, source: any AnswerSource) {
        self.engine = engine
        self.source = source
        self.layout = engine.binding.layout
        self.given = source as? GivenAnswers
        self.instances = Array(repeating: [], count: engine.plans.count)
        _ = add(given, set: 0, parent: nil, position: 1, row: given.row ?? 1)
    }

    var root: FormInstance { instances[0][0] }

    /// Settles and checks everything.
    func run() -> EvaluatedForm {
        settleAll(root)
        checkAll(root)
        return EvaluatedForm(root: root.record, problems: problemsInOrder())
    }

    /// Lets all rows go, at the end: a row and those in it hold each other, and would stay for ever.
    func letGo() {
        for rows in instances {
            for row in rows { row.rosters = [] }
        }
    }

    /// What a function of the record gives, with whatever it reads settled.
    func value(of function: FunctionReference) -> CallResult {
        settling { () throws(Unsettled) in try call(function, root, for: nil) }
    }

    func add(_ given: GivenRow, set: Int, parent: FormInstance?, position: Int, row: Int) -> FormInstance {
        let instance = FormInstance(
            set: layout.sets[set], number: instances[set].count, parent: parent, position: position, row: row,
            given: given, plan: engine.plans[set])
        instances[set].append(instance)
        return instance
    }

    func settleAll(_ instance: FormInstance) {
        for item in engine.plans[instance.set].items {
            if case .group = item { continue }
            if case .field(let place) = item, settleAtOnce(place, instance) { continue }
            settle(FormTarget(instance, item))
            if case .roster(let place) = item { instance.rosters[place].result?.instances.forEach(settleAll) }
        }
    }

    /// Settles a field that is always asked and needs no function; `false` where it takes more than that.
    private func settleAtOnce(_ place: Int, _ instance: FormInstance) -> Bool {
        let quick = engine.plans[instance.set].quick[place]
        // Whoever has given the answers reads no dependencies and tries no values.
        guard quick.isAsked, let given, dependencies == nil, case .pending = instance.cells[place] else { return false }
        switch instance.given.answers[place] {
        case .value(let value): instance.cells[place] = .done(.value(value))
        case .missing(let reason) where reason != .unanswered && reason != .notComputed:
            instance.cells[place] = .done(.missing(reason))
        case nil, .missing:
            guard !quick.hasDefault || !given.takesDefaults else { return false }
            instance.cells[place] = .done(.missing(.unanswered))
        case .notAsked: return false
        }
        instance.fieldRelevance[place] = .asked
        return true
    }

    func checkAll(_ instance: FormInstance) {
        let checks = FormChecks(self)
        let quick = engine.plans[instance.set].quick
        for item in engine.plans[instance.set].items {
            switch item {
            case .group, .note: break
            case .field(let place):
                if case .done(let answer) = instance.cells[place], quick[place].passes(answer) { break }
                settling { () throws(Unsettled) in try checks.check(place, instance) }
            case .roster(let place): instance.rosters[place].result?.instances.forEach(checkAll)
            }
        }
    }

    // MARK: Settling

    /// Runs something that reads answers; what it lacks is settled, and it runs anew.
    @discardableResult
    func settling<Result>(_ body: () throws(Unsettled) -> Result) -> Result {
        while true {
            let mark = findings.count
            do throws(Unsettled) {
                return try body()
            } catch {
                findings.removeSubrange(mark...)
                settle(error.target)
            }
        }
    }

    /// Works out an item, and before it whatever it turns out to need.
    func settle(_ target: FormTarget) { settle(target, .needed) }

    /// Why something is worked out.
    private enum Purpose {
        /// Somebody waits for it.
        case needed
        /// It may save time; it is given up where it needs what waits for others itself.
        case ahead
    }

    private func settle(_ target: FormTarget, _ purpose: Purpose) {
        let base = path.count
        begin(target)
        while path.count > base, let current = path.last {
            // A circle found meanwhile may have given it its value.
            guard self[current].progress(of: current.item) != .done else {
                path.removeLast()
                continue
            }
            let mark = findings.count
            do throws(Unsettled) {
                try work(out: current)
                path.removeLast()
                if path.count > base, let asker = path.last { settleSisters(of: current, for: asker) }
            } catch {
                findings.removeSubrange(mark...)
                if purpose == .ahead, path[..<base].contains(error.target) { return giveUp(above: base) }
                begin(error.target)
            }
        }
    }

    private func begin(_ target: FormTarget) {
        switch self[target].progress(of: target.item) {
        case .done: break
        case .running:
            reportCircle(target)
            self[target].breakCircle(at: target.item)
        case .pending:
            self[target].begin(target.item)
            path.append(target)
        }
    }

    private func giveUp(above base: Int) {
        for target in path[base...] { self[target].forget(target.item) }
        path.removeSubrange(base...)
    }

    private func work(out target: FormTarget) throws(Unsettled) {
        let instance = self[target]
        dependencies?.begin(target)
        defer { dependencies?.end() }
        switch target.item {
        case .field(let place): instance.cells[place] = .done(try answer(of: place, instance))
        case .group(let place): instance.groups[place] = .done(try relevance(insideGroup: place, instance))
        case .roster(let place): instance.rosters[place] = .done(try rows(ofRoster: place, instance))
        case .note(let place): instance.notes[place] = .done(try relevance(ofNote: place, instance))
        }
        if trials > 0 { trialLog.append(target) }
    }

    /// Who reads a field of one member from outside the roster most often reads it of all: so they are worked out, and the
    /// reader need not run anew for each.
    private func settleSisters(of target: FormTarget, for asker: FormTarget) {
        guard asker.set != target.set, !source.triesValues, case .field(let place) = target.item,
            let parent = self[target].parent,
            let roster = layout.sets[parent.set].rosters.firstIndex(of: target.set)
        else { return }
        for sister in parent.rosters[roster].result?.instances ?? [] where sister.cells[place].progress == .pending {
            settle(FormTarget(sister, target.item), .ahead)
            // What holds up one holds up the rest.
            guard sister.cells[place].progress == .done else { return }
        }
    }

    subscript(target: FormTarget) -> FormInstance { instances[target.set][target.row] }

    // MARK: Trials

    /// What the checks say of a value that a question does not have yet. Where they say anything, all that was settled on
    /// the strength of the value is forgotten.
    func problems(trying value: Value, for field: Int, _ instance: FormInstance) -> [FormProblem] {
        let (findingsBefore, logBefore) = (findings.count, trialLog.count)
        let cell = instance.cells[field]
        instance.cells[field] = .done(.value(value))
        trials += 1
        let found = settling { () throws(Unsettled) -> [FormProblem] in
            let mark = findings.count
            try FormChecks(self).check(value, of: field, instance)
            defer { findings.removeSubrange(mark...) }
            return findings[mark...].map(\.problem)
        }
        trials -= 1
        instance.cells[field] = cell
        if !found.isEmpty {
            for target in trialLog[logBefore...] { self[target].forget(target.item) }
            findings.removeSubrange(findingsBefore...)
        }
        if trials == 0 || !found.isEmpty { trialLog.removeSubrange(logBefore...) }
        return found
    }

    // MARK: Problems

    /// Notes a problem of an item, or of the record as a whole.
    func report(_ kind: FormProblem.Kind, _ item: FormItem?, _ instance: FormInstance, _ message: Message) {
        let target = item.map { FormTarget(instance, $0) }
        let problem = FormProblem(
            kind: kind, set: instance.set, rows: instance.rowPath, source: instance.given.source,
            field: target.map(name), message: message)
        findings.append(Finding(problem: problem, target: target))
    }

    /// Runs something that may fail without being to blame: what it reports is kept if `isKept` says so afterwards.
    func reporting<Result>(
        if isKept: () -> Bool, _ body: () throws(Unsettled) -> Result
    ) throws(Unsettled) -> Result {
        let mark = findings.count
        let result = try body()
        if !isKept() { findings.removeSubrange(mark...) }
        return result
    }

    /// Runs checks whose findings are wanted now, and not kept.
    func withoutTrace<Result>(_ body: () -> Result) -> Result {
        let kept = findings
        defer { findings = kept }
        return body()
    }

    /// Takes back what was found when items were worked out.
    func dropFindings(of targets: Set<FormTarget>) {
        if !findings.isEmpty { findings.removeAll { $0.target.map(targets.contains) ?? false } }
    }

    private func reportCircle(_ target: FormTarget) {
        let start = path.lastIndex(of: target) ?? 0
        let steps = (path[start...] + [target]).map { "\(name(of: $0)) (\(place(of: $0)))" }
        report(.fault, target.item, self[target], Message("E-CYCLE-001", ["path": steps.joined(separator: " → ")]))
    }

    /// The problems in the order of the form; those of one item in the order in which they were found.
    func problemsInOrder() -> [FormProblem] {
        guard findings.count > 1 else { return findings.map(\.problem) }
        // Only the items of rows with findings are told apart.
        let rows = Set(findings.compactMap { $0.target.map { [$0.set, $0.row] } })
        var order: [FormTarget: Int] = [:]
        var count = 0
        func number(_ instance: FormInstance) {
            let isWanted = rows.contains([instance.set, instance.number])
            for item in engine.plans[instance.set].items {
                if isWanted { order[FormTarget(instance, item)] = count }
                count += 1
                if case .roster(let place) = item { instance.rosters[place].result?.instances.forEach(number) }
            }
        }
        number(root)
        return findings.enumerated().sorted { left, right in
            let places = [left, right].map { finding in finding.element.target.flatMap { order[$0] } ?? -1 }
            return (places[0], left.offset) < (places[1], right.offset)
        }.map(\.element.problem)
    }

    func name(of target: FormTarget) -> String {
        switch target.item {
        case .field(let place): layout.sets[target.set].fields[place].name
        case .group(let place): engine.plans[target.set].groups[place].group.name
        case .roster(let place): layout.sets[layout.sets[target.set].rosters[place]].name
        case .note(let place): engine.plans[target.set].notes[place].question.name
        }
    }

    private func place(of target: FormTarget) -> Place {
        switch target.item {
        case .field(let place): layout.sets[target.set].fields[place].question.place
        case .group(let place): engine.plans[target.set].groups[place].group.place
        case .roster(let place):
            layout.sets[layout.sets[target.set].rosters[place]].roster?.place ?? layout.form.place
        case .note(let place): engine.plans[target.set].notes[place].question.place
        }
    }
}

/// An item of a row.
struct FormTarget: Hashable, Sendable {
    /// The set's place in the layout.
    let set: Int
    /// The row's place among the rows of its set.
    let row: Int
    let item: FormItem

    init(_ instance: FormInstance, _ item: FormItem) {
        self.set = instance.set
        self.row = instance.number
        self.item = item
    }
}

/// Something was read that is not settled yet.
struct Unsettled: Error {
    let target: FormTarget
}
