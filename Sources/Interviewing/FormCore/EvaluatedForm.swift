import FormModel
import Messages

/// What is wrong with a set of answers, and where.
public struct FormProblem: Hashable, Sendable {
    /// What kind of problem it is.
    public enum Kind: Sendable {
        /// The answer cannot stand.
        case error
        /// A required question has no answer.
        case unanswered
        /// The answer is unusual and wants a confirmation.
        case warning
        /// A function of the form failed; the form is to blame, not the answer. The message's `place` says where.
        case fault
    }

    /// What kind of problem it is.
    public let kind: Kind
    /// The place in the layout of the set that holds the field.
    public let set: Int
    /// The numbers (`_row`) of the roster rows that lead to the field, outermost first; empty for the record itself.
    public let rows: [Int]
    /// The `source` of the given row.
    public let source: Int
    /// The name of the question, roster or group that it is about; `nil` for the record as a whole.
    public let field: String?
    /// What is wrong.
    public let message: Message

    /// Whether it only says that the interview did not come to its end: what has become of some members is not asked
    /// yet, so that their number does not agree.
    public var isOpen: Bool { kind == .unanswered || message.code == "E-ROW-020" }
}

/// A form evaluated over answers: the record they make, and what is wrong with it.
public struct EvaluatedForm: Sendable {
    /// The record's rows: answers after relevance and calculations. A question whose relevance is missing is missing
    /// for the same reason.
    public let root: RecordRow
    /// Everything that is wrong, in the order of the form.
    public let problems: [FormProblem]

    /// Whether the answers make a complete record: nothing is wrong but warnings.
    public var isComplete: Bool { problems.allSatisfy { $0.kind == .warning } }
}

extension FormLayout {
    /// The place that a problem is about; `nil` for the record as a whole.
    public func spot(of problem: FormProblem) -> Spot? {
        guard let name = problem.field else { return nil }
        var names: [String] = []
        var set = sets[problem.set]
        while let parent = set.parent {
            names.insert(set.name, at: 0)
            set = sets[parent]
        }
        return Spot(name, in: zip(names, problem.rows).map { Spot.Step(roster: $0, row: $1) })
    }
}
