import Columns
import FormModel
import Formulas

/// Adds up what the formulas of jobs give, in one thread.
final class FigureConsumer: BatchConsumer, @unchecked Sendable {
    // Used by one thread at a time: that of its batches, then the one that adds the consumers up. At last, what each job
    // adds up to is made by several.

    private let jobs: [FigureJob]
    private let accumulators: [JobSums]

    init(_ jobs: [FigureJob]) {
        self.jobs = jobs
        accumulators = jobs.map(JobSums.init)
    }

    func take(_ batch: [Range<Int>], _ results: [ResultRows]) {
        var weights: [Int: BatchWeights?] = [:]
        /// The weights of a batch are made ready once, for all jobs that use them.
        func ready(_ job: FigureJob) -> BatchWeights? {
            guard let place = job.second else { return nil }
            let count: Int
            switch job.kind {
            case .weighted: count = batch[job.set].count
            case .weightedByRecord: count = batch[0].count
            case .condition, .number, .ratio: return nil
            }
            if let known = weights[place] { return known }
            let found = BatchWeights(results[place], count: count)
            weights[place] = .some(found)
            return found
        }
        var rosters: [Int: RosterBatch] = [:]
        /// So are the records of a roster's rows.
        func roster(_ job: FigureJob) -> RosterBatch? {
            guard case .weightedByRecord = job.kind else { return nil }
            if let known = rosters[job.set] { return known }
            let found = RosterBatch(rows: batch[job.set], records: batch[0], starts: job.starts)
            rosters[job.set] = found
            return found
        }
        for place in jobs.indices {
            let job = jobs[place]
            accumulators[place].take(
                batch[job.set], records: batch[0], among: job.among.map { results[$0] }, value: results[job.value],
                second: job.second.map { results[$0] }, weights: ready(job), roster: roster(job))
        }
    }

    /// Takes over what another thread added up.
    func add(_ other: FigureConsumer) {
        for place in accumulators.indices { accumulators[place].add(other.accumulators[place]) }
    }

    var tallies: [FigureTally] { accumulators.concurrentMap(\.tally) }
}
