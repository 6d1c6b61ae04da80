import FormModel
import Foundation
import Interchange
import Interviewing
import Messages
import Scripting
import Storage
import VietText

/// What to do with a bad row.
enum OnError: String, CaseIterable {
    /// Nothing is written.
    case stop
    /// The rest is written; the rejects go to a file.
    case skip
}

/// Brings the records of a file into the store: reads them, lets the form judge them, writes them, all in one
/// transaction.
final class Importer {
    struct Settings {
        var onError = OnError.stop
        var defaultDate: Day
        var batch: String?
        var origin = DataOrigin.collected
    }

    /// What became of the records.
    struct Report {
        var tally = WriteTally()
        var rejected = 0
        var warnings = 0
        /// The problems shown, the first thousand.
        var problems: [RejectReason] = []
        var problemCount = 0
        var rejects: [String] = []
    }

    private let layout: FormLayout
    private let builder: RecordBuilder
    private let settings: Settings
    private let language: Language
    private var report = Report()
    private var unknownIds = 0

    init(_ workspace: Workspace, _ binding: FormBinding, calendar: PeriodCalendar, settings: Settings) {
        self.layout = binding.layout
        self.settings = settings
        self.language = workspace.host.language
        self.builder = RecordBuilder(
            FormEngine(binding, in: workspace), calendar: calendar, defaultDate: settings.defaultDate,
            batch: settings.batch)
    }

    /// Writes all records of a reader.
    /// - Parameter reject: takes a record that is not written, with the reasons.
    func run(
        _ reader: inout any RecordReader, into writer: RecordWriter,
        reject: (ReadRecord, [RejectReason]) throws -> Void
    ) throws -> Report {
        var count = 0
        while let read = try reader.next() {
            count += 1
            if count % 500 == 0 { Terminal.progress("\(count)") }
            let reasons = try judge(read, writer)
            guard !reasons.isEmpty else { continue }
            report.rejected += 1
            report.problemCount += reasons.count
            report.problems += reasons.prefix(max(0, 1000 - report.problems.count))
            try reject(read, reasons)
        }
        Terminal.endProgress()
        report.tally = writer.tally
        if report.rejected > 0, settings.onError == .stop { throw ImportStopped(report: report) }
        if layout.form.key.isEmpty, unknownIds > 0, report.tally.unchanged > 0, report.tally.inserted > 0 {
            let known = report.tally.unchanged
            throw Failure(
                .badData, Message("E-CLI-021", ["known": "\(known)", "count": "\(known + report.tally.inserted)"]))
        }
        return report
    }

    /// Writes a record, or tells why not.
    private func judge(_ read: ReadRecord, _ writer: RecordWriter) throws -> [RejectReason] {
        guard let given = read.given else { return read.problems.map(reason) }
        if given.id == nil { unknownIds += 1 }
        let built = builder.build(given)
        guard built.isAcceptable else {
            return built.problems.filter { $0.kind != .warning }.map { problem in
                let place = read.sources.place(of: problem.source, field: problem.field)
                return RejectReason(
                    place: place, sentence: problem.message.text(in: language), code: problem.message.code)
            }
        }
        report.warnings += built.problems.count
        // Rows that will be rolled back need not be written.
        if settings.onError == .stop, report.rejected > 0 { return [] }
        guard case .conflict(let differences) = try writer.write(built.record) else { return [] }
        let place = read.sources.place(of: given.root.source)
        return differences.map { difference in
            let facts = [
                "id": built.record.id, "path": difference.path,
                "old": difference.personal ? "…" : shown(difference.old),
                "new": difference.personal ? "…" : shown(difference.new),
            ]
            let message = Message("E-CLI-020", facts)
            return RejectReason(place: place, sentence: message.text(in: language), code: message.code)
        }
    }

    private func reason(_ problem: Problem) -> RejectReason {
        let field = problem.place.field.map { "\($0): " } ?? ""
        return RejectReason(
            place: problem.place, sentence: field + problem.message.text(in: language), code: problem.code)
    }

    private func shown(_ answer: Answer?) -> String {
        switch answer {
        case nil: "–"
        case .notAsked: "not_asked"
        case .missing(let reason): reason.name
        case .value(let value): value.plainText
        }
    }
}

/// An import that stopped at bad rows: thrown out of the transaction, so that nothing is written.
struct ImportStopped: Error {
    let report: Importer.Report
}
