import Estimation

/// What the rows of cells add up to: exact sums and counts, in so little memory that a row finds them in the first cache.
///
/// Each cell has two parts, with sums as `LeanSum` has them. What they stand for is the job's affair: rows in the numerator
/// and rows only in the denominator, or the two parts of a ratio.
final class CellSums {
    /// A part of a cell.
    enum Part {
        static let lower = 0
        static let upper = 1
    }

    /// How many cells there are.
    let count: Int
    /// The sums of the two parts of each cell, and of one more, for rows that are out of scope: nobody asks for that.
    private let sums: UnsafeMutablePointer<Int128>
    /// How many rows each has; there are fewer than 2³¹ in all.
    private let rows: UnsafeMutablePointer<UInt32>
    /// How many rows of each other class a cell has.
    private let classes: UnsafeMutablePointer<Int32>
    /// How often the numerator exceeds the denominator, by cell.
    private var exceeding: [Int: Int] = [:]
    private var others: [Int: ExactSum] = [:]

    init(cells: Int) {
        count = cells
        let size = 2 * cells + 2
        let memory = UnsafeMutableRawPointer.allocate(byteCount: size * MemoryLayout<Int128>.stride, alignment: 64)
        sums = memory.bindMemory(to: Int128.self, capacity: size)
        sums.initialize(repeating: 0, count: size)
        rows = .allocate(capacity: size)
        rows.initialize(repeating: 0, count: size)
        classes = .allocate(capacity: max(cells, 1) * RowClass.count)
        classes.initialize(repeating: 0, count: max(cells, 1) * RowClass.count)
    }

    deinit {
        sums.deallocate()
        rows.deallocate()
        classes.deallocate()
    }

    /// The cell that takes what is out of scope.
    var outside: Int { count }

    // MARK: Adding

    /// Counts rows of both parts.
    @inline(__always)
    func count(upper: Int, lower: Int, in cell: Int) {
        rows[2 &* cell &+ Part.upper] &+= UInt32(truncatingIfNeeded: upper)
        rows[2 &* cell &+ Part.lower] &+= UInt32(truncatingIfNeeded: lower)
    }

    /// Adds a row to a part.
    @inline(__always)
    func add(_ weight: Int64, to part: Int, of cell: Int) {
        sums[2 &* cell &+ part] &+= Int128(weight)
        rows[2 &* cell &+ part] &+= 1
    }

    /// Adds rows of one weight to both parts.
    @inline(__always)
    func add(_ weight: Int64, upper: Int, lower: Int, in cell: Int) {
        count(upper: upper, lower: lower, in: cell)
        sums[2 &* cell &+ Part.upper] &+= Int128(weight) &* Int128(upper)
        sums[2 &* cell &+ Part.lower] &+= Int128(weight) &* Int128(lower)
    }

    /// Adds a value so many times to a part, without counting.
    @inline(__always)
    func add(_ value: Double, to part: Int, of cell: Int, times: Int = 1) {
        if let fixed = LeanSum.fixed(value, times) {
            sums[2 &* cell &+ part] &+= fixed
        } else {
            for _ in 0..<times { others[2 * cell + part, default: ExactSum()].add(value) }
        }
    }

    /// Counts a row of another class.
    @inline(__always)
    func count(_ kind: UInt8, in cell: Int) { classes[cell &* RowClass.count &+ Int(kind)] &+= 1 }

    func countExceeding(_ rows: Int, in cell: Int) { exceeding[cell, default: 0] += rows }

    func add(_ other: CellSums) {
        for place in 0..<2 * count {
            sums[place] &+= other.sums[place]
            rows[place] += other.rows[place]
        }
        for place in 0..<count * RowClass.count { classes[place] += other.classes[place] }
        exceeding.merge(other.exceeding, uniquingKeysWith: +)
        for (place, sum) in other.others { others[place, default: ExactSum()].add(sum) }
    }

    // MARK: What was added

    func exceeding(_ cell: Int) -> Int { exceeding[cell] ?? 0 }
    func rows(_ kind: UInt8, _ cell: Int) -> Int { Int(classes[cell * RowClass.count + Int(kind)]) }

    /// How many rows a part has.
    func rows(of part: Int, _ cell: Int) -> Int { Int(rows[2 * cell + part]) }

    /// What a part adds up to.
    func sum(of part: Int, _ cell: Int) -> LeanSum {
        LeanSum(fixed: sums[2 * cell + part], others: others[2 * cell + part].map { [$0] } ?? [])
    }
}
