/// How a row of a roster names the record it belongs to, and by which names a record can be meant.
struct ParentReference: Hashable, Sendable {
    /// What the reference is made of, as messages show it.
    let parts: [String]
    private let kind: Kind

    private enum Kind { case id, key, keyAndRound }

    /// By `_id`.
    static func id(_ id: String) -> ParentReference { ParentReference(parts: [id], kind: .id) }

    /// By the form's key.
    static func key(_ key: [String]) -> ParentReference { ParentReference(parts: key, kind: .key) }

    /// By the form's key and the round.
    static func key(_ key: [String], round: String) -> ParentReference {
        ParentReference(parts: key + [round], kind: .keyAndRound)
    }

    /// The reference of a roster's row, or `nil` where it names nothing: by `_parent_id` if the records have an `_id`,
    /// else by the key.
    static func of(rosterRow row: CSVRow, columns: SetColumns, recordsHaveID: Bool) -> ParentReference? {
        let id = recordsHaveID ? columns.text(HelperName.parentID, of: row) : ""
        guard id.isEmpty else { return .id(id) }
        let key = columns.key(of: row)
        guard key.contains(where: { !$0.isEmpty }) else { return nil }
        guard columns.header.position(of: HelperName.round) != nil else { return .key(key) }
        return .key(key, round: columns.text(HelperName.round, of: row))
    }

    /// All references that mean a record.
    static func all(ofRecord row: CSVRow, columns: SetColumns) -> [ParentReference] {
        let id = columns.text(HelperName.id, of: row)
        let key = columns.key(of: row)
        let byID = id.isEmpty ? [] : [ParentReference.id(id)]
        guard key.contains(where: { !$0.isEmpty }) else { return byID }
        return byID + [.key(key), .key(key, round: columns.text(HelperName.round, of: row))]
    }
}

extension SetColumns {
    /// The key of a row, each part as its value is written, so that `07` and `7` are one number; a part that is no
    /// value stays as it stands, so that a roster still finds the record that is rejected for it.
    fileprivate func key(of row: CSVRow) -> [String] {
        keys.map { column in
            let text = row.normalText(column.cell)
            guard !text.isEmpty, let value = try? column.reader.value(ofNormal: text) else { return text }
            return value.plainText
        }
    }
}

/// The records that roster rows name, and the lines on which these stand.
struct ParentTable: Sendable {
    private var slots: [ParentReference: Int] = [:]
    private(set) var references: [ParentReference] = []
    /// For each slot, the lines of the records that the reference means: one, in sound files.
    private(set) var lines: [[Int]] = []

    var isEmpty: Bool { slots.isEmpty }

    /// The slot of a reference that a roster row makes.
    mutating func add(_ reference: ParentReference) -> Int {
        if let slot = slots[reference] { return slot }
        slots[reference] = references.count
        references.append(reference)
        lines.append([])
        return references.count - 1
    }

    /// The slots by which roster rows mean a record.
    func slots(of references: [ParentReference]) -> [Int] { references.compactMap { slots[$0] } }

    /// Notes that a record of a line is meant by a slot.
    mutating func note(line: Int, for slot: Int) { lines[slot].append(line) }
}
