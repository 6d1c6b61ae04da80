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
    }

    /// The history as lines.
    func lines(versions: [RecordVersion], visits: [RecordedVisit], events: [LoggedEvent]) -> [String] {
        var entries = visits.map { Entry(at: $0.visit.startedAt, text: text($0)) }
        // The log's order holds, whatever the clock said.
        var last = Date.distantPast
        for logged in events {
            last = max(last, logged.event.at)
            if let text = text(logged) { entries.append(Entry(at: last, text: text)) }
        }
        entries += versions.map { Entry(at: $0.storedAt, text: text($0)) }
        return entries.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.flatMap {
            "\(time($0.element.at))  \($0.element.text)".printableLine.wrapped(to: width, hangingIndent: 21)
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
            interview.caption(of: $0, titles: includesPersonal ? .shown : .leftOut)
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
        case "stop": return say("N-HISTORY-006", ["text": detail])
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
