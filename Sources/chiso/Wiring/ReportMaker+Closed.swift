import Evaluation
import FormModel
import Messages
import Scripting
import Storage

/// The report of a closed period is made from the scripts and records that it was closed with.
extension ReportMaker {
    /// Takes the run of the period's closing in the place of the scripts and records of now, where it is closed.
    mutating func useClosedPeriod() throws {
        guard let store, let period = options.period, let closing = try store.closing(of: period.id) else { return }
        let archive = RunArchive(open: open)
        let origin = try archive.origin(of: try archive.find(closing.run ?? "", in: store), in: store)
        let limits = open.configuration.limits
        let scripts = try origin.files.load([.reports], limits: limits, language: Console.language)
        guard let script = scripts.reports.first(where: { $0.id == self.script.id }) else {
            // The report was written later: it is made from the figures of the closing all the same.
            return try use(origin, closing)
        }
        (reports, self.script) = (scripts, script)
        try use(origin, closing)
    }

    private mutating func use(_ origin: RunArchive.Origin, _ closing: PeriodClosing) throws {
        workspace = try origin.files.load(
            [.surveys, .indicators], limits: open.configuration.limits, language: Console.language)
        unavailable = workspace.unavailableIndicators()
        known = origin.run.known
        options.asOf = origin.options.asOf
        options.coverageMinimum = origin.options.coverageMinimum
        options.calendar = origin.options.calendar
        keepsRun = false
        self.closing = closing
        closedRecords = origin.request.records
        Console.note(
            Message(
                "N-PERIOD-006",
                [
                    "period": closing.period, "time": open.moment(closing.at),
                    "run": String(origin.run.id.prefix(12)),
                ]))
    }
}
