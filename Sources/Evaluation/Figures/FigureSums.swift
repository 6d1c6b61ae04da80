import FormModel
import Messages

/// What a record adds to a figure.
enum Contribution: Hashable {
    /// Out of scope.
    case none
    /// In scope or not: unknown.
    case missingAmong(MissingReason)
    /// In scope, without what is computed.
    case missing(MissingReason)
    /// The formula failed.
    case failed
    /// In scope: what it adds to numerator and denominator, before its weight.
    case counted(numerator: Double, denominator: Double)
    /// A milestone's date.
    case dated(Day)
}

/// The sums of a group of records.
struct FigureSums {
    private var n = 0
    private var numerator = LeanSum()
    private var denominator = LeanSum()
    private var missingWeight = LeanSum()
    private var missing: [MissingReason: Int] = [:]
    private var missingAmong: [MissingReason: Int] = [:]
    private var failed = 0
    private var exceeding = 0
    private var firstDate: Day?

    mutating func add(_ contribution: Contribution, weight: Double) {
        switch contribution {
        case .none: break
        case .missingAmong(let reason): missingAmong[reason, default: 0] += 1
        case .missing(let reason):
            missing[reason, default: 0] += 1
            missingWeight.add(weight)
        case .failed: failed += 1
        case .counted(let x, let y):
            n += 1
            numerator.add(weight * x)
            denominator.add(weight * y)
            if x > y { exceeding += 1 }
        case .dated(let day):
            n += 1
            firstDate = min(firstDate ?? day, day)
        }
    }

    /// Adds records without what is computed, each of which stands for itself.
    mutating func addMissing(_ reason: MissingReason, count: Int) {
        guard count > 0 else { return }
        missing[reason, default: 0] += count
        missingWeight.add(Double(count))
    }

    /// Adds records of which it is not known whether they are in scope.
    mutating func addMissingAmong(_ reason: MissingReason, count: Int) {
        if count > 0 { missingAmong[reason, default: 0] += count }
    }

    /// Adds records in scope, with what they add up to.
    mutating func addCounted(_ count: Int, numerator: LeanSum, denominator: LeanSum, exceeding: Int) {
        n += count
        self.numerator.add(numerator)
        self.denominator.add(denominator)
        self.exceeding += exceeding
    }

    /// Adds the sums of another group.
    mutating func add(_ other: FigureSums) {
        n += other.n
        numerator.add(other.numerator)
        denominator.add(other.denominator)
        missingWeight.add(other.missingWeight)
        missing.merge(other.missing, uniquingKeysWith: +)
        missingAmong.merge(other.missingAmong, uniquingKeysWith: +)
        failed += other.failed
        exceeding += other.exceeding
        firstDate = [firstDate, other.firstDate].compactMap { $0 }.min()
    }

    /// Counts a record whose place among the groups could not be told.
    mutating func addMisplaced() { failed += 1 }

    /// The numbers of an indicator over records: sums over none in scope are 0, and so is a count of them. Where there
    /// are no records at all, nobody has reported, and `FigureValues()` says that nothing is known.
    func values(of indicator: Indicator, asOf day: Day) -> FigureValues {
        var values = FigureValues()
        values.n = n
        values.missing = missing
        values.missingAmong = missingAmong
        values.failed = failed
        let (x, y) = (numerator.value, denominator.value)
        let unknown = missingWeight.value
        guard [x, y, x + unknown, y + unknown].allSatisfy(\.isFinite) else { return overflown(values, indicator) }
        // A part of a whole is printed in percent; a mean is in the unit of what is averaged, whatever it is called.
        let scale = indicator.unit == "percent" ? 100.0 : 1
        let hasMissing = !missing.isEmpty || !missingAmong.isEmpty
        // Where every record failed there is no sum either.
        let isKnown = n > 0 || failed == 0
        switch indicator.computation {
        case .share:
            (values.numerator, values.denominator) = (x, y)
            values.value = y == 0 ? nil : scale * x / y
            if y + unknown != 0 {
                values.bounds = (scale * x / (y + unknown))...(scale * (x + unknown) / (y + unknown))
            }
        case .count where isKnown:
            (values.numerator, values.value) = (x, x)
            values.bounds = x...(x + unknown)
            values.atLeast = hasMissing
        case .total where isKnown:
            (values.numerator, values.value) = (x, x)
            values.atLeast = hasMissing
        case .mean:
            (values.numerator, values.denominator) = (x, y)
            values.value = y == 0 ? nil : x / y
        case .ratio:
            (values.numerator, values.denominator) = (x, y)
            values.value = y == 0 ? nil : scale * x / y
            values.exceeding = scale == 100 ? exceeding : 0
        case .milestone:
            values.date = firstDate
            // Whether it has happened is not known where the date is missing: no value, not "no".
            if n > 0 { values.value = firstDate.map { $0 <= day ? 1 : 0 } ?? 0 }
        case .count, .total, .quantile, .derive: break
        }
        return values.value?.isFinite == false ? overflown(values, indicator) : values
    }

    /// Sums beyond the largest number have no value, and that is a fault of the indicator: it is told why.
    private func overflown(_ values: FigureValues, _ indicator: Indicator) -> FigureValues {
        var found = FigureValues()
        (found.n, found.missing, found.missingAmong) = (values.n, values.missing, values.missingAmong)
        found.failed = values.failed + 1
        let fault = LocatedFault(place: indicator.place, message: Message("E-RESULT-002"))
        found.failures = [FormulaFault(figure: indicator.id, fault)]
        return found
    }
}
