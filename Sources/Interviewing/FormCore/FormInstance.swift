import FormModel

/// A row of a form while it is evaluated: the record itself or a row of a roster.
final class FormInstance {
    /// The set's place in the layout.
    let set: Int
    /// The row's place among the rows of its set.
    let number: Int
    let parent: FormInstance?
    /// The row's place in its roster, from 1.
    let position: Int
    /// The row's permanent number.
    let row: Int
    let given: GivenRow
    var cells: [Resolution<Answer>]
    var groups: [Relevance?]
    var rosters: [Resolution<RosterRows>]

    init(
        set: Int, number: Int, parent: FormInstance?, position: Int, row: Int, given: GivenRow, layout: FormLayout,
        plan: SetPlan
    ) {
        self.set = set
        self.number = number
        self.parent = parent
        self.position = position
        self.row = row
        self.given = given
        self.cells = Array(repeating: .pending, count: layout.sets[set].fields.count)
        self.groups = Array(repeating: nil, count: plan.groups.count)
        self.rosters = Array(repeating: .pending, count: layout.sets[set].rosters.count)
    }

    /// The answers, once all are resolved.
    var answers: [Answer] {
        cells.map { if case .done(let answer) = $0 { answer } else { .missing(.notComputed) } }
    }
}

/// How far the evaluation of something has come.
enum Resolution<Result> {
    /// Nobody has asked for it yet.
    case pending
    /// It is being worked out: whoever asks for it now closes a circle.
    case running
    /// It is known.
    case done(Result)
}

/// Whether something is asked.
enum Relevance: Equatable {
    case asked
    case notAsked
    /// Not asked, since what decides it is missing; reading it is missing with the same reason (`semantics.md` 1.9).
    case missing(MissingReason)
}

/// The rows of a roster, or why there are none.
enum RosterRows {
    case rows([FormInstance])
    case missing(MissingReason)
}

/// A missing value in the place of a result.
struct MissingFailure: Error {
    let reason: MissingReason
}

extension Answer {
    /// Whether a cell that was given says the same as a calculation: what a file writes as `5` may be 5 or 5.0.
    func agrees(with computed: Answer) -> Bool {
        switch (self, computed) {
        case (.missing(.unanswered), .missing): true
        case (.value(let given), .value(let value)): given == value || given.plainText == value.plainText
        default: self == computed
        }
    }

    /// The answer as a CSV cell would write it, for messages.
    var plainText: String {
        switch self {
        case .notAsked: "not_asked"
        case .missing(let reason): reason.name
        case .value(let value): value.plainText
        }
    }
}
