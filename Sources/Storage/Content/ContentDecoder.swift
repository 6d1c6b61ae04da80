import FormModel

/// The personal values of one version of a record, fetched when the first is met.
final class PersonalValues {
    private let fetch: () throws -> [PersonalValue]
    private var values: [String: PersonalValue]?

    init(_ fetch: @escaping () throws -> [PersonalValue]) {
        self.fetch = fetch
    }

    func all() throws -> [String: PersonalValue] {
        if let values { return values }
        let fetched = Dictionary(try fetch().map { ($0.path, $0) }) { first, _ in first }
        values = fetched
        return fetched
    }
}

/// Reads canonical JSON back into records of a shape. A member that the shape does not know (a removed field) is passed
/// over; a field that the content does not know was not asked, and one that was renamed is found under its old name.
struct ContentDecoder {
    private let shape: StoredShape
    private let personal: PersonalValues
    /// The commitments met, by where they stand; one without a personal value beside it was erased.
    private(set) var commitments: [String: String] = [:]

    init(_ shape: StoredShape, personal: PersonalValues) {
        self.shape = shape
        self.personal = personal
    }

    /// The answer that stands for an erased value: whoever asks for erasure no longer says what was said.
    static let erased = Answer.missing(.refused)

    mutating func decode(_ content: UnsafeBufferPointer<UInt8>) throws -> Record {
        var reader = ContentReader(content)
        var header = Header()
        let root = try row(&reader, of: shape.sets[0], prefix: "", header: &header)
        try reader.end()
        guard let id = header.texts[.id], let form = header.texts[.form], let version = header.version,
            let round = header.texts[.round], let date = header.texts[.date].flatMap({ Day(iso: $0) }),
            let status = header.texts[.status].flatMap({ RecordStatus(rawValue: $0) }),
            let result = header.texts[.result].flatMap({ VisitResult(rawValue: $0) })
        else { throw ContentFault(reason: "the record's own data are incomplete") }
        return Record(
            id: id, form: form, version: version, round: round, date: date, status: status, result: result, root: root)
    }

    private struct Header {
        var texts: [HeaderPart: String] = [:]
        var version: Int?
    }

    private mutating func row(
        _ reader: inout ContentReader, of set: StoredSet, prefix: String, header: inout Header
    ) throws -> RecordRow {
        var row = RecordRow(
            answers: Array(repeating: .notAsked, count: set.fields.count),
            rosters: Array(repeating: [], count: set.rosters.count))
        // Contents and members have one order, so that one pass over both finds every pair.
        var cursor = 0
        // The row's number is not always its first member, but the paths of what it holds need it.
        let number = set.parent == nil ? 1 : try rowNumber(reader)
        row.row = number
        let prefix = set.parent == nil ? prefix : "\(prefix)\(set.name)[\(number)]."
        try reader.object { reader, key in
            let members = set.readMembers
            while cursor < members.count, members[cursor].key.lexicographicallyPrecedes(key) { cursor += 1 }
            guard cursor < members.count, members[cursor].key.elementsEqual(key) else {
                return try reader.skip()
            }
            switch members[cursor].place {
            case .field(let place):
                // A field that was renamed stands under the name it had.
                let name = members[cursor].key
                row.answers[place] = try answer(
                    &reader, of: set.fields[place], path: prefix + String(decoding: name, as: UTF8.self))
            case .roster(let place):
                let roster = shape.sets[set.rosters[place]]
                try reader.array { reader in
                    row.rosters[place].append(try self.row(&reader, of: roster, prefix: prefix, header: &header))
                }
            case .row: try reader.skip()
            case .header(.formVersion): header.version = Int(try reader.integer())
            case .header(let part): header.texts[part] = try reader.string()
            }
        }
        return row
    }

    private func rowNumber(_ reader: ContentReader) throws -> Int {
        var ahead = reader
        if ahead.comes("{\"_row\":") {
            ahead.advance(by: 8)
            return Int(try ahead.integer())
        }
        var number: Int?
        try ahead.object { reader, key in
            if key.elementsEqual("_row".utf8) { number = Int(try reader.integer()) } else { try reader.skip() }
        }
        guard let number else { throw ContentFault(reason: "a row without _row") }
        return number
    }

    private mutating func answer(
        _ reader: inout ContentReader, of field: StoredField, path: @autoclosure () -> String
    ) throws -> Answer {
        guard reader.next == 0x7B else { return .value(try reader.value(field.kind)) }
        var ahead = reader
        var answer: Answer?
        try ahead.object { reader, key in
            if key.elementsEqual("_missing".utf8) {
                guard let reason = MissingReason(name: try reader.string()) else { throw reader.fault() }
                answer = .missing(reason)
            } else if key.elementsEqual("_commitment".utf8) {
                let path = path()
                commitments[path] = try reader.string()
                answer = try personalAnswer(path, field.kind)
            } else {
                try reader.skip()
            }
        }
        // Else it is the tagged value of a calculation.
        guard let answer else { return .value(try reader.value(field.kind)) }
        reader = ahead
        return answer
    }

    private func personalAnswer(_ path: String, _ kind: StoredKind) throws -> Answer {
        guard let kept = try personal.all()[path] else { return ContentDecoder.erased }
        return try kept.value.withUnsafeBufferPointer { bytes in
            var reader = ContentReader(bytes)
            let value = try reader.value(kind)
            try reader.end()
            return .value(value)
        }
    }
}
