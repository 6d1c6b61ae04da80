import FormModel
import VietText

/// Records that may be one unit, or persons that may be one, found in the same round. Only ids come out.
public struct Duplicates: Hashable, Sendable {
    /// The places of the records, in their order; each set has two or more. A record stands here twice where two of its
    /// own rows are alike.
    public let records: [[Int]]

    /// Units whose keys are the same but for spelling: accents, case, spaces, leading zeros, the Unicode form.
    public static func ofKeys(_ form: CollectedForm, included: (Int) -> Bool) -> Duplicates {
        let fields = form.layout.keyFields
        guard !fields.isEmpty else { return Duplicates(records: []) }
        var byKey: [[String]: [Int]] = [:]
        for (place, record) in form.records.enumerated() where included(place) {
            let parts = fields.map { form.sets[0].columns[$0.index].key(at: place, of: $0.question) }
            guard !parts.contains(nil) else { continue }
            byKey[[record.round] + parts.compactMap { $0 }.map { plain($0, .unmarked) }, default: []].append(place)
        }
        return Duplicates(byKey)
    }

    /// Members of a roster who are alike in some fields, such as name and year of birth, and whose records are alike in
    /// others, such as the village. Rows with one of the fields unknown are passed over.
    /// - Parameters:
    ///   - same: fields of the roster.
    ///   - within: fields of the record.
    public static func ofRows(
        _ form: CollectedForm, set: RecordSet, same: [Field], within: [Field], included: (Int) -> Bool
    ) -> Duplicates {
        let rows = form.sets[set.index]
        var byKey: [[String]: [Int]] = [:]
        for row in rows.records.indices {
            let record = Int(rows.records[row])
            guard included(record) else { continue }
            let own = same.map { rows.columns[$0.index].key(at: row, of: $0.question) }
            let above = within.map { form.sets[0].columns[$0.index].key(at: record, of: $0.question) }
            guard !own.contains(nil), !above.contains(nil) else { continue }
            let key = [form.records[record].round] + (own + above).compactMap { $0 }.map { plain($0, .marked) }
            byKey[key, default: []].append(record)
        }
        return Duplicates(byKey)
    }

    private init(records: [[Int]]) {
        self.records = records
    }

    private init(_ byKey: [[String]: [Int]]) {
        records = byKey.values.filter { $0.count > 1 }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// What may differ between two texts that are taken for the same.
    private enum Leniency {
        /// Spaces and case: the marks of a name are part of it, as Hùng is not Hưng.
        case marked
        /// Marks and leading zeros as well.
        case unmarked
    }

    /// A text without what people write now one way, now another. Signs between digits stay, as 1/2 is not 12.
    private static func plain(_ text: String, _ leniency: Leniency) -> String {
        let text = leniency == .unmarked ? text.storageForm.searchKey : text.storageForm.lowercased()
        var plain = ""
        var isInNumber = false
        var isParted = false
        for character in text {
            guard character.isLetter || character.isNumber else {
                isParted = true
                isInNumber = false
                continue
            }
            if character.isNumber, !isInNumber {
                if isParted, plain.last?.isNumber == true { plain.append("/") }
                if leniency == .unmarked, character == "0" { continue }
            }
            isInNumber = character.isNumber
            isParted = false
            plain.append(character)
        }
        return plain
    }
}
