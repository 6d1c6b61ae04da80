import FormModel
import Sampling

/// Draws the completed interviews that a supervisor asks once more.
///
/// Each interview has a number of its own, evenly in 0 ..< 1, made from the seed and its id (permanent random numbers:
/// Ohlsson 1995, "Coordination of Samples Using Permanent Random Numbers"); of each group those with the smallest are
/// drawn. So the same seed gives the same list, whatever the order of the records, and a record that comes later changes
/// at most one place of it.
public enum ReinterviewSample {
    /// The places of the records drawn, in their order.
    /// - Parameter share: the part of each group's completed interviews, 0.05 for 5 %; rounded up, so that a group with
    ///   any has at least one.
    public static func drawn(_ form: CollectedForm, _ groups: RecordGroups, share: Double, seed: UInt64) -> [Int] {
        var candidates: [[(number: Double, place: Int)]] = groups.keys.map { _ in [] }
        for (place, record) in form.records.enumerated() where record.counts {
            guard let group = groups.ofRecord[place] else { continue }
            var random = SplitMix64(seed: seed, record: 0, path: "reinterview/\(record.id)")
            candidates[group].append((random.uniform(), place))
        }
        return candidates.flatMap { group in
            // A hair less, so that 5 % of 20, which is 1.0000000000000002 in floating point, is 1.
            let count = Int((Double(group.count) * share - 1e-9).rounded(.up))
            return group.sorted { ($0.number, $0.place) < ($1.number, $1.place) }.prefix(count).map(\.place)
        }.sorted()
    }
}
