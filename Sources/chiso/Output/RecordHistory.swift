import FormModel
import Foundation
import Interviewing
import Messages
import Storage
import VietText

/// All that became of a record, in order: visits, what was answered and changed, versions, reviews with their notes.
/// Where the interviewer went meanwhile is left to the log.
struct RecordHistory {
    /// The record as it is, for the words of its places.
    let interview: Interview
    let includesPersonal: Bool
    /// An instant as people read it, to the second.
    let time: (Date) -> String
    /// The columns that a line may take.
    let width: Int

    private var language: Language { interview.state.language }

    /// One thing that happened.
    private struct Entry {
        let at: Date
        let text: String
        /// What stands below it.
        var details: [String] = []
    }

    /// The most changes told of a version.
    private static let limit = 40
    /// The columns of an instant and what follows it.
    private static let indent = 21

    private var titles: RowTitles { includesPersonal ? .shown : .leftOut }

    /// The history as lines.
    /// - Parameter changes: how each version differs from the one before, by its number; what the log tells is not told
    ///   twice.
    func lines(
        versions: [RecordVersion], changes: [Int: [Difference]], visits: [RecordedVisit], events: [LoggedEvent]
    ) -> [String] {
        var entries = visits.map { Entry(at: $0.visit.startedAt, text: text($0)) }
        // The log's order holds, whatever the clock said.
        var last = Date.distantPast
        for logged in events {
            last = max(last, logged.event.at)
            if let text = text(logged) { entries.append(Entry(at: last, text: text)) }
        }
        entries += versions.map { version in
            let untold = changes[version.version, default: []].filter { change in
                change.path != "_status"
                    && !events.contains { $0.event.path == change.path && $0.event.new == change.new }
            }
            return Entry(at: version.storedAt, text: text(version), details: details(untold))
        }
        return entries.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.flatMap {
            lines($0.element)
        }
    }

    private func details(_ changes: [Difference]) -> [String] {
        let list = ChangeList(before: interview, after: interview, titles: titles)
        let more = changes.count - RecordHistory.limit
        return list.lines(Array(changes.prefix(RecordHistory.limit))) + (more > 0 ? ["… +\(more)"] : [])
    }

    private func lines(_ entry: Entry) -> [String] {
        let first = "\(time(entry.at))  \(entry.text)".printableLine.wrapped(
            to: width, hangingIndent: RecordHistory.indent)
        let space = String(repeating: " ", count: RecordHistory.indent)
        return first
            + entry.details.flatMap { detail in
                detail.wrapped(to: width - RecordHistory.indent, hangingIndent: 2).map { space + $0 }
            }
    }

    // MARK: Versions and visits

    private func text(_ version: RecordVersion) -> String {
        say(
            "N-HISTORY-001",
            [
                "version": "\(version.version)", "form_version": "\(version.formVersion)", "who": version.who,
                "status": version.status.map { StatusWords.word($0.rawValue, language) } ?? "?",
                "why": version.why ?? "", "hash": String(version.contentHash.prefix(8)),
            ])
    }

    private func text(_ recorded: RecordedVisit) -> String {
        let visit = recorded.visit
        return say(
            "N-HISTORY-002",
            [
                "number": "\(recorded.number)", "who": visit.who,
                "result": StatusWords.word(visit.result.rawValue, language), "why": visit.reason ?? "",
                "appointment": visit.appointment ?? "",
            ])
    }

    // MARK: The log

    private func text(_ logged: LoggedEvent) -> String? {
        let event = logged.event
        let caption = event.path.flatMap { Spot($0) }.map {
            interview.caption(of: $0, titles: titles)
        }
        let isPersonal = event.personal || caption?.question?.personal ?? false
        let label = caption?.text ?? ""
        let detail = isPersonal && !includesPersonal && event.detail != nil ? "•••" : event.detail ?? ""
        func answer(_ answer: Answer?, _ part: AuditPart) -> String {
            if logged.withheld.contains(part) || (isPersonal && !includesPersonal && answer?.value != nil) {
                return "•••"
            }
            return AnswerWords(language: language).text(answer, of: caption?.question)
        }
        switch event.kind {
        case "answer": return "\(label): \(answer(event.old, .old)) → \(answer(event.new, .new))"
        case "confirm": return say("N-HISTORY-003", ["label": label, "new": answer(event.new, .new)])
        case "note": return say("N-HISTORY-004", ["label": label, "text": detail])
        case "remove_row": return say("N-HISTORY-005", ["label": label, "row": detail])
        case "stop":
            // The result comes first, by its name in scripts.
            let parts = detail.split(separator: ":", maxSplits: 1).map(String.init)
            let words = [StatusWords.word(parts.first ?? "", language)] + parts.dropFirst()
            return say("N-HISTORY-006", ["text": words.joined(separator: ":")])
        case "carry": return say("N-HISTORY-012", ["id": String(detail.prefix(12))])
        case "go_on": return say("N-HISTORY-007")
        case "opened": return say("N-HISTORY-008", ["who": event.who])
        case "fault": return say("N-HISTORY-009", ["text": detail])
        case "edited": return say("N-HISTORY-010", ["text": detail])
        case "move", "language": return nil
        default: return [event.kind, label, detail].filter { !$0.isEmpty }.joined(separator: " · ")
        }
    }

    private func say(_ code: String, _ facts: [String: String] = [:]) -> String {
        Message(code, facts).text(in: language)
    }
}
