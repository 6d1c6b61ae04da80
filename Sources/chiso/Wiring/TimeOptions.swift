import ArgumentParser
import Evaluation
import FormModel
import Foundation
import Messages

/// The options that say for when figures are computed.
struct TimeOptions: ParsableArguments {
    @Option(parsing: .unconditional, help: "The period: 2026, 2026-H1, 2026-Q3 or 2026-03.")
    var period: String?
    @Option(
        name: .customLong("as-of"), parsing: .unconditional,
        help: "The date up to which things count (default: today).")
    var asOf: String?
    @Option(
        name: .customLong("known-at"), parsing: .unconditional,
        help: "Only what was stored by this instant (default: now).")
    var knownAt: String?

    func evaluationOptions(_ open: OpenWorkspace) throws -> EvaluationOptions {
        var options = EvaluationOptions(asOf: try day(open), period: try period(open), calendar: open.calendar)
        options.coverageMinimum = open.configuration.coverageMinimum
        options.language = Console.language
        return options
    }

    private func day(_ open: OpenWorkspace) throws -> Day {
        guard let asOf else { return open.today }
        guard let day = Day(iso: asOf) else { throw Failure(.usage, Message("E-CLI-007", ["value": asOf])) }
        return day
    }

    private func period(_ open: OpenWorkspace) throws -> Period? {
        try period.map { try found($0, open) }
    }

    private func found(_ id: String, _ open: OpenWorkspace) throws -> Period {
        guard let found = open.calendar.period(id: id), found.length != .once else {
            throw Failure(.usage, Message("E-CLI-002", ["name": id]))
        }
        return found
    }

    /// A period that ended before the evaluation's own began, or before its day.
    func earlierPeriod(_ id: String?, than options: EvaluationOptions, _ open: OpenWorkspace) throws -> Period? {
        guard let id else { return nil }
        let earlier = try found(id, open)
        guard earlier.last < options.period?.first ?? options.date else {
            throw Failure(
                .usage, Message("E-CLI-029", ["name": id, "period": options.period?.id ?? options.date.iso]))
        }
        return earlier
    }

    /// The instant of `--known-at`: a date (its end) or an instant with an offset.
    func knownInstant(_ open: OpenWorkspace) throws -> Date? {
        guard let knownAt else { return nil }
        if let instant = try? Date(knownAt, strategy: .iso8601), PeriodCalendar.once.contains(open.day(of: instant)) {
            return instant
        }
        guard let day = Day(iso: knownAt) else { throw Failure(.usage, Message("E-CLI-007", ["value": knownAt])) }
        let end = Double(day.number + 1) * 86_400 - Double(open.timeZone.secondsFromGMT(for: open.now))
        return Date(timeIntervalSince1970: end - 0.001)
    }
}
