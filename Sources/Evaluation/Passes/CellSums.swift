import Estimation

/// What the rows of cells add up to: exact sums and counts, so laid out that a row touches one line of the cache.
///
/// Each cell has two parts, with sums as `LeanSum` has them. What they stand for is the job's affair: rows in the numerator
/// and rows only in the denominator, or the two parts of a ratio.
final class CellSums {
    /// A part of a cell.
    enum Part {
        static let lower = 0
        static let upper = 1
    }

    private struct Sums {
        var fixed: Int128 = 0
        var rows = 0
        /// How often the numerator exceeds the denominator.
        var exceeding = 0
    }

    /// How many cells there are.
    let count: Int
    /// The two parts of each cell, and of one more, for rows that are out of scope: nobody asks for that.
    private let parts: UnsafeMutablePointer<Sums>
    /// How many rows of each other class a cell has.
    private let classes: UnsafeMutablePointer<Int32>
    private var others: [Int: ExactSum] = [:]

    init(cells: Int) {
        count = cells
        let size = 2 * cells + 2
        let memory = UnsafeMutableRawPointer.allocate(byteCount: size * MemoryLayout<Sums>.stride, alignment: 64)
        parts = memory.bindMemory(to: Sums.self, capacity: size)
        parts.initialize(repeating: Sums(), count: size)
        classes = .allocate(capacity: max(cells, 1) * RowClass.count)
        classes.initialize(repeating: 0, count: max(cells, 1) * RowClass.count)
    }

    deinit {
        parts.deallocate()
        classes.deallocate()
    }

    /// The cell that takes what is out of scope.
    var outside: Int { count }

    // MARK: Adding

    /// Counts rows of both parts.
    @inline(__always)
    func count(upper: Int, lower: Int, in cell: Int) {
        parts[2 &* cell &+ Part.upper].rows &+= upper
        parts[2 &* cell &+ Part.lower].rows &+= lower
    }

    /// Adds a row to a part.
    @inline(__always)
    func add(_ weight: Int64, to part: Int, of cell: Int) {
        parts[2 &* cell &+ part].fixed &+= Int128(weight)
        parts[2 &* cell &+ part].rows &+= 1
    }

    /// Adds rows of one weight to both parts.
    @inline(__always)
    func add(_ weight: Int64, upper: Int, lower: Int, in cell: Int) {
        count(upper: upper, lower: lower, in: cell)
        parts[2 &* cell &+ Part.upper].fixed &+= Int128(weight) &* Int128(upper)
        parts[2 &* cell &+ Part.lower].fixed &+= Int128(weight) &* Int128(lower)
    }

    /// Adds a value so many times to a part, without counting.
    @inline(__always)
    func add(_ value: Double, to part: Int, of cell: Int, times: Int = 1) {
        if let fixed = LeanSum.fixed(value, times) {
            parts[2 &* cell &+ part].fixed &+= fixed
        } else {
            for _ in 0..<times { others[2 * cell + part, default: ExactSum()].add(value) }
        }
    }

    /// Counts a row of another class.
    @inline(__always)
    func count(_ kind: UInt8, in cell: Int) { classes[cell &* RowClass.count &+ Int(kind)] &+= 1 }

    @inline(__always)
    func countExceeding(_ rows: Int, in cell: Int) { parts[2 &* cell].exceeding &+= rows }

    func add(_ other: CellSums) {
        for place in 0..<2 * count {
            parts[place].fixed &+= other.parts[place].fixed
            parts[place].rows += other.parts[place].rows
            parts[place].exceeding += other.parts[place].exceeding
        }
        for place in 0..<count * RowClass.count { classes[place] += other.classes[place] }
        for (place, sum) in other.others { others[place, default: ExactSum()].add(sum) }
    }

    // MARK: What was added

    func exceeding(_ cell: Int) -> Int { parts[2 * cell].exceeding }
    func rows(_ kind: UInt8, _ cell: Int) -> Int { Int(classes[cell * RowClass.count + Int(kind)]) }

    /// How many rows a part has.
    func rows(of part: Int, _ cell: Int) -> Int { parts[2 * cell + part].rows }

    /// What a part adds up to.
    func sum(of part: Int, _ cell: Int) -> LeanSum {
        LeanSum(fixed: parts[2 * cell + part].fixed, others: others[2 * cell + part].map { [$0] } ?? [])
    }
}
