import FormModel

/// A personal value, kept beside the content that names it only by commitment.
struct PersonalValue: Sendable {
    /// Where it stands: `name`, `person[3].name` with the row's permanent number.
    let path: String
    let salt: [UInt8]
    /// The value in canonical JSON: the bytes that the commitment covers.
    let value: [UInt8]
}

/// A record as it is hashed and kept.
struct EncodedRecord: Sendable {
    let content: [UInt8]
    let hash: String
    let personal: [PersonalValue]
}

/// Writes records as canonical JSON, personal values as commitments.
struct ContentEncoder {
    private let shape: StoredShape
    private let path: String
    private var content: [UInt8] = []
    private var personal: [PersonalValue] = []
    private var reusable: [String: PersonalValue] = [:]
    private var salts: any RandomNumberGenerator

    init(_ shape: StoredShape, salts: any RandomNumberGenerator, path: String) {
        self.shape = shape
        self.salts = salts
        self.path = path
    }

    /// The generator, to go on with.
    var remainingSalts: any RandomNumberGenerator { salts }

    /// Writes a record.
    ///
    /// - Parameter reusing: the personal values of the record's version before: one that is unchanged keeps its salt, so
    ///   that equal contents have equal hashes.
    mutating func encode(
        _ record: Record, formVersion: Int, reusing: [PersonalValue] = []
    ) throws -> EncodedRecord {
        content.removeAll(keepingCapacity: true)
        personal.removeAll(keepingCapacity: true)
        if !reusing.isEmpty || !reusable.isEmpty {
            reusable = Dictionary(reusing.map { ($0.path, $0) }) { first, _ in first }
        }
        guard record.form == shape.form else { throw invalid(record, "it is one of form \(record.form)") }
        guard !record.id.isEmpty else { throw invalid(record, "it has no id") }
        try append(record.root, of: shape.sets[0], prefix: { "" }, in: record, formVersion: formVersion)
        return EncodedRecord(content: content, hash: contentHash(content), personal: personal)
    }

    private mutating func append(
        _ row: RecordRow, of set: StoredSet, prefix: () -> String, in record: Record, formVersion: Int
    ) throws {
        guard row.answers.count == set.fields.count, row.rosters.count == set.rosters.count else {
            throw invalid(record, "the answers are not those of \(set.path)")
        }
        content.append(0x7B)
        let start = content.count
        for member in set.members {
            switch member.place {
            case .field(let place):
                if case .notAsked = row.answers[place] { continue }
                begin(member, after: start)
                try append(row.answers[place], of: set.fields[place], prefix: prefix, in: record)
            case .roster(let place):
                guard !row.rosters[place].isEmpty else { continue }
                begin(member, after: start)
                let roster = shape.sets[set.rosters[place]]
                try append(row.rosters[place], of: roster, prefix: prefix, in: record, formVersion: formVersion)
            case .row:
                begin(member, after: start)
                content.append(integer: Int64(row.row))
            case .header(let part):
                begin(member, after: start)
                append(part, of: record, formVersion: formVersion)
            }
        }
        content.append(0x7D)
    }

    private mutating func begin(_ member: StoredMember, after start: Int) {
        if content.count > start { content.append(0x2C) }
        content.append(contentsOf: member.jsonKey)
    }

    private mutating func append(
        _ rows: [RecordRow], of set: StoredSet, prefix: () -> String, in record: Record, formVersion: Int
    ) throws {
        content.append(0x5B)
        // A row's number is its own among its sisters: the rows of one roster within one row above.
        let isRising = zip(rows, rows.dropFirst()).allSatisfy { $0.row < $1.row }
        var seen: Set<Int> = []
        for (place, row) in rows.enumerated() {
            guard row.row >= 1, isRising || seen.insert(row.row).inserted else {
                throw invalid(record, "_row \(row.row) of \(set.path) is below 1 or used twice")
            }
            if place > 0 { content.append(0x2C) }
            try append(
                row, of: set, prefix: { "\(prefix())\(set.name)[\(row.row)]." }, in: record, formVersion: formVersion)
        }
        content.append(0x5D)
    }

    private mutating func append(
        _ answer: Answer, of field: StoredField, prefix: () -> String, in record: Record
    ) throws {
        switch answer {
        case .notAsked: return
        case .missing(let reason):
            content.append("{\"_missing\":\"")
            content.append(ascii: reason.name)
            content.append("\"}")
        case .value(let value):
            do {
                guard field.personal else { return try content.append(value, as: field.kind) }
                var bytes: [UInt8] = []
                try bytes.append(value, as: field.kind)
                append(personal: bytes, path: prefix() + field.name)
            } catch let unfit as UnfitValue {
                throw invalid(record, unfit.reason, field: prefix() + field.name)
            }
        }
    }

    private mutating func append(personal value: [UInt8], path: String) {
        let before = reusable[path]
        let salt = before?.value == value ? before?.salt ?? newSalt() : newSalt()
        personal.append(PersonalValue(path: path, salt: salt, value: value))
        content.append("{\"_commitment\":\"")
        content.append(ascii: commitment(salt: salt, value: value))
        content.append("\"}")
    }

    /// A salt that was never used.
    mutating func newSalt() -> [UInt8] {
        var salt: [UInt8] = []
        salt.reserveCapacity(16)
        for _ in 0..<2 {
            let bits = salts.next()
            for byte in 0..<8 { salt.append(UInt8(truncatingIfNeeded: bits >> (8 * byte))) }
        }
        return salt
    }

    private mutating func append(_ part: HeaderPart, of record: Record, formVersion: Int) {
        switch part {
        case .id: content.append(jsonString: record.id)
        case .form: content.append(jsonString: record.form)
        case .formVersion: content.append(integer: Int64(formVersion))
        case .round: content.append(jsonString: record.round)
        case .date: content.append(jsonString: record.date.iso)
        case .status: content.append(jsonString: record.status.rawValue)
        case .result: content.append(jsonString: record.result.rawValue)
        }
    }

    private func invalid(_ record: Record, _ reason: String, field: String? = nil) -> StorageError {
        var facts = ["record": record.id, "reason": reason]
        facts["field"] = field
        return StorageError(.invalidRecord, path: path, facts: facts)
    }
}
