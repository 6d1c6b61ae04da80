import Messages
import VietText

/// The names of forms, questions, indicators and the rest: `[A-Za-z][A-Za-z0-9_]*`, at most 40 characters, no `__`, no
/// keyword of Lua, not `index`.
public enum NameRule {
    private static let keywords: Set<String> = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
        "not", "or", "repeat", "return", "then", "true", "until", "while",
    ]

    /// Reports a name that breaks the rule, with one that keeps it where there is one near.
    static func check(_ declaration: Declaration, _ sink: DiagnosticSink) {
        guard let refusal = refusal(of: declaration.id, kind: declaration.kind) else { return }
        sink.report(refusal.code, at: declaration.place, refusal.facts)
    }

    /// Why something of a kind cannot have a name, with one near it that would do; `nil` where it can.
    public static func refusal(of name: String, kind: String) -> Message? {
        if !isWord(name) {
            var facts = ["name": name, "kind": kind]
            facts["nearest"] = word(from: name)
            return Message("E-NAME-001", facts)
        }
        if keywords.contains(name) { return Message("E-NAME-002", ["name": name]) }
        return name == "index" ? Message("E-NAME-005", ["name": name]) : nil
    }

    private static func isWord(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard let first = bytes.first, isLetter(first), bytes.count <= 40, !name.contains("__") else { return false }
        return bytes.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x5F }
    }

    /// The name with its marks left out and everything else that is no letter or digit as `_`; `nil` if that is no name
    /// either.
    private static func word(from name: String) -> String? {
        let plain = name.searchKey.utf8.map { isLetter($0) || isDigit($0) ? $0 : 0x5F }
        let word = plain.split(separator: 0x5F).map { String(decoding: $0, as: UTF8.self) }.joined(separator: "_")
        return isWord(word) && !keywords.contains(word) && word != "index" ? word : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
