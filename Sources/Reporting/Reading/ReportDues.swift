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

    /// When a report is due; `nil` where no day is set for it, or no report has the id.
    public func due(_ name: String) throws(Message) -> ReportData.Due? {
        guard let text = days[name], let length = try length(name) else { return nil }
        var period = calendar.period(of: length, containing: today)
        if let ended = calendar.period(before: period), try isOwed(ended) { period = ended }
        let year = period.last.components.year
        let days = [year, year + 1].compactMap { Day(iso: "\($0)-\(text)") }
        return days.first { $0 > period.last }.map { ReportData.Due(period: period, day: $0) }
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
