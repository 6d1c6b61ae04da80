import Foundation

/// A mail as it is sent (RFC 5322 and 2045): every line is ASCII, shorter than 998 characters, and ends with CR LF.
struct MailMessage {
    let from: Mailbox
    let to: [Mailbox]
    let dispatch: Dispatch

    var bytes: [UInt8] {
        let headers = [
            "Date: \(Self.date(dispatch.date))",
            "From: \(Self.written(from, behind: 6))",
            "To: " + to.map { Self.written($0, behind: 4) }.joined(separator: ",\r\n "),
            "Message-ID: <\(Self.identifier(dispatch.id))@\(from.domain)>",
            EncodedWords.header("Subject", dispatch.subject),
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "Auto-Submitted: auto-generated",
        ]
        let body = Data(Self.canonical(dispatch.text)).base64EncodedString(
            options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        return Array((headers.joined(separator: "\r\n") + "\r\n\r\n" + body + "\r\n").utf8)
    }

    /// A text whose every line break is CR LF (RFC 2046, section 4.1.1).
    static func canonical(_ text: String) -> [UInt8] {
        let (cr, lf) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var last: UInt8 = 0
        for byte in text.utf8 {
            if byte == cr || byte == lf && last != cr {
                bytes += [cr, lf]
            } else if byte != lf {
                bytes.append(byte)
            }
            last = byte
        }
        return bytes
    }

    /// An instant as mails write it, in universal time.
    static func date(_ date: Date) -> String {
        var seconds = time_t(exactly: date.timeIntervalSince1970.rounded(.down)) ?? 0
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) "
            + "\(parts.tm_year + 1900) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) +0000"
    }

    /// An id as the left side of a message's: the same for the same id, and for no other. What could not stand there is
    /// written by its number.
    static func identifier(_ id: String) -> String {
        id.utf8.reduce(into: "") { text, byte in
            if byte.isLetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }

    /// A mailbox as headers write it.
    /// - Parameter used: how much of the line is taken.
    static func written(_ mailbox: Mailbox, behind used: Int) -> String {
        let (name, address) = (mailbox.name, mailbox.address)
        guard !name.isEmpty else { return address }
        guard EncodedWords.isPlain(name), name.utf8.count <= 60 else {
            return EncodedWords.folded(name, behind: used) + "\r\n <\(address)>"
        }
        let escaped = name.replacingOccurrences(of: #"\"#, with: #"\\"#).replacingOccurrences(of: #"""#, with: #"\""#)
        return "\"\(escaped)\"\r\n <\(address)>"
    }
}
