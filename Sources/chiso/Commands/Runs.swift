import ArgumentParser
import Evaluation
import Foundation
import Messages
import Storage

/// `chiso runs`: the recorded runs.
struct Runs: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs",
        abstract: "List the recorded runs of figures, the newest first.",
        discussion: """
            A run is recorded by chiso eval --record, by a report written to a file, and when a period is closed. \
            chiso eval --run ID gives its figures once more.
            """)

    @OptionGroup var options: GlobalOptions
    @Option(help: "table, json or csv.") var format: OutputFormat = .table
    @Option(help: "At most so many.") var limit: Int?

    func run() throws {
        let open = try OpenWorkspace(options)
        let store = try open.storeToRead()
        let closed = Set(try store?.closings().compactMap(\.run) ?? [])
        let runs = try store?.runs().reversed() ?? []
        let rows = runs.prefix(limit ?? .max).map { run in
            let request = RunRequest(run.request)
            return [
                format == .table ? String(run.id.prefix(12)) : run.id, open.text(of: run.at), run.who,
                request?.period ?? "", request?.asOf ?? "", request.map { "\($0.indicators.count)" } ?? "",
                closed.contains(run.id) ? (format == .table ? word("N-KEPT-007") : "closing") : "",
            ]
        }
        var table = PlainTable(
            columns: ["run", "recorded_at", "who", "period", "as_of", "indicators", "use"], numeric: [5], rows: rows)
        table.titles = [
            "N-KEPT-001", "N-KEPT-002", "N-KEPT-003", "N-KEPT-004", "N-KEPT-005", "N-KEPT-006", "N-KEPT-008",
        ].map(word)
        if rows.isEmpty { Console.note(Message("N-KEPT-009")) }
        if !rows.isEmpty || format != .table { Console.out(table.text(as: format)) }
    }

    private func word(_ code: String) -> String { Message(code).text(in: Console.language) }
}
