import FormModel

/// How a row of a roster names the record it belongs to, and by which names a record can be meant.
struct ParentReference: Hashable, Sendable {
    /// What a reference is made of.
    enum Kind: UInt8, Sendable { case id, key, keyAndRound }

    /// What the reference is made of, as messages show it.
    let parts: [String]
    let kind: Kind

    /// The reference of a roster's row, or `nil` where it names nothing: by `_parent_id` if the records have an `_id`,
    /// else by the key.
    static func of(rosterRow row: CSVRow, columns: SetColumns, recordsHaveID: Bool) -> ParentReference? {
        let id = recordsHaveID ? columns.text(HelperName.parentID, of: row) : ""
        guard id.isEmpty else { return ParentReference(parts: [id], kind: .id) }
        let key = columns.key(of: row)
        guard key.contains(where: { !$0.isEmpty }) else { return nil }
        guard columns.header.position(of: HelperName.round) != nil else {
            return ParentReference(parts: key, kind: .key)
        }
        return ParentReference(parts: key + [columns.text(HelperName.round, of: row)], kind: .keyAndRound)
    }

    /// All references that mean a record.
    static func all(ofRecord row: CSVRow, columns: SetColumns) -> [ParentReference] {
        let id = columns.text(HelperName.id, of: row)
        let key = columns.key(of: row)
        let byID = id.isEmpty ? [] : [ParentReference(parts: [id], kind: .id)]
        guard key.contains(where: { !$0.isEmpty }) else { return byID }
        let round = columns.text(HelperName.round, of: row)
        return byID + [
            ParentReference(parts: key, kind: .key), ParentReference(parts: key + [round], kind: .keyAndRound),
        ]
    }
}

extension SetColumns {
    /// The key of a row, each part as its value is written, so that `07` and `7` are one number; a part that is no
    /// value stays as it stands, so that a roster still finds the record that is rejected for it.
    fileprivate func key(of row: CSVRow) -> [String] { keys.map { keyPart($0, of: row) } }

    fileprivate func keyPart(_ column: KeyColumn, of row: CSVRow) -> String {
        let text = row.normalText(column.cell)
        guard !text.isEmpty, let value = try? column.reader.value(ofNormal: text) else { return text }
        return value.plainText
    }
}

/// 128 bits in place of a reference: two of a million agree by chance once in 10²⁶. They differ from run to run, and tell
/// nothing of what they stand for.
struct ReferencePrint: Hashable, Sendable {
    let high: UInt64
    let low: UInt64
    let kind: ParentReference.Kind
}

/// Makes the prints of references: for millions of rows, without making the references themselves.
struct ReferencePrinter {
    private let columns: SetColumns
    private let recordsHaveID: Bool
    private let id: Int?
    private let round: Int?
    private var bytes: [UInt8] = []
    private var isEmpty = true

    /// A printer for the rows of a file; `recordsHaveID` says that rows of a roster may name their record by its `_id`.
    init(_ columns: SetColumns, recordsHaveID: Bool) {
        self.columns = columns
        self.recordsHaveID = recordsHaveID
        self.id = columns.header.position(of: columns.set == 0 ? HelperName.id : HelperName.parentID)
        self.round = columns.header.position(of: HelperName.round)
    }

    /// The print of the reference that a roster's row makes.
    mutating func print(ofRosterRow row: CSVRow) -> ReferencePrint? {
        if recordsHaveID, let id = printOfID(row) { return id }
        guard takeKey(row) else { return nil }
        return round == nil ? finished(.key) : printWithRound(row)
    }

    /// Puts the prints of all references that mean a record into `prints`.
    mutating func prints(ofRecord row: CSVRow, into prints: inout [ReferencePrint]) {
        prints.removeAll(keepingCapacity: true)
        if let id = printOfID(row) { prints.append(id) }
        guard takeKey(row) else { return }
        prints.append(finished(.key))
        prints.append(printWithRound(row))
    }

    private mutating func printOfID(_ row: CSVRow) -> ReferencePrint? {
        guard let id else { return nil }
        bytes.removeAll(keepingCapacity: true)
        isEmpty = true
        append(row.normalText(id))
        return isEmpty ? nil : finished(.id)
    }

    /// Takes the key's bytes, unless no part of it is given.
    private mutating func takeKey(_ row: CSVRow) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        isEmpty = true
        for column in columns.keys {
            if row.isKeyAsWritten(column.cell, column.reader.kind) {
                row.append(column.cell, to: &bytes)
                bytes.append(0)
                isEmpty = false
            } else {
                append(columns.keyPart(column, of: row))
            }
        }
        return !isEmpty
    }

    /// The print of the key that was taken, with the round.
    private mutating func printWithRound(_ row: CSVRow) -> ReferencePrint {
        append(round.map(row.normalText) ?? "")
        return finished(.keyAndRound)
    }

    /// Adds a part; no text of a CSV holds a byte 0.
    private mutating func append(_ part: String) {
        if !part.isEmpty { isEmpty = false }
        bytes.append(contentsOf: part.utf8)
        bytes.append(0)
    }

    private func finished(_ kind: ParentReference.Kind) -> ReferencePrint {
        var (first, second) = (Hasher(), Hasher())
        first.combine(kind.rawValue)
        second.combine(kind.rawValue | 0x80)
        bytes.withUnsafeBytes {
            first.combine(bytes: $0)
            second.combine(bytes: $0)
        }
        return ReferencePrint(
            high: UInt64(bitPattern: Int64(first.finalize())), low: UInt64(bitPattern: Int64(second.finalize())),
            kind: kind)
    }
}

extension CSVRow {
    /// Whether a cell stands in the file as the value of a key of this kind is written: nothing needs to be read.
    fileprivate func isKeyAsWritten(_ cell: Int, _ kind: QuestionKind) -> Bool {
        guard cell < cells.count, !isEmpty(cell), isPlainText(cell) else { return false }
        switch kind {
        case .text, .barcode, .note, .calculate, .selectOne: return true
        case .integer:
            let digits = bytes[Int(cells[cell].start)..<Int(cells[cell].end)]
            return digits.count < 19 && digits.first != 0x30 && digits.allSatisfy { (0x30...0x39).contains($0) }
        case .decimal, .yesNo, .selectMultiple, .rank, .date, .time, .dateTime, .geopoint: return false
        }
    }

    fileprivate func append(_ cell: Int, to text: inout [UInt8]) {
        text.append(contentsOf: bytes[Int(cells[cell].start)..<Int(cells[cell].end)])
    }
}
