import FormModel

/// Remembers which units a file has given, to find those given twice: 40 bytes a record.
struct UnitRegister: Sendable {
    private let keys: [Int]
    private let periodField: Int?
    private var lines: [Fingerprint: Int] = [:]

    init(_ layout: FormLayout) {
        let keys = layout.keyFields.map(\.index)
        self.keys = keys.count == layout.form.key.count ? keys : []
        self.periodField = layout.form.periodField.flatMap { layout.root.field($0)?.index }
    }

    /// Notes a record of a line; says what is wrong if its `_id`, or its key in its round, was there before.
    ///
    /// Without `_round` only records of one date are surely of one round; others are for the store to compare.
    mutating func note(_ record: GivenRecord, line: Int) -> RowFault? {
        if let id = record.id, let first = note(["id", id], line) { return .duplicateID(id: id, firstLine: first) }
        let key = keys.compactMap { record.root.answers[$0]?.value?.plainText }
        guard !key.isEmpty, key.count == keys.count else { return nil }
        let dated = periodField.flatMap { record.root.answers[$0]?.value?.plainText } ?? record.date?.iso ?? ""
        let when = record.round.map { ["round", $0] } ?? ["date", dated]
        return note(["key"] + key + when, line).map { .duplicateKey(key: key, firstLine: $0) }
    }

    private mutating func note(_ parts: [String], _ line: Int) -> Int? {
        let fingerprint = Fingerprint(parts)
        if let first = lines[fingerprint] { return first }
        lines[fingerprint] = line
        return nil
    }

    /// 128 bits in place of the texts: two of a million records agree by chance once in 10²⁶.
    private struct Fingerprint: Hashable {
        let high: Int
        let low: Int

        init(_ parts: [String]) {
            var (first, second) = (Hasher(), Hasher())
            second.combine(1)
            first.combine(parts)
            second.combine(parts)
            high = first.finalize()
            low = second.finalize()
        }
    }
}
