import FormModel

/// Finds what differs between two contents of a record.
struct Comparison {
    private let shape: StoredShape
    private(set) var differences: [Difference] = []

    init(_ shape: StoredShape, old: Record, new: Record) {
        self.shape = shape
        for (part, before, after) in [
            ("_round", old.round, new.round), ("_date", old.date.iso, new.date.iso),
            ("_status", old.status.rawValue, new.status.rawValue),
            ("_result", old.result.rawValue, new.result.rawValue),
        ] where before != after {
            note(part, .value(.text(before)), .value(.text(after)))
        }
        compare(old.root, new.root, of: shape.sets[0], prefix: "")
    }

    private mutating func compare(_ old: RecordRow, _ new: RecordRow, of set: StoredSet, prefix: String) {
        for (place, field) in set.fields.enumerated() where old.answers[place] != new.answers[place] {
            note(prefix + field.name, old.answers[place], new.answers[place], personal: field.personal)
        }
        for (place, index) in set.rosters.enumerated() {
            compare(old.rosters[place], new.rosters[place], of: shape.sets[index], prefix: prefix)
        }
    }

    private mutating func compare(_ old: [RecordRow], _ new: [RecordRow], of set: StoredSet, prefix: String) {
        let before = Dictionary(old.map { ($0.row, $0) }) { first, _ in first }
        let after = Set(new.map(\.row))
        for row in new {
            let path = "\(prefix)\(set.name)[\(row.row)]"
            if let known = before[row.row] {
                compare(known, row, of: set, prefix: path + ".")
            } else {
                note(row, of: set, path: path) { (nil, $0) }
            }
        }
        for row in old where !after.contains(row.row) {
            note(row, of: set, path: "\(prefix)\(set.name)[\(row.row)]") { ($0, nil) }
        }
        let kept = old.map(\.row).filter(after.contains)
        let given = new.map(\.row).filter { before[$0] != nil }
        if kept != given { note(prefix + set.name, order(kept), order(given)) }
    }

    /// Notes all answers of a row that only one side has.
    private mutating func note(
        _ row: RecordRow, of set: StoredSet, path: String, _ sides: (Answer) -> (Answer?, Answer?)
    ) {
        var noted = false
        for (place, field) in set.fields.enumerated() where row.answers[place] != .notAsked {
            let (old, new) = sides(row.answers[place])
            note("\(path).\(field.name)", old, new, personal: field.personal)
            noted = true
        }
        if !noted {
            let (old, new) = sides(.notAsked)
            note(path, old, new)
        }
        for (rows, index) in zip(row.rosters, set.rosters) {
            let roster = shape.sets[index]
            for child in rows { note(child, of: roster, path: "\(path).\(roster.name)[\(child.row)]", sides) }
        }
    }

    private func order(_ rows: [Int]) -> Answer { .value(.text(rows.map { String($0) }.joined(separator: " "))) }

    private mutating func note(_ path: String, _ old: Answer?, _ new: Answer?, personal: Bool = false) {
        differences.append(Difference(path: path, old: old, new: new, personal: personal))
    }
}
