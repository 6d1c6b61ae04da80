/// How many rows of a batch, up to each row, are in the numerator, and how many only in the denominator, modulo 256. The rows
/// of a record are the difference of two of them.
struct RunningCounts {
    /// One more than there are rows: the first is 0.
    let upper: UnsafeMutablePointer<UInt8>
    let lower: UnsafeMutablePointer<UInt8>

    /// Counts rows.
    /// - Parameter seldom: takes the rows that are in neither part; room for all.
    /// - Returns: how many are seldom.
    func fill(_ rows: Int, _ effects: RowEffects, seldom: UnsafeMutablePointer<UInt32>) -> Int {
        (upper[0], lower[0]) = (0, 0)
        var (ups, lows): (UInt8, UInt8) = (0, 0)
        return effects.each(of: rows, seldom: seldom) { row, effects in
            // Of eight rows the sums fit four bits each, so that one product gives the sums up to each of them.
            let halves = unsafeBitCast(effects, to: SIMD2<UInt64>.self) &* SIMD2(repeating: 0x0101_0101_0101_0101)
            let mask = SIMD2<UInt64>(repeating: 0x0F0F_0F0F_0F0F_0F0F)
            ups = RunningCounts.store(halves & mask, after: ups, at: upper + row + 1)
            lows = RunningCounts.store((halves &>> 4) & mask, after: lows, at: lower + row + 1)
        } one: { row, effect in
            ups &+= effect & 0xF
            lows &+= effect &>> 4
            (upper[row + 1], lower[row + 1]) = (ups, lows)
        }
    }

    /// Stores the sums of two times eight rows after what was there before, and gives the last.
    @inline(__always)
    private static func store(
        _ sums: SIMD2<UInt64>, after before: UInt8, at place: UnsafeMutablePointer<UInt8>
    ) -> UInt8 {
        let middle = before &+ UInt8(truncatingIfNeeded: sums[0] &>> 56)
        let starts = SIMD2<UInt64>(UInt64(before), UInt64(middle)) &* SIMD2(repeating: 0x0101_0101_0101_0101)
        let all = unsafeBitCast(sums, to: RowEffects.Lanes.self) &+ unsafeBitCast(starts, to: RowEffects.Lanes.self)
        UnsafeMutableRawPointer(place).storeBytes(of: all, as: RowEffects.Lanes.self)
        return middle &+ UInt8(truncatingIfNeeded: sums[1] &>> 56)
    }
}

/// The rows of a batch's records, for all jobs that run over them.
struct RosterBatch {
    /// For each row, its record among those of the batch.
    let records: [UInt16]
    /// Whether no record has more rows than a byte counts.
    let isNarrow: Bool

    init(rows: Range<Int>, records: Range<Int>, starts: [Int32]) {
        var ofRows = [UInt16](repeating: 0, count: rows.count)
        var isNarrow = records.count <= 1 << 16
        for (place, record) in records.enumerated() where isNarrow {
            let (first, end) = (Int(starts[record]) - rows.lowerBound, Int(starts[record + 1]) - rows.lowerBound)
            isNarrow = end - first <= 255
            for row in first..<end { ofRows[row] = UInt16(place) }
        }
        self.records = ofRows
        self.isNarrow = isNarrow
    }
}
