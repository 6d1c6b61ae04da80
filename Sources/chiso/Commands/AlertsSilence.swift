import AlertStates
import ArgumentParser
import FormModel
import Foundation
import Messages
import Storage

/// `chiso alerts silence`: nothing is told of some alerts for a time.
struct AlertsSilence: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "silence",
        abstract:
            "Tell nothing of alerts with these labels until a day; states go on. Without labels: list the silences.",
        discussion: """
            Labels are those of the alert (village=md1, owner=…), rule=ID and severity=warning; all must match.

              chiso alerts silence rule=task_overdue --for 7d --reason "lịch mới chờ duyệt"
              chiso alerts silence village=md1 --until 2026-08-01 --reason "lũ"
              chiso alerts silence --end 3f9a
            """)

    @OptionGroup var options: GlobalOptions
    @Option(help: "For how long: 7d, 2 weeks, 1 month.") var `for`: String?
    @Option(parsing: .unconditional, help: "Up to the beginning of this day.") var until: String?
    @Option(help: "Why.") var reason: String?
    @Option(help: "End the silence with this id now.") var end: String?
    @Argument(help: "Labels: K=V.") var labels: [String] = []

    func run() throws {
        let open = try OpenWorkspace(options)
        let now = AlertTime.kept(open.now)
        if labels.isEmpty, end == nil { return try list(open, now) }
        guard let store = try open.storeToWriteIfThere() else {
            throw Failure(.unavailable, Message("E-ALERTS-004", ["path": open.storePath]))
        }
        if let end { return try stop(end, store, open, now) }
        let matchers = try AlertMatchers.read(labels)
        guard let reason, !reason.isEmpty else { throw Failure(.usage, Message("E-ALERTS-015")) }
        let last = try lastInstant(open, now)
        let id = UUID().uuidString.lowercased().replacing("-", with: "").prefix(8)
        let silence = Silence(
            id: String(id), matchers: matchers, from: now, until: last, reason: reason, by: open.author)
        try store.changeAlerts { book, additions in
            book.silences.append(silence)
            additions.events.append(event("silenced", silence, now, "\(open.author): \(reason)"))
        }
        Console.note(Message("N-ALERTS-008", ["id": silence.id, "time": open.moment(last)]))
    }

    private func lastInstant(_ open: OpenWorkspace, _ now: Date) throws -> Date {
        if let length = self.for {
            guard let span = Span(length) else {
                throw Failure(
                    .usage,
                    Message("E-CLI-015", ["option": "--for", "value": length, "allowed": "7d, 2 weeks, 1 month"]))
            }
            return span.end(from: now, in: open.timeZone)
        }
        guard let until else { throw Failure(.usage, Message("E-ALERTS-015")) }
        let last = try AlertTime.read(until.count == 10 ? until + "T00:00" : until, open)
        guard last > now else { throw Failure(.usage, Message("E-ALERTS-016", ["time": open.moment(last)])) }
        return last
    }

    private func stop(_ id: String, _ store: Store, _ open: OpenWorkspace, _ now: Date) throws {
        let ended = try store.changeAlerts { book, additions in
            var ended = 0
            for place in book.silences.indices {
                guard book.silences[place].id.hasPrefix(id), book.silences[place].lasts(at: now) else { continue }
                book.silences[place].until = now
                additions.events.append(event("silence_ended", book.silences[place], now, open.author))
                ended += 1
            }
            return ended
        }
        guard ended > 0 else { throw Failure(.no, Message("E-ALERTS-017", ["id": id])) }
    }

    private func event(_ kind: String, _ silence: Silence, _ now: Date, _ detail: String) -> AlertEvent {
        AlertEvent(
            at: now, rule: silence.matchers["rule"] ?? "", labels: silence.matchers, kind: kind, detail: detail)
    }

    private func list(_ open: OpenWorkspace, _ now: Date) throws {
        let silences = try open.requireStore(access: .readOnly).alertBook().silences.filter { $0.until > now }
        guard !silences.isEmpty else { return Console.note(Message("N-ALERTS-009")) }
        let header = AlertTable.titles([
            ("mã", "id"), ("nhãn", "labels"), ("đến", "until"), ("lý do", "reason"), ("người đặt", "by"),
        ])
        Console.out(
            AlertTable.text(
                header,
                silences.map { [$0.id, AlertTable.labels($0.matchers), open.moment($0.until), $0.reason, $0.by] }))
    }
}
