import LuaRuntime
import Messages

/// Counts what a script puts into a document, so that neither memory nor the time of rendering is without bound: the
/// script's own limits do not cover what has left it.
struct DocumentSize {
    /// The most bytes of text: some 1,000 pages.
    static let bytes = 4_000_000
    /// The most pieces: blocks, lines, cells.
    static let pieces = 200_000
    /// A row of figures fills about so many cells.
    private static let piecesOfObject = 10

    private var bytes = 0
    private var pieces = 0

    /// Counts the arguments of a call, before anything is made of them.
    mutating func add(_ values: [LuaValue]) throws(Message) {
        pieces += 1
        for value in values { count(value) }
        try check()
    }

    /// Counts what a call makes of its arguments.
    mutating func add(pieces more: Int) throws(Message) {
        pieces += more
        try check()
    }

    private func check() throws(Message) {
        guard bytes <= DocumentSize.bytes, pieces <= DocumentSize.pieces else {
            throw Message(
                "E-LIMIT-006", ["bytes": "\(DocumentSize.bytes / 1_000_000)", "pieces": "\(DocumentSize.pieces)"])
        }
    }

    private mutating func count(_ value: LuaValue) {
        pieces += 1
        switch value {
        case .string(let text): bytes += text.utf8.count
        case .object: pieces += DocumentSize.piecesOfObject
        case .list(let items): items.forEach { count($0) }
        case .set(let names): names.forEach { bytes += $0.utf8.count }
        case .row(let row): row.fields.forEach { count($0.value) }
        case .table(let table):
            table.array.forEach { count($0) }
            for field in table.fields {
                count(field.key)
                count(field.value)
            }
        case .none, .boolean, .integer, .number, .date, .function, .record, .roster: break
        }
    }
}
