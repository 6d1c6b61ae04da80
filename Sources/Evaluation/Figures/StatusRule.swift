import FormModel

/// Decides where an indicator stands (`semantics.md` 3.9).
struct StatusRule {
    private let target: Target?
    private let unit: String
    private let coverageMinimum: Double
    private let date: Day

    init(_ indicator: Indicator, options: EvaluationOptions) {
        self.target = indicator.target
        self.unit = indicator.unit
        self.coverageMinimum = options.coverageMinimum
        self.date = options.date
    }

    /// Fills in the expected value and the status.
    func apply(to values: inout FigureValues) {
        guard let target else { return }
        values.expected = target.expected(on: date)
        values.status = status(target, values)
    }

    private func status(_ target: Target, _ values: FigureValues) -> Status {
        guard let value = values.value else { return .noData }
        if let coverage = values.judgedCoverage, coverage < minimum(target) { return .incomplete }
        if target.comparison == .milestone {
            if target.isMet(by: value) { return .met }
            return Day(year: target.by, month: 12, day: 31).map { date >= $0 } == true ? .behind : .noBaseline
        }
        if target.isMet(by: value) { return isCertain(target, values) ? .met : .metUncertain }
        guard let expected = values.expected else { return .noBaseline }
        return (target.isRising ? value >= expected : value <= expected) ? .onTrack : .behind
    }

    /// Whether the target stays reached whatever the missing records hold. A total that is only "at least" may still
    /// rise above a target that is not to be exceeded.
    private func isCertain(_ target: Target, _ values: FigureValues) -> Bool {
        if let bounds = values.bounds {
            return target.isMet(by: target.isRising ? bounds.lowerBound : bounds.upperBound)
        }
        return target.isRising || !values.atLeast
    }

    /// A target of 100 % leaves no room for those who did not report; one of a hundred things does.
    private func minimum(_ target: Target) -> Double {
        switch target.comparison {
        case .atLeast(100) where unit == "percent", .above(100) where unit == "percent": 100
        default: coverageMinimum
        }
    }
}
