import FormModel

/// A row of a form while it is evaluated: the record itself or a row of a roster.
final class FormInstance {
    /// The set's place in the layout.
    let set: Int
    /// The row's place among the rows of its set.
    let number: Int
    let parent: FormInstance?
    /// The row's place in its roster, from 1.
    var position: Int
    /// The row's permanent number.
    let row: Int
    var given: GivenRow
    var cells: [Resolution<Answer>]
    var groups: [Resolution<Relevance>]
    var rosters: [Resolution<RosterRows>]
    var notes: [Resolution<Relevance>]
    /// Whether each field is asked, as far as that is known.
    var fieldRelevance: [Relevance?]
    /// Whether each roster is asked, as far as that is known.
    var rosterRelevance: [Relevance?]

    init(
        set: RecordSet, number: Int, parent: FormInstance?, position: Int, row: Int, given: GivenRow, plan: SetPlan
    ) {
        self.set = set.index
        self.number = number
        self.parent = parent
        self.position = position
        self.row = row
        self.given = given
        self.cells = Array(repeating: .pending, count: set.fields.count)
        self.groups = Array(repeating: .pending, count: plan.groups.count)
        self.rosters = Array(repeating: .pending, count: set.rosters.count)
        self.notes = Array(repeating: .pending, count: plan.notes.count)
        self.fieldRelevance = Array(repeating: nil, count: set.fields.count)
        self.rosterRelevance = Array(repeating: nil, count: set.rosters.count)
    }

    /// The row with what the evaluation made of it.
    var record: RecordRow {
        RecordRow(
            row: row, answers: cells.map { $0.result ?? .missing(.notComputed) },
            rosters: rosters.map { $0.result?.instances.map(\.record) ?? [] })
    }

    /// The numbers of the roster rows that lead here, outermost first.
    var rowPath: [Int] { parent.map { $0.rowPath + [row] } ?? [] }

    // MARK: Items

    func progress(of item: FormItem) -> Progress {
        switch item {
        case .field(let place): cells[place].progress
        case .group(let place): groups[place].progress
        case .roster(let place): rosters[place].progress
        case .note(let place): notes[place].progress
        }
    }

    func begin(_ item: FormItem) {
        switch item {
        case .field(let place): cells[place] = .running
        case .group(let place): groups[place] = .running
        case .roster(let place): rosters[place] = .running
        case .note(let place): notes[place] = .running
        }
    }

    /// Gives an item that closes a circle the one value it can have.
    func breakCircle(at item: FormItem) {
        switch item {
        case .field(let place): cells[place] = .done(.missing(.notComputed))
        case .group(let place): groups[place] = .done(.missing(.notComputed))
        case .roster(let place): rosters[place] = .done(.missing(.notComputed))
        case .note(let place): notes[place] = .done(.missing(.notComputed))
        }
    }

    /// Takes an item back to where nobody had asked for it.
    func forget(_ item: FormItem) {
        switch item {
        case .field(let place): (cells[place], fieldRelevance[place]) = (.pending, nil)
        case .group(let place): groups[place] = .pending
        case .roster(let place): (rosters[place], rosterRelevance[place]) = (.pending, nil)
        case .note(let place): notes[place] = .pending
        }
    }
}

/// How far something has come.
enum Progress {
    /// Nobody has asked for it yet.
    case pending
    /// It is being worked out: whoever asks for it now closes a circle.
    case running
    /// It is known.
    case done
}

/// How far the evaluation of something has come, with its result.
enum Resolution<Result> {
    case pending
    case running
    case done(Result)

    var progress: Progress {
        switch self {
        case .pending: .pending
        case .running: .running
        case .done: .done
        }
    }

    var result: Result? {
        guard case .done(let result) = self else { return nil }
        return result
    }
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
    /// The rows, and their places among the rows of their set, which functions ask for again and again.
    case rows([FormInstance], numbers: [Int32])
    case missing(MissingReason)

    static func rows(_ instances: [FormInstance]) -> RosterRows {
        .rows(instances, numbers: instances.map { Int32($0.number) })
    }

    var instances: [FormInstance] {
        guard case .rows(let instances, _) = self else { return [] }
        return instances
    }
}
