import FormModel

/// Decides where an indicator stands (`semantics.md` 3.9).
struct StatusRule {
    private let target: Target?
    private let unit: String
    private let isShare: Bool
    private let coverageMinimum: Double
    private let date: Day

    init(_ indicator: Indicator, options: EvaluationOptions) {
        self.target = indicator.target
        self.unit = indicator.unit
        if case .share = indicator.computation { isShare = true } else { isShare = false }
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
        let status = judged(target, values)
        guard [.met, .metUncertain, .onTrack].contains(status) else { return status }
        // Of parts greater than their whole nothing good is said.
        if values.exceeding > 0, let value = values.value, value > whole { return .incomplete }
        guard values.failed > 0 else { return status }
        let worst = worst(target, values)
        if status == .onTrack {
            guard let worst, let expected = values.expected else { return .incomplete }
            return (target.isRising ? worst >= expected : worst <= expected) ? status : .incomplete
        }
        return worst.map(target.isMet(by:)) == true ? status : .metUncertain
    }

    /// What the value could come to if the records that failed were all against it, beside those that are missing;
    /// `nil` where a failed record may hold any number.
    private func worst(_ target: Target, _ values: FigureValues) -> Double? {
        guard let bounds = values.bounds else { return nil }
        let (known, failed) = (Double(values.n + values.missingCount), Double(values.failed))
        if !isShare { return target.isRising ? bounds.lowerBound : bounds.upperBound + failed }
        let sum = target.isRising ? bounds.lowerBound * known : bounds.upperBound * known + whole * failed
        return sum / (known + failed)
    }

    private func judged(_ target: Target, _ values: FigureValues) -> Status {
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

    /// The whole of a share.
    private var whole: Double { unit == "percent" ? 100 : 1 }

    /// Whether the target stays reached whatever the missing records hold. A total that is only "at least" may still
    /// rise above a target that is not to be exceeded.
    private func isCertain(_ target: Target, _ values: FigureValues) -> Bool {
        if let error = values.error, !error.isCensus {
            // Of too few to tell how sure it is, nothing is sure.
            guard let interval = error.interval else { return false }
            guard target.isMet(by: target.isRising ? interval.lowerBound : interval.upperBound) else { return false }
        }
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
