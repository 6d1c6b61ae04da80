import AlertStates
import ArgumentParser
import FormModel
import Foundation
import Messages
import Storage

/// `chiso alerts ack`: somebody has taken an alert on.
struct AlertsAck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ack",
        abstract: "Say that you have taken an alert on: it is not repeated or escalated, its end is told.",
        discussion: """
              chiso alerts ack task_overdue --label task=III.2.1 --note "họp ngày 5/7"
            """)

    @OptionGroup var options: GlobalOptions
    @Option(name: .customLong("label"), help: "Only alerts with this label: K=V.") var labels: [String] = []
    @Option(help: "What is being done.") var note: String
    @Argument(help: "The rule.") var rule: String

    func run() throws {
        let open = try OpenWorkspace(options)
        let wanted = try AlertMatchers.read(labels)
        guard let store = try open.storeToWriteIfThere() else {
            throw Failure(.unavailable, Message("E-ALERTS-004", ["path": open.storePath]))
        }
        let now = AlertTime.kept(open.now)
        let count = try store.changeAlerts { book, additions in
            var count = 0
            for place in book.instances.indices {
                let instance = book.instances[place]
                guard instance.key.rule == rule, instance.state.isLive,
                    wanted.allSatisfy({ AlertLabelList.of(instance)[$0.key] == $0.value })
                else { continue }
                count += 1
                book.instances[place].acknowledgement = Acknowledgement(time: now, by: open.author, note: note)
                additions.events.append(
                    AlertEvent(
                        at: now, rule: rule, labels: instance.key.labels, kind: "acknowledged",
                        activeSince: instance.activeSince, detail: "\(open.author): \(note)"))
            }
            return count
        }
        guard count > 0 else { throw Failure(.no, Message("E-ALERTS-014", ["name": rule])) }
        Console.note(Message("N-ALERTS-007", ["count": "\(count)", "name": rule]))
    }
}

/// Labels as they are given on the command line.
enum AlertMatchers {
    static func read(_ texts: [String]) throws -> [String: String] {
        var labels: [String: String] = [:]
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[0].isEmpty else {
                throw Failure(.usage, Message("E-CLI-003", ["name": text]))
            }
            labels[parts[0]] = parts[1]
        }
        return labels
    }
}
