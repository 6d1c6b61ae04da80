import Columns

/// A step over the rows of a batch: from registers to a register.
enum Step {
    /// A cell for each code of a column.
    case codes(column: Int, Lookup, to: Int)
    /// The cells of a column without codes.
    case wide(column: Int, to: Int)
    /// A row's place in its roster.
    case position(to: Int)
    /// The value of the row around, for each row of a roster.
    case expand(Int, to: Int)
    /// A cell for each tag.
    case tags(Lookup, Int, to: Int)
    case logic(Logic, [Int], to: Int)
    case apply(Operation, [Int], to: Int)
    case fields(isAny: Bool, [Int], to: Int)
    case aggregate(Aggregate, set: Int, Int?, to: Int)
}

/// The cells that codes or tags stand for, in memory that stands still.
final class Lookup: @unchecked Sendable {
    // Never changed once made.
    let count: Int
    let tags: UnsafeMutablePointer<UInt8>
    let bits: UnsafeMutablePointer<UInt64>

    init(_ cells: [Cell]) {
        count = cells.count
        tags = .allocate(capacity: max(cells.count, 1))
        bits = .allocate(capacity: max(cells.count, 1))
        for (place, cell) in cells.enumerated() {
            tags[place] = cell.tag
            bits[place] = cell.bits
        }
    }

    deinit {
        tags.deallocate()
        bits.deallocate()
    }
}

/// What decides which of its operands is the value.
enum Logic {
    case and, or, sequence, conditional

    func result(_ cells: [Cell]) -> Cell {
        if cells[0].isAbrupt { return cells[0] }
        switch self {
        case .and: return cells[0].isTrue ? cells[1] : cells[0]
        case .or: return cells[0].isTrue ? cells[0] : cells[1]
        case .sequence: return cells[1]
        case .conditional: return cells[0].isTrue ? cells[1] : cells[2]
        }
    }
}

extension Operation {
    /// Whether what it gives may be more than true, false or `nil`.
    var hasBits: Bool {
        switch self {
        case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual, .not, .holds, .isEmpty: false
        case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power, .negate, .concatenate, .length, .part,
            .lookup, .choiceRow, .choiceCell, .math, .slice, .toText, .typeName, .lowerBytes, .upperBytes, .textLength,
            .lower, .upper, .letters, .toNumber, .toDate, .makeDate, .yearsBetween, .ratio:
            true
        }
    }

    /// Whether it may make a text that was not there before: then it is worked out for the codes of a column, never for
    /// rows, which several threads go through.
    var makesTexts: Bool {
        switch self {
        case .concatenate, .choiceCell, .slice, .toText, .typeName, .lowerBytes, .upperBytes, .lower, .upper: true
        case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power, .negate, .equal, .unequal, .less,
            .lessOrEqual, .greater, .greaterOrEqual, .not, .length, .part, .lookup, .choiceRow, .holds, .math,
            .textLength, .letters, .toNumber, .toDate, .makeDate, .yearsBetween, .isEmpty, .ratio:
            false
        }
    }
}
