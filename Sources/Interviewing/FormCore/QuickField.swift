import FormModel

/// What a form says of a field without any function: for most fields of most forms that is all, so that a file of
/// millions of records need not go the long way for each answer. The long way gives the same.
///
/// A class, as it is asked for at every answer and holds much.
final class QuickField: Sendable {
    /// Whether it is asked in every row: nothing around it has a relevance, nor is it calculated.
    let isAsked: Bool
    /// Whether its default must be looked at where nothing is given.
    let hasDefault: Bool
    /// Whether nothing but bounds and choices can be wrong with a value of it, where it is asked.
    private let isSimple: Bool
    /// Whether it may stay without an answer.
    private let isOptional: Bool
    private let low: Double
    private let high: Double
    private let choices: ChoiceList?

    init(_ field: Field, of system: SystemPlaces, isAlwaysAsked: Bool) {
        let question = field.question
        let systemFields = [system.member, system.leftMonth, system.leftReason, system.answeredBy, system.origin]
        let isSystem = systemFields.contains(field.index)
        isAsked = isAlwaysAsked && !isSystem && question.calculation == nil
        hasDefault = question.defaultValue != nil
        isSimple =
            !isSystem && question.constraint == nil && question.warn == nil && question.choiceFilter == nil
            && !question.selfOnly && (question.pattern == nil || question.kind.hasChoices)
        isOptional = question.required == .constant(false)
        low = question.min ?? -.infinity
        high = question.max ?? .infinity
        choices = question.choices
    }

    /// The names of the fields of a set that are asked in every row, as far as relevances decide.
    static func alwaysAsked(_ nodes: [FormNode]) -> Set<String> {
        var names: Set<String> = []
        for node in nodes {
            switch node {
            case .question(let question): if question.relevant == nil { names.insert(question.name) }
            case .group(let group): if group.relevant == nil { names.formUnion(alwaysAsked(group.nodes)) }
            case .roster: break
            }
        }
        return names
    }

    /// Whether nothing is wrong with an answer, as far as can be said at once; `false` where the checks must say.
    func passes(_ answer: Answer) -> Bool {
        guard isSimple else { return false }
        switch answer {
        case .value(.integer(let number)): return isWithin(Double(number)) && choices == nil
        case .value(.decimal(let number)): return isWithin(number) && choices == nil
        case .value(.text(let name)): return choices.map { $0.position(of: name) != nil } ?? true
        case .value(.choices(let names)), .value(.ranking(let names)):
            return choices.map { choices in names.allSatisfy { choices.position(of: $0) != nil } } ?? true
        case .value(.boolean), .value(.date), .value(.time), .value(.dateTime), .value(.geopoint): return true
        case .missing(.unanswered): return isOptional
        case .missing, .notAsked: return false
        }
    }

    private func isWithin(_ number: Double) -> Bool { number >= low && number <= high }
}
