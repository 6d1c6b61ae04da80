import GRDB

/// Writes visits, within the transaction that writes their record.
final class VisitTable {
    private let finding: RawStatement
    private let insert: RawStatement
    private let update: RawStatement

    init(_ database: Database, path: String) throws {
        func prepare(_ sql: String) throws -> RawStatement { try RawStatement(database, sql, path: path) }
        finding = try prepare(
            "SELECT number FROM visit WHERE record = ? AND started_at = ? AND who = ? AND device IS ?")
        insert = try prepare(
            """
            INSERT INTO visit (ended_at, result, reason, appointment, record, started_at, who, device, number)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,
                (SELECT coalesce(max(number), 0) + 1 FROM visit WHERE record = ?5))
            """)
        update = try prepare(
            "UPDATE visit SET ended_at = ?, result = ?, reason = ?, appointment = ? WHERE record = ? AND number = ?")
    }

    /// Keeps a visit: as a new one, or as what is now known of one that was kept before.
    func keep(_ visit: Visit, of record: Int64) throws {
        finding.restart()
        finding.bind(record, at: 1)
        finding.bind(InstantText.format(visit.startedAt), at: 2)
        finding.bind(visit.who, at: 3)
        finding.bind(optional: visit.device, at: 4)
        let known = try finding.step() ? finding.integer(0) : nil
        finding.restart()
        let statement = known == nil ? insert : update
        statement.restart()
        statement.bind(optional: visit.endedAt.map(InstantText.format), at: 1)
        statement.bind(visit.result.rawValue, at: 2)
        statement.bind(optional: visit.reason, at: 3)
        statement.bind(optional: visit.appointment, at: 4)
        statement.bind(record, at: 5)
        if let known {
            statement.bind(known, at: 6)
        } else {
            statement.bind(InstantText.format(visit.startedAt), at: 6)
            statement.bind(visit.who, at: 7)
            statement.bind(optional: visit.device, at: 8)
        }
        try statement.run()
    }
}
