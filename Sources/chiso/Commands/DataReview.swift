import ArgumentParser
import FormModel
import Foundation
import Messages
import Storage
import VietText

/// What a reviewer says of a record.
enum Verdict: String, EnumerableFlag {
    case approve, reject, `return`

    /// Where the record stands after it.
    var status: RecordStatus {
        switch self {
        case .approve: .approved
        case .reject: .rejected
        case .return: .returned
        }
    }

    /// Where it may stand before: an approved record is not approved again.
    var allowed: Set<RecordStatus> {
        switch self {
        case .approve: [.complete]
        case .reject, .return: [.complete, .approved]
        }
    }
}

/// `chiso data review`: approves records, rejects them, or sends them back.
struct DataReview: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Approve complete records, reject them, or send them back, with a note.",
        discussion: """
            Complete and approved records count in figures; rejected and returned ones do not. A returned record is \
            mended with chiso data edit, and is then complete again. Several records change together or not at all. A \
            line of standard input (-) begins with an id, so that a list can be handed on.

              chiso data review 3f9a --approve
              chiso data review 3f9a 77c0 --return --note "thiếu tuổi của chủ hộ"
              chiso data list household --status complete --format csv | chiso data review - --approve
            """)

    @OptionGroup var options: GlobalOptions
    @Flag(help: "The verdict.") var verdict: Verdict
    @Option(help: "What the interviewer should know; needed to reject or return.") var note: String?
    @Argument(help: "The records' ids, or their beginnings; - takes them from standard input.") var ids: [String]

    func run() throws {
        let open = try OpenWorkspace(options)
        let text = note?.printableLine.storageForm ?? ""
        if text.isEmpty, verdict != .approve {
            throw Failure(.usage, Message("E-REVIEW-001", ["name": verdict.rawValue]))
        }
        let wanted = ids.flatMap { $0 == "-" ? DataReview.idsOfInput() : [$0] }
        guard let first = wanted.first else { throw Failure(.usage, Message("E-REVIEW-002")) }
        guard let store = try open.storeToWriteIfThere() else {
            throw Failure(.noInput, Message("E-CLI-009", ["id": first]))
        }
        let index = try RecordIndex(store)
        var seen: Set<RecordIndex.Found> = []
        let records = try wanted.map(index.find).filter { seen.insert($0).inserted }
        let source = WriteSource(
            who: open.author, at: open.now, device: open.configuration.device, why: text.isEmpty ? nil : text)
        let refused = try store.setStatus(
            of: records.map { ($0.form, $0.id) }, to: verdict.status, from: verdict.allowed, source: source)
        guard refused.isEmpty else { try tell(refused) }
        let status = StatusWords.word(verdict.status.rawValue, Console.language)
        Console.note(Message("N-REVIEW-001", ["count": "\(records.count)", "status": status]))
    }

    /// The ids that standard input gives: what stands first in each line, so that a list in CSV can be piped in.
    private static func idsOfInput() -> [String] {
        var found: [String] = []
        while let line = readLine() {
            let first = line.drop { $0 == " " || $0 == "\u{FEFF}" }.prefix { !", \t\"".contains($0) }
            if !first.isEmpty, first != "_id" { found.append(String(first)) }
        }
        return found
    }

    private func tell(_ refused: [RefusedStatus]) throws -> Never {
        for record in refused.prefix(20) {
            let facts = [
                "id": record.record, "form": record.form, "name": verdict.rawValue,
                "status": StatusWords.word(record.status.rawValue, Console.language),
                "allowed": RecordStatus.allCases.filter(verdict.allowed.contains)
                    .map { StatusWords.word($0.rawValue, Console.language) }.joined(separator: ", "),
            ]
            Console.diagnostic(Message("E-REVIEW-003", facts).text(in: Console.language))
        }
        if refused.count > 20 { Console.diagnostic("… +\(refused.count - 20)") }
        throw Failure(.badData, Message("E-REVIEW-004", ["count": "\(refused.count)"]))
    }
}
