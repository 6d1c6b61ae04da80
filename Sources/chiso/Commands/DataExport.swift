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
            Personal fields are left out unless asked for. What is exported can be imported again, if nothing personal \
            was left out. A file that is there is not replaced, unless --force.

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
    @Flag(help: "Replace files that are there.") var force = false

    func run() throws {
        let open = try OpenWorkspace(options)
        let path = file == "-" ? "/dev/stdout" : file ?? "\(form).csv"
        try FileChoice.refuseUnknownEnding(path, allowed: [".csv", ".jsonl"])
        let layout = try open.loadForm(form).1.layout
        guard let store = includePersonal ? try open.storeToWrite() : try open.storeToRead() else {
            throw Failure(.noInput, Message("N-CLI-003", ["form": form]))
        }
        if !force { try paths(layout, path).forEach(FileChoice.refuseExisting) }
        if includePersonal { try PersonalAccess.log("export", of: form, store, open) }
        let filter = RecordFilter(rounds: round.map { [$0] })
        let count =
            try isJSONLines(path)
            ? exportJSONLines(layout, store, filter, to: path) : exportCSV(layout, store, filter, to: path)
        Console.note(Message("N-CLI-007", ["count": "\(count)", "file": file ?? path]))
        tellLeftOut(layout)
    }

    private func isJSONLines(_ path: String) -> Bool { path.hasSuffix(".jsonl") || !path.hasSuffix(".csv") }

    /// The files that the export writes.
    private func paths(_ layout: FormLayout, _ path: String) -> [String] {
        isJSONLines(path) ? [path] : layout.sets.map { self.path(of: $0, layout, path) }
    }

    private func path(of set: RecordSet, _ layout: FormLayout, _ path: String) -> String {
        let stem = path.hasSuffix(".csv") ? String(path.dropLast(4)) : path
        let tail = set.path.dropFirst(layout.form.id.count).replacing(".", with: "-")
        return set.parent == nil ? path : "\(stem)\(tail).csv"
    }

    /// Without its personal fields a form's file cannot be imported again.
    private func tellLeftOut(_ layout: FormLayout) {
        let names = layout.sets.flatMap(\.fields).filter { $0.question.personal }.map(\.name)
        if includePersonal || names.isEmpty { return }
        Console.note(Message("N-CLI-024", ["fields": names.joined(separator: ", ")]))
    }

    private var personal: PersonalFields { includePersonal ? .included : .leftOut }

    private func exportCSV(_ layout: FormLayout, _ store: Store, _ filter: RecordFilter, to path: String) throws -> Int
    {
        try store.snapshot {
            var reasons = ReasonColumns(possibleIn: layout)
            try store.eachRecord(layout, where: filter) { reasons.include($0.record) }
            var writer = try RecordCSVWriter(
                layout, personal: personal, reasons: reasons, mark: mark ? .forExcel : .none
            ) { set throws(Problem) in
                try FileSink(path: self.path(of: set, layout, path))
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
}
