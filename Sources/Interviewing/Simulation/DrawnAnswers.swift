import FormModel
import LuaRuntime
import Messages
import Sampling
import Scripting

/// Draws the answers of one record as its form asks for them, so that what is drawn is valid by making.
final class DrawnAnswers: AnswerSource {
    let takesDefaults = true
    let triesValues = true
    let refusesUnasked = true
    private let plan: SimulationPlan
    private let seed: UInt64
    private let record: UInt64
    private let today: Day
    /// Why an answer could not be drawn: the first such.
    private(set) var failure: Message?
    /// The row that was drawn for last: most often it is the next, too.
    private var lastRow: (instance: FormInstance, position: Int, row: DrawnRow)?

    init(_ plan: SimulationPlan, seed: UInt64, record: UInt64, today: Day) {
        self.plan = plan
        self.seed = seed
        self.record = record
        self.today = today
    }

    /// How often a value is drawn again until the form takes it.
    static let tries = 100

    func answer(to field: Field, _ instance: FormInstance, in evaluation: FormEvaluation) throws(Unsettled) -> Answer? {
        if let given = instance.given.answers[field.index] { return given }
        guard failure == nil else { return nil }
        let row = row(instance, in: evaluation)
        let distribution = row.plan?.fields[field.name]
        if distribution == nil, try !isNeeded(field, instance, in: evaluation) { return nil }
        var generator = SplitMix64(seed: seed, record: record, path: row.path + field.name)
        var unusual: Answer?
        for _ in 0..<DrawnAnswers.tries {
            switch try draw(distribution, field, instance, evaluation, &generator) {
            case .nothing: return nil
            case .reason(let reason): return .missing(reason)
            case .unfit: continue
            case .failed(let message):
                failure = message
                return nil
            case .value(let value):
                let answer = Answer.value(value)
                if evaluation.engine.plans[instance.set].quick[field.index].passes(answer) { return answer }
                // Who answers for another is asked whether that is right, whatever the answer.
                let problems = evaluation.problems(trying: value, for: field.index, instance).filter {
                    $0.message.code != "W-ROW-002"
                }
                if problems.isEmpty { return answer }
                if let fault = problems.first(where: { $0.kind == .fault }) {
                    failure = fault.message
                    return nil
                }
                // What only wants a confirmation is better than nothing.
                if problems.allSatisfy({ $0.kind == .warning }) { unusual = unusual ?? answer }
            }
        }
        if unusual == nil {
            failure = Message(
                "E-SIM-001", ["field": field.name, "tries": "\(DrawnAnswers.tries)", "place": "\(plan.place)"])
        }
        return unusual
    }

    func rows(ofRoster place: Int, expected: Int?, _ instance: FormInstance, in evaluation: FormEvaluation)
        -> [GivenRow]
    {
        let set = evaluation.layout.sets[evaluation.layout.sets[instance.set].rosters[place]]
        var count = expected ?? 0
        let row = row(instance, in: evaluation)
        if expected == nil, row.plan?.rosters[set.name] != nil {
            // An open roster has a row or two, or none.
            var generator = SplitMix64(seed: seed, record: record, path: row.path + set.name)
            count = Int(generator.next() % 3)
        }
        return (0..<count).map { _ in GivenRow(of: set) }
    }

    // MARK: Plans and paths

    /// What the draws of a row go by.
    private struct DrawnRow {
        let plan: SimulatedSet?
        /// What its draws begin their path with.
        let path: String
    }

    private func row(_ instance: FormInstance, in evaluation: FormEvaluation) -> DrawnRow {
        if let lastRow, lastRow.instance === instance, lastRow.position == instance.position { return lastRow.row }
        let row: DrawnRow
        if let parent = instance.parent {
            let (outer, name) = (self.row(parent, in: evaluation), evaluation.layout.sets[instance.set].name)
            row = DrawnRow(plan: outer.plan?.rosters[name], path: outer.path + "\(name)[\(instance.position)].")
        } else {
            row = DrawnRow(plan: plan.root, path: "")
        }
        lastRow = (instance, instance.position, row)
        return row
    }

    /// Without a distribution, only what a complete record needs, or a choice, is made up: free remarks stay empty.
    private func isNeeded(_ field: Field, _ instance: FormInstance, in evaluation: FormEvaluation) throws(Unsettled)
        -> Bool
    {
        guard field.question.defaultValue == nil else { return false }
        switch field.question.kind {
        case .text, .barcode, .geopoint: return try evaluation.isRequired(field, instance)
        case .note, .calculate: return false
        case .integer, .decimal, .yesNo, .selectOne, .selectMultiple, .rank, .date, .time, .dateTime: return true
        }
    }

    // MARK: Drawing

    /// What one draw gave.
    private enum Draw {
        case value(Value)
        case reason(MissingReason)
        /// The question stays without an answer.
        case nothing
        /// Not a value of the question, but another draw may give one.
        case unfit
        /// No draw can ever give one.
        case failed(Message)
    }

    private func draw(
        _ distribution: Distribution?, _ field: Field, _ instance: FormInstance, _ evaluation: FormEvaluation,
        _ generator: inout SplitMix64
    ) throws(Unsettled) -> Draw {
        guard let distribution else { return madeUp(field, &generator) }
        guard case .computed(let function) = distribution else {
            return draw(distribution, field, evaluation, &generator)
        }
        switch try evaluation.call(function, instance, for: .field(field.index)) {
        case .value(.none): return .nothing
        case .value(let lua):
            let functions = evaluation.engine.workspace.host.functions
            switch Distribution.read(lua, question: field.question, functions: functions) {
            case .success(let inner): return draw(inner, field, evaluation, &generator)
            case .failure(let message): return unsuitable(field, message, function.place, evaluation)
            }
        case .missing: return .failed(Message("E-SIM-002", ["field": field.name, "place": "\(function.place)"]))
        case .fault(let message): return .failed(message)
        }
    }

    private func draw(
        _ distribution: Distribution, _ field: Field, _ evaluation: FormEvaluation, _ generator: inout SplitMix64
    ) -> Draw {
        switch distribution {
        case .constant(let value): return accepted(value, field, evaluation)
        case .computed(let function):
            // A function that gives a function could go on for ever.
            return .failed(Message("E-SIM-002", ["field": field.name, "place": "\(function.place)"]))
        case .special(let special, let other):
            guard let name = DrawnAnswers.pick(special, at: generator.uniform()) else {
                return draw(other, field, evaluation, &generator)
            }
            return MissingReason(name: name).map { .reason($0) } ?? .nothing
        case .weights(let weights):
            guard let name = DrawnAnswers.pick(weights, &generator) else { return .nothing }
            if let reason = MissingReason(name: name), reason != .notComputed { return .reason(reason) }
            guard let value = Value(cell: name, for: field.question) else {
                let facts = ["expected": field.question.kind.rawValue, "found": "string"]
                return unsuitable(field, Message("E-PROP-002", facts), plan.place, evaluation)
            }
            return .value(value)
        case .share(let share): return accepted(.boolean(generator.uniform() < share), field, evaluation)
        case .uniform(let low, let high):
            if let whole = DrawnAnswers.whole(low, high, &generator) { return accepted(whole, field, evaluation) }
            return number(low + (high - low) * generator.uniform(), field, evaluation)
        case .normal(let mean, let deviation):
            return number(mean + deviation * generator.normal(), field, evaluation)
        case .logNormal(let mean, let deviation):
            return number(SplitMix64.exp(mean + deviation * generator.normal()), field, evaluation)
        }
    }

    private func madeUp(_ field: Field, _ generator: inout SplitMix64) -> Draw {
        if let value = MadeUpAnswer(question: field.question, today: today).draw(&generator) { return .value(value) }
        guard let pattern = field.question.pattern else { return .nothing }
        return .failed(
            Message("E-SIM-009", ["field": field.name, "pattern": pattern, "place": "\(field.question.place)"]))
    }

    /// A drawn number, to two decimals where the question takes any.
    private func number(_ number: Double, _ field: Field, _ evaluation: FormEvaluation) -> Draw {
        let isWhole = field.question.kind == .integer
        return accepted(.decimal(isWhole ? number : (number * 100).rounded() / 100), field, evaluation)
    }

    private func accepted(_ value: Value, _ field: Field, _ evaluation: FormEvaluation) -> Draw {
        if let value = value.fitted(to: field.question) { return .value(value) }
        switch (field.question.kind, value) {
        case (.integer, .decimal), (.decimal, .decimal): return .unfit
        default:
            let facts = ["expected": field.question.kind.rawValue, "found": value.plainText]
            return unsuitable(field, Message("E-PROP-002", facts), plan.place, evaluation)
        }
    }

    private func unsuitable(_ field: Field, _ message: Message, _ place: Place, _ evaluation: FormEvaluation) -> Draw {
        let text = message.text(in: evaluation.engine.workspace.host.language)
        return .failed(Message("E-SIM-003", ["field": field.name, "place": "\(place)", "text": text]))
    }

    /// Between whole bounds each whole number is as likely as the others, for a decimal too; `nil` for other bounds.
    private static func whole(_ low: Double, _ high: Double, _ generator: inout SplitMix64) -> Value? {
        guard low == low.rounded(), high == high.rounded(), abs(low) < 0x1p53, abs(high) < 0x1p53 else { return nil }
        let count = UInt64(high - low) + 1
        return .integer(Int64(low) + Int64(generator.next() % count))
    }

    // MARK: Weights

    /// One name, each by its weight.
    static func pick(_ weights: [Distribution.Weighted], _ generator: inout SplitMix64) -> String? {
        let place = generator.uniform() * weights.reduce(0) { $0 + $1.weight }
        return pick(weights, at: place) ?? weights.last { $0.weight > 0 }?.name
    }

    /// The name at a place among weights laid end to end; `nil` beyond the last.
    private static func pick(_ weights: [Distribution.Weighted], at place: Double) -> String? {
        var left = place
        for entry in weights where entry.weight > 0 {
            left -= entry.weight
            if left < 0 { return entry.name }
        }
        return nil
    }
}
