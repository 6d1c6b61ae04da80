/// The rows of a roster's file in memory, found by the record they belong to.
///
/// Rosters may come in any order of parents, so they are read before the records. They are kept as the bytes of the file
/// and 24 bytes a row, and cut into cells again when their record comes: about the size of the file in all.
struct RosterIndex: Sendable {
    let columns: SetColumns
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var lines: [UInt32] = []
    private var slots: [Int32] = []
    private var following: [Int32] = []
    private var firsts: [Int: Int32] = [:]
    private var lasts: [Int: Int32] = [:]

    init(columns: SetColumns) {
        self.columns = columns
    }

    /// How many rows there are.
    var count: Int { ends.count }

    /// Takes the next row of the file; `slot` is the parent's in the table of parents, if the row names one.
    mutating func append(_ row: CSVRow, slot: Int?) {
        let index = Int32(ends.count)
        bytes += row.bytes
        ends.append(bytes.count)
        lines.append(UInt32(row.line))
        slots.append(slot.map { Int32($0) } ?? -1)
        following.append(-1)
        guard let slot else { return }
        if let last = lasts[slot] { following[Int(last)] = index } else { firsts[slot] = index }
        lasts[slot] = index
    }

    /// The rows of a parent, in the order of the file.
    func rows(ofSlot slot: Int) -> [Int] {
        var found: [Int] = []
        var next = firsts[slot] ?? -1
        while next >= 0 {
            found.append(Int(next))
            next = following[Int(next)]
        }
        return found
    }

    /// The parent's slot of a row.
    func slot(of row: Int) -> Int? { slots[row] < 0 ? nil : Int(slots[row]) }

    /// A row, cut into cells again.
    func row(_ row: Int) -> CSVRow {
        let text = Array(bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]])
        var scanner = CSVScanner()
        _ = text.withUnsafeBufferPointer { scanner.scan($0, from: 0, isAtEnd: true) }
        return CSVRow(line: Int(lines[row]), bytes: text, cells: scanner.cells, flaws: scanner.flaws)
    }
}
