import Evaluation
import FormModel
import Messages

/// Finds the period that a rule watches, and the one before it (`semantics.md` 4.1).
struct WatchedPeriods {
    let sources: AlertSources

    /// How many periods back a last closed one is looked for.
    private static let reach = 8

    /// The period of a rule over an indicator; `nil` where none is closed, or ended with sufficient coverage.
    func period(_ rule: AlertScript.Period?, of indicator: Indicator) throws(Message) -> WatchedPeriod? {
        switch rule ?? .lastClosed {
        case .lastClosed: return try lastClosed(indicator)
        case .toDate: return WatchedPeriod(nil, asOf: sources.today)
        case .last(let length): return WatchedPeriod(lastEnded(length), asOf: sources.today)
        case .lastFew(let count, let length): return WatchedPeriod(few(count, length), asOf: sources.today)
        }
    }

    /// The period of a rule whose function gives the rows itself; `nil` where none is closed.
    func period(_ rule: AlertScript.Period?) throws(Message) -> WatchedPeriod? {
        switch rule ?? .toDate {
        case .lastClosed:
            // Of any length: the last to have ended of those that are closed.
            var found: Period?
            for length in [PeriodLength.halfYear, .year, .quarter, .month] {
                var period = lastEnded(length)
                for _ in 0..<WatchedPeriods.reach {
                    guard let current = period else { break }
                    if try sources.isClosed(current) {
                        if found.map({ $0.last < current.last }) ?? true { found = current }
                        break
                    }
                    period = sources.calendar.period(before: current)
                }
            }
            return found.map { WatchedPeriod($0, asOf: sources.today) }
        case .toDate:
            // The half-year that is running: what reports are about.
            return WatchedPeriod(
                sources.calendar.period(of: .halfYear, containing: sources.today), asOf: sources.today)
        case .last(let length): return WatchedPeriod(lastEnded(length), asOf: sources.today)
        case .lastFew(let count, let length): return WatchedPeriod(few(count, length), asOf: sources.today)
        }
    }

    /// The period before: of the same length; of the year to date, the year before up to the same day; `nil` where there is
    /// none.
    func before(_ watched: WatchedPeriod) -> WatchedPeriod? {
        guard let period = watched.period else {
            return WatchedPeriod(nil, asOf: watched.asOf.advanced(months: -12))
        }
        if let earlier = sources.calendar.period(id: period.id).flatMap(sources.calendar.period(before:)) {
            return WatchedPeriod(earlier, asOf: watched.asOf)
        }
        // Several periods as one: as many before them.
        let parts = sources.calendar.periods(of: period.length, from: period.first, to: period.last)
        guard !parts.isEmpty else { return nil }
        return WatchedPeriod(few(parts.count, period.length, upTo: period.first.advanced(days: -1)), asOf: watched.asOf)
    }

    private func lastClosed(_ indicator: Indicator) throws(Message) -> WatchedPeriod? {
        var period = lastEnded(try length(of: indicator))
        for _ in 0..<WatchedPeriods.reach {
            guard let current = period else { return nil }
            let watched = WatchedPeriod(current, asOf: sources.today)
            if try sources.isClosed(current) { return watched }
            let total = try sources.figure(indicator, [], watched).total
            if total.value != nil || total.n > 0, total.coveragePercent.map({ $0 >= sources.coverageMinimum }) ?? true {
                return watched
            }
            period = sources.calendar.period(before: current)
        }
        return nil
    }

    private func lastEnded(_ length: PeriodLength) -> Period? {
        sources.calendar.period(before: sources.calendar.period(of: length, containing: sources.today))
    }

    private func few(_ count: Int, _ length: PeriodLength, upTo day: Day? = nil) -> Period? {
        var last = day.map { sources.calendar.period(of: length, containing: $0) } ?? lastEnded(length)
        let end = last
        for _ in 1..<max(count, 1) { last = last.flatMap(sources.calendar.period(before:)) }
        guard let first = last, let end else { return nil }
        guard count > 1 else { return end }
        return Period(id: "\(first.id)/\(end.id)", length: length, first: first.first, last: end.last)
    }

    /// The round of an indicator's form, a day's being a month; of a derived one, the longest of its sources.
    private func length(of indicator: Indicator) throws(Message) -> PeriodLength {
        let longest = try lengths(of: indicator).max(by: WatchedPeriods.isShorter) ?? .halfYear
        return longest == .day || longest == .once ? .month : longest
    }

    private func lengths(of indicator: Indicator) throws(Message) -> [PeriodLength] {
        if let form = indicator.over?.split(separator: ".").first {
            return sources.forms.filter { $0.form.id == form }.map(\.form.round)
        }
        let figure = try sources.figure(indicator, [], WatchedPeriod(nil, asOf: sources.today))
        var lengths: [PeriodLength] = []
        for id in figure.sources {
            if let source = sources.indicator(id) { lengths += try self.lengths(of: source) }
        }
        return lengths
    }

    private static func isShorter(_ one: PeriodLength, _ other: PeriodLength) -> Bool {
        let order: [PeriodLength] = [.once, .day, .month, .quarter, .halfYear, .year]
        return (order.firstIndex(of: one) ?? 0) < (order.firstIndex(of: other) ?? 0)
    }
}
