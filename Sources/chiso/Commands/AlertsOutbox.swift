import AlertStates
import ArgumentParser
import Foundation
import Messages
import Storage

/// `chiso alerts outbox`: what is still to be delivered, and what was given up.
struct AlertsOutbox: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "Messages that are still to be delivered, and those that were given up (dead)."
    )

    @OptionGroup var options: GlobalOptions
    @Flag(help: "Also what was accepted.") var all = false
    @Flag(help: "Try everything that waits or was given up again at the next run.") var retry = false
    @Option(help: "table or csv.") var format: OutputFormat = .table

    func run() throws {
        guard format != .json else { throw Failure(.usage, Message("E-ALERTS-018")) }
        let open = try OpenWorkspace(options)
        if retry { return try tryAgain(open) }
        let store = try open.requireStore(access: .readOnly)
        let entries = try store.wholeOutbox().filter { all || $0.state != .accepted }
        let notices = try store.notices(Set(entries.map(\.noticeId)))
        let header = AlertTable.titles([
            ("trạng thái", "state"), ("qua", "notifier"), ("lập lúc", "made"), ("số lần", "tries"),
            ("lần sau", "next"), ("nội dung", "subject"),
        ])
        let rows = entries.map { entry in
            [
                entry.state.rawValue, entry.notifier, open.moment(entry.queuedAt), "\(entry.attempts)",
                entry.nextAttempt.map(open.moment) ?? "", notices[entry.noticeId]?.subject ?? entry.noticeId,
            ]
        }
        switch format {
        case .csv: Console.out(AlertTable.csv(header, rows))
        case .table, .json:
            guard !rows.isEmpty else { return Console.note(Message("N-ALERTS-012")) }
            Console.out(AlertTable.text(header, rows))
        }
    }

    private func tryAgain(_ open: OpenWorkspace) throws {
        guard let store = try open.storeToWriteIfThere() else {
            throw Failure(.unavailable, Message("E-ALERTS-004", ["path": open.storePath]))
        }
        let count = try store.changeAlerts { book, _ in
            var count = 0
            for place in book.outbox.indices where [.waiting, .dead].contains(book.outbox[place].state) {
                var entry = OutboxEntry(
                    notifier: book.outbox[place].notifier, noticeId: book.outbox[place].noticeId,
                    queuedAt: AlertTime.kept(open.now))
                entry.lastAttempt = book.outbox[place].lastAttempt
                book.outbox[place] = entry
                count += 1
            }
            return count
        }
        Console.note(Message("N-ALERTS-013", ["count": "\(count)"]))
    }
}
