import FormModel
import GRDB

extension Store {
    /// The visits of a record, by number; empty where there is no such record, and in a store that no program with
    /// visits has written yet.
    public func visits(of record: String, form: String) throws -> [RecordedVisit] {
        try visits(form: form, record: record)
    }

    /// The visits of all records of a form, record by record in the order the records came, by number.
    public func visits(form: String) throws -> [RecordedVisit] {
        try visits(form: form, record: nil)
    }

    private func visits(form: String, record: String?) throws -> [RecordedVisit] {
        try reading { database in
            guard try hasInterviews(database) else { return [] }
            return try rows(
                database,
                """
                SELECT r.id, v.number, v.started_at, v.ended_at, v.who, v.device, v.result, v.reason, v.appointment
                FROM record r JOIN visit v ON v.record = r.key
                WHERE r.form = ?1 \(record == nil ? "" : "AND r.id = ?2") ORDER BY r.number, v.number
                """, [form] + (record.map { [$0] } ?? [])
            ) { row in
                guard let result = VisitResult(rawValue: row.text(6)) else {
                    throw StorageError(
                        .corrupt, path: path, facts: ["reason": "unreadable visit", "record": row.text(0)])
                }
                return RecordedVisit(
                    record: row.text(0), number: Int(row.integer(1)),
                    visit: Visit(
                        startedAt: try instant(row.text(2)),
                        endedAt: try row.optionalText(3).map { try instant($0) }, who: row.text(4),
                        device: row.optionalText(5), result: result, reason: row.optionalText(7),
                        appointment: row.optionalText(8)))
            }
        }
    }
}
