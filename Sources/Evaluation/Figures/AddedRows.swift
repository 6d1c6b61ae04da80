import FormModel
import Messages

/// A split that fits an indicator: its names, the keys of each, and the cell of each row.
struct FigureSplit {
    let names: [String]
    let parts: [SplitKeys]
    let cells: SplitCells
    /// The rows whose place among the cells could not be told.
    let misplaced: Set<Int32>

    init(names: [String], parts: [SplitKeys], cells: SplitCells) {
        self.names = names
        self.parts = parts
        self.cells = cells
        self.misplaced = parts.reduce(into: []) { $0.formUnion($1.failed) }
    }
}

/// What the rows of an indicator add up to: in all, and in each cell of each split.
struct AddedRows {
    var total = FigureSums()
    /// For each split, the sums of each cell; `nil` for one without rows.
    var splits: [[FigureSums?]]
    /// The rows behind the sums, where errors are estimated.
    private(set) var members: [Int] = []
    private(set) var splitMembers: [[[Int]]]
    var estimates: SampleEstimates?
    var notes: [Message] = []
    private(set) var failures: [FormulaFault] = []
    private(set) var faults: [FaultGroup] = []

    init(_ splits: [FigureSplit]) {
        self.splits = splits.map { Array(repeating: nil, count: $0.cells.parts.count) }
        self.splitMembers = splits.map { Array(repeating: [], count: $0.cells.parts.count) }
    }

    mutating func add(_ contribution: Contribution, row: Int, weight: Double, _ splits: [FigureSplit]) {
        total.add(contribution, weight: weight)
        if estimates != nil { members.append(row) }
        for (place, split) in splits.enumerated() {
            let cell = Int(split.cells.places[row])
            if self.splits[place][cell] == nil { self.splits[place][cell] = FigureSums() }
            self.splits[place][cell]?.add(contribution, weight: weight)
            if estimates != nil { splitMembers[place][cell].append(row) }
            guard !split.misplaced.isEmpty, split.misplaced.contains(Int32(row)), contribution != .failed else {
                continue
            }
            self.splits[place][cell]?.addMisplaced()
        }
    }

    /// Adds all rows that are kept, each of which stands for itself. Those that only count are counted before they are added.
    mutating func add(_ contributions: [Contribution], _ kept: RowSelection, _ splits: [FigureSplit]) {
        var total = CountedRows(cells: 1)
        var counted = splits.map { CountedRows(cells: $0.cells.parts.count) }
        let areAllPlaced = splits.allSatisfy(\.misplaced.isEmpty)
        let places = areAllPlaced ? splits.map(\.cells.places) : []
        for (row, contribution) in contributions.enumerated() where kept.keeps(row) {
            guard areAllPlaced, let isYes = CountedRows.isYes(contribution) else {
                add(contribution, row: row, weight: 1, splits)
                continue
            }
            total.add(isYes, in: 0)
            for split in counted.indices { counted[split].add(isYes, in: Int(places[split][row])) }
        }
        total.add(to: &self.total, cell: 0)
        for split in counted.indices {
            for cell in self.splits[split].indices where counted[split].hasRows(cell) {
                var sums = self.splits[split][cell] ?? FigureSums()
                counted[split].add(to: &sums, cell: cell)
                self.splits[split][cell] = sums
            }
        }
    }

    mutating func take(_ faults: (first: [FormulaFault], groups: [FaultGroup])) {
        failures += faults.first
        self.faults = self.faults.merging(faults.groups)
    }
}

/// Rows that add one to the denominator, and one or nothing to the numerator, by cell.
private struct CountedRows {
    private var yes: [Int]
    private var no: [Int]

    init(cells: Int) {
        yes = Array(repeating: 0, count: cells)
        no = Array(repeating: 0, count: cells)
    }

    /// Whether a row adds to the numerator; `nil` for one that does not only count.
    static func isYes(_ contribution: Contribution) -> Bool? {
        guard case .counted(let x, let y) = contribution, y == 1, x == 1 || x == 0 else { return nil }
        return x == 1
    }

    mutating func add(_ isYes: Bool, in cell: Int) {
        if isYes { yes[cell] += 1 } else { no[cell] += 1 }
    }

    func hasRows(_ cell: Int) -> Bool { yes[cell] + no[cell] > 0 }

    func add(to sums: inout FigureSums, cell: Int) {
        sums.addCounted(
            yes[cell] + no[cell], numerator: LeanSum(ones: yes[cell]), denominator: LeanSum(ones: yes[cell] + no[cell]),
            exceeding: 0)
    }
}
