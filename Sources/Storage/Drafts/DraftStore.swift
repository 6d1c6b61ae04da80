import FormModel
import Foundation
import GRDB

/// The interviews that are not finished, in a file apart from the store, so that an import never blocks a surveyor.
///
/// A draft is made (`create`) or taken up again (`open`) and then held by one process alone, until it is closed, finished
/// or the process ends. Each step of its interview is on disk before `OpenDraft.write` returns. What the draft began
/// with (form, libraries, choice lists) is kept with it.
///
/// When an interview is complete, its record goes to the store first, with its events and visits, and then the draft is
/// finished. Whoever is killed between does both once more: the store keeps nothing twice.
///
/// A draft store, with its drafts, belongs to one thread at a time; any number of processes may have it open.
public final class DraftStore {
    /// The absolute path of the file.
    public let path: String
    let queue: DatabaseQueue
    private var ids: any RandomNumberGenerator

    private init(path: String, queue: DatabaseQueue, ids: any RandomNumberGenerator) {
        self.path = path
        self.queue = queue
        self.ids = ids
    }

    /// Opens the file of drafts, or makes one.
    ///
    /// - Parameters:
    ///   - access: read only, drafts can be listed.
    ///   - busyTimeout: how long, in seconds, to wait for another process that writes.
    ///   - ids: where the letters of ids come from: by default the system's random numbers; others are for tests.
    /// - Throws: `notDrafts`, `newerSchema`, `networkFileSystem`, `damagedDrafts` and what else opening a store throws.
    public static func open(
        _ path: String, access: StoreAccess, busyTimeout: Double = 5, ids: (any RandomNumberGenerator)? = nil
    ) throws -> DraftStore {
        let path = StoreFile.absolute(path)
        let queue = try translatingDraftErrors(of: path) {
            try Connection.open(path, as: DraftSchema.format, access: access, busyTimeout: busyTimeout)
        }
        return DraftStore(path: path, queue: queue, ids: ids ?? SystemRandomNumberGenerator())
    }

    /// Closes the file. Drafts that are still open can no longer be written.
    public func close() throws {
        try translatingDraftErrors(of: path) { try queue.close() }
    }

    /// All drafts, the one written last first.
    public func drafts() throws -> [DraftSummary] {
        let rows = try reading { try $0.rows() }
        let held = DraftLock.held(rows.map(\.key), on: path)
        return rows.map { row in
            let isHeld = held.contains(row.key)
            return DraftSummary(
                id: row.id, header: row.header, label: row.label, changedAt: row.changedAt,
                answerCount: row.answerCount, isHeld: isHeld, holder: isHeld ? row.holder : nil)
        }
    }

    /// Makes a draft and holds it.
    ///
    /// - Parameters:
    ///   - sources: the files of the workspace that the draft is to stay with.
    ///   - step: what it begins with, such as the answers of a record that is edited.
    public func create(
        _ header: DraftHeader, sources: [DraftSource], beginningWith step: DraftStep? = nil
    ) throws -> OpenDraft {
        try writing { tables in
            var id = newId()
            while try !tables.insert(id, header) { id = newId() }
            try tables.insert(sources, of: tables.database.lastInsertedRowID)
            let draft = try hold(id, tables, by: header.who, since: header.openedAt)
            if let step { draft.accept(step, try draft.keep(step, tables)) }
            return draft
        }
    }

    /// Takes up a draft and holds it.
    ///
    /// - Parameters:
    ///   - id: the draft's id, in large or small letters.
    ///   - who: who takes it up, and `instant` when: what others are told who want it too.
    /// - Throws: `noSuchDraft`; `draftInUse` where it is open already, in this process or another.
    public func open(_ id: String, by who: String, at instant: Date) throws -> OpenDraft {
        try writing { try hold(id.lowercased(), $0, by: who, since: instant) }
    }

    /// Throws a draft away, with all its answers.
    ///
    /// - Throws: `noSuchDraft`; `draftInUse` where it is open.
    public func discard(_ id: String) throws {
        let id = id.lowercased()
        try writing { tables in
            let row = try row(id, tables)
            let lock = try lock(row)
            defer { withExtendedLifetime(lock) {} }
            try tables.delete(row.key)
        }
        wipeLog()
    }

    private func hold(_ id: String, _ tables: DraftTables, by who: String, since instant: Date) throws -> OpenDraft {
        let row = try row(id, tables)
        // Locked within the transaction, so that whoever finds the lock taken also finds by whom.
        let lock = try lock(row)
        try tables.setHolder(
            of: row.key,
            to: DraftHolder(who: who, process: Int(getpid()), host: DraftStore.hostName(), since: instant))
        return try OpenDraft(row, lock: lock, store: self, tables)
    }

    private func row(_ id: String, _ tables: DraftTables) throws -> DraftRow {
        guard let row = try tables.rows(id: id).first else {
            throw StorageError(.noSuchDraft, path: path, facts: ["draft": id])
        }
        return row
    }

    private func lock(_ row: DraftRow) throws -> DraftLock {
        if let lock = try DraftLock(on: path, key: row.key) { return lock }
        var facts = ["id": row.id]
        if let holder = row.holder {
            facts["who"] = holder.who
            facts["process"] = String(holder.process)
            facts["host"] = holder.host
            facts["since"] = InstantText.format(holder.since)
        }
        throw StorageError(.draftInUse, path: path, facts: facts)
    }

    /// Digits and letters that are not taken for one another, neither by eye nor by ear, and make no words.
    private static let idLetters = Array("23456789bcdghkmrtvx")

    private func newId() -> String {
        String((0..<6).map { _ in DraftStore.idLetters.randomElement(using: &ids) ?? "2" })
    }

    private static func hostName() -> String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func reading<T>(_ body: (DraftTables) throws -> T) throws -> T {
        try translatingDraftErrors(of: path) {
            try queue.read { try body(DraftTables(database: $0, path: path)) }
        }
    }

    /// Writes in one transaction: all of it, or nothing if anything is thrown.
    func writing<T>(_ body: (DraftTables) throws -> T) throws -> T {
        guard !queue.configuration.readonly else { throw StorageError(.readOnly, path: path) }
        return try translatingDraftErrors(of: path) {
            try queue.inWriteTransaction { try body(DraftTables(database: $0, path: path)) }
        }
    }

    /// Empties the write-ahead log, which still has a deleted draft as it was; where another process is at it just now,
    /// a later time will do.
    func wipeLog() {
        try? queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
}

/// Runs something that speaks to the file of drafts, and tells its errors from those of the store.
private func translatingDraftErrors<T>(of path: String, _ body: () throws -> T) throws -> T {
    do {
        return try translatingErrors(of: path, body)
    } catch let error as StorageError where error.code == .notAStore {
        throw StorageError(.notDrafts, path: error.path, facts: error.facts)
    } catch let error as StorageError where error.code == .corrupt {
        throw StorageError(.damagedDrafts, path: error.path, facts: error.facts)
    }
}
