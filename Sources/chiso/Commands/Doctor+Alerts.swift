import Delivery
import Foundation
import Messages
import Storage

/// Alerts: whether they are run, and whether what is told arrives.
extension Doctor {
    func alerts(_ open: OpenWorkspace) -> [Finding] {
        let rules = (try? AlertScripts(open))?.sound.count ?? 0
        guard rules > 0 else { return [] }
        return [lastRun(open, rules)].compactMap { $0 } + open.configuration.notifiers.map { notifier($0.name, open) }
            + undelivered(open)
    }

    private func lastRun(_ open: OpenWorkspace, _ rules: Int) -> Finding? {
        guard let last = try? open.storeToRead()?.lastAlertRun() else {
            return .advice(Message("N-DOCTOR-021", ["count": "\(rules)"]), .act(Message("N-DOCTOR-022")))
        }
        let message = Message("N-DOCTOR-023", ["time": open.moment(last), "count": "\(rules)"])
        // A day and a half: a daily run has been missed.
        return open.now.timeIntervalSince(last) < 1.5 * 86_400
            ? .good(message) : .advice(message, .act(Message("N-DOCTOR-022")))
    }

    /// What would make every delivery fail, as far as it can be told without one.
    private func notifier(_ name: String, _ open: OpenWorkspace) -> Finding {
        let command = Remedy.run("chiso alerts test-notify \(name)")
        guard let notifier = Notifier.all(open).first(where: { $0.name == name }) else {
            return .bad(Message("E-ALERTS-013"), command)
        }
        do {
            try Courier(workspace: open.folder.url.path).check(try notifier.settings())
            return .good(Message("N-DOCTOR-024", ["name": name]))
        } catch let error as DeliveryError {
            return .bad(told(name, error.message), command)
        } catch let message as Message {
            return .bad(message, command)
        } catch {
            return .bad(Message("E-CLI-026", ["text": "\(error)"]), command)
        }
    }

    private func undelivered(_ open: OpenWorkspace) -> [Finding] {
        let dead = (try? open.storeToRead()?.alertBook().outbox.count { $0.state == .dead }) ?? 0
        guard dead > 0 else { return [] }
        return [.advice(Message("N-DOCTOR-025", ["count": "\(dead)"]), .run("chiso alerts outbox"))]
    }

    private func told(_ name: String, _ message: Message) -> Message {
        Message("E-ALERTS-011", ["name": name, "text": message.text(in: Console.language)])
    }
}
