import ArgumentParser
import Evaluation
import FormModel
import Foundation
import Messages
import Scripting
import Storage

/// `chiso watch`: what each saved script changes in the figures, at once.
struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Show at every save of a script what it changes in the figures; Ctrl-C ends.",
        discussion: """
              chiso watch
              chiso watch households_fast_internet --period 2026-H1
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var time: TimeOptions
    @Argument(help: "The indicators by id (default: all).") var indicators: [String] = []

    func run() throws {
        let open = try OpenWorkspace(options)
        var watched = try WatchedFiles(open.folder)
        var before = try figures(open)
        var alertsBefore = try alerts(open)
        for id in indicators where !before.contains(where: { $0.indicator.id == id }) {
            throw Failure(.usage, Message("E-CLI-001", ["name": id]))
        }
        Console.note(Message("N-WATCH-001", ["count": "\(before.count)", "path": open.folder.url.path]))
        while true {
            usleep(250_000)
            guard let files = try watched.changed() else { continue }
            let open = try OpenWorkspace(options)
            Console.note(
                Message(
                    "N-WATCH-002",
                    [
                        "time": String(open.text(of: Date()).dropFirst(11).prefix(8)),
                        "files": files.joined(separator: ", "),
                    ]))
            do {
                let now = try figures(open)
                let comparison = FigureComparison(from: before, to: now)
                let alerts = try alerts(open)
                let judged = alerts.changes(since: alertsBefore)
                if comparison.changes.isEmpty, judged.isEmpty { Console.note(Message("N-WATCH-003")) }
                if !comparison.changes.isEmpty {
                    Console.out(ChangeTable(comparison: comparison, language: Console.language).table.text(as: .table))
                }
                if !judged.isEmpty { Console.out(judged.table().text(as: .table)) }
                (before, alertsBefore) = (now, alerts)
                // Where formulas fail, and why; the next save may mend it.
                try? FailedRecords(folder: open.folder).tell(now)
            } catch let failure as Failure where failure.status == .badData {
                // What is wrong was told with its place; the next save is awaited.
                continue
            }
        }
    }

    /// What the rules of alerts judge; not asked where only some indicators are watched.
    private func alerts(_ open: OpenWorkspace) throws -> HeldAlerts {
        let scripts = try AlertScripts(open)
        let store = indicators.isEmpty ? try open.storeToRead() : nil
        DiagnosticPrinter(folder: open.folder, language: Console.language).print(scripts.errors)
        return try HeldAlerts(scripts, store, known: Known(at: try time.knownInstant(open)))
    }

    private func figures(_ open: OpenWorkspace) throws -> [Figure] {
        let workspace = try open.loadSound([.surveys, .indicators])
        let wanted = workspace.indicators.filter { indicators.isEmpty || indicators.contains($0.id) }
        let store = try open.storeToRead()
        let run = EvaluationRun(
            open: open, workspace: workspace, store: store, known: Known(at: try time.knownInstant(open)),
            options: try time.evaluationOptions(open))
        return try (store?.snapshot { try run.evaluate(wanted) } ?? run.evaluate(wanted)).figures
    }
}
