import Columns
import FormModel
import Formulas

/// The sums of one job, for each cell of each split, or of all rows where there is none.
final class JobSums {
    private let job: FigureJob
    private let classes: [UInt8]
    /// For each split; of all rows where there is none.
    private let splits: [CellSums]
    private var open: [Int32] = []

    init(_ job: FigureJob) {
        self.job = job
        splits = (job.cells.isEmpty ? [1] : job.cells.map(\.parts.count)).map { CellSums(cells: $0) }
        switch job.kind {
        case .condition(let dontKnowIsNo): classes = RowClass.ofCondition(dontKnowIsNo: dontKnowIsNo)
        case .number, .ratio: classes = RowClass.ofNumber
        case .weighted, .weightedByRecord: classes = RowClass.ofChoice
        }
    }

    func add(_ other: JobSums) {
        for (own, other) in zip(splits, other.splits) { own.add(other) }
        open += other.open
    }

    // MARK: Rows

    /// Takes the rows of a batch.
    /// - Parameters:
    ///   - rows: the rows of the job's set.
    ///   - records: those of the form's records.
    ///   - weights: the second result, where it is the weight of each row or record and all are sound.
    ///   - roster: the rows' records, where they are weighed by these.
    func take(
        _ rows: Range<Int>, records: Range<Int>, among: ResultRows?, value: ResultRows, second: ResultRows?,
        weights: BatchWeights?, roster: RosterBatch?
    ) {
        if let weights, job.kept == nil, addWeighted(rows, records, among, value, weights, roster) { return }
        // A row's class is found once, whatever the number of splits.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(rows.count, 1)) { found in
            let found = UnsafeMutableBufferPointer(rebasing: found.prefix(rows.count))
            classes.withUnsafeBufferPointer { classes in
                for row in found.indices { found[row] = classes[Int(value.tags[row])] }
            }
            switch job.kind {
            case .condition: break
            case .number: checkNumbers(value, found)
            case .ratio:
                guard let second else { break }
                join(value, second, found)
            case .weighted:
                guard let second else { break }
                weigh(second, found)
            case .weightedByRecord:
                guard let second else { break }
                weighByRecord(rows, records, second, found)
            }
            if let among { narrow(found, to: among) }
            if let kept = job.kept {
                for row in found.indices where !kept[rows.lowerBound + row] { found[row] = RowClass.left }
            }
            for split in splits.indices { add(rows, records, value, second, found, split) }
            for row in found.indices where found[row] == RowClass.open { open.append(Int32(rows.lowerBound + row)) }
        }
    }

    /// The class of a row in scope or not.
    private func kind(_ row: Int, _ among: ResultRows?, _ value: ResultRows) -> UInt8 {
        let own = classes[Int(value.tags[row])]
        guard let among else { return own }
        let scope = RowClass.ofScope[Int(among.tags[row])]
        return scope == RowClass.inScope ? own : scope
    }

    /// Adds weighted rows whose weights are sound.
    private func addWeighted(
        _ rows: Range<Int>, _ records: Range<Int>, _ among: ResultRows?, _ value: ResultRows, _ weights: BatchWeights,
        _ roster: RosterBatch?
    ) -> Bool {
        let effects = RowEffects(among: among?.tags, value: value.tags)
        return weights.fixed.withUnsafeBufferPointer { weights in
            guard let weights = weights.baseAddress else { return false }
            switch job.kind {
            case .weighted:
                addRows(rows, effects, weights) { kind($0, among, value) }
                return true
            case .weightedByRecord:
                guard let roster, roster.isNarrow else { return false }
                addRecords(rows, records, effects, weights, roster) { kind($0, among, value) }
                return true
            case .condition, .number, .ratio: return false
            }
        }
    }

    /// Whether a row is in scope, and of which part, no processor can guess: no step depends on it.
    private func addRows(
        _ rows: Range<Int>, _ effects: RowEffects, _ weights: UnsafePointer<Int64>, _ kind: (Int) -> UInt8
    ) {
        withUnsafeTemporaryAllocation(byteCount: 5 * rows.count + 8, alignment: 8) { memory in
            guard let base = memory.baseAddress else { return }
            let seldom = base.bindMemory(to: UInt32.self, capacity: rows.count)
            let parts = (base + 4 * rows.count).bindMemory(to: UInt8.self, capacity: rows.count)
            let count = effects.each(of: rows.count, seldom: seldom) { row, effects in
                UnsafeMutableRawPointer(parts + row).storeBytes(of: effects, as: RowEffects.Lanes.self)
            } one: {
                parts[$0] = $1
            }
            for (place, sums) in splits.enumerated() {
                let cells = job.cells.indices.contains(place) ? job.cells[place].places : []
                cells.withUnsafeBufferPointer { cells in
                    for row in 0..<rows.count {
                        let cell = cells.isEmpty ? 0 : Int(cells[rows.lowerBound &+ row])
                        let effect = parts[row]
                        sums.add(weights[row], to: Int(effect & 1), of: effect == 0 ? sums.outside : cell)
                    }
                    for row in UnsafeBufferPointer(start: seldom, count: count) {
                        countSeldom(
                            Int(row), kind, in: cells.isEmpty ? 0 : Int(cells[rows.lowerBound + Int(row)]), place, rows)
                    }
                }
            }
        }
    }

    /// The rows of a record have one weight and one cell. How many of them are in the numerator, and how many only in the
    /// denominator, is the difference of two running counts, so that no loop runs for a record.
    private func addRecords(
        _ rows: Range<Int>, _ records: Range<Int>, _ effects: RowEffects, _ weights: UnsafePointer<Int64>,
        _ roster: RosterBatch, _ kind: (Int) -> UInt8
    ) {
        withUnsafeTemporaryAllocation(byteCount: 6 * rows.count + 8, alignment: 8) { memory in
            guard let base = memory.baseAddress else { return }
            let seldom = base.bindMemory(to: UInt32.self, capacity: rows.count)
            let upper = (base + 4 * rows.count).bindMemory(to: UInt8.self, capacity: 2 * rows.count + 2)
            let counts = RunningCounts(upper: upper, lower: upper + rows.count + 1)
            let count = counts.fill(rows.count, effects, seldom: seldom)
            for (place, sums) in splits.enumerated() {
                let cells = job.recordCells.indices.contains(place) ? job.recordCells[place] : []
                cells.withUnsafeBufferPointer { cells in
                    addRecords(rows, records, weights, counts, sums, cells)
                    for row in UnsafeBufferPointer(start: seldom, count: count) {
                        let record = records.lowerBound + Int(roster.records[Int(row)])
                        countSeldom(Int(row), kind, in: cells.isEmpty ? 0 : Int(cells[record]), place, rows)
                    }
                }
            }
        }
    }

    private func addRecords(
        _ rows: Range<Int>, _ records: Range<Int>, _ weights: UnsafePointer<Int64>, _ counts: RunningCounts,
        _ sums: CellSums, _ cells: UnsafeBufferPointer<Int32>
    ) {
        job.starts.withUnsafeBufferPointer { starts in
            var first = Int(starts[records.lowerBound]) &- rows.lowerBound
            for record in records {
                let end = Int(starts[record &+ 1]) &- rows.lowerBound
                sums.add(
                    weights[record &- records.lowerBound],
                    upper: Int(counts.upper[end] &- counts.upper[first]),
                    lower: Int(counts.lower[end] &- counts.lower[first]), in: cells.isEmpty ? 0 : Int(cells[record]))
                first = end
            }
        }
    }

    /// Counts a row that is in neither part though it may be in scope; what only the interpreter can tell is listed once.
    private func countSeldom(_ row: Int, _ kind: (Int) -> UInt8, in cell: Int, _ split: Int, _ rows: Range<Int>) {
        let kind = kind(row)
        splits[split].count(kind, in: cell)
        if split == 0, kind == RowClass.open { open.append(Int32(rows.lowerBound + row)) }
    }

    /// Only what is in scope is what its value makes it.
    private func narrow(_ found: UnsafeMutableBufferPointer<UInt8>, to among: ResultRows) {
        RowClass.ofScope.withUnsafeBufferPointer { scopes in
            for row in found.indices {
                let scope = scopes[Int(among.tags[row])]
                found[row] = scope == RowClass.inScope ? found[row] : scope
            }
        }
    }

    /// A number that is none is a fault, which the interpreter tells.
    private func checkNumbers(_ value: ResultRows, _ found: UnsafeMutableBufferPointer<UInt8>) {
        for row in found.indices where found[row] == RowClass.yes {
            if !JobSums.number(value, row).isFinite { found[row] = RowClass.open }
        }
    }

    /// A part that only the interpreter knows comes first, then one that is missing, the numerator's before the other's.
    private func join(_ value: ResultRows, _ second: ResultRows, _ found: UnsafeMutableBufferPointer<UInt8>) {
        checkNumbers(value, found)
        classes.withUnsafeBufferPointer { classes in
            for row in found.indices {
                let above = found[row]
                guard above != RowClass.open else { continue }
                let below = classes[Int(second.tags[row])]
                if below == RowClass.open || below == RowClass.yes && !JobSums.number(second, row).isFinite {
                    found[row] = RowClass.open
                } else if above <= RowClass.yes, below > RowClass.yes || below == RowClass.none {
                    found[row] = below
                }
            }
        }
    }

    /// A weight that is missing makes the row missing; one that is not there, out of scope; one that fails is told, also
    /// where the condition is missing.
    private func weigh(_ weight: ResultRows, _ found: UnsafeMutableBufferPointer<UInt8>) {
        for row in found.indices { found[row] = JobSums.weighed(found[row], weight, row) }
    }

    private func weighByRecord(
        _ rows: Range<Int>, _ records: Range<Int>, _ weight: ResultRows, _ found: UnsafeMutableBufferPointer<UInt8>
    ) {
        for (place, record) in records.enumerated() {
            // Nearly every record has its weight.
            let tag = weight.tags[place]
            if tag == Tag.number || tag == Tag.integer, JobSums.number(weight, place).isFinite { continue }
            let members = (Int(job.starts[record]) - rows.lowerBound)..<(Int(job.starts[record + 1]) - rows.lowerBound)
            for row in members { found[row] = JobSums.weighed(found[row], weight, place) }
        }
    }

    private static func weighed(_ found: UInt8, _ weight: ResultRows, _ row: Int) -> UInt8 {
        let own = RowClass.ofNumber[Int(weight.tags[row])]
        if own == RowClass.open || own == RowClass.yes && !number(weight, row).isFinite { return RowClass.open }
        return own == RowClass.yes || found > RowClass.yes ? found : own
    }

    @inline(__always)
    private static func number(_ value: ResultRows, _ row: Int) -> Double {
        guard let bits = value.bits else { return 0 }
        return value.tags[row] == Tag.integer ? Double(Int64(bitPattern: bits[row])) : Double(bitPattern: bits[row])
    }

    // MARK: Cells

    private func add(
        _ rows: Range<Int>, _ records: Range<Int>, _ value: ResultRows, _ second: ResultRows?,
        _ found: UnsafeMutableBufferPointer<UInt8>, _ split: Int
    ) {
        guard job.cells.indices.contains(split) else {
            return add(rows, records, value, second, found, splits[split]) { _ in 0 }
        }
        job.cells[split].places.withUnsafeBufferPointer { cells in
            add(rows, records, value, second, found, splits[split]) { Int(cells[$0]) }
        }
    }

    @inline(__always)
    private func add(
        _ rows: Range<Int>, _ records: Range<Int>, _ value: ResultRows, _ second: ResultRows?,
        _ found: UnsafeMutableBufferPointer<UInt8>, _ sums: CellSums, _ cell: (Int) -> Int
    ) {
        if case .weightedByRecord = job.kind {
            if let second { addByRecord(rows, records, second, found, sums, cell) }
            return
        }
        for row in found.indices {
            let kind = found[row]
            guard kind != RowClass.none else { continue }
            let own = cell(rows.lowerBound &+ row)
            guard kind <= RowClass.yes else {
                sums.count(kind, in: own)
                continue
            }
            let isYes = kind == RowClass.yes
            sums.count(upper: isYes ? 1 : 0, lower: isYes ? 0 : 1, in: own)
            switch job.kind {
            case .condition, .weightedByRecord: break
            case .number: sums.add(JobSums.number(value, row), to: CellSums.Part.upper, of: own)
            case .ratio:
                guard let second else { break }
                let (x, y) = (JobSums.number(value, row), JobSums.number(second, row))
                sums.add(x, to: CellSums.Part.upper, of: own)
                sums.add(y, to: CellSums.Part.lower, of: own)
                if x > y { sums.countExceeding(1, in: own) }
            case .weighted:
                guard let second else { break }
                JobSums.add(JobSums.number(second, row), own, sums, yes: isYes ? 1 : 0, no: isYes ? 0 : 1)
            }
        }
    }

    /// The rows of a record have one weight and one cell: they are counted, and added at once.
    @inline(__always)
    private func addByRecord(
        _ rows: Range<Int>, _ records: Range<Int>, _ weight: ResultRows, _ found: UnsafeMutableBufferPointer<UInt8>,
        _ sums: CellSums, _ cell: (Int) -> Int
    ) {
        job.starts.withUnsafeBufferPointer { starts in
            for (place, record) in records.enumerated() {
                let (first, end) = (Int(starts[record]), Int(starts[record + 1]))
                guard first < end else { continue }
                let own = cell(first)
                var (yes, no, others) = (0, 0, false)
                for row in (first &- rows.lowerBound)..<(end &- rows.lowerBound) {
                    let kind = found[row]
                    yes &+= kind == RowClass.yes ? 1 : 0
                    no &+= kind == RowClass.no ? 1 : 0
                    others = others || kind > RowClass.yes
                }
                if others {
                    for row in (first &- rows.lowerBound)..<(end &- rows.lowerBound) where found[row] > RowClass.yes {
                        sums.count(found[row], in: own)
                    }
                }
                guard yes &+ no > 0 else { continue }
                sums.count(upper: yes, lower: no, in: own)
                JobSums.add(JobSums.number(weight, place), own, sums, yes: yes, no: no)
            }
        }
    }

    /// A weight that stands so many times in both the numerator and the denominator, and so many times only in the latter.
    @inline(__always)
    private static func add(_ weight: Double, _ cell: Int, _ sums: CellSums, yes: Int, no: Int) {
        if yes > 0 { sums.add(weight, to: CellSums.Part.upper, of: cell, times: yes) }
        if no > 0 { sums.add(weight, to: CellSums.Part.lower, of: cell, times: no) }
        // The numerator is the weight or 0: more than the weight only where that is negative.
        if weight < 0 { sums.countExceeding(no, in: cell) }
    }

    // MARK: The tally

    var tally: FigureTally {
        let all = splits.enumerated().map { place, split in
            (0..<split.count).map { job.present[place][$0] ? sums(split, $0) : nil }
        }
        // Every row is in one cell of each split, so that the cells of one make the total.
        var total = FigureSums()
        for sums in all[0] { if let sums { total.add(sums) } }
        return FigureTally(total: total, splits: job.cells.isEmpty ? [] : all, open: open.sorted())
    }

    private func sums(_ split: CellSums, _ cell: Int) -> FigureSums? {
        func count(_ kind: UInt8) -> Int { split.rows(kind, cell) }
        var sums = FigureSums()
        for reason in MissingReason.allCases {
            sums.addMissing(reason, count: count(RowClass.missing + reason.rawValue))
            sums.addMissingAmong(reason, count: count(RowClass.missingAmong + reason.rawValue))
        }
        let (yes, no) = (split.rows(of: CellSums.Part.upper, cell), split.rows(of: CellSums.Part.lower, cell))
        let (upper, lower) = (split.sum(of: CellSums.Part.upper, cell), split.sum(of: CellSums.Part.lower, cell))
        switch job.kind {
        case .condition:
            sums.addCounted(
                yes + no, numerator: LeanSum(ones: yes), denominator: LeanSum(ones: yes + no), exceeding: 0)
        case .number:
            sums.addCounted(yes, numerator: upper, denominator: LeanSum(ones: yes), exceeding: 0)
        case .ratio:
            sums.addCounted(yes + no, numerator: upper, denominator: lower, exceeding: split.exceeding(cell))
        case .weighted, .weightedByRecord:
            var both = lower
            both.add(upper)
            sums.addCounted(yes + no, numerator: upper, denominator: both, exceeding: split.exceeding(cell))
        }
        return sums
    }
}
