import FormModel
import Formulas
import Scripting

/// An indicator as one pass over the records works it out: its formulas, and the splits it is wanted by.
struct FigureJob: Sendable {
    /// What the formulas give.
    enum Kind: Sendable {
        /// A condition.
        case condition(dontKnowIsNo: Bool)
        /// A number.
        case number
        /// Two numbers.
        case ratio
        /// A number where a condition holds, to the same number wherever it is known whether it does.
        case weighted
        /// The same, of rows of a roster, where the number is that of their record and so are the cells.
        case weightedByRecord
    }

    let indicator: String
    let kind: Kind
    /// The set whose rows it runs over.
    let set: Int
    /// The places of its formulas among the program's outputs.
    let among: Int?
    let value: Int
    let second: Int?
    /// For each record, where its rows begin, and at last where they end; empty where the rows are records.
    let starts: [Int32]
    /// For each split, the cell of each row.
    let cells: [SplitCells]
    /// For each split, the cell of each record, where rows are weighed by it.
    let recordCells: [[Int32]]
    /// For each split, whether a cell has rows that are kept; for the whole where there is no split.
    let present: [[Bool]]
    /// Whether each row is kept; `nil` where all are.
    let kept: [Bool]?
}

/// What a job's rows add up to.
struct FigureTally {
    var total = FigureSums()
    /// For each split, the sums of each cell; `nil` for a cell without rows that are kept.
    var splits: [[FigureSums?]]
    /// The rows that only the interpreter can tell of.
    var open: [Int32] = []
}
