import AlertStates
import Foundation
import GRDB

/// Alerts: their states may change, what was told and what happened is only ever added to.
extension Store {
    /// What is kept of alerts; nothing in a store that no run has written to.
    public func alertBook() throws -> AlertBook {
        try reading { database in try hasAlerts(database) ? book(database) : AlertBook() }
    }

    /// Lets a change of the book be made and keeps it with what is to be added, in one transaction: all of it or, if
    /// anything is thrown, nothing. What was written meanwhile, such as an acknowledgement, is seen by the change.
    public func changeAlerts<Result>(
        _ body: (inout AlertBook, inout AlertAdditions) throws -> Result
    ) throws -> Result {
        try writing { database in
            let before = try book(database)
            var after = before
            var additions = AlertAdditions()
            let result = try body(&after, &additions)
            // What is on its way names its notice.
            try add(additions, database)
            try AlertWriter(database: database).write(after, over: before)
            return result
        }
    }

    /// Writes one entry of the outbox: what became of a delivery.
    public func keep(_ entry: OutboxEntry, events: [AlertEvent] = []) throws {
        try writing { database in
            try AlertWriter(database: database).write(entry)
            try add(AlertAdditions(events: events), database)
        }
    }

    // MARK: Reading

    private func book(_ database: Database) throws -> AlertBook {
        var book = AlertBook()
        book.instances = try decoded(database, "SELECT content FROM alert_instance ORDER BY rule, labels, active_since")
        book.silences = try decoded(database, "SELECT content FROM alert_silence ORDER BY number")
        book.outbox = try decoded(
            database,
            """
            SELECT content FROM outbox WHERE notice IN (SELECT notice FROM outbox WHERE state <> 'accepted')
            ORDER BY queued_at, notice, notifier
            """)
        for row in try rows(database, "SELECT id, content FROM alert_rule", [], { ($0.text(0), $0.array(1)) }) {
            book.rules[row.0] = try decoded(row.1) as AlertBook.KnownRule
        }
        return book
    }

    /// All that was ever to be delivered, the oldest first: what was accepted by every notifier as well.
    public func wholeOutbox() throws -> [OutboxEntry] {
        try reading { database in
            guard try hasAlerts(database) else { return [] }
            return try decoded(database, "SELECT content FROM outbox ORDER BY queued_at, notice, notifier")
        }
    }

    private func decoded<Value: Decodable>(_ database: Database, _ sql: String) throws -> [Value] {
        try rows(database, sql) { try decoded($0.array(0)) }
    }

    private func decoded<Value: Decodable>(_ bytes: [UInt8]) throws -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(bytes))
        } catch {
            throw StorageError(.corrupt, path: path, facts: ["reason": "the state of an alert is unreadable"])
        }
    }

    /// The notices of some ids.
    public func notices(_ ids: Set<String>) throws -> [String: StoredNotice] {
        guard !ids.isEmpty else { return [:] }
        return try reading { database in
            guard try hasAlerts(database) else { return [:] }
            let found = try ids.sorted().flatMap { id in
                try rows(
                    database,
                    "SELECT id, made_at, severity, kind, owners, labels, subject, text, json FROM notice WHERE id = ?",
                    [id]
                ) { row in
                    StoredNotice(
                        id: row.text(0), at: try instant(row.text(1)), severity: row.text(2), kind: row.text(3),
                        to: try decoded(row.array(4)), labels: try decoded(row.array(5)), subject: row.text(6),
                        text: row.text(7), json: row.text(8))
                }
            }
            return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
        }
    }

    /// What happened to alerts, the oldest first.
    public func alertEvents() throws -> [AlertEvent] {
        try reading { database in
            guard try hasAlerts(database) else { return [] }
            return try rows(
                database, "SELECT at, rule, labels, kind, active_since, detail FROM alert_event ORDER BY number"
            ) { row in
                AlertEvent(
                    at: try instant(row.text(0)), rule: row.text(1), labels: try decoded(row.array(2)),
                    kind: row.text(3), activeSince: try row.optionalText(4).map { try instant($0) },
                    detail: row.text(5))
            }
        }
    }

    /// The time of the last run of alerts that went through.
    public func lastAlertRun() throws -> Date? {
        try reading { database in
            guard try hasAlerts(database) else { return nil }
            return try rows(database, "SELECT now FROM alert_run ORDER BY number DESC LIMIT 1") {
                try instant($0.text(0))
            }.first
        }
    }

    /// Whether the store has the tables: one that no program with alerts has written yet has none.
    private func hasAlerts(_ database: Database) throws -> Bool {
        try FileFormat.schema(of: database) >= Schema.withAlerts
    }

    // MARK: Writing

    private func add(_ additions: AlertAdditions, _ database: Database) throws {
        let writer = AlertWriter(database: database)
        for notice in additions.notices { try writer.add(notice) }
        for event in additions.events { try writer.add(event) }
        if let run = additions.run { try writer.add(run) }
    }
}

/// What a change adds to the log of alerts.
public struct AlertAdditions {
    /// What happened.
    public var events: [AlertEvent] = []
    /// What is told.
    public var notices: [StoredNotice] = []
    /// The run, by its time and a line of what it did.
    public var run: (now: Date, summary: String)?

    /// Nothing but these events, if any.
    public init(events: [AlertEvent] = []) { self.events = events }
}

/// Writes what has changed.
private struct AlertWriter {
    let database: Database

    func write(_ after: AlertBook, over before: AlertBook) throws {
        let known = Dictionary(before.instances.map { (Key($0), $0) }) { first, _ in first }
        var gone = Set(known.keys)
        for instance in after.instances {
            gone.remove(Key(instance))
            if known[Key(instance)] != instance { try write(instance) }
        }
        for key in gone {
            try database.execute(
                sql: "DELETE FROM alert_instance WHERE rule = ? AND labels = ? AND active_since = ?",
                arguments: [key.rule, key.labels, key.activeSince])
        }
        for (id, rule) in after.rules where before.rules[id] != rule {
            try database.execute(
                sql: "INSERT INTO alert_rule (id, content) VALUES (?, ?) "
                    + "ON CONFLICT (id) DO UPDATE SET content = excluded.content", arguments: [id, try text(rule)])
        }
        for id in before.rules.keys where after.rules[id] == nil {
            try database.execute(sql: "DELETE FROM alert_rule WHERE id = ?", arguments: [id])
        }
        let silences = Set(before.silences)
        for silence in after.silences where !silences.contains(silence) {
            try database.execute(
                sql: "INSERT INTO alert_silence (id, content) VALUES (?, ?) "
                    + "ON CONFLICT (id) DO UPDATE SET content = excluded.content",
                arguments: [silence.id, try text(silence)])
        }
        let entries = Set(before.outbox)
        for entry in after.outbox where !entries.contains(entry) { try write(entry) }
    }

    private struct Key: Hashable {
        let rule: String
        let labels: String
        let activeSince: String

        init(_ instance: AlertInstance) {
            rule = instance.key.rule
            labels = AlertWriter.list(instance.key.labels)
            activeSince = InstantText.format(instance.activeSince)
        }
    }

    private func write(_ instance: AlertInstance) throws {
        let key = Key(instance)
        try database.execute(
            sql: "INSERT INTO alert_instance (rule, labels, active_since, state, content) VALUES (?, ?, ?, ?, ?) "
                + "ON CONFLICT (rule, labels, active_since) DO UPDATE SET state = excluded.state, "
                + "content = excluded.content",
            arguments: [key.rule, key.labels, key.activeSince, instance.state.rawValue, try text(instance)])
    }

    func write(_ entry: OutboxEntry) throws {
        try database.execute(
            sql: "INSERT INTO outbox (notifier, notice, state, queued_at, content) VALUES (?, ?, ?, ?, ?) "
                + "ON CONFLICT (notifier, notice) DO UPDATE SET state = excluded.state, content = excluded.content "
                + "WHERE outbox.state <> 'accepted'",
            arguments: [
                entry.notifier, entry.noticeId, entry.state.rawValue, InstantText.format(entry.queuedAt),
                try text(entry),
            ])
    }

    func add(_ notice: StoredNotice) throws {
        // A notice of an id is the same, whoever makes it.
        try database.execute(
            sql: "INSERT INTO notice (id, made_at, severity, kind, owners, labels, subject, text, json) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
            arguments: [
                notice.id, InstantText.format(notice.at), notice.severity, notice.kind, try text(notice.to),
                AlertWriter.list(notice.labels), notice.subject, notice.text, notice.json,
            ])
    }

    func add(_ event: AlertEvent) throws {
        try database.execute(
            sql: "INSERT INTO alert_event (at, rule, labels, kind, active_since, detail) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                InstantText.format(event.at), event.rule, AlertWriter.list(event.labels), event.kind,
                event.activeSince.map(InstantText.format), event.detail,
            ])
    }

    func add(_ run: (now: Date, summary: String)) throws {
        try database.execute(
            sql: "INSERT INTO alert_run (now, summary) VALUES (?, ?)",
            arguments: [InstantText.format(run.now), run.summary])
    }

    private func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Labels as JSON with sorted keys: the same labels are the same text.
    private static func list(_ labels: [String: String]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(labels)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
