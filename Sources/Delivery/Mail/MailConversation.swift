/// What a mail server said, reply by reply, and to what (RFC 5321, section 4.1.1; libcurl sends no command before it has
/// the reply to the one before).
struct MailConversation {
    /// One reply, of one or several lines.
    struct Reply: Hashable {
        let code: Int
        let lines: [String]

        var isPositive: Bool { code / 100 == 2 }
        var isRefusal: Bool { code >= 400 }
        /// The reply as it is shown: `550 5.1.1 No such user`. Redacted before it is cut, which could leave half a secret.
        func text(_ redaction: Redaction) -> String { Excerpt.line(redaction.clean(lines.joined(separator: " / "))) }
        /// Whether another try is worth it.
        var prospect: DeliveryError.Prospect { code / 100 == 5 ? .permanent : .transient }
        /// Whether a server that was greeted says that users may sign in.
        fileprivate var offersSignIn: Bool { lines.contains { $0.dropFirst(4).uppercased().hasPrefix("AUTH ") } }
    }

    private(set) var greeting: Reply?
    private(set) var hello: Reply?
    private(set) var encryption: Reply?
    private(set) var signIn: Reply?
    private(set) var sender: Reply?
    /// In the order of the recipients, as far as they were named.
    private(set) var recipients: [Reply] = []
    private(set) var data: Reply?
    /// To the whole message.
    private(set) var message: Reply?

    /// Finds which reply answers what.
    /// - Parameters:
    ///   - lines: all that the server said.
    ///   - recipientCount: how many recipients are named to it.
    init(_ lines: [String], startTLS: Bool, signsIn: Bool, recipientCount: Int) {
        var rest = Self.replies(in: lines)[...]
        greeting = rest.popFirst()
        hello = Self.hello(&rest)
        if startTLS {
            encryption = rest.popFirst()
            hello = Self.hello(&rest) ?? hello
        }
        if signsIn, hello?.offersSignIn == true {
            repeat { signIn = rest.popFirst() } while signIn?.code == 334
        }
        sender = rest.popFirst()
        while recipients.count < recipientCount, let reply = rest.popFirst() { recipients.append(reply) }
        // Without a recipient nothing more is said to a server but farewell.
        guard recipients.contains(where: \.isPositive) else { return }
        data = rest.popFirst()
        message = data?.code == 354 ? rest.popFirst() : nil
    }

    /// A server that does not know the newer greeting is greeted in the older way.
    private static func hello(_ rest: inout ArraySlice<Reply>) -> Reply? {
        guard let first = rest.popFirst() else { return nil }
        return first.isPositive ? first : rest.popFirst() ?? first
    }

    /// Joins lines such as `250-…`, `250 …`; one without its end is no reply.
    static func replies(in lines: [String]) -> [Reply] {
        var replies: [Reply] = []
        var current: [String] = []
        for line in lines.dropLast() {
            current.append(line)
            guard let code = Int(line.prefix(3)), line.utf8.count == 3 || line.dropFirst(3).first == " " else {
                continue
            }
            replies.append(Reply(code: code, lines: current))
            current = []
        }
        return replies
    }
}
