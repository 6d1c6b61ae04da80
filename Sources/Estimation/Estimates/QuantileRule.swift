/// How a quantile is read off the weighted distribution function, by the names of R's `survey` (version 4.1).
public enum QuantileRule: Hashable, Sendable, CaseIterable {
    /// The least value of which at least that share of the weights lies at or below.
    case math
    /// Straight lines between the values, as rule 7 of Hyndman and Fan (1996): the k-th of n stands at the weights below
    /// it ÷ the weights of all but the greatest.
    case hf7
}

/// The weighted distribution function of some values.
struct WeightedDistribution: Sendable {
    /// Ascending; of equal ones the lightest first, so that the order of the units makes no difference.
    private let values: [Double]
    /// The weights up to and including each value.
    private let cumulative: [Double]

    /// - Parameter points: values with weights above 0.
    init(_ points: [(value: Double, weight: Double)]) {
        let points = points.sorted { ($0.value, $0.weight) < ($1.value, $1.weight) }
        values = points.map(\.value)
        var sum = ExactSum()
        cumulative = points.map { point in
            sum.add(point.weight)
            return sum.value
        }
    }

    var isEmpty: Bool { values.isEmpty }

    /// The quantile at p, from 0 to 1; `nil` without values.
    func quantile(_ p: Double, _ rule: QuantileRule) -> Double? {
        guard let least = values.first, let greatest = values.last, let total = cumulative.last else { return nil }
        switch rule {
        case .math:
            let place = firstPlace { cumulative[$0] >= p * total }
            return place < values.count ? values[place] : greatest
        case .hf7:
            guard values.count > 1 else { return least }
            let target = p * cumulative[values.count - 2]
            // The k-th value stands at the weights below it.
            let place = firstPlace { below($0) >= target }
            guard place > 0 else { return least }
            guard place < values.count else { return greatest }
            let (left, right) = (below(place - 1), below(place))
            return values[place - 1] + (values[place] - values[place - 1]) * ((target - left) / (right - left))
        }
    }

    private func below(_ place: Int) -> Double { place == 0 ? 0 : cumulative[place - 1] }

    /// The first place at which a condition holds that then holds to the end; the count of values where there is none.
    private func firstPlace(where holds: (Int) -> Bool) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
