import ArgumentParser
import Delivery
import Foundation
import Messages
import Storage

/// `chiso alerts test-notify`: one message to each notifier, to see that it arrives.
struct AlertsTestNotify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test-notify", abstract: "Send a test message through every notifier, or through one.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The notifier of chiso.toml (default: all).") var name: String?

    func run() throws {
        let open = try OpenWorkspace(options)
        let all = Notifier.all(open)
        let wanted = all.filter { name == nil || $0.name == name }
        guard !wanted.isEmpty else {
            throw Failure(.usage, Message("E-ALERTS-019", Suggestion.facts(name ?? "", among: all.map(\.name))))
        }
        let courier = Courier(workspace: open.folder.url.path)
        var failed = 0
        for notifier in wanted {
            do {
                let receipt = try courier.deliver(try notifier.dispatch(notice(open)), by: try notifier.settings())
                let refused = receipt.refused.map(\.recipient).joined(separator: ", ")
                if !refused.isEmpty {
                    Console.error(
                        Message("E-ALERTS-012", ["name": notifier.name, "names": refused]).text(in: Console.language))
                    failed += 1
                }
                Console.note(Message("N-ALERTS-014", ["name": notifier.name]))
            } catch let error as DeliveryError {
                tell(notifier, error.message)
                failed += 1
            } catch let message as Message {
                tell(notifier, message)
                failed += 1
            }
        }
        if failed > 0 { throw Failure(.no) }
    }

    private func tell(_ notifier: Notifier, _ message: Message) {
        let text = message.text(in: Console.language)
        Console.error(Message("E-ALERTS-011", ["name": notifier.name, "text": text]).text(in: Console.language))
    }

    private func notice(_ open: OpenWorkspace) -> StoredNotice {
        let isVietnamese = Console.language == .vietnamese
        let subject = isVietnamese ? "Thử gửi thông báo của Chiso" : "Chiso: a test message"
        let text =
            isVietnamese
            ? "Đây là thông báo thử, lúc \(open.moment(open.now)). Nếu đọc được, đường gửi này dùng được.\n"
            : "This is a test, at \(open.moment(open.now)). If you can read it, this way of delivery works.\n"
        let json = JSON.object([
            ("id", .string("test")), ("kind", .string("test")), ("title", .string(subject)),
            ("time", .string(open.text(of: open.now))),
        ])
        return StoredNotice(
            id: "test/\(AlertTime.text(open.now))", at: AlertTime.kept(open.now), severity: "info", kind: "test",
            to: [],
            labels: [:], subject: subject, text: text, json: json.text)
    }
}
