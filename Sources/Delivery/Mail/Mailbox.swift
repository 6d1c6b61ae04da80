/// A mail address, with the name of whose it is where one is given (RFC 5322, section 3.4).
struct Mailbox: Hashable, Sendable {
    let name: String
    let address: String

    /// Reads `a@b`, `<a@b>`, `Name <a@b>` or `"Name" <a@b>`.
    /// - Parameter field: where it was given, for the error.
    init(_ text: String, field: String) throws(DeliveryError) {
        try OneLine.require(text, field: field)
        let trimmed = text.trimmed
        if trimmed.hasSuffix(">"), let bracket = trimmed.lastIndex(of: "<") {
            address = String(trimmed[trimmed.index(after: bracket)...].dropLast())
            name = Self.unquoted(String(trimmed[..<bracket]).trimmed)
        } else {
            address = trimmed
            name = ""
        }
        guard Self.isAddress(address) else {
            throw DeliveryError(.unusableAddress, .permanent, facts: ["field": field, "address": Excerpt.line(text)])
        }
    }

    /// What stands behind the @.
    var domain: String { String(address.drop { $0 != "@" }.dropFirst()) }

    private static func unquoted(_ text: String) -> String {
        guard text.count > 1, text.first == "\"", text.last == "\"" else { return text }
        var isEscaped = false
        return String(
            text.dropFirst().dropLast().filter { character in
                isEscaped = character == "\\" && !isEscaped
                return !isEscaped
            })
    }

    /// Whether a text is a local part of plain characters, an @ and a domain of ASCII labels. Addresses beyond that
    /// (quoted, internationalised) are rare, and few servers take them.
    private static func isAddress(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].count) else { return false }
        let words = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return words.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isAtomText) }
            && labels.allSatisfy { label in
                !label.isEmpty && label.count <= 63
                    && label.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
                    && label.first != UInt8(ascii: "-")
            }
    }
}

extension UInt8 {
    var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    /// Whether it may stand in an atom (RFC 5322, section 3.2.3).
    var isAtomText: Bool { isLetterOrDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(self) }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop { $0 == " " || $0 == "\t" }
        return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
