import Foundation
import GRDB
import Sampling

extension Store {
    /// The samples in force of a form in a round, by design; empty in a store that no program with samples has written
    /// yet.
    public func samples(form: String, round: String) throws -> [StoredSample] {
        try reading { try samples($0, "form = ? AND round = ?", [form, round]) }
    }

    /// Keeps a sample with its assignments, all or nothing. One that is there for the same design and round is never
    /// taken away: it stays, or it is marked as replaced.
    ///
    /// - Parameter replacing: whether it takes the place of another.
    public func keep(_ sample: StoredSample, replacing: Bool) throws -> SampleOutcome {
        try writing { database in
            let known = try samples(database, "design = ? AND round = ?", [sample.design, sample.round]).first
            if let known {
                if known.isSameDraw(as: sample) { return .unchanged }
                guard replacing else { return .refused(known) }
                try database.execute(
                    sql: "UPDATE sample SET replaced_at = ? WHERE design = ? AND round = ? AND replaced_at IS NULL",
                    arguments: [InstantText.format(sample.drawnAt), sample.design, sample.round])
            }
            try insert(sample, in: database)
            return known.map { .replaced($0) } ?? .kept
        }
    }

    /// Whether the file has tables for samples: not before a program that knows them has opened it to write.
    private func hasSamples(_ database: Database) throws -> Bool {
        try FileFormat.schema(of: database) >= Schema.withSamples
    }

    private func insert(_ sample: StoredSample, in database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO sample (design, form, round, key_fields, seed, drawn_at, who) VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                sample.design, sample.form, sample.round, TextList.encode(sample.keyFields), String(sample.seed),
                InstantText.format(sample.drawnAt), sample.who,
            ])
        let key = database.lastInsertedRowID
        for (place, unit) in sample.units.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO assignment (sample, position, unit, stratum, role, number, stratum_size,
                    stratum_selected, interviewer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    key, place + 1, TextList.encode(unit.key), unit.stratum, unit.role.rawValue, unit.number,
                    unit.stratumSize, unit.stratumSelected, unit.interviewer,
                ])
        }
    }

    private func samples(_ database: Database, _ condition: String, _ values: [String]) throws -> [StoredSample] {
        guard try hasSamples(database) else { return [] }
        let found = try rows(
            database,
            """
            SELECT key, design, form, round, key_fields, seed, drawn_at, who FROM sample
            WHERE \(condition) AND replaced_at IS NULL ORDER BY design
            """, values
        ) { row in
            guard let seed = UInt64(row.text(5)) else { throw unreadableSample }
            return (
                key: row.integer(0),
                sample: StoredSample(
                    design: row.text(1), form: row.text(2), round: row.text(3), keyFields: try list(row.text(4)),
                    seed: seed, drawnAt: try instant(row.text(6)), who: row.text(7), units: [])
            )
        }
        return try found.map { key, sample in
            var sample = sample
            sample.units = try units(ofSample: key, database)
            return sample
        }
    }

    private func units(ofSample key: Int64, _ database: Database) throws -> [DrawnUnit] {
        let sql = """
            SELECT unit, stratum, role, number, stratum_size, stratum_selected, interviewer FROM assignment
            WHERE sample = ? ORDER BY position
            """
        let statement = try statement(database, sql)
        statement.bind(key, at: 1)
        var units: [DrawnUnit] = []
        while try statement.step() {
            guard let role = SampleRole(rawValue: statement.text(2)) else { throw unreadableSample }
            units.append(
                DrawnUnit(
                    key: try list(statement.text(0)), stratum: statement.text(1), role: role,
                    number: Int(statement.integer(3)), stratumSize: Int(statement.integer(4)),
                    stratumSelected: Int(statement.integer(5)), interviewer: statement.optionalText(6)))
        }
        return units
    }

    private func list(_ text: String) throws -> [String] {
        guard let list = TextList.decode(text) else { throw unreadableSample }
        return list
    }

    private var unreadableSample: StorageError {
        StorageError(.corrupt, path: path, facts: ["reason": "unreadable sample"])
    }
}

/// A list of texts in a column, as JSON.
private enum TextList {
    static func encode(_ list: [String]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(list)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }

    static func decode(_ text: String) -> [String]? {
        try? JSONDecoder().decode([String].self, from: Data(text.utf8))
    }
}
