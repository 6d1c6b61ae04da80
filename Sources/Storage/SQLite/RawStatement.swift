import GRDB
import GRDBSQLite

/// SQLite copies what is bound (`SQLITE_TRANSIENT`, a macro that Swift does not see).
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// The texts of one row on their way into a statement, laid end to end: SQLite reads them where they lie, so that no
/// text is copied by itself.
struct RowTexts {
    fileprivate struct Span {
        let parameter: Int32
        let start: Int
    }

    fileprivate private(set) var spans: [Span] = []
    fileprivate private(set) var bytes: [UInt8] = []

    /// Makes room for another row.
    mutating func removeAll() {
        spans.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Adds the text of a parameter.
    mutating func append(_ text: String, at parameter: Int) {
        spans.append(Span(parameter: Int32(parameter), start: bytes.count))
        bytes.append(contentsOf: text.utf8)
    }

    /// Adds the text of a parameter, in UTF-8.
    mutating func append(_ text: [UInt8], at parameter: Int) {
        spans.append(Span(parameter: Int32(parameter), start: bytes.count))
        bytes.append(contentsOf: text)
    }
}

/// One column of a row that a statement has come to.
struct RawValue {
    private let value: OpaquePointer?

    fileprivate init(_ value: OpaquePointer?) { self.value = value }

    var isNull: Bool { sqlite3_value_type(value) == SQLITE_NULL }
    var integer: Int64 { sqlite3_value_int64(value) }
    var double: Double { sqlite3_value_double(value) }
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The bytes of a text.
    var bytes: UnsafeBufferPointer<UInt8> {
        guard let base = sqlite3_value_blob(value) else { return UnsafeBufferPointer(start: nil, count: 0) }
        let count = Int(sqlite3_value_bytes(value))
        return UnsafeBufferPointer(start: base.assumingMemoryBound(to: UInt8.self), count: count)
    }
}

/// A prepared statement without the layers above it: for rows by the hundred thousand.
///
/// Columns count from 0 and parameters from 1, as in SQLite. Texts handed out as bytes hold until the next step.
final class RawStatement {
    private let connection: OpaquePointer
    private let handle: OpaquePointer
    private let path: String

    /// Prepares a statement.
    init(_ database: Database, _ sql: String, path: String) throws {
        guard let connection = database.sqliteConnection else {
            throw StorageError(.unexpected, path: path, facts: ["reason": "the store is closed"])
        }
        var handle: OpaquePointer?
        let result = sqlite3_prepare_v2(connection, sql, -1, &handle, nil)
        guard result == SQLITE_OK, let handle else {
            throw RawStatement.failure(of: connection, path: path)
        }
        self.connection = connection
        self.handle = handle
        self.path = path
    }

    /// What `row` makes of each row of a query whose parameters are texts.
    static func rows<T>(
        _ database: Database, _ sql: String, _ parameters: [String] = [], path: String,
        _ row: (RawStatement) throws -> T
    ) throws -> [T] {
        let statement = try RawStatement(database, sql, path: path)
        for (place, parameter) in parameters.enumerated() { statement.bind(parameter, at: place + 1) }
        var all: [T] = []
        while try statement.step() { all.append(try row(statement)) }
        return all
    }

    /// Runs a statement once with its parameters.
    static func run(_ database: Database, _ sql: String, _ parameters: [StoredCell], path: String) throws {
        let statement = try RawStatement(database, sql, path: path)
        for (place, parameter) in parameters.enumerated() {
            switch parameter {
            case .null: continue
            case .integer(let number): statement.bind(number, at: place + 1)
            case .real(let number): statement.bind(number, at: place + 1)
            case .text(let text): statement.bind(text, at: place + 1)
            }
        }
        try statement.run()
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Makes the statement ready for another run, with every parameter NULL.
    func restart() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    func bind(_ value: Int64, at parameter: Int) {
        sqlite3_bind_int64(handle, Int32(parameter), value)
    }

    func bind(_ value: Double, at parameter: Int) {
        sqlite3_bind_double(handle, Int32(parameter), value)
    }

    func bind(_ value: String, at parameter: Int) {
        var text = value
        text.withUTF8 { bind(text: $0, at: parameter) }
    }

    func bind(optional value: String?, at parameter: Int) {
        if let value { bind(value, at: parameter) }
    }

    func bind(text value: [UInt8], at parameter: Int) {
        value.withUnsafeBufferPointer { bind(text: $0, at: parameter) }
    }

    func bind(blob value: [UInt8], at parameter: Int) {
        value.withUnsafeBytes {
            _ = sqlite3_bind_blob(handle, Int32(parameter), $0.baseAddress, Int32($0.count), copied)
        }
    }

    private func bind(text: UnsafeBufferPointer<UInt8>, at parameter: Int) {
        guard let base = text.baseAddress else {
            sqlite3_bind_text(handle, Int32(parameter), "", 0, copied)
            return
        }
        base.withMemoryRebound(to: CChar.self, capacity: text.count) {
            _ = sqlite3_bind_text(handle, Int32(parameter), $0, Int32(text.count), copied)
        }
    }

    /// Goes to the next row; `false` after the last.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let failure = RawStatement.failure(of: connection, path: path)
            sqlite3_reset(handle)
            throw failure
        }
    }

    /// Runs a statement that gives no rows.
    func run() throws {
        while try step() {}
        sqlite3_reset(handle)
    }

    /// Runs a statement that gives no rows with the texts of a row beside what is bound already, and makes it ready for
    /// another run: nothing stays bound.
    func run(with texts: borrowing RowTexts) throws {
        let (spans, count) = (texts.spans, texts.bytes.count)
        try texts.bytes.withUnsafeBufferPointer { bytes in
            // The bytes lie here only until the end: no parameter may point at them after it.
            defer {
                sqlite3_reset(handle)
                sqlite3_clear_bindings(handle)
            }
            for (place, span) in spans.enumerated() {
                let end = place + 1 < spans.count ? spans[place + 1].start : count
                guard end > span.start, let base = bytes.baseAddress else {
                    sqlite3_bind_text(handle, span.parameter, "", 0, copied)
                    continue
                }
                (base + span.start).withMemoryRebound(to: CChar.self, capacity: end - span.start) {
                    _ = sqlite3_bind_text(handle, span.parameter, $0, Int32(end - span.start), nil)
                }
            }
            while try step() {}
        }
    }

    /// The number that the row inserted last was given, by this statement or another of its connection.
    var lastInsertedKey: Int64 { sqlite3_last_insert_rowid(connection) }

    /// A column of the row, to be looked at more than once; it holds until the next step.
    func value(_ column: Int) -> RawValue { RawValue(sqlite3_column_value(handle, Int32(column))) }

    /// The storage class of a column of the row: `SQLITE_INTEGER`, `SQLITE_FLOAT`, `SQLITE_TEXT`, ….
    func type(of column: Int) -> Int32 { sqlite3_column_type(handle, Int32(column)) }

    func isNull(_ column: Int) -> Bool { type(of: column) == SQLITE_NULL }

    func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

    func double(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }

    /// The text of a column, empty for NULL.
    func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

    func array(_ column: Int) -> [UInt8] { Array(bytes(column)) }

    /// The bytes of a text or blob, valid until the next step.
    func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        guard let base = sqlite3_column_blob(handle, Int32(column)) else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return UnsafeBufferPointer(start: base.assumingMemoryBound(to: UInt8.self), count: count)
    }

    private static func failure(of connection: OpaquePointer, path: String) -> StorageError {
        StorageError(
            resultCode: sqlite3_extended_errcode(connection), message: String(cString: sqlite3_errmsg(connection)),
            path: path)
    }
}
