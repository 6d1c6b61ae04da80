import ArgumentParser
import FormModel
import Foundation
import Interchange
import Messages
import Storage

/// `chiso data export`: writes records to CSV files or JSON Lines.
struct DataExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write records to CSV files (one more for each roster) or to JSON Lines.",
        discussion: """
            Personal fields are left out unless asked for. What is exported can be imported again.

              chiso data export household households.csv --round 2026-H1
              chiso data export household - | head -n 1
            """)

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The form's id.") var form: String
    @Argument(
        help: """
            The file: .csv or .jsonl (default: FORM.csv); rosters go to FILE-ROSTER.csv. - writes JSON Lines to \
            standard output.
            """) var file: String?
    @Option(help: "Only this round.") var round: String?
    @Flag(name: .customLong("include-personal"), help: "Personal fields as well; the export is logged.")
    var includePersonal = false
    @Flag(help: "With a byte order mark, for spreadsheets.") var mark = false

    func run() throws {
        let open = try OpenWorkspace(options)
        let workspace = try open.loadSound([.surveys])
        let layout = try FormNamed.find(form, in: workspace).layout
        guard let store = includePersonal ? try open.storeToWrite() : try open.storeToRead() else {
            throw Failure(.noInput, Message("N-CLI-003", ["form": form]))
        }
        if includePersonal { try log(store, open) }
        let path = file == "-" ? "/dev/stdout" : file ?? "\(form).csv"
        let filter = RecordFilter(rounds: round.map { [$0] })
        let count =
            try path.hasSuffix(".jsonl") || file == "-"
            ? exportJSONLines(layout, store, filter, to: path) : exportCSV(layout, store, filter, to: path)
        Terminal.note(Message("N-CLI-007", ["count": "\(count)", "file": file ?? path]))
    }

    private var personal: PersonalFields { includePersonal ? .included : .leftOut }

    private func exportCSV(_ layout: FormLayout, _ store: Store, _ filter: RecordFilter, to path: String) throws -> Int
    {
        try store.snapshot {
            var reasons = ReasonColumns(possibleIn: layout)
            try store.eachRecord(layout, where: filter) { reasons.include($0.record) }
            let stem = path.hasSuffix(".csv") ? String(path.dropLast(4)) : path
            var writer = try RecordCSVWriter(
                layout, personal: personal, reasons: reasons, mark: mark ? .forExcel : .none
            ) { set throws(Problem) in
                let tail = set.path.dropFirst(layout.form.id.count).replacing(".", with: "-")
                return try FileSink(path: set.parent == nil ? path : "\(stem)\(tail).csv")
            }
            var count = 0
            try store.eachRecord(layout, where: filter) { stored in
                try writer.write(stored.record)
                count += 1
            }
            try writer.close()
            return count
        }
    }

    private func exportJSONLines(
        _ layout: FormLayout, _ store: Store, _ filter: RecordFilter, to path: String
    ) throws -> Int {
        var writer = RecordJSONLinesWriter(layout, personal: personal, sink: try FileSink(path: path))
        var count = 0
        try store.eachRecord(layout, where: filter) { stored in
            try writer.write(stored.record)
            count += 1
        }
        try writer.close()
        return count
    }

    /// An export of personal data leaves a trace in the store (`semantics.md` 6.1).
    private func log(_ store: Store, _ open: OpenWorkspace) throws {
        let name = "personal_export \(open.text(of: open.now))"
        try store.keep("\(form) by \(open.author)", asSetting: name)
    }
}
