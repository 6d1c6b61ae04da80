import FormModel
import Foundation
import GRDB

/// A draft's row, as it is read.
struct DraftRow {
    let key: Int64
    let id: String
    let header: DraftHeader
    let label: String
    let changedAt: Date
    let answerCount: Int
    let holder: DraftHolder?
}

/// The statements over the tables of drafts, each within the caller's transaction.
struct DraftTables {
    let database: Database
    let path: String

    func run(_ sql: String, _ parameters: StoredCell...) throws {
        try RawStatement.run(database, sql, parameters, path: path)
    }

    /// All drafts, or the one of an id, the one written last first.
    func rows(id: String? = nil) throws -> [DraftRow] {
        try RawStatement.rows(
            database,
            """
            SELECT d.key, d.id, d.form, d.form_version, d.form_hash, d.round, d.day, d.language, d.who, d.device,
            d.opened_at, d.purpose, d.record, d.record_version, d.unit, d.label, d.changed_at,
            h.who, h.process, h.host, h.since,
            (SELECT count(*) FROM answer a WHERE a.draft = d.key AND a.content NOT IN
                ('\(String(decoding: AnswerContent.notAsked, as: UTF8.self))',
                '\(String(decoding: AnswerContent.unanswered, as: UTF8.self))'))
            FROM draft d LEFT JOIN holder h ON h.draft = d.key
            \(id == nil ? "" : "WHERE d.id = ?") ORDER BY d.change DESC
            """, id.map { [$0] } ?? [], path: path, row)
    }

    private func row(_ row: RawStatement) throws -> DraftRow {
        let id = row.text(1)
        guard let day = Day(iso: row.text(6)), let opened = InstantText.parse(row.text(10)),
            let changed = InstantText.parse(row.text(16)), let purpose = purpose(row)
        else { throw damaged(id, "unreadable table row") }
        let header = DraftHeader(
            form: row.text(2), formVersion: Int(row.integer(3)), formHash: row.text(4), round: row.text(5), day: day,
            language: row.text(7), who: row.text(8), device: row.optionalText(9), openedAt: opened, purpose: purpose,
            unit: try reading(id) { try UnitContent.decode(row.bytes(14)) })
        let holder = InstantText.parse(row.text(20)).map {
            DraftHolder(who: row.text(17), process: Int(row.integer(18)), host: row.text(19), since: $0)
        }
        return DraftRow(
            key: row.integer(0), id: id, header: header, label: row.text(15), changedAt: changed,
            answerCount: Int(row.integer(21)), holder: holder)
    }

    private func purpose(_ row: RawStatement) -> DraftPurpose? {
        switch row.text(11) {
        case "new": .new
        case "edit": .edit(record: row.text(12), version: Int(row.integer(13)))
        default: nil
        }
    }

    /// Adds a draft without answers; `false` where another has the id.
    func insert(_ id: String, _ header: DraftHeader) throws -> Bool {
        let (purpose, record, version): (String, StoredCell, StoredCell) =
            switch header.purpose {
            case .new: ("new", .null, .null)
            case .edit(let record, let version): ("edit", .text(record), .integer(Int64(version)))
            }
        try run(
            """
            INSERT INTO draft (id, change, form, form_version, form_hash, round, day, language, who, device, opened_at,
            purpose, record, record_version, unit, label, changed_at, state) VALUES (
            ?1, (SELECT coalesce(max(change), 0) + 1 FROM draft), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
            ?11, ?12, ?13, ?14, '', ?10, '') ON CONFLICT (id) DO NOTHING
            """, .text(id), .text(header.form), .integer(Int64(header.formVersion)), .text(header.formHash),
            .text(header.round), .text(header.day.iso), .text(header.language), .text(header.who),
            header.device.map { .text($0) } ?? .null, .text(InstantText.format(header.openedAt)), .text(purpose),
            record, version, .text(UnitContent.encode(header.unit)))
        return database.changesCount == 1
    }

    func setHolder(of key: Int64, to holder: DraftHolder) throws {
        try run(
            "INSERT OR REPLACE INTO holder (draft, who, process, host, since) VALUES (?, ?, ?, ?, ?)", .integer(key),
            .text(holder.who), .integer(Int64(holder.process)), .text(holder.host),
            .text(InstantText.format(holder.since)))
    }

    /// Keeps the files that a draft began with; a content that is there already is shared.
    func insert(_ sources: [DraftSource], of key: Int64) throws {
        let keeping = try RawStatement(
            database, "INSERT INTO source (hash, bytes) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING", path: path)
        for source in sources {
            let hash = contentHash(source.bytes)
            keeping.restart()
            keeping.bind(hash, at: 1)
            keeping.bind(blob: source.bytes, at: 2)
            try keeping.run()
            try run(
                "INSERT INTO draft_source (draft, path, hash) VALUES (?, ?, ?)", .integer(key), .text(source.path),
                .text(hash))
        }
    }

    /// Takes a draft out, with the files that no other draft began with.
    func delete(_ key: Int64) throws {
        for table in ["answer", "event", "draft_source", "holder"] {
            try run("DELETE FROM \(table) WHERE draft = ?", .integer(key))
        }
        try run("DELETE FROM draft WHERE key = ?", .integer(key))
        try run("DELETE FROM source WHERE hash NOT IN (SELECT hash FROM draft_source)")
    }

    /// Reads a content; one that cannot be read is damage to a draft.
    func reading<T>(_ draft: String, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let fault as ContentFault {
            throw damaged(draft, fault.reason)
        }
    }

    func damaged(_ draft: String, _ reason: String) -> StorageError {
        StorageError(.damagedDrafts, path: path, facts: ["draft": draft, "reason": reason])
    }
}

/// The key of a unit in JSON: `[["village","dt1"],["household_no","7"]]`.
enum UnitContent {
    static func encode(_ unit: [KeyPart]) -> String {
        var content: [UInt8] = [0x5B]
        for (place, part) in unit.enumerated() {
            if place > 0 { content.append(0x2C) }
            content.append(0x5B)
            content.append(jsonString: part.field)
            content.append(0x2C)
            content.append(jsonString: part.value)
            content.append(0x5D)
        }
        content.append(0x5D)
        return String(decoding: content, as: UTF8.self)
    }

    static func decode(_ content: UnsafeBufferPointer<UInt8>) throws -> [KeyPart] {
        var reader = ContentReader(content)
        var unit: [KeyPart] = []
        try reader.array { reader in
            let pair = try reader.strings()
            guard pair.count == 2 else { throw reader.fault() }
            unit.append(KeyPart(field: pair[0], value: pair[1]))
        }
        try reader.end()
        return unit
    }
}
