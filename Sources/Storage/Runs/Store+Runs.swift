import Foundation
import GRDB

/// Recorded runs: nothing of them is ever changed or deleted.
extension Store {
    /// How many versions of records the store holds: what a reader of now sees.
    public func versionCount() throws -> Int64 {
        try reading { try Int64.fetchOne($0, sql: "SELECT coalesce(max(rowid), 0) FROM record_version") ?? 0 }
    }

    /// When the first version was stored, by the clock of the device that did; `nil` for a store without records.
    public func firstStoredAt() throws -> Date? {
        try reading { database in
            try rows(database, "SELECT min(stored_at) FROM record_version") { row in
                try row.optionalText(0).map { try instant($0) }
            }.first ?? nil
        }
    }

    /// When the last version was stored, by the clock of the device that did; `nil` for a store without records.
    public func lastStoredAt() throws -> Date? {
        try reading { database in
            try rows(database, "SELECT stored_at FROM record_version ORDER BY rowid DESC LIMIT 1") {
                try instant($0.text(0))
            }.first
        }
    }

    /// Keeps a run with its sources; one of the same id is left as it is, for its id names its content. A source that a
    /// run before had is kept once.
    public func keep(_ run: RecordedRun) throws {
        try writing { database in
            try database.execute(
                sql: "INSERT INTO run (id, content, created_at) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
                arguments: [run.id, run.content, InstantText.format(run.at)])
            // A run of an older program had no sources; it gets them now.
            let origin = "INSERT INTO run_origin (run, request, known_at, through, who) VALUES (?, ?, ?, ?, ?)"
            try database.execute(
                sql: origin + " ON CONFLICT (run) DO NOTHING",
                arguments: [
                    run.id, run.request, run.known.at.map(InstantText.format), run.known.through, run.who,
                ])
            guard database.changesCount > 0 else { return }
            for source in run.sources {
                let hash = contentHash(source.bytes)
                try database.execute(
                    sql: "INSERT INTO source_text (hash, bytes) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING",
                    arguments: [hash, Data(source.bytes)])
                try database.execute(
                    sql: "INSERT INTO run_source (run, path, hash) VALUES (?, ?, ?)",
                    arguments: [run.id, source.path, hash])
            }
        }
    }

    /// The recorded runs without their sources, the oldest first; those of programs that kept no sources have no request.
    public func runs() throws -> [RecordedRun] {
        try runs(where: "", [])
    }

    /// The runs whose ids begin so, without their sources.
    public func runs(beginning prefix: String) throws -> [RecordedRun] {
        try runs(where: "WHERE substr(r.id, 1, length(?1)) = ?1", [prefix])
    }

    private func runs(where condition: String, _ parameters: [String]) throws -> [RecordedRun] {
        try reading { database in
            let hasOrigins = try hasRuns(database)
            let columns = hasOrigins ? "o.request, o.known_at, o.through, o.who" : "NULL, NULL, NULL, NULL"
            let join = hasOrigins ? "LEFT JOIN run_origin o ON o.run = r.id" : ""
            return try rows(
                database,
                "SELECT r.id, r.content, r.created_at, \(columns) FROM run r \(join) \(condition) ORDER BY 3, 1",
                parameters
            ) { row in
                RecordedRun(
                    id: row.text(0), content: row.text(1), request: row.optionalText(3) ?? "",
                    known: Known(
                        at: try row.optionalText(4).map { try instant($0) },
                        through: row.isNull(5) ? nil : row.integer(5)),
                    who: row.optionalText(6) ?? "", at: try instant(row.text(2)))
            }
        }
    }

    /// The files that a run was made from, by path; none for a run of a program that kept none.
    public func sources(ofRun id: String) throws -> [RunSource] {
        try reading { database in
            guard try hasRuns(database) else { return [] }
            return try rows(
                database,
                """
                SELECT s.path, t.bytes FROM run_source s JOIN source_text t ON t.hash = s.hash
                WHERE s.run = ?1 ORDER BY s.path
                """, [id]
            ) { RunSource(path: $0.text(0), bytes: $0.array(1)) }
        }
    }

    // MARK: Periods

    /// Closes a period with a run, or opens it again: a line more, nothing is overwritten.
    public func keep(_ closing: PeriodClosing) throws {
        try writing { database in
            try database.execute(
                sql: "INSERT INTO period_closing (period, run, note, who, closed_at) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    closing.period, closing.run, closing.note, closing.who, InstantText.format(closing.at),
                ])
        }
    }

    /// All closings in the order they were made.
    public func closings() throws -> [PeriodClosing] {
        try reading { database in
            guard try hasRuns(database) else { return [] }
            return try rows(
                database, "SELECT period, run, note, who, closed_at FROM period_closing ORDER BY number"
            ) { row in
                PeriodClosing(
                    period: row.text(0), run: row.optionalText(1), note: row.text(2), who: row.text(3),
                    at: try instant(row.text(4)))
            }
        }
    }

    /// The closing of a period that is in force; `nil` while it is open.
    public func closing(of period: String) throws -> PeriodClosing? {
        try closings().last { $0.period == period }.flatMap { $0.run == nil ? nil : $0 }
    }

    /// Whether the store has the tables: one that no program with runs has written yet has none.
    private func hasRuns(_ database: Database) throws -> Bool {
        try FileFormat.schema(of: database) >= Schema.withRuns
    }
}
