import ArgumentParser
import Crypto
import FormModel
import Foundation
import Interchange
import Messages
import Scripting
import Storage

extension OnError: ExpressibleByArgument {}

/// `chiso data import`: brings records in from CSV or JSON Lines.
struct DataImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring records in from a CSV or JSON Lines file.",
        discussion: """
            The CSV has a header of field names; a roster comes as a file of its own, whose rows name their record by \
            its key. Nothing is written if any row is wrong, unless --on-error skip. Importing a file twice changes \
            nothing.

            With --update the files must speak of everything the form has: a roster without its file is refused, and so \
            is a JSON line without a roster or a personal field that the stored record has (write "person": [] for none). \
            A record whose date the file does not give keeps the date it has.

              chiso data import household h.csv --roster person=persons.csv
              chiso data import household h.csv --roster person=persons.csv --on-error skip
            """)

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The form's id.") var form: String
    @Argument(help: "The file: .csv or .jsonl.") var file: String
    @Option(help: "A roster's file: NAME=FILE.csv.") var roster: [String] = []
    @Option(
        name: .customLong("on-error"), help: "stop: write nothing; skip: write the rest, and the rejects to a file.")
    var onError: OnError = .stop
    @Flag(help: "A record known with other content becomes a new version.") var update = false
    @Option(help: "The date of records that nothing else dates (default: today).") var date: String?
    @Option(help: "A name that tells this file's keyless records from those of others.") var batch: String?

    func run() throws {
        let open = try OpenWorkspace(options)
        try FileChoice.refuseSpreadsheet(file)
        let (workspace, binding) = try open.loadForm(form)
        let source = WriteSource(
            who: open.author, at: open.now, device: open.configuration.device, why: nil,
            batch: BatchSource(name: batch, fileHash: try hash()), known: update ? .update : .refuse)
        let settings = try settings(open)
        let store = try open.storeToWrite()
        if try DemoData.isIn(store) { Console.note(DemoData.warning(open)) }
        let importer = Importer(workspace, binding, into: store, calendar: open.calendar, settings: settings)
        do {
            let report = try store.importing(
                binding.layout, formText: workspace.texts[binding.layout.form.place.file] ?? "", source: source,
                size: size
            ) { writer in
                try file.hasSuffix(".jsonl")
                    ? importJSONLines(binding.layout, importer, writer) : importCSV(binding.layout, importer, writer)
            }
            tell(report, binding, settings.defaultDate)
            if report.rejected > 0 { throw Failure(.badData) }
        } catch let stopped as ImportStopped {
            tell(problems: stopped.report)
            throw Failure(.badData, Message("E-CLI-016", ["count": "\(stopped.report.problemCount)"]))
        } catch let log as ProblemLog {
            for problem in log.kept {
                Console.diagnostic(
                    "\(problem.place): \(problem.message.text(in: Console.language)) [\(problem.code)]")
            }
            let status = log.kept.first.map(Failure.status) ?? .badData
            throw Failure(status, Message("E-CLI-016", ["count": "\(log.count)"]))
        }
    }

    private func settings(_ open: OpenWorkspace) throws -> Importer.Settings {
        var settings = Importer.Settings(defaultDate: open.today, file: file)
        settings.onError = onError
        settings.batch = batch
        settings.known = update ? .update : .refuse
        if let date {
            guard let day = Day(iso: date) else { throw Failure(.usage, Message("E-CLI-007", ["value": date])) }
            settings.defaultDate = day
            settings.hasStatedDate = true
        }
        return settings
    }

    private func importCSV(_ layout: FormLayout, _ importer: Importer, _ writer: RecordWriter) throws -> ImportReport {
        var files: [String: DataFile] = [:]
        for text in roster {
            guard let equals = text.firstIndex(of: "=") else {
                throw Failure(.usage, Message("E-CLI-010", ["value": text]))
            }
            let (name, path) = (String(text[..<equals]), String(text[text.index(after: equals)...]))
            if let other = files.updateValue(DataFile(path: path), forKey: name) {
                let both = ["first": "--roster \(name)=\(other.name)", "second": "--roster \(text)"]
                throw Failure(.usage, Message("E-CLI-013", both))
            }
        }
        let csv = try RecordCSVReader(layout, records: DataFile(path: file), rosters: files)
        try tellRostersWithoutFile(csv.rostersWithoutFile.map { layout.sets[$0].name })
        var rejects: RecordCSVRejects?
        var written: [String] = []
        if onError == .skip {
            rejects = RecordCSVRejects(of: csv, layout: layout) { set throws(Problem) in
                let path = rejectsPath(of: set, layout)
                written.append(path)
                return try FileSink(path: path)
            }
        }
        var report = try importer.run(csv, into: writer) { try rejects?.write($0, because: $1) }
        try rejects?.close()
        report.rejects = written
        return report
    }

    /// A roster without its file has no rows. In a new version they would be lost, which nobody has asked for.
    private func tellRostersWithoutFile(_ names: [String]) throws {
        guard let first = names.first else { return }
        let facts = ["form": form, "rosters": names.joined(separator: ", "), "roster": first]
        if update { throw Failure(.usage, Message("E-CLI-030", facts)) }
        Console.note(Message("N-CLI-021", facts))
    }

    private func importJSONLines(
        _ layout: FormLayout, _ importer: Importer, _ writer: RecordWriter
    ) throws -> ImportReport {
        guard roster.isEmpty else {
            throw Failure(.usage, Message("E-CLI-013", ["first": "--roster", "second": ".jsonl"]))
        }
        let reader = try RecordJSONLinesReader(layout, records: DataFile(path: file))
        let path = FileChoice.free(stem + ".rejects", ".jsonl")
        var rejects: RecordJSONLinesRejects?
        var report = try importer.run(reader, into: writer) { record, reasons in
            guard onError == .skip else { return }
            if rejects == nil { rejects = RecordJSONLinesRejects(try FileSink(path: path)) }
            try rejects?.write(record, because: reasons)
        }
        try rejects?.close()
        if rejects != nil { report.rejects = [path] }
        return report
    }

    /// A file of so many bytes, with those of its rosters, brings much.
    private static let bulkSize = 4 << 20

    private var size: ImportSize {
        let paths = [file] + roster.compactMap { $0.split(separator: "=", maxSplits: 1).last.map(String.init) }
        let bytes = paths.reduce(0) { $0 + (DataFile(path: $1).size ?? 0) }
        return bytes >= DataImport.bulkSize ? .bulk : .ordinary
    }

    private var stem: String {
        guard let dot = file.lastIndex(of: "."), file[dot...].contains("/") == false else { return file }
        return String(file[..<dot])
    }

    private func rejectsPath(of set: RecordSet, _ layout: FormLayout) -> String {
        let tail = set.parent == nil ? "" : set.path.dropFirst(layout.form.id.count).replacing(".", with: "-")
        // What somebody is mending is never replaced.
        return FileChoice.free("\(stem)\(tail).rejects", ".csv")
    }

    private func hash() throws -> String {
        let source = try DataFile(path: file).open()
        var sha = SHA256()
        while case let bytes = try source.read(1 << 20), !bytes.isEmpty { sha.update(data: bytes) }
        return sha.finalize().map { String(format: "%02x", $0) }.joined()
    }

    private func tell(_ report: ImportReport, _ binding: FormBinding, _ date: Day) {
        tell(problems: report)
        let facts = [
            "inserted": report.tally.inserted, "unchanged": report.tally.unchanged, "updated": report.tally.updated,
            "rejected": report.rejected,
        ]
        Console.note(Message("N-CLI-001", facts.mapValues { "\($0)" }))
        if !report.rounds.isEmpty { Console.note(Message("N-CLI-022", ["rounds": shown(report.rounds)])) }
        if report.assumedDates > 0 {
            Console.note(Message("N-CLI-023", ["count": "\(report.assumedDates)", "date": date.iso]))
        }
        if report.unlisted > 0 {
            let source = binding.layout.form.frameSource.map { "Surveys/choices/\($0).csv" }
            let places = report.unlistedPlaces.map { "\($0)" }.joined(separator: ", ")
            let more = report.unlisted > report.unlistedPlaces.count ? ", …" : ""
            let facts = ["count": "\(report.unlisted)", "places": places + more, "file": source ?? "frame"]
            Console.note(Message("W-CLI-002", facts))
        }
        for path in report.rejects { Console.note(Message("N-CLI-002", ["file": path])) }
    }

    /// Rounds with their numbers of records; single days by month.
    private func shown(_ rounds: [String: Int]) -> String {
        var counts: [String: Int] = [:]
        for (round, count) in rounds {
            counts[Day(iso: round) == nil ? round : String(round.prefix(7)), default: 0] += count
        }
        let shown = counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        return shown.prefix(24).joined(separator: ", ") + (shown.count > 24 ? ", …" : "")
    }

    private func tell(problems report: ImportReport) {
        for problem in report.problems.prefix(50) {
            Console.diagnostic("\(problem.place): \(problem.sentence) [\(problem.code)]")
        }
        if report.problemCount > 50 { Console.diagnostic("… +\(report.problemCount - 50)") }
    }
}
