import Crypto
import Foundation

/// SHA-256 over parts, each with its length before it, so that nothing can move from one part to the next unseen.
struct ContentHash {
    private var hash = SHA256()

    mutating func add(_ bytes: [UInt8]) {
        hash.update(data: Array("\(bytes.count):".utf8))
        hash.update(data: bytes)
    }

    mutating func add(_ text: String) { add(Array(text.utf8)) }

    /// Adds a list with all its cells: formulas may read every one of them.
    mutating func add(_ table: ListTable, named name: String) {
        for part in [name, "\(table.columns.count)"] + table.columns { add(part) }
        add("\(table.rows.count)")
        for cell in table.rows.joined() { add(cell) }
    }

    /// The hash in hexadecimal.
    var text: String { hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
