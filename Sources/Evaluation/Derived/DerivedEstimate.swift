import Estimation
import FormModel
import Scripting

/// The error of a figure that is made from others: the delta method over the sums that its sources were estimated from,
/// so that sources of one sample vary together and those of different samples do not (`estimation.md`).
struct DerivedEstimate {
    /// A source as it stands in a total or in a row.
    struct Source {
        let figure: Figure
        let values: FigureValues
    }

    let sources: [Source]
    /// What the function gives at other numbers of the sources, by their ids.
    let function: ([String: FigureValues]) -> DerivedNumber?

    /// The estimate, without its unit; `nil` where no source comes from a sample, or the function has no derivative.
    func value() -> SampledValue? {
        let variables = sources.flatMap(variables)
        guard !variables.isEmpty else { return nil }
        let estimates = variables.map(\.estimate)
        func estimate(_ part: @escaping (DerivedNumber) -> Double?) -> Estimate? {
            try? Estimate.function(of: estimates) { numbers in
                function(moved(variables, numbers)).flatMap(part)
            }
        }
        guard let value = estimate(\.value) else { return nil }
        return SampledValue(
            estimate: value, numerator: estimate(\.numerator), denominator: estimate(\.denominator))
    }

    // MARK: Variables

    private enum Part { case value, numerator, denominator }

    private struct Variable {
        let source: Int
        let part: Part
        let estimate: Estimate
    }

    private func variables(of source: Source) -> [Variable] {
        guard let place = sources.firstIndex(where: { $0.figure.indicator.id == source.figure.indicator.id }),
            let sampled = source.values.sampled
        else { return [] }
        guard let numerator = sampled.numerator else {
            return [Variable(source: place, part: .value, estimate: sampled.estimate)]
        }
        let denominator = sampled.denominator.map { Variable(source: place, part: .denominator, estimate: $0) }
        return [Variable(source: place, part: .numerator, estimate: numerator)] + [denominator].compactMap { $0 }
    }

    /// The sources at other numbers.
    private func moved(_ variables: [Variable], _ numbers: [Double]) -> [String: FigureValues] {
        var moved: [String: FigureValues] = [:]
        for (variable, number) in zip(variables, numbers) {
            let source = sources[variable.source]
            let id = source.figure.indicator.id
            var values = moved[id] ?? source.values
            switch variable.part {
            case .value: values.value = number * scale(source)
            case .numerator: values.numerator = number
            case .denominator: values.denominator = number
            }
            if variable.part != .value {
                if let numerator = values.numerator, let denominator = values.denominator {
                    values.value = denominator == 0 ? nil : scale(source) * numerator / denominator
                } else {
                    values.value = values.numerator
                }
            }
            moved[id] = values
        }
        return moved
    }

    private func scale(_ source: Source) -> Double { source.figure.indicator.unit == "percent" ? 100 : 1 }
}

extension DerivedNumber {
    /// The number, a ratio from 0 to 1.
    fileprivate var value: Double? {
        switch self {
        case .none: nil
        case .plain(let number): number
        case .ratio(let number, let parts): parts.map { $0.numerator / $0.denominator } ?? number
        }
    }

    fileprivate var numerator: Double? { if case .ratio(_, let parts) = self { parts?.numerator } else { nil } }
    fileprivate var denominator: Double? { if case .ratio(_, let parts) = self { parts?.denominator } else { nil } }
}
