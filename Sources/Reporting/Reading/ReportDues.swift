import Evaluation
import FormModel
import Messages

/// When reports are due: the first such day after the end of the period, until the period is closed.
public struct ReportDues {
    private let days: [String: String]
    private let calendar: PeriodCalendar
    private let today: Day
    private let length: (String) throws(Message) -> PeriodLength?
    private let isClosed: (Period) throws(Message) -> Bool
    private let source: any RecordSource
    private let forms: [FormLayout]

    /// - Parameters:
    ///   - days: the day of the year of each report, as `07-10`, by its id.
    ///   - length: how long the periods of a report are; `nil` where there is no such report.
    public init(
        days: [String: String], calendar: PeriodCalendar, today: Day, source: any RecordSource, forms: [FormLayout],
        length: @escaping (String) throws(Message) -> PeriodLength?,
        isClosed: @escaping (Period) throws(Message) -> Bool
    ) {
        self.days = days
        self.calendar = calendar
        self.today = today
        self.source = source
        self.forms = forms
        self.length = length
        self.isClosed = isClosed
    }

    /// When a report is due; `nil` where no day is set for it, or no report has the id: of the last periods that have ended
    /// the latest that is owed, else of the one that runs.
    ///
    /// A day that comes only after the end of the next period is that period's: with `six_month = "07-10"` the second half
    /// of a year has none, since the annual report is about it.
    public func due(_ name: String) throws(Message) -> ReportData.Due? {
        guard let text = days[name], let length = try length(name) else { return nil }
        let running = calendar.period(of: length, containing: today)
        var ended = calendar.period(before: running)
        for _ in 0..<ReportDues.reach {
            guard let period = ended else { break }
            if let day = day(text, after: period), try isOwed(period) {
                return ReportData.Due(period: period, day: day)
            }
            ended = calendar.period(before: period)
        }
        return day(text, after: running).map { ReportData.Due(period: running, day: $0) }
    }

    /// How many periods back one may still be owed.
    private static let reach = 2

    private func day(_ text: String, after period: Period) -> Day? {
        let year = period.last.components.year
        let next = calendar.period(of: period.length, containing: period.last.advanced(days: 1))
        return [year, year + 1].compactMap { Day(iso: "\($0)-\(text)") }.first { $0 > period.last && $0 <= next.last }
    }

    /// Whether a period that has ended is still to be reported: it is not closed, and something was collected in it. A
    /// workspace that began later owes nothing of it.
    private func isOwed(_ period: Period) throws(Message) -> Bool {
        if try isClosed(period) { return false }
        for form in forms {
            let headers = try source.headers(of: form)
            if zip(headers.dates, headers.counts).contains(where: { $1 && period.contains($0) }) { return true }
        }
        return false
    }
}
