import Evaluation
import FormModel
import Messages
import Reporting
import Scripting
import Storage

/// When reports are due: the first such day after the end of the period, until the period is closed.
struct ReportDues {
    let open: OpenWorkspace
    let store: Store?
    let source: any RecordSource
    let workspace: Workspace

    /// When a report is due; `nil` where `chiso.toml` names no day for it, or no report has the id.
    func due(_ name: String) throws -> ReportData.Due? {
        guard let text = open.configuration.reportDue[name],
            let report = try open.load([.reports]).reports.first(where: { $0.id == name })
        else { return nil }
        let running = open.calendar.period(of: report.period, containing: open.today)
        var period = running
        if let ended = open.calendar.period(before: running), try isOwed(ended) { period = ended }
        let year = period.last.components.year
        let days = [year, year + 1].compactMap { Day(iso: "\($0)-\(text)") }
        return days.first { $0 > period.last }.map { ReportData.Due(period: period, day: $0) }
    }

    /// Whether a period that has ended is still to be reported: it is not closed, and something was collected in it. A
    /// workspace that began later owes nothing of it.
    private func isOwed(_ period: Period) throws -> Bool {
        if try store?.closing(of: period.id) != nil { return false }
        for form in workspace.forms {
            let headers = try source.headers(of: form.layout)
            if zip(headers.dates, headers.counts).contains(where: { $1 && period.contains($0) }) { return true }
        }
        return false
    }
}
