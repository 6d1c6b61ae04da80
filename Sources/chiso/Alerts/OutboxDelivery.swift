import AlertStates
import Delivery
import Foundation
import Messages
import Storage

/// Hands over what is on its way. Each try is written down before and after, so that a run that dies in between leaves
/// word of it.
struct OutboxDelivery {
    let open: OpenWorkspace
    let store: Store
    let notifiers: [Notifier]
    /// Whether what goes to standard output is only collected, since something else is printed there.
    let collectsOutput: Bool

    /// What became of the tries.
    struct Tally {
        var accepted = 0
        var failed = 0
        /// Given up in this run.
        var dead = 0
        /// Still to be delivered.
        var waiting = 0
        /// What was to be printed.
        var collected: [StoredNotice] = []
        /// What went wrong, a line each.
        var errors: [String] = []
    }

    func deliver(at now: Date) throws -> Tally {
        var tally = Tally()
        let book = try store.alertBook()
        let entries = book.outbox.filter { $0.isDue(at: now) }
        tally.waiting = book.outbox.count { $0.state == .waiting || $0.state == .sending } - entries.count
        let notices = try store.notices(Set(entries.map(\.noticeId)))
        // The worst first, then in the order in which they were made.
        func severity(_ entry: OutboxEntry) -> AlertSeverity {
            notices[entry.noticeId].flatMap { AlertSeverity(rawValue: $0.severity) } ?? .info
        }
        let due = AlertSeverity.allCases.sorted(by: >).flatMap { worst in entries.filter { severity($0) == worst } }
        let courier = Courier(workspace: open.folder.url.path)
        // A receiver that cannot be reached is not waited for once more for every message.
        var unreachable: Set<String> = []
        for entry in due {
            guard !unreachable.contains(entry.notifier) else {
                tally.waiting += 1
                continue
            }
            guard let sending = entry.sending(at: now), let notice = notices[entry.noticeId] else { continue }
            try store.keep(sending)
            do throws(Failed) {
                var receipt = Receipt()
                if collectsOutput, isPrinted(entry.notifier) {
                    tally.collected.append(notice)
                } else {
                    receipt = try hand(notice, entry.notifier, courier)
                }
                let refused = receipt.refused.map(\.recipient).joined(separator: ", ")
                let event = refused.isEmpty ? [] : [self.event("refused", notice, entry, now, refused)]
                try keep(sending.accepted(), event)
                tally.accepted += 1
                if !refused.isEmpty {
                    tally.errors.append(
                        Message("E-ALERTS-012", ["name": entry.notifier, "names": refused]).text(in: Console.language))
                }
            } catch {
                let after = sending.failed(at: now)
                tally.failed += 1
                if after.state == .dead { tally.dead += 1 } else { tally.waiting += 1 }
                if error.isOfReceiver { unreachable.insert(entry.notifier) }
                let text = Message("E-ALERTS-011", ["name": entry.notifier, "text": error.text]).text(
                    in: Console.language)
                if !tally.errors.contains(text) { tally.errors.append(text) }
                try store.keep(
                    after, events: [event(after.state == .dead ? "dead" : "failed", notice, entry, now, error.text)])
            }
        }
        return tally
    }

    private func isPrinted(_ name: String) -> Bool {
        notifiers.contains { $0.name == name && $0.configuration.kind == .stdout }
    }

    private func event(
        _ kind: String, _ notice: StoredNotice, _ entry: OutboxEntry, _ now: Date, _ detail: String
    ) -> AlertEvent {
        AlertEvent(
            at: now, rule: notice.labels["rule"] ?? "", labels: ["notifier": entry.notifier, "notice": notice.id],
            kind: "delivery_" + kind, detail: detail)
    }

    private func keep(_ entry: OutboxEntry, _ events: [AlertEvent]) throws(Failed) {
        do {
            try store.keep(entry, events: events)
        } catch {
            throw Failed(text: "\(error)", isOfReceiver: false)
        }
    }

    /// Why a message was not accepted.
    private struct Failed: Error {
        let text: String
        /// Whether the receiver could not be reached at all.
        let isOfReceiver: Bool
    }

    private func hand(_ notice: StoredNotice, _ name: String, _ courier: Courier) throws(Failed) -> Receipt {
        guard let notifier = notifiers.first(where: { $0.name == name }) else {
            throw Failed(text: Message("E-ALERTS-013").text(in: Console.language), isOfReceiver: true)
        }
        do {
            return try courier.deliver(try notifier.dispatch(notice), by: try notifier.settings())
        } catch let error as DeliveryError {
            throw Failed(text: error.message.text(in: Console.language), isOfReceiver: error.isOfReceiver)
        } catch let message as Message {
            throw Failed(text: message.text(in: Console.language), isOfReceiver: true)
        } catch {
            throw Failed(text: "\(error)", isOfReceiver: true)
        }
    }
}

extension DeliveryError {
    /// Whether it is likely to meet every other message as well. What a receiver answers may be about this one message: the
    /// next ones must not wait for it day after day.
    fileprivate var isOfReceiver: Bool {
        switch code {
        case .webRefused, .programFailed, .programKilled, .mailRefused, .recipientsRefused, .connectionLost: false
        default: prospect != .permanent
        }
    }
}
