import Crypto
import Foundation

/// SHA-256 over parts, each with its length before it, so that nothing can move from one part to the next unseen.
struct ContentHash {
    private var hash = SHA256()
    /// Parts that wait to be hashed together: most are a few bytes.
    private var waiting: [UInt8] = []

    mutating func add(_ bytes: [UInt8]) {
        addLength(bytes.count)
        waiting += bytes
        if waiting.count >= ContentHash.block { hashWaiting() }
    }

    mutating func add(_ text: String) {
        addLength(text.utf8.count)
        waiting += text.utf8
        if waiting.count >= ContentHash.block { hashWaiting() }
    }

    private static let block = 1 << 16

    private mutating func addLength(_ count: Int) {
        if count < 10 {
            waiting.append(UInt8(ascii: "0") + UInt8(count))
        } else {
            waiting += "\(count)".utf8
        }
        waiting.append(UInt8(ascii: ":"))
    }

    private mutating func hashWaiting() {
        hash.update(data: waiting)
        waiting.removeAll(keepingCapacity: true)
    }

    /// Adds a list with all its cells: formulas may read every one of them.
    mutating func add(_ table: ListTable, named name: String) {
        for part in [name, "\(table.columns.count)"] + table.columns { add(part) }
        add("\(table.rows.count)")
        for cell in table.rows.joined() { add(cell) }
    }

    /// The hash in hexadecimal.
    var text: String {
        var all = self
        all.hashWaiting()
        return all.hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
