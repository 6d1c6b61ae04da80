import Foundation
import GRDB

/// What tells a file of one kind from every other SQLite file, and how its tables came about.
struct FileFormat: Sendable {
    /// The mark in the file's header.
    let applicationId: Int64
    /// The SQL of each schema version after the one before it: the first makes the tables of an empty file, each other
    /// one takes a file one version further. The last schema version is their count.
    let steps: [String]
    /// What a new file's table `setting` holds from the start.
    let settings: [String: String]

    /// The number of the newest layout of tables; a file with a higher one was made by a newer program.
    var version: Int64 { Int64(steps.count) }

    /// What the marks in a file say.
    enum Identity {
        /// A file of this kind, with its schema version.
        case known(Int64)
        case empty
        case foreign(String)
        case newer(Int64)
    }

    func identity(of database: Database) throws -> Identity {
        let application = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let schema = try FileFormat.schema(of: database)
        guard application == applicationId else {
            let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            return application == 0 && objects == 0 ? .empty : .foreign("an SQLite file of another program")
        }
        guard schema <= version else { return .newer(schema) }
        return schema >= 1 ? .known(schema) : .foreign("a store with schema \(schema)")
    }

    /// The schema version that a file bears.
    static func schema(of database: Database) throws -> Int64 {
        try Int64.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }

    /// Makes the tables in an empty file, within the caller's transaction.
    func create(in database: Database, at instant: Date, by author: String) throws {
        try upgrade(database, from: 0)
        let first = ["created_at": InstantText.format(instant), "created_by": author]
        for (key, value) in settings.merging(first, uniquingKeysWith: { own, _ in own }) {
            try database.execute(sql: "INSERT INTO setting (key, value) VALUES (?, ?)", arguments: [key, value])
        }
        try database.execute(sql: "PRAGMA application_id = \(applicationId)")
    }

    /// Takes the tables from an older schema version to the newest, within the caller's transaction.
    func upgrade(_ database: Database, from schema: Int64) throws {
        for step in steps.dropFirst(Int(schema)) { try database.execute(sql: step) }
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }
}
