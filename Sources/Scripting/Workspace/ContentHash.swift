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

    /// The hash in hexadecimal.
    var text: String { hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
