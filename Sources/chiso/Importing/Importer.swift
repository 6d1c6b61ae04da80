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
///
/// One thread reads and judges, as that needs the file and the form only; the thread of the transaction takes the records
/// from it in their order and writes them. A few hundred records are on their way between the two.
final class Importer {
    struct Settings {
        var onError = OnError.stop
        /// The date of records that nothing else dates.
        var defaultDate: Day
        /// Whether someone gave that date, so that it is no mere assumption.
        var hasStatedDate = false
        var known = Storage.KnownRecords.refuse
        var batch: String?
        /// The name of the records' file.
        var file: String
    }

    private let binding: FormBinding
    private let builder: RecordBuilder
    private let settings: Settings
    private let language: Language
    private let known: KnownRecords
    private var report = ImportReport()
    private var unknownIds = 0

    init(
        _ workspace: Workspace, _ binding: FormBinding, into store: Store, calendar: PeriodCalendar, settings: Settings
    ) {
        self.binding = binding
        self.settings = settings
        self.language = workspace.host.language
        self.known = KnownRecords(store, binding.layout)
        self.builder = RecordBuilder(
            FormEngine(binding, in: workspace), calendar: calendar, defaultDate: settings.defaultDate,
            batch: settings.batch)
    }

    /// Writes all records of a reader. Every row is judged as far as it can be read, whatever is wrong with others.
    /// - Parameter reject: takes a record that is not written, with the reasons.
    func run(
        _ reader: any RecordReader, into writer: RecordWriter, reject: (ReadRecord, [RejectReason]) throws -> Void
    ) throws -> ImportReport {
        let judged = Handover<Result<Batch, any Error>>(room: 8)
        let judge = RecordJudge(
            builder, key: binding.layout.form.key, language: language,
            knownDates: settings.hasStatedDate ? [:] : try known.dates(), encoder: writer.encoder)
        let work = Sent(value: (judge: judge, reader: reader))
        Thread.start { work.value.judge.run(work.value.reader, into: judged) }
        defer { judged.refuse() }
        var count = 0
        var batches: [Result<Batch, any Error>] = []
        while true {
            batches = judged.take(returning: batches)
            guard !batches.isEmpty else { break }
            for batch in batches {
                let batch = try batch.get()
                for record in batch.records {
                    let reasons = try write(record, writer)
                    guard !reasons.isEmpty else { continue }
                    report.note(reasons)
                    try reject(record.read, reasons)
                }
                count += batch.records.count
                if count % 512 < batch.records.count { Console.progress(batch.progress, count: count) }
            }
        }
        Console.endProgress()
        report.tally = writer.tally
        report.sortProblems(recordsFile: settings.file)
        if report.rejected > 0, settings.onError == .stop { throw ImportStopped(report: report) }
        if binding.layout.form.key.isEmpty, unknownIds > 0, report.tally.unchanged > 0, report.tally.inserted > 0 {
            let known = report.tally.unchanged
            throw Failure(
                .badData, Message("E-CLI-021", ["known": "\(known)", "count": "\(known + report.tally.inserted)"]))
        }
        return report
    }

    /// Writes a record, or tells why not.
    private func write(_ judged: JudgedRecord, _ writer: RecordWriter) throws -> [RejectReason] {
        let read = judged.read
        guard let given = read.given else { return judged.reasons }
        if given.id == nil { unknownIds += 1 }
        guard let built = judged.built else { return judged.reasons }
        let place = read.sources.place(of: given.root.source)
        if settings.known == .update {
            let lost = try self.lost(read, built.record, place)
            guard lost.isEmpty else { return lost }
        }
        var record = built.record
        if given.status == nil { record.status = try known.status(of: record, settings.known) }
        let content = record.status == built.record.status ? judged.content : nil
        let reasons = try write(record, content, at: place, writer)
        if reasons.isEmpty { note(built, at: place) }
        return reasons
    }

    private func write(
        _ record: Record, _ content: EncodedContent?, at place: SourcePlace, _ writer: RecordWriter
    ) throws -> [RejectReason] {
        do {
            // Where the import will stop, what is written is undone; it is written to be compared with what is known.
            guard case .conflict(let differences) = try writer.write(record, content: content) else { return [] }
            return [reason(Message("E-CLI-020", ["id": record.id, "differences": shown(differences)]), place)]
        } catch let error as StorageError where error.code == .invalidRecord {
            return [reason(error.message, place)]
        }
    }

    private func note(_ built: RecordBuilder.Built, at place: SourcePlace) {
        report.noteRound(built.record.round)
        if built.hasAssumedDate { report.assumedDates += 1 }
        guard binding.layout.form.frame != nil else { return }
        let key = binding.layout.keyFields.compactMap { built.record.root.answers[$0.index].value?.keyText }
        if binding.frameRow(of: key) == nil { report.noteUnlisted(place) }
    }

    /// What a new version would take from a known record without anyone having said so.
    private func lost(_ read: ReadRecord, _ record: Record, _ place: SourcePlace) throws -> [RejectReason] {
        let lost = try known.lost(read.unsaid, by: record)
        let rosters = lost.rosters.map { name, rows in
            reason(Message("E-CLI-031", ["id": record.id, "roster": name, "count": "\(rows)"]), place)
        }
        guard !lost.fields.isEmpty else { return rosters }
        let facts = ["id": record.id, "fields": lost.fields.joined(separator: ", ")]
        return rosters + [reason(Message("E-CLI-032", facts), place)]
    }

    // MARK: Reasons

    private func reason(_ message: Message, _ place: SourcePlace) -> RejectReason {
        RejectReason(place: place, sentence: message.text(in: language), code: message.code)
    }

    /// The most differences of one record that are told.
    private static let differencesTold = 6

    private func shown(_ differences: [Difference]) -> String {
        let told = differences.prefix(Importer.differencesTold).map { difference in
            difference.personal
                ? "\(difference.path): …"
                : "\(difference.path): '\(shown(difference.old))' → '\(shown(difference.new))'"
        }
        let more = differences.count - told.count
        return told.joined(separator: "; ") + (more > 0 ? "; … (+\(more))" : "")
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
