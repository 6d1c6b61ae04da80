import Dispatch
import Synchronization

extension Program {
    /// Runs the formulas over all rows.
    ///
    /// - Parameters:
    ///   - threads: how many share the work; what comes out is the same for any number.
    ///   - batchRows: how many rows of the largest set a batch has, more or less.
    /// - Returns: for each output, what it gives for each row of its set.
    public func run(over rows: RecordRows, threads: Int, batchRows: Int = 4096) -> [OutcomeColumn] {
        let outcomes = outputs.enumerated().map { place, output in
            OutcomeColumn(
                count: rows.sets[output.set].count, texts: graph.texts, hasBits: registers[results[place]].hasBits)
        }
        _ = run(over: rows, threads: threads, batchRows: batchRows) { CopyingConsumer(self, outcomes) }
        return outcomes
    }

    /// Runs the formulas over all rows, each thread with a consumer of its own.
    /// - Returns: the consumers, in no order.
    public func run<Consumer: BatchConsumer>(
        over rows: RecordRows, threads: Int, batchRows: Int = 4096, consumer: @escaping @Sendable () -> Consumer
    ) -> [Consumer] {
        let batches = batches(of: rows, batchRows)
        var sizes = Array(repeating: 0, count: rows.sets.count)
        for batch in batches {
            for set in batch.indices { sizes[set] = max(sizes[set], batch[set].count) }
        }
        let next = Atomic(0)
        let consumers = Mutex<[Consumer]>([])
        let work = { @Sendable [sizes] in
            let machine = Machine(self, rows, sizes: sizes)
            let consumer = consumer()
            while true {
                let batch = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard batch < batches.count else { break }
                consumer.take(batches[batch], machine.run(batches[batch]))
            }
            consumers.withLock { $0.append(consumer) }
        }
        let workers = min(threads, batches.count)
        if workers > 1 {
            DispatchQueue.concurrentPerform(iterations: workers) { _ in work() }
        } else {
            work()
        }
        return consumers.withLock { $0 }
    }

    /// The records in stretches, each with the rows of its rosters.
    private func batches(of rows: RecordRows, _ batchRows: Int) -> [[Range<Int>]] {
        let records = rows.sets[0].count
        guard records > 0 else { return [] }
        let most = rows.sets.map(\.count).max() ?? records
        let size = max(batchRows * records / max(most, 1), 1)
        return stride(from: 0, to: records, by: size).map { first in
            var ranges = [first..<min(first + size, records)]
            for set in graph.layout.sets.dropFirst() {
                let above = ranges[set.parent ?? 0]
                let starts = rows.sets[set.index].starts
                ranges.append(Int(starts[above.lowerBound])..<Int(starts[above.upperBound]))
            }
            return ranges
        }
    }
}
