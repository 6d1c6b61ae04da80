/// What a formula gives for the rows of a batch.
public struct ResultRows {
    /// A tag a row.
    public let tags: UnsafePointer<UInt8>
    /// A value a row; `nil` where tags say everything.
    public let bits: UnsafePointer<UInt64>?
}

/// Takes what formulas give, batch by batch. Each thread has one of its own.
public protocol BatchConsumer: AnyObject, Sendable {
    /// Takes a batch.
    /// - Parameters:
    ///   - batch: for each set, its rows.
    ///   - results: for each output of the program, what it gives for the rows of its set. They hold until this returns.
    func take(_ batch: [Range<Int>], _ results: [ResultRows])
}

/// Puts results into columns of all rows.
final class CopyingConsumer: BatchConsumer {
    private let program: Program
    private let outcomes: [OutcomeColumn]

    init(_ program: Program, _ outcomes: [OutcomeColumn]) {
        self.program = program
        self.outcomes = outcomes
    }

    func take(_ batch: [Range<Int>], _ results: [ResultRows]) {
        for (place, result) in results.enumerated() {
            let range = batch[program.outputs[place].set]
            let outcome = outcomes[place]
            (outcome.tags + range.lowerBound).update(from: result.tags, count: range.count)
            if let bits = outcome.bits, let source = result.bits {
                (bits + range.lowerBound).update(from: source, count: range.count)
            }
        }
    }
}
