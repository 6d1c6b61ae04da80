import FormModel
import VietText

/// Texts as Lua writes them.
enum LuaText {
    /// A text in quotes.
    static func quoted(_ text: String) -> String {
        let inner = text.map { character in
            switch character {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n", "\r\n", "\r": " "
            // The marks of a template are no text of a form.
            case "⟦": "["
            case "⟧": "]"
            default: String(character)
            }
        }
        return "\"\(inner.joined())\""
    }

    /// `{ "a", "b" }`.
    static func list(_ names: [String]) -> String {
        "{ \(names.map(quoted).joined(separator: ", ")) }"
    }

    /// What formulas call a record: the first letter of its form or roster.
    static func variable(of name: String) -> String { name.prefix(1).lowercased() }

    /// A number as a script writes it.
    static func number(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? "\(value)"
    }
}

extension Question {
    /// What the question asks, where that is no function of the record; else its name.
    func wording(in language: Language) -> String {
        guard case .constant(let text)? = label else { return name }
        return text.text(in: language)
    }
}
