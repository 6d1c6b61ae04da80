import FormModel
import GRDB

/// Appends events to the logs of records, within the transaction that writes the records.
final class AuditTables {
    private let path: String
    private let knownFinding: RawStatement
    private let chainFinding: RawStatement
    private let chainInsert: RawStatement
    private let eventInsert: RawStatement
    private let valueInsert: RawStatement

    init(_ database: Database, path: String) throws {
        func prepare(_ sql: String) throws -> RawStatement { try RawStatement(database, sql, path: path) }
        self.path = path
        knownFinding = try prepare("SELECT sequence FROM audit_event WHERE record = ? AND origin = ?")
        chainFinding = try prepare("SELECT length, hash FROM audit_chain WHERE record = ?")
        chainInsert = try prepare(
            """
            INSERT INTO audit_chain (record, length, hash) VALUES (?, ?, ?)
            ON CONFLICT (record) DO UPDATE SET length = excluded.length, hash = excluded.hash
            """)
        eventInsert = try prepare(
            """
            INSERT INTO audit_event (record, number, origin, sequence, hash, content) VALUES (?, ?, ?, ?, ?, ?)
            """)
        valueInsert = try prepare(
            "INSERT INTO audit_value (record, number, part, salt, value) VALUES (?, ?, ?, ?, ?)")
    }

    /// Appends the events that a record's log does not have yet.
    func append(
        _ trail: AuditTrail, to record: FormModel.Record, key: Int64, shape: StoredShape, salt: @escaping () -> [UInt8]
    ) throws {
        guard zip(trail.events, trail.events.dropFirst()).allSatisfy({ $0.sequence < $1.sequence }) else {
            throw invalid(record, "the events of an interview are not by rising sequence")
        }
        let known = try known(trail.origin, key)
        let added = trail.events.filter { !known.contains(Int64($0.sequence)) }
        guard !added.isEmpty else { return }
        var chain = try chain(of: record, key)
        for event in added {
            var content = AuditContent(event, origin: trail.origin)
            if let path = event.path, shape.isPersonal(path) { content.event.personal = true }
            do {
                let (bytes, personal) = try content.encoded(salt: salt)
                chain.append(bytes)
                try insert(bytes, event, trail.origin, chain, personal, key)
            } catch let unfit as UnfitValue {
                throw invalid(record, unfit.reason, field: event.path)
            }
        }
        chainInsert.restart()
        chainInsert.bind(key, at: 1)
        chainInsert.bind(chain.length, at: 2)
        chainInsert.bind(chain.hash, at: 3)
        try chainInsert.run()
    }

    private func known(_ origin: String, _ key: Int64) throws -> Set<Int64> {
        knownFinding.restart()
        knownFinding.bind(key, at: 1)
        knownFinding.bind(origin, at: 2)
        var sequences: Set<Int64> = []
        while try knownFinding.step() { sequences.insert(knownFinding.integer(0)) }
        return sequences
    }

    private func chain(of record: FormModel.Record, _ key: Int64) throws -> AuditChain {
        chainFinding.restart()
        chainFinding.bind(key, at: 1)
        guard try chainFinding.step() else { return AuditChain(form: record.form, record: record.id) }
        defer { chainFinding.restart() }
        return AuditChain(length: chainFinding.integer(0), hash: chainFinding.text(1))
    }

    private func insert(
        _ content: [UInt8], _ event: AuditEvent, _ origin: String, _ chain: AuditChain, _ personal: [AuditValue],
        _ key: Int64
    ) throws {
        eventInsert.restart()
        eventInsert.bind(key, at: 1)
        eventInsert.bind(chain.length, at: 2)
        eventInsert.bind(origin, at: 3)
        eventInsert.bind(Int64(event.sequence), at: 4)
        eventInsert.bind(chain.hash, at: 5)
        eventInsert.bind(text: content, at: 6)
        try eventInsert.run()
        for value in personal {
            valueInsert.restart()
            valueInsert.bind(key, at: 1)
            valueInsert.bind(chain.length, at: 2)
            valueInsert.bind(value.part.rawValue, at: 3)
            valueInsert.bind(blob: value.salt, at: 4)
            valueInsert.bind(text: value.value, at: 5)
            try valueInsert.run()
        }
    }

    private func invalid(_ record: FormModel.Record, _ reason: String, field: String? = nil) -> StorageError {
        var facts = ["record": record.id, "reason": reason]
        facts["field"] = field
        return StorageError(.invalidRecord, path: path, facts: facts)
    }
}

/// The hash chain of a record's log: hash n is SHA-256 of the hexadecimal digits of hash n − 1 and the event's canonical
/// JSON. Hash 0 is SHA-256 of the record's form and id, so that a log belongs to one record only.
struct AuditChain {
    private(set) var length: Int64 = 0
    private(set) var hash: String

    init(form: String, record: String) {
        var name: [UInt8] = []
        name.append("{\"_form\":")
        name.append(jsonString: form)
        name.append(",\"_id\":")
        name.append(jsonString: record)
        name.append(0x7D)
        hash = contentHash(name)
    }

    init(length: Int64, hash: String) {
        self.length = length
        self.hash = hash
    }

    mutating func append(_ content: [UInt8]) {
        length += 1
        hash = contentHash(Array(hash.utf8) + content)
    }
}

extension StoredShape {
    /// The field of a path such as `person[3].age`.
    func field(at path: String) -> StoredField? {
        var steps = path.split(separator: ".").map { $0.prefix { $0 != "[" } }
        guard let name = steps.popLast() else { return nil }
        var set = sets[0]
        for step in steps {
            guard let roster = set.rosters.first(where: { sets[$0].name == step }) else { return nil }
            set = sets[roster]
        }
        return set.fields.first { $0.name == name }
    }

    /// Whether a path is that of a field that is personal in this form.
    func isPersonal(_ path: String) -> Bool { field(at: path)?.personal ?? false }
}
