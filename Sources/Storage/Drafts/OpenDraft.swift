import FormModel
import Foundation

/// A draft that this process holds.
///
/// It is let go by `close`, by `finish`, when the object goes, or when the process ends.
public final class OpenDraft {
    /// The draft's id.
    public let id: String
    /// What it is about.
    public private(set) var header: DraftHeader
    /// The sequence that the next event of the log may have.
    public private(set) var nextSequence: Int

    private let key: Int64
    private let store: DraftStore
    /// `nil` once the draft was let go.
    private var lock: DraftLock?

    init(_ row: DraftRow, lock: DraftLock, store: DraftStore, _ tables: DraftTables) throws {
        self.id = row.id
        self.header = row.header
        self.key = row.key
        self.store = store
        self.lock = lock
        self.nextSequence = try OpenDraft.lastSequence(row.key, tables) + 1
    }

    private static func lastSequence(_ key: Int64, _ tables: DraftTables) throws -> Int {
        let statement = try RawStatement(
            tables.database, "SELECT max(sequence) FROM event WHERE draft = ?", path: tables.path)
        statement.bind(key, at: 1)
        return try statement.step() ? Int(statement.integer(0)) : 0
    }

    /// The state that the last step gave; empty before the first.
    public func state() throws -> String {
        try reading("SELECT state FROM draft WHERE key = ?") { $0.text(0) }.first ?? ""
    }

    /// The answers, ordered by their paths' bytes.
    public func answers() throws -> [DraftAnswer] {
        try reading("SELECT path, content FROM answer WHERE draft = ? ORDER BY path") { row in
            DraftAnswer(path: row.text(0), answer: try AnswerContent.decode(row.bytes(1)))
        }
    }

    /// The log so far, by sequence.
    public func events() throws -> [AuditEvent] {
        try reading("SELECT content FROM event WHERE draft = ? ORDER BY sequence") { row in
            try AuditContent(reading: row.bytes(0)).event
        }
    }

    /// The log as it goes to the store with the record.
    public func trail() throws -> AuditTrail { AuditTrail(origin: id, events: try events()) }

    /// The files that the draft began with, ordered by their paths' bytes.
    public func sources() throws -> [DraftSource] {
        try reading(
            """
            SELECT d.path, d.hash, s.bytes FROM draft_source d JOIN source s ON s.hash = d.hash
            WHERE d.draft = ? ORDER BY d.path
            """
        ) { row in
            let bytes = row.array(2)
            guard contentHash(bytes) == row.text(1) else {
                throw ContentFault(reason: "a source differs from its hash")
            }
            return DraftSource(path: row.text(0), bytes: bytes)
        }
    }

    /// Keeps a step, wholly or not at all; when this returns, it is on disk.
    ///
    /// - Throws: `invalidDraft` for events that are not by rising sequence and numbers that are not finite, `diskFull`,
    ///   `locked`, …; then nothing has changed, and the step can be tried again.
    public func write(_ step: DraftStep) throws {
        try requireHeld()
        accept(step, try store.writing { try keep(step, $0) })
    }

    /// Keeps a step within the caller's transaction; gives the last sequence of the log.
    func keep(_ step: DraftStep, _ tables: DraftTables) throws -> Int {
        try tables.run(
            """
            UPDATE draft SET state = ?, changed_at = ?, label = coalesce(?, label), unit = coalesce(?, unit),
            change = (SELECT max(change) + 1 FROM draft) WHERE key = ?
            """, .text(step.state), .text(InstantText.format(step.at)), step.label.map { .text($0) } ?? .null,
            step.unit.map { .text(UnitContent.encode($0)) } ?? .null, .integer(key))
        guard tables.database.changesCount == 1 else { throw gone() }
        for change in step.answers { try keep(change, tables) }
        return try step.events.reduce(try OpenDraft.lastSequence(key, tables)) { last, event in
            guard event.sequence > last else {
                throw invalid("the events of an interview are not by rising sequence")
            }
            try keep(event, tables)
            return event.sequence
        }
    }

    /// Takes note of a step that is on disk.
    func accept(_ step: DraftStep, _ last: Int) {
        nextSequence = last + 1
        if let unit = step.unit { header.unit = unit }
    }

    /// Ends the draft: its record is in the store, or nobody wants it. Answers, log and sources are deleted.
    public func finish() throws {
        try requireHeld()
        try store.writing { try $0.delete(key) }
        lock = nil
        store.wipeLog()
    }

    /// Lets the draft go, to be taken up again by anyone. Closing twice is no failure.
    public func close() throws {
        guard lock != nil else { return }
        defer { lock = nil }
        try store.writing { try $0.run("DELETE FROM holder WHERE draft = ?", .integer(key)) }
    }

    private func keep(_ change: DraftChange, _ tables: DraftTables) throws {
        guard let answer = change.answer else {
            return try tables.run(
                "DELETE FROM answer WHERE draft = ? AND path = ?", .integer(key), .text(change.path))
        }
        let content = try fitting(change.path) { try AnswerContent.encode(answer) }
        try tables.run(
            "INSERT OR REPLACE INTO answer (draft, path, content) VALUES (?, ?, ?)", .integer(key),
            .text(change.path), .text(String(decoding: content, as: UTF8.self)))
    }

    private func keep(_ event: AuditEvent, _ tables: DraftTables) throws {
        let content = try fitting(event.path) { try AuditContent(event).encoded().content }
        try tables.run(
            "INSERT INTO event (draft, sequence, content) VALUES (?, ?, ?)", .integer(key),
            .integer(Int64(event.sequence)), .text(String(decoding: content, as: UTF8.self)))
    }

    private func reading<T>(_ sql: String, _ row: (RawStatement) throws -> T) throws -> [T] {
        try requireHeld()
        return try store.reading { tables in
            let statement = try RawStatement(tables.database, sql, path: tables.path)
            statement.bind(key, at: 1)
            var all: [T] = []
            try tables.reading(id) { while try statement.step() { all.append(try row(statement)) } }
            return all
        }
    }

    private func fitting<T>(_ field: String?, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let unfit as UnfitValue { throw invalid(unfit.reason, field: field) }
    }

    private func invalid(_ reason: String, field: String? = nil) -> StorageError {
        var facts = ["draft": id, "reason": reason]
        facts["field"] = field
        return StorageError(.invalidDraft, path: store.path, facts: facts)
    }

    private func requireHeld() throws { if lock == nil { throw gone() } }

    private func gone() -> StorageError { StorageError(.noSuchDraft, path: store.path, facts: ["draft": id]) }
}
