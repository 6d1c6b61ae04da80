/// What decides how a form's answers are stored: the unit, the sets of records, their fields with kinds and choices.
/// Labels, conditions and order are no part of it and may change freely (`semantics.md` 2.11).
public struct FormShape: Hashable, Sendable, Codable {
    /// A field.
    public struct Field: Hashable, Sendable, Codable {
        /// Its name.
        public let name: String
        /// The kind of its question, by its name in scripts.
        public let kind: String
        /// The names of its choices; `nil` where it has no list.
        public let choices: [String]?
        /// Its earlier names.
        public let formerly: [String]
    }

    /// The form's records, or the rows of a roster.
    public struct Set: Hashable, Sendable, Codable {
        /// The dotted path.
        public let path: String
        /// The fields.
        public let fields: [Field]
    }

    /// The key, in its order.
    public let key: [String]
    /// How long a round is.
    public let round: String
    /// The sets, parents before children.
    public let sets: [Set]

    /// The shape of a layout.
    public init(_ layout: FormLayout) {
        key = layout.form.key
        round = layout.form.round.rawValue
        sets = layout.sets.map { set in
            Set(
                path: set.path,
                fields: set.fields.map { field in
                    let question = field.question
                    return Field(
                        name: field.name, kind: question.kind.rawValue,
                        choices: question.choices.map { $0.choices.map(\.name) }, formerly: question.formerly)
                })
        }
    }

    /// The fields of a set, by its path.
    public func fields(ofSet path: String) -> [Field]? { sets.first { $0.path == path }?.fields }

    /// What has become of an earlier shape.
    public func changes(since earlier: FormShape) -> FormShapeChanges {
        var changes = FormShapeChanges()
        if key != earlier.key {
            changes.changed.append("key: \(FormShape.list(earlier.key)) → \(FormShape.list(key))")
        }
        if round != earlier.round { changes.changed.append("round: \(earlier.round) → \(round)") }
        for set in sets {
            guard let before = earlier.fields(ofSet: set.path) else {
                changes.added.append(FormShape.shown(set.path))
                continue
            }
            FormShape.compare(set, before, &changes)
        }
        changes.removed += earlier.sets.filter { fields(ofSet: $0.path) == nil }.map { FormShape.shown($0.path) }
        return changes
    }

    private static func compare(_ set: Set, _ before: [Field], _ changes: inout FormShapeChanges) {
        let earlier = Dictionary(before.map { ($0.name, $0) }) { first, _ in first }
        var gone = Swift.Set(earlier.keys)
        for field in set.fields {
            let path = shown(set.path, field.name)
            let former = field.formerly.first { earlier[$0] != nil }
            guard let old = earlier[field.name] ?? former.flatMap({ earlier[$0] }) else {
                changes.added.append(path)
                continue
            }
            gone.remove(old.name)
            if old.name != field.name { changes.renamed.append("\(shown(set.path, old.name)) → \(field.name)") }
            if old.kind != field.kind { changes.changed.append("\(path): \(old.kind) → \(field.kind)") }
            let lost = (old.choices ?? []).filter { !(field.choices ?? [$0]).contains($0) }
            if !lost.isEmpty { changes.narrowed.append("\(path) (\(list(lost)))") }
        }
        changes.removed += before.filter { gone.contains($0.name) }.map { shown(set.path, $0.name) }
    }

    /// `household.person` as `person`, its field `age` as `person.age`; a field of the record by its bare name.
    private static func shown(_ path: String, _ field: String? = nil) -> String {
        (path.split(separator: ".").dropFirst().map(String.init) + (field.map { [$0] } ?? [])).joined(separator: ".")
    }

    private static func list(_ names: [String]) -> String {
        names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", … (\(names.count))" : "")
    }
}

/// How one shape of a form differs from an earlier one. Choices that a list has gained are no difference: no answer
/// that was collected means another thing for them.
public struct FormShapeChanges: Hashable, Sendable {
    /// Fields and rosters that are new.
    public internal(set) var added: [String] = []
    /// Fields and rosters that are gone.
    public internal(set) var removed: [String] = []
    /// Fields with a new name that say their old one (`formerly`).
    public internal(set) var renamed: [String] = []
    /// Fields that no longer offer some choices.
    public internal(set) var narrowed: [String] = []
    /// Fields of another kind; another key or round.
    public internal(set) var changed: [String] = []

    /// Whether there are none.
    public var isEmpty: Bool { self == FormShapeChanges() }

    /// The changes as facts of a message; what there is none of is left out.
    public var facts: [String: String] {
        [
            "added": added, "removed": removed, "renamed": renamed, "narrowed": narrowed, "changed": changed,
        ].filter { !$0.value.isEmpty }.mapValues { $0.joined(separator: ", ") }
    }
}
