import Estimation

/// What the rows of cells add up to: exact sums and counts, so laid out that a row touches one line of the cache.
///
/// Each cell has a numerator and a denominator as `LeanSum` has them.
final class CellSums {
    /// One cell.
    private struct Slot {
        var numerator: Int128 = 0
        var denominator: Int128 = 0
        var yes = 0
        var no = 0
        /// How often the numerator exceeds the denominator.
        var exceeding = 0
        var unused = 0
    }

    /// How many cells there are.
    let count: Int
    private let slots: UnsafeMutablePointer<Slot>
    /// How many rows of each other class a cell has.
    private let classes: UnsafeMutablePointer<Int32>
    private var numerators: [Int: ExactSum] = [:]
    private var denominators: [Int: ExactSum] = [:]

    init(cells: Int) {
        count = cells
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: max(cells, 1) * MemoryLayout<Slot>.stride, alignment: 64)
        slots = memory.bindMemory(to: Slot.self, capacity: max(cells, 1))
        slots.initialize(repeating: Slot(), count: max(cells, 1))
        classes = .allocate(capacity: max(cells, 1) * RowClass.count)
        classes.initialize(repeating: 0, count: max(cells, 1) * RowClass.count)
    }

    deinit {
        slots.deallocate()
        classes.deallocate()
    }

    // MARK: Adding

    /// Counts rows that are in the numerator, or in the denominator only.
    @inline(__always)
    func count(yes: Int, no: Int, in cell: Int) {
        slots[cell].yes &+= yes
        slots[cell].no &+= no
    }

    /// Adds rows with one weight: so many to both parts, and so many to the denominator only.
    @inline(__always)
    func add(_ weight: Int64, yes: Int, no: Int, in cell: Int) {
        slots[cell].yes &+= yes
        slots[cell].no &+= no
        slots[cell].numerator &+= Int128(weight) &* Int128(yes)
        slots[cell].denominator &+= Int128(weight) &* Int128(yes &+ no)
    }

    /// Counts a row of another class.
    @inline(__always)
    func count(_ kind: UInt8, in cell: Int) { classes[cell &* RowClass.count &+ Int(kind)] &+= 1 }

    @inline(__always)
    func countExceeding(_ rows: Int, in cell: Int) { slots[cell].exceeding &+= rows }

    /// Adds a value so many times to the numerator.
    @inline(__always)
    func addToNumerator(_ value: Double, of cell: Int, times: Int = 1) {
        if let fixed = LeanSum.fixed(value, times) {
            slots[cell].numerator &+= fixed
        } else {
            for _ in 0..<times { numerators[cell, default: ExactSum()].add(value) }
        }
    }

    /// Adds a value so many times to the denominator.
    @inline(__always)
    func addToDenominator(_ value: Double, of cell: Int, times: Int = 1) {
        if let fixed = LeanSum.fixed(value, times) {
            slots[cell].denominator &+= fixed
        } else {
            for _ in 0..<times { denominators[cell, default: ExactSum()].add(value) }
        }
    }

    func add(_ other: CellSums) {
        for cell in 0..<count {
            slots[cell].numerator &+= other.slots[cell].numerator
            slots[cell].denominator &+= other.slots[cell].denominator
            slots[cell].yes += other.slots[cell].yes
            slots[cell].no += other.slots[cell].no
            slots[cell].exceeding += other.slots[cell].exceeding
        }
        for place in 0..<count * RowClass.count { classes[place] += other.classes[place] }
        for (cell, sum) in other.numerators { numerators[cell, default: ExactSum()].add(sum) }
        for (cell, sum) in other.denominators { denominators[cell, default: ExactSum()].add(sum) }
    }

    // MARK: What was added

    func yes(_ cell: Int) -> Int { slots[cell].yes }
    func no(_ cell: Int) -> Int { slots[cell].no }
    func exceeding(_ cell: Int) -> Int { slots[cell].exceeding }
    func rows(_ kind: UInt8, _ cell: Int) -> Int { Int(classes[cell * RowClass.count + Int(kind)]) }

    func numerator(_ cell: Int) -> LeanSum {
        LeanSum(fixed: slots[cell].numerator, others: numerators[cell].map { [$0] } ?? [])
    }

    func denominator(_ cell: Int) -> LeanSum {
        LeanSum(fixed: slots[cell].denominator, others: denominators[cell].map { [$0] } ?? [])
    }
}
