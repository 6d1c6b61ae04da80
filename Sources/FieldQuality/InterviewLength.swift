import FormModel

/// How long the completed interviews of a group took, and what was done in them.
public struct InterviewLength: Hashable, Sendable {
    /// Completed interviews whose log is known.
    public var n = 0
    /// The median of the active minutes; a tenth of the interviews took less than `low`, a tenth more than `high`.
    public var median: Double?
    /// The first decile.
    public var low: Double?
    /// The ninth decile.
    public var high: Double?
    /// How many were too short (`tooShort`).
    public var tooShort = 0
    /// Answers changed, for each interview.
    public var changes: Double?
    /// Moves by hand, for each interview.
    public var moves: Double?
    /// Moves back, for each interview.
    public var movesBack: Double?

    /// Too few interviews say nothing about what is usual.
    static let leastForPace = 10

    /// The interviews that went much faster than usual: the active seconds an answer below a part of the median of all.
    /// The pace, not the length, is compared, as a large household takes longer; a part of the median is the usual mark
    /// of speeding (Greszki, Meyer and Schoen 2015, "Exploring the Effects of Removing 'Too Fast' Responses").
    ///
    /// - Parameters:
    ///   - part: 0.5 for half of the median pace.
    ///   - included: whether a record is compared; those that do not count never are.
    /// - Returns: for each record whether it is too short; for none where fewer than ten can be compared.
    public static func tooShort(
        _ form: CollectedForm, _ traces: [InterviewTrace?], part: Double, included: (Int) -> Bool
    ) -> [Bool] {
        let paces = form.records.indices.map { place -> Double? in
            guard included(place), form.records[place].counts, let trace = traces[place], trace.answers > 0 else {
                return nil
            }
            return trace.activeSeconds / Double(trace.answers)
        }
        let known = paces.compactMap { $0 }
        guard known.count >= leastForPace, let median = RobustStatistics.median(known) else {
            return paces.map { _ in false }
        }
        return paces.map { pace in pace.map { $0 < part * median } ?? false }
    }

    /// The lengths of each group.
    public static func of(
        _ form: CollectedForm, _ groups: RecordGroups, _ traces: [InterviewTrace?], tooShort: [Bool]
    ) -> [InterviewLength] {
        var found: [[InterviewTrace]] = groups.keys.map { _ in [] }
        var short = groups.keys.map { _ in 0 }
        for place in form.records.indices {
            guard form.records[place].counts, let group = groups.ofRecord[place], let trace = traces[place] else {
                continue
            }
            found[group].append(trace)
            if tooShort[place] { short[group] += 1 }
        }
        return zip(found, short).map { traces, short in
            let minutes = traces.map { $0.activeSeconds / 60 }.sorted()
            let mean = { (count: (InterviewTrace) -> Int) in
                traces.isEmpty ? nil : Double(traces.map(count).reduce(0, +)) / Double(traces.count)
            }
            return InterviewLength(
                n: traces.count, median: RobustStatistics.quantile(minutes, 0.5),
                low: RobustStatistics.quantile(minutes, 0.1), high: RobustStatistics.quantile(minutes, 0.9),
                tooShort: short, changes: mean(\.changes), moves: mean(\.moves), movesBack: mean(\.movesBack))
        }
    }
}
