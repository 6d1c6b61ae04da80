import Foundation

/// Standard output as a notifier: what a person reads in a terminal, or in the mail that cron makes of it.
enum StandardOutput {
    static func write(_ dispatch: Dispatch, to descriptor: Int32 = 1, timeout: Duration = .seconds(30))
        throws(DeliveryError)
    {
        let bytes = Array(text(of: dispatch).utf8)
        try BrokenPipe.survived { () throws(DeliveryError) in
            // What this program has printed before must stand before.
            fflush(nil)
            try write(bytes, to: descriptor, timeout: timeout)
        }
    }

    /// The subject, the text, and an empty line. A control character could command the terminal.
    static func text(of dispatch: Dispatch) -> String {
        var text = dispatch.subject + "\n" + dispatch.text
        if text.utf8.last != UInt8(ascii: "\n") { text += "\n" }
        text += "\n"
        let shown = text.replacingOccurrences(of: "\r\n", with: "\n").unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar
        }
        return String(String.UnicodeScalarView(shown))
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32, timeout: Duration) throws(DeliveryError) {
        let deadline = Deadline(in: timeout)
        var rest = bytes[...]
        while !rest.isEmpty {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            let ready = poll(&waiting, 1, deadline.milliseconds(atMost: 1000))
            if ready < 0 && errno == EINTR || ready == 0 {
                guard !deadline.hasPassed else {
                    // What was taken in may have been read.
                    throw DeliveryError(
                        .outputStuck, rest.count == bytes.count ? .transient : .unknown,
                        facts: ["seconds": TimeLimit.text(timeout)])
                }
                continue
            }
            // A pipe that is ready takes so many bytes without waiting.
            let count = rest.prefix(4096).withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
            guard count >= 0 else { throw failure(errno) }
            rest.removeFirst(count)
        }
    }

    private static func failure(_ number: Int32) -> DeliveryError {
        number == ENOSPC || number == EDQUOT
            ? DeliveryError(.diskFull, .transient)
            : DeliveryError(.cannotWrite, .transient, facts: ["reason": SystemReason.text(number)])
    }
}
