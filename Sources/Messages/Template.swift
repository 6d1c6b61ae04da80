import FormModel
import VietText

/// A sentence with places for facts.
///
///     {name}                     the fact as it is
///     {count:number}             the fact with its thousands set apart
///     {count:record|records}     likewise, followed by the word for one or for many
///     {date:date}                a day written 2026-12-31, as the reader's language writes it
///     {date:weekday}             the day of the week of such a day
///     {found:type}               the fact in the words of a `Vocabulary`
///     ⟨ of {set}⟩                left out unless every fact in it is given and not empty
///     ⟨ of {set}¦ of a record⟩   the second part instead, where a fact of the first is not given
///
/// Every other brace is text, so that a sentence can show a script: `form "{id}" { … }`. Facts are put in as they are;
/// nothing in them is taken for a place. A fact that is not given is shown as `…`.
struct Template {
    private enum Part {
        case text(String)
        case fact(name: String, style: Style)
        case alternative([Part], otherwise: [Part])
    }

    private enum Style {
        case plain
        case number
        case counted(one: String, many: String)
        case word(Vocabulary)
        case date
        case weekday
    }

    private let parts: [Part]

    init(_ source: String) {
        var rest = source[...]
        parts = Template.parse(&rest, within: false)
    }

    /// The names of the facts that the sentence can show.
    var facts: Set<String> { Template.facts(of: parts) }

    /// The sentence with its facts.
    func filled(with facts: [String: String], in language: Language) -> String {
        Template.fill(parts, facts, language)
    }

    // MARK: Reading

    private static func parse(_ rest: inout Substring, within: Bool) -> [Part] {
        var parts: [Part] = []
        var text = ""
        while let character = rest.first, !(within && (character == "¦" || character == "⟩")) {
            let part: Part? =
                switch character {
                case "{": fact(&rest)
                case "⟨": alternative(&rest)
                default: nil
                }
            guard let part else {
                text.append(rest.removeFirst())
                continue
            }
            if !text.isEmpty { parts.append(.text(text)) }
            text = ""
            parts.append(part)
        }
        return text.isEmpty ? parts : parts + [.text(text)]
    }

    private static func alternative(_ rest: inout Substring) -> Part {
        rest.removeFirst()
        let first = parse(&rest, within: true)
        var other: [Part] = []
        if rest.first == "¦" {
            rest.removeFirst()
            other = parse(&rest, within: true)
        }
        if rest.first == "⟩" { rest.removeFirst() }
        return .alternative(first, otherwise: other)
    }

    /// The fact that begins here; `nil`, with nothing read, where the brace is text.
    private static func fact(_ rest: inout Substring) -> Part? {
        let inner = rest.dropFirst()
        guard let end = inner.firstIndex(of: "}") else { return nil }
        let pieces = inner[..<end].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = pieces.first, isName(name), let style = style(pieces.count > 1 ? pieces[1] : nil)
        else { return nil }
        rest = inner[inner.index(after: end)...]
        return .fact(name: String(name), style: style)
    }

    private static func isName(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F }
    }

    private static func style(_ text: Substring?) -> Style? {
        guard let text else { return .plain }
        switch text {
        case "number": return .number
        case "date": return .date
        case "weekday": return .weekday
        default: break
        }
        let words = text.split(separator: "|")
        if words.count == 2 { return .counted(one: String(words[0]), many: String(words[1])) }
        return Vocabulary(rawValue: String(text)).map { .word($0) }
    }

    private static func facts(of parts: [Part]) -> Set<String> {
        parts.reduce(into: []) { names, part in
            switch part {
            case .text: break
            case .fact(let name, _): names.insert(name)
            case .alternative(let first, let other): names.formUnion(facts(of: first).union(facts(of: other)))
            }
        }
    }

    // MARK: Filling

    private static func fill(_ parts: [Part], _ facts: [String: String], _ language: Language) -> String {
        parts.map { part in
            switch part {
            case .text(let text): return text
            case .fact(let name, let style):
                return facts[name].map { shown(bounded($0, name, style), style, language) } ?? "…"
            case .alternative(let first, let other):
                let isGiven = self.facts(of: first).allSatisfy { facts[$0]?.isEmpty == false }
                return fill(isGiven ? first : other, facts, language)
            }
        }.joined()
    }

    /// The facts that are sentences, paths or lists; others are cut off earlier.
    private static let long: Set<String> = [
        "text", "path", "file", "place", "kept", "allowed", "expected", "first", "detail", "reason", "cycle",
        "command", "reply", "recipients",
    ]

    /// A fact as it may be shown: not without end, on one line, and with nothing in it that ends a text.
    private static func bounded(_ fact: String, _ name: String, _ style: Style) -> String {
        // What a script says of itself may be said once for each record.
        let isLua = if case .word(.lua) = style { true } else { false }
        let limit = long.contains(name) && !isLua ? 1000 : 200
        let start = fact.prefix(limit)
        let isWhole = start.endIndex == fact.endIndex
        guard !isWhole || start.utf8.contains(where: { $0 == 0 || $0 == 0x0A || $0 == 0x0D }) else { return fact }
        return start.map { character in
            switch character {
            case "\0": "\\0"
            case "\r\n", "\n": "\\n"
            case "\r": "\\r"
            default: String(character)
            }
        }.joined() + (isWhole ? "" : "…")
    }

    private static func shown(_ fact: String, _ style: Style, _ language: Language) -> String {
        switch style {
        case .plain: fact
        case .number: grouped(fact, language)
        case .counted(let one, let many): grouped(fact, language) + " " + (fact == "1" ? one : many)
        case .word(let vocabulary): vocabulary.word(for: fact, in: language)
        case .date: Day(iso: fact).map { $0.written(in: language) } ?? fact
        case .weekday: Day(iso: fact).map { $0.weekday(in: language) } ?? fact
        }
    }

    private static func grouped(_ digits: String, _ language: Language) -> String {
        guard digits.count > 3, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return digits }
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text += language == .vietnamese ? "." : "," }
            text.append(digit)
        }
        return text
    }
}
