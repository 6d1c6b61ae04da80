import FormModel
import LuaRuntime
import Messages
import Scripting

/// Draws the answers of one record as its form asks for them, so that what is drawn is valid by making.
final class DrawnAnswers: AnswerSource {
    let takesDefaults = true
    private let plan: SimulationPlan
    private let seed: UInt64
    private let record: UInt64
    private let today: Day
    private(set) var failure: Message?

    init(_ plan: SimulationPlan, seed: UInt64, record: UInt64, today: Day) {
        self.plan = plan
        self.seed = seed
        self.record = record
        self.today = today
    }

    /// How often a value is drawn again until the form takes it.
    static let tries = 100

    func answer(to field: Field, _ instance: FormInstance, in evaluation: FormEvaluation) -> Answer? {
        if let given = instance.given.answers[field.index] { return given }
        guard failure == nil else { return nil }
        let distribution = plan(of: instance, in: evaluation)?.fields[field.name]
        var generator = SplitMix64(seed: seed, record: record, path: path(of: field, instance, in: evaluation))
        guard distribution != nil || isNeeded(field.question, instance, in: evaluation) else { return nil }
        for _ in 0..<DrawnAnswers.tries {
            guard let answer = draw(distribution, field, instance, evaluation, &generator) else { return nil }
            guard case .value(let value) = answer else { return answer }
            let isRefused = evaluation.isRefused {
                evaluation.trying(answer, for: field.index, instance) {
                    FormChecks(evaluation).check(field.question, value, instance)
                }
            }
            if !isRefused { return answer }
        }
        failure = Message(
            "E-SIM-001", ["field": field.name, "tries": "\(DrawnAnswers.tries)", "place": "\(plan.place)"])
        return nil
    }

    func rows(of set: RecordSet, expected: Int?, _ instance: FormInstance, in evaluation: FormEvaluation) -> [GivenRow]
    {
        var count = expected ?? 0
        if expected == nil, plan(of: instance, in: evaluation)?.rosters[set.name] != nil {
            // An open roster has a row or two, or none.
            var generator = SplitMix64(seed: seed, record: record, path: path(of: instance, in: evaluation) + set.name)
            count = Int(generator.next() % 3)
        }
        return (0..<count).map { _ in GivenRow(of: set) }
    }

    // MARK: Plans and paths

    private func plan(of instance: FormInstance, in evaluation: FormEvaluation) -> SimulatedSet? {
        guard let parent = instance.parent else { return plan.root }
        return plan(of: parent, in: evaluation)?.rosters[evaluation.layout.sets[instance.set].name]
    }

    private func path(of instance: FormInstance, in evaluation: FormEvaluation) -> String {
        guard let parent = instance.parent else { return "" }
        let name = evaluation.layout.sets[instance.set].name
        return path(of: parent, in: evaluation) + "\(name)[\(instance.position)]."
    }

    private func path(of field: Field, _ instance: FormInstance, in evaluation: FormEvaluation) -> String {
        path(of: instance, in: evaluation) + field.name
    }

    /// Without a distribution, only what a complete record needs, or a choice, is made up: free remarks stay empty.
    private func isNeeded(_ question: Question, _ instance: FormInstance, in evaluation: FormEvaluation) -> Bool {
        guard question.defaultValue == nil else { return false }
        switch question.kind {
        case .text, .barcode, .geopoint:
            switch question.required {
            case .constant(let required): return required
            case .computed(let function):
                return evaluation.condition(function, instance, field: question.name).map { (try? $0.get()) ?? false }
                    ?? false
            }
        case .note, .calculate: return false
        case .integer, .decimal, .yesNo, .selectOne, .selectMultiple, .rank, .date, .time, .dateTime: return true
        }
    }

    // MARK: Drawing

    private func draw(
        _ distribution: Distribution?, _ field: Field, _ instance: FormInstance, _ evaluation: FormEvaluation,
        _ generator: inout SplitMix64
    ) -> Answer? {
        guard let distribution else {
            return MadeUpAnswer(question: field.question, today: today).draw(&generator).map { .value($0) }
        }
        switch distribution {
        case .constant(let value):
            return accepted(value, field, evaluation)
        case .computed(let function):
            guard case .value(let lua) = evaluation.call(function, instance, field: field.name) else {
                failure = failure ?? Message("E-SIM-002", ["field": field.name, "place": "\(function.place)"])
                return nil
            }
            if lua == .none { return nil }
            switch Distribution.read(
                lua, question: field.question, functions: evaluation.engine.workspace.host.functions)
            {
            case .success(let inner): return draw(inner, field, instance, evaluation, &generator)
            case .failure(let message):
                failure = Message(
                    "E-SIM-003",
                    [
                        "field": field.name, "place": "\(function.place)",
                        "text": message.text(in: evaluation.engine.workspace.host.language),
                    ])
                return nil
            }
        case .special(let special, let other):
            var left = generator.uniform()
            for entry in special {
                left -= entry.weight
                if left < 0 { return MissingReason(name: entry.name).map { .missing($0) } }
            }
            return draw(other, field, instance, evaluation, &generator)
        case .weights(let weights):
            guard let name = DrawnAnswers.pick(weights, &generator) else { return nil }
            if let reason = MissingReason(name: name), reason != .notComputed { return .missing(reason) }
            return value(named: name, field, evaluation)
        case .share(let share):
            return .value(.boolean(generator.uniform() < share))
        case .uniform, .normal, .logNormal:
            return number(distribution, &generator).flatMap { accepted($0, field, evaluation) }
        }
    }

    static func pick(_ weights: [Distribution.Weighted], _ generator: inout SplitMix64) -> String? {
        var left = generator.uniform() * weights.reduce(0) { $0 + $1.weight }
        for entry in weights where entry.weight > 0 {
            left -= entry.weight
            if left < 0 { return entry.name }
        }
        return weights.last { $0.weight > 0 }?.name
    }

    private func value(named name: String, _ field: Field, _ evaluation: FormEvaluation) -> Answer? {
        switch field.question.kind {
        case .yesNo: .value(.boolean(name == "yes"))
        case .selectMultiple: .value(.choices([name]))
        case .integer: Int64(name).map { .value(.integer($0)) }
        case .decimal: Double(name).map { .value(.decimal($0)) }
        default: accepted(.text(name), field, evaluation)
        }
    }

    private func number(_ distribution: Distribution, _ generator: inout SplitMix64) -> Value? {
        switch distribution {
        case .uniform(let low, let high) where low == low.rounded() && high == high.rounded():
            // Whole bounds: each whole number between them is as likely as the others, for a decimal too.
            let count = UInt64(high - low) + 1
            return .integer(Int64(low) + Int64(generator.next() % count))
        case .uniform(let low, let high): return .decimal(low + (high - low) * generator.uniform())
        case .normal(let mean, let deviation): return .decimal(mean + deviation * generator.normal())
        case .logNormal(let mean, let deviation):
            return .decimal(SplitMix64.exp(mean + deviation * generator.normal()))
        case .weights, .share, .constant, .special, .computed: return nil
        }
    }

    /// A value made fit for the question's kind: numbers rounded, the rest as it is.
    private func accepted(_ value: Value, _ field: Field, _ evaluation: FormEvaluation) -> Answer? {
        switch (field.question.kind, value) {
        case (.integer, .decimal(let number)):
            guard let whole = Int64(exactly: number.rounded()) else { return nil }
            return .value(.integer(whole))
        case (.decimal, .integer(let number)): return .value(.decimal(Double(number)))
        case (.decimal, .decimal(let number)): return .value(.decimal((number * 100).rounded() / 100))
        default: return .value(value)
        }
    }
}
