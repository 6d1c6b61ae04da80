import FormModel
import Interchange
import Interviewing
import Messages
import Storage

/// A record as it was read and as the form judged it.
struct JudgedRecord: Sendable {
    let read: ReadRecord
    /// The record, where it may be stored.
    let built: RecordBuilder.Built?
    /// Its content as it is stored if the record is new.
    let content: EncodedContent?
    /// Why it may not.
    let reasons: [RejectReason]
}

/// Judged records on their way to the store.
struct Batch: Sendable {
    var records: [JudgedRecord] = []
    /// How much of the file was read with them, from 0 to 1.
    var progress: Double?

    static let size = 64
}

/// Reads the records of a file and lets the form judge them: as far as it goes without the store.
final class RecordJudge {
    private let builder: RecordBuilder
    private let key: [String]
    private let language: Language
    private let knownDates: [String: Day]
    private let encoder: RecordEncoder?

    /// - Parameter knownDates: the dates of the records that are known, by id; none where dates are stated.
    init(
        _ builder: RecordBuilder, key: [String], language: Language, knownDates: [String: Day],
        encoder: RecordEncoder?
    ) {
        self.builder = builder
        self.key = key
        self.language = language
        self.knownDates = knownDates
        self.encoder = encoder
    }

    /// Gives all records of a reader over, or what keeps them from being read.
    func run(_ reader: any RecordReader, into judged: Handover<Result<Batch, any Error>>) {
        var reader = reader
        var batch = Batch()
        defer { judged.end() }
        do {
            while let read = try reader.next() {
                batch.records.append(judge(read))
                guard batch.records.count == Batch.size else { continue }
                batch.progress = reader.progress
                guard judged.give(.success(batch)) else { return }
                batch = Batch()
            }
            _ = judged.give(.success(batch))
        } catch {
            // What was read before is told before.
            _ = judged.give(.success(batch)) && judged.give(.failure(error))
        }
    }

    private func judge(_ read: ReadRecord) -> JudgedRecord {
        guard let given = read.given else {
            return rejected(read, read.problems.map(reason) + furtherProblems(read))
        }
        let built = builder.build(given) { knownDates[$0] }
        guard built.isAcceptable else {
            return rejected(read, built.problems.filter { $0.kind != .warning }.map { reason($0, read) })
        }
        let content = encoder?.content(of: built.record)
        return JudgedRecord(read: read, built: built, content: content, reasons: [])
    }

    private func rejected(_ read: ReadRecord, _ reasons: [RejectReason]) -> JudgedRecord {
        JudgedRecord(read: read, built: nil, content: nil, reasons: reasons)
    }

    /// What else is wrong with a record of which something could not be read.
    private func furtherProblems(_ read: ReadRecord) -> [RejectReason] {
        guard let readable = read.readable else { return [] }
        let unread = Set(read.problems.map(\.place))
        let keyPlaces = key.map { read.sources.place(of: readable.root.source, field: $0) }
        let isKeyUnread = keyPlaces.contains(where: unread.contains)
        return builder.problems(inReadable: readable).filter { problem in
            if isKeyUnread, problem.message.code == "E-ROW-016" { return false }
            return !unread.contains(read.sources.place(of: problem.source, field: problem.field))
        }.map { reason($0, read) }
    }

    private func reason(_ problem: FormProblem, _ read: ReadRecord) -> RejectReason {
        let place = read.sources.place(of: problem.source, field: problem.field)
        return RejectReason(place: place, sentence: problem.message.text(in: language), code: problem.message.code)
    }

    private func reason(_ problem: Problem) -> RejectReason {
        let field = problem.place.field.map { "\($0): " } ?? ""
        return RejectReason(
            place: problem.place, sentence: field + problem.message.text(in: language), code: problem.code)
    }
}
