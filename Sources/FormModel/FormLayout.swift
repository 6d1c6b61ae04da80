/// A field of a record set: a question with a place in the record.
///
/// A class, as a question holds much and is asked for at every step of an evaluation.
public final class Field: Hashable, Sendable {
    /// Its place among the fields of its set, from 0.
    public let index: Int
    /// The question.
    public let question: Question

    init(index: Int, question: Question) {
        self.index = index
        self.question = question
    }

    /// The field's name.
    public var name: String { question.name }

    /// Whether two fields are the same question in the same place.
    public static func == (left: Field, right: Field) -> Bool {
        left === right || (left.index == right.index && left.question == right.question)
    }

    /// Hashes place and name.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(index)
        hasher.combine(name)
    }
}

/// The shape of the records of a form, or of the rows of one of its rosters.
public final class RecordSet: Hashable, Sendable {
    /// Its place in the layout: 0 for the records themselves, then the rosters in the order of the form.
    public let index: Int
    /// The dotted path: `household`, `household.person`.
    public let path: String
    /// The form's or roster's id: what scripts call a record of this set from below (`p.household`).
    public let name: String
    /// The set whose records hold the rows of this one; `nil` for the records of the form.
    public let parent: Int?
    /// The roster that this set stands for; `nil` for the records of the form.
    public let roster: Roster?
    /// The fields in the order of the form; groups add no level.
    public let fields: [Field]
    /// The sets of the rosters that stand directly in this one, in the order of the form.
    public let rosters: [Int]

    private let positions: [String: Int]

    fileprivate init(_ draft: RecordSetDraft, index: Int) {
        self.index = index
        self.path = draft.path
        self.name = draft.name
        self.parent = draft.parent
        self.roster = draft.roster
        self.fields = draft.questions.enumerated().map { Field(index: $0, question: $1) }
        self.rosters = draft.rosters
        self.positions = Dictionary(draft.questions.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// The field of a name.
    public func field(_ name: String) -> Field? { positions[name].map { fields[$0] } }

    /// The set and those it stands in, from itself up to the records of the form.
    public func withParents(in layout: FormLayout) -> [RecordSet] {
        [self] + (parent.map { layout.sets[$0].withParents(in: layout) } ?? [])
    }

    /// Whether two sets have the same place, path and fields.
    public static func == (left: RecordSet, right: RecordSet) -> Bool {
        left === right
            || (left.index == right.index && left.path == right.path && left.fields == right.fields
                && left.rosters == right.rosters)
    }

    /// Hashes place and path.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(index)
        hasher.combine(path)
    }
}

/// A record set while the form is walked.
private struct RecordSetDraft {
    let path: String
    let name: String
    let parent: Int?
    let roster: Roster?
    var questions: [Question] = []
    var rosters: [Int] = []
}

/// A form's questions as tables: a set of records for the form and one for each roster.
public struct FormLayout: Hashable, Sendable {
    /// The form.
    public let form: Form
    /// The sets: first the form's records, then the rosters in the order of the form, parents before children.
    public let sets: [RecordSet]
    private let paths: [String: Int]

    /// The layout of a form.
    public init(_ form: Form) {
        var sets = [RecordSetDraft(path: form.id, name: form.id, parent: nil, roster: nil)]
        func walk(_ nodes: [FormNode], in set: Int) {
            for node in nodes {
                switch node {
                case .question(let question):
                    if question.isField { sets[set].questions.append(question) }
                case .group(let group):
                    walk(group.nodes, in: set)
                case .roster(let roster):
                    let child = sets.count
                    sets.append(
                        RecordSetDraft(
                            path: sets[set].path + "." + roster.name, name: roster.name, parent: set, roster: roster))
                    sets[set].rosters.append(child)
                    walk(roster.nodes, in: child)
                }
            }
        }
        walk(form.nodes, in: 0)
        self.form = form
        self.sets = sets.enumerated().map { RecordSet($1, index: $0) }
        self.paths = Dictionary(self.sets.map { ($0.path, $0.index) }) { first, _ in first }
    }

    /// The set of the form's records.
    public var root: RecordSet { sets[0] }

    /// The set of a dotted path, such as `household.person`.
    public func set(path: String) -> RecordSet? { paths[path].map { sets[$0] } }

    /// The key fields, in the order of the key; names that are no field are left out.
    public var keyFields: [Field] { form.key.compactMap { root.field($0) } }

    /// Whether small cells over the form are hidden: a personal field, or `confidential` (`semantics.md` 3.11).
    public var isConfidential: Bool {
        form.confidential || sets.contains { $0.fields.contains { $0.question.personal } }
    }
}
