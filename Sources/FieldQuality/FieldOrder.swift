import FormModel

/// A field by the place of its set in the layout and its own in the set.
public struct FieldPlace: Hashable, Sendable {
    /// The place of the set in the layout.
    public let set: Int
    /// The place of the field in the set.
    public let field: Int

    /// A field's place.
    public init(set: Int, field: Int) {
        self.set = set
        self.field = field
    }
}

/// Where the places of an interview stand in the order of the form: `connection`, `person[3].age`.
struct FieldOrder {
    private var positions: [String: Int] = [:]
    private var fields: [String: FieldPlace] = [:]

    init(_ layout: FormLayout) {
        var next = 0
        func walk(_ nodes: [FormNode], _ prefix: String) {
            for node in nodes {
                switch node {
                case .question(let question): positions[prefix + question.name] = next
                case .group(let group): walk(group.nodes, prefix)
                case .roster(let roster):
                    positions[prefix + roster.name] = next
                    next += 1
                    walk(roster.nodes, prefix + roster.name + ".")
                }
                next += 1
            }
        }
        walk(layout.form.nodes, "")
        for set in layout.sets {
            let prefix = set.path.split(separator: ".").dropFirst().map { $0 + "." }.joined()
            for field in set.fields {
                fields[prefix + field.name] = FieldPlace(set: set.index, field: field.index)
            }
        }
    }

    /// The field of a place.
    func field(_ path: String) -> FieldPlace? { fields[FieldOrder.names(path)] }

    /// Whether one place stands before another; a place that the form no longer has stands nowhere.
    func precedes(_ first: String, _ second: String) -> Bool {
        guard let one = rank(first), let other = rank(second) else { return false }
        return one.lexicographicallyPrecedes(other)
    }

    /// The path of a place without its rows: `person.age`.
    private static func names(_ path: String) -> String {
        guard path.contains("[") else { return path }
        var names = ""
        var isRow = false
        for character in path {
            if character == "[" { isRow = true }
            if !isRow { names.append(character) }
            if character == "]" { isRow = false }
        }
        return names
    }

    /// Positions and row numbers, outermost first.
    private func rank(_ path: String) -> [Int]? {
        var ranks: [Int] = []
        var prefix = ""
        for part in path.split(separator: ".") {
            let pieces = part.split(whereSeparator: { $0 == "[" || $0 == "]" })
            guard let name = pieces.first, let position = positions[prefix + name] else { return nil }
            ranks.append(position)
            if pieces.count > 1 { ranks.append(Int(pieces[1]) ?? 0) }
            prefix += name + "."
        }
        return ranks
    }
}
