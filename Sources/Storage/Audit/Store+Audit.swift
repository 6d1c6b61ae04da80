import FormModel
import GRDB

extension Store {
    /// The log of a record, the first event first, with the personal values that were not erased; empty where there is
    /// no such record, and in a store that no program with an audit log has written yet.
    public func auditEvents(of record: String, form: String) throws -> [LoggedEvent] {
        try reading { database in
            guard try hasInterviews(database) else { return [] }
            var events: [LoggedEvent] = []
            let values = try statement(database, AuditValue.query)
            try eachAuditEvent(form: form, record: record, database) { key, number, content in
                for value in try AuditValue.read(values, record: key, number: number) {
                    try content.restore(value)
                }
            } body: {
                events.append($0)
            }
            return events
        }
    }

    /// Goes through the events of all records of a form, record by record in the order the records came, each log from
    /// its first event. Personal values are left out: the event's part is `nil` and stands in `withheld`.
    public func eachAuditEvent(form: String, _ body: (LoggedEvent) throws -> Void) throws {
        try reading { database in
            guard try hasInterviews(database) else { return }
            try eachAuditEvent(form: form, record: nil, database, completing: { _, _, _ in }, body: body)
        }
    }

    private func eachAuditEvent(
        form: String, record: String?, _ database: Database,
        completing complete: (Int64, Int64, inout AuditContent) throws -> Void,
        body: (LoggedEvent) throws -> Void
    ) throws {
        let statement = try statement(
            database,
            """
            SELECT e.record, e.number, r.id, e.origin, e.hash, e.content FROM record r
            JOIN audit_event e ON e.record = r.key
            WHERE r.form = ?1 \(record == nil ? "" : "AND r.id = ?2") ORDER BY r.number, e.number
            """)
        statement.bind(form, at: 1)
        statement.bind(optional: record, at: 2)
        while try statement.step() {
            let number = statement.integer(1)
            let event: LoggedEvent
            do {
                var content = try AuditContent(reading: statement.bytes(5))
                try complete(statement.integer(0), number, &content)
                event = LoggedEvent(
                    record: statement.text(2), number: Int(number), origin: statement.text(3), event: content.event,
                    withheld: Set(content.commitments.keys), hash: statement.text(4))
            } catch let fault as ContentFault {
                throw StorageError(
                    .corrupt, path: path, facts: ["reason": fault.reason, "record": statement.text(2)])
            }
            try body(event)
        }
    }

    /// Whether the file has tables for visits and the log: not before a program that knows them has opened it to write.
    func hasInterviews(_ database: Database) throws -> Bool {
        try FileFormat.schema(of: database) >= Schema.withInterviews
    }
}

extension AuditValue {
    static let query = "SELECT part, salt, value FROM audit_value WHERE record = ? AND number = ?"

    static func read(_ statement: RawStatement, record: Int64, number: Int64) throws -> [AuditValue] {
        statement.restart()
        statement.bind(record, at: 1)
        statement.bind(number, at: 2)
        var values: [AuditValue] = []
        while try statement.step() {
            guard let part = AuditPart(rawValue: statement.text(0)) else {
                throw ContentFault(reason: "unknown part of an event: \(statement.text(0))")
            }
            values.append(AuditValue(part: part, salt: statement.array(1), value: statement.array(2)))
        }
        return values
    }
}
