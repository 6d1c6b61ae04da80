import Columns
import FormModel

/// What a formula gives for each row of a set.
public final class OutcomeColumn: @unchecked Sendable {
    // Written by the threads of one run, each its own rows, before anyone else sees it; never afterwards but through
    // `set`, by its one owner.

    /// How many rows there are.
    public let count: Int
    /// The texts that cells name.
    public let texts: TextTable
    let tags: UnsafeMutablePointer<UInt8>
    /// `nil` where tags say everything.
    let bits: UnsafeMutablePointer<UInt64>?

    init(count: Int, texts: TextTable, hasBits: Bool) {
        self.count = count
        self.texts = texts
        tags = .allocate(capacity: max(count, 1))
        bits = hasBits ? .allocate(capacity: max(count, 1)) : nil
    }

    deinit {
        tags.deallocate()
        bits?.deallocate()
    }

    /// What the formula gives for a row.
    public subscript(row: Int) -> Cell {
        let tag = tags[row]
        return Cell(tag: tag, bits: Tag.hasBits(tag) ? bits?[row] ?? 0 : 0)
    }
}
