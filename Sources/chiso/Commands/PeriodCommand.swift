import ArgumentParser
import Evaluation
import FormModel
import Foundation
import Messages
import Scripting
import Storage
import VietText

/// `chiso period`: what a signed report uses is fixed.
struct PeriodCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "period", abstract: "Close periods: fix the figures that signed reports use.",
        subcommands: [PeriodClose.self, PeriodReopen.self, PeriodList.self])
}

/// `chiso period close`: the run of a period that reports use from then on.
struct PeriodClose: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Fix the figures of a period that has ended; its reports no longer say DỰ THẢO.",
        discussion: """
            Every indicator is computed as of today, or --as-of, and kept with the scripts it was made from, reports as \
            well. From then on reports of the period give these figures, whatever becomes of scripts and records; what \
            is corrected later stands in the next period's report as adjusted figures, old and new.

              chiso period close 2026-H1 --note "BC 45/BC-UBND"
            """)

    @OptionGroup var options: GlobalOptions
    @Option(name: .customLong("as-of"), parsing: .unconditional, help: "The date up to which things count.")
    var asOf: String?
    @Option(help: "What is to be known of it, such as the number of the signed report.") var note: String
    @Argument(help: "The period: 2026-H1, 2026-Q3, 2026.") var period: String

    func run() throws {
        let open = try OpenWorkspace(options)
        let note = try PeriodNote.read(note)
        let period = try PeriodNote.period(period, open)
        guard let store = try open.storeToRead() else {
            throw Failure(.noInput, Message("E-STORE-no_such_file", ["path": open.storePath]))
        }
        if let closing = try store.closing(of: period.id) {
            throw Failure(.no, Message("E-PERIOD-002", PeriodNote.facts(closing, open)))
        }
        var evaluation = EvaluationOptions(asOf: open.today, period: period, calendar: open.calendar)
        if let asOf {
            guard let day = Day(iso: asOf) else { throw Failure(.usage, Message("E-CLI-007", ["value": asOf])) }
            evaluation.asOf = day
        }
        guard period.last < min(evaluation.asOf, open.today) || period.last == evaluation.asOf,
            period.last < open.today
        else { throw Failure(.usage, Message("E-PERIOD-001", ["period": period.id, "date": period.last.iso])) }
        evaluation.coverageMinimum = open.configuration.coverageMinimum
        evaluation.language = Console.language
        let outcome = try figures(evaluation, store, open)
        try store.close()
        let writing = try open.storeToWrite()
        try writing.keep(
            PeriodClosing(period: period.id, run: outcome.run, note: note, who: open.author, at: open.now))
        Console.note(
            Message(
                "N-PERIOD-001",
                ["period": period.id, "run": String(outcome.run.prefix(12)), "count": "\(outcome.figures.count)"]))
    }

    /// The figures, kept with all scripts. One that failed on any record is signed by nobody.
    private func figures(
        _ evaluation: EvaluationOptions, _ store: Store, _ open: OpenWorkspace
    ) throws -> EvaluationOutcome {
        let workspace = try open.loadSound([.surveys, .indicators])
        // Reports of the period are made by the scripts of now: they must load as well.
        _ = try open.loadSound([.reports])
        let run = EvaluationRun(open: open, workspace: workspace, store: store, known: .now, options: evaluation)
        let outcome = try store.snapshot { try run.evaluate(workspace.indicators) }
        try FailedRecords(folder: open.folder).tell(outcome.figures)
        try RunArchive(open: open).keep(outcome)
        return outcome
    }
}

/// `chiso period reopen`: figures of a period may change again.
struct PeriodReopen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Open a closed period again; its reports are drafts until it is closed anew.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Why.") var note: String
    @Argument(help: "The period.") var period: String

    func run() throws {
        let open = try OpenWorkspace(options)
        let note = try PeriodNote.read(note)
        let period = try PeriodNote.period(period, open)
        guard let store = try open.storeToWriteIfThere(), try store.closing(of: period.id) != nil else {
            throw Failure(.no, Message("E-PERIOD-003", ["period": period.id]))
        }
        try store.keep(PeriodClosing(period: period.id, run: nil, note: note, who: open.author, at: open.now))
        Console.note(Message("N-PERIOD-002", ["period": period.id]))
    }
}

/// `chiso period list`: what was closed, and opened again.
struct PeriodList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List every closing and opening, the newest last.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "table, json or csv.") var format: OutputFormat = .table

    func run() throws {
        let open = try OpenWorkspace(options)
        let closings = try open.storeToRead()?.closings() ?? []
        let rows = closings.map { closing in
            let state = closing.run == nil ? "reopened" : "closed"
            let shown = Message(closing.run == nil ? "N-PERIOD-004" : "N-PERIOD-003").text(in: Console.language)
            let run = closing.run.map { format == .table ? String($0.prefix(12)) : $0 } ?? ""
            return [
                closing.period, format == .table ? shown : state, run, open.text(of: closing.at), closing.who,
                closing.note,
            ]
        }
        var table = PlainTable(columns: ["period", "state", "run", "at", "who", "note"], rows: rows)
        if Console.language == .vietnamese {
            table.titles = ["kỳ", "trạng thái", "lượt tính", "lúc", "người", "ghi chú"]
        }
        if rows.isEmpty { Console.note(Message("N-PERIOD-005")) }
        if !rows.isEmpty || format != .table { Console.out(table.text(as: format)) }
    }
}

/// What closings are told with.
enum PeriodNote {
    /// A note that says something.
    static func read(_ text: String) throws -> String {
        let note = text.printableLine.storageForm
        guard !note.isEmpty else { throw Failure(.usage, Message("E-PERIOD-004")) }
        return note
    }

    static func period(_ id: String, _ open: OpenWorkspace) throws -> Period {
        guard let found = open.calendar.period(id: id), ![.once, .day].contains(found.length) else {
            throw Failure(.usage, Message("E-CLI-002", ["name": id]))
        }
        return found
    }

    static func facts(_ closing: PeriodClosing, _ open: OpenWorkspace) -> [String: String] {
        [
            "period": closing.period, "time": open.moment(closing.at), "who": closing.who,
            "run": String((closing.run ?? "").prefix(12)), "text": closing.note,
        ]
    }
}
