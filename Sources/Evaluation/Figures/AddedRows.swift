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

    mutating func take(_ faults: (first: [FormulaFault], groups: [FaultGroup])) {
        failures += faults.first
        self.faults = self.faults.merging(faults.groups)
    }
}
