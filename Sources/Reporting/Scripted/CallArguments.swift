import Evaluation
import FormModel
import LuaRuntime
import Messages
import Scripting
import VietText

/// The arguments of a call that a script made, such as `doc:heading("I. …", 2)`; what does not fit is a fault that names
/// the call.
struct CallArguments {
    /// What scripts call the function: `doc:heading`.
    let function: String
    /// What they gave it.
    let values: [LuaValue]
    /// How numbers and dates are written where a text is wanted.
    let words: FigureText

    /// The argument at a place from 0; `.none` where there is none.
    subscript(place: Int) -> LuaValue { values.indices.contains(place) ? values[place] : .none }

    /// The text at a place.
    func text(_ place: Int) throws(Message) -> PlainText {
        guard let text = words.plain(self[place]) else { throw wrong(place, expected: "string") }
        return text
    }

    /// The name at a place, such as an indicator's id.
    func name(_ place: Int) throws(Message) -> String {
        guard case .string(let name) = self[place] else { throw wrong(place, expected: "string") }
        return name
    }

    /// The table at a place, with the properties that it may have.
    func table(_ place: Int, allowed: [String]) throws(Message) -> TableArgument {
        guard let table = LuaTable(self[place]) else { throw wrong(place, expected: "table") }
        return try TableArgument(table, of: self, allowed: allowed)
    }

    /// One text, or several in a table: `"a"` or `{ "a", "b" }`.
    func texts(_ place: Int) throws(Message) -> [PlainText] {
        if let text = words.plain(self[place]) { return [text] }
        return try table(place, allowed: []).texts
    }

    /// The fault of an argument that is of the wrong kind.
    func wrong(_ place: Int, expected: String) -> Message {
        Message(
            "E-ARG-001",
            [
                "function": function, "number": "\(place + 1)", "expected": expected, "found": self[place].typeName,
            ])
    }
}

/// A table that a script gave: what stands in it by place, and its properties by name.
struct TableArgument {
    let call: CallArguments
    let items: [LuaValue]
    private let properties: [String: LuaValue]

    init(_ table: LuaTable, of call: CallArguments, allowed: [String]) throws(Message) {
        self.call = call
        items = table.array
        var properties: [String: LuaValue] = [:]
        for field in table.fields {
            guard case .string(let name) = field.key, allowed.contains(name) else {
                let name = if case .string(let name) = field.key { name } else { field.key.shown }
                throw Message("E-REPORT-002", unknown(name, among: allowed, ["function": call.function]))
            }
            properties[name] = field.value
        }
        self.properties = properties
    }

    /// What stands in the table, each as a text; at least one.
    var texts: [PlainText] {
        get throws(Message) {
            var texts: [PlainText] = []
            for (place, item) in items.enumerated() {
                guard let text = call.words.plain(item) else {
                    throw wrong("[\(place + 1)]", expected: "string", found: item)
                }
                texts.append(text)
            }
            guard !texts.isEmpty else { throw wrong("[1]", expected: "string", found: .none) }
            return texts
        }
    }

    subscript(property: String) -> LuaValue? { properties[property] }

    /// A text, or several that stand on lines of their own.
    func text(_ property: String) throws(Message) -> PlainText? {
        guard let value = properties[property] else { return nil }
        if let text = call.words.plain(value) { return text }
        guard let lines = LuaTable(value)?.array.map(call.words.plain), lines.allSatisfy({ $0 != nil }) else {
            throw wrong(property, expected: "string", found: value)
        }
        return PlainText(lines.compactMap { $0?.string }.joined(separator: "\n"))
    }

    /// A text that has to be there.
    func required(_ property: String) throws(Message) -> PlainText {
        guard let text = try text(property) else { throw wrong(property, expected: "string", found: .none) }
        return text
    }

    /// Whether a property is true.
    func flag(_ property: String) throws(Message) -> Bool {
        switch properties[property] {
        case nil: return false
        case .boolean(let flag): return flag
        case .some(let other): throw wrong(property, expected: "boolean", found: other)
        }
    }

    /// One of some words.
    func word(_ property: String, among allowed: [String]) throws(Message) -> String? {
        guard let value = properties[property] else { return nil }
        guard case .string(let word) = value, allowed.contains(word) else {
            let found = if case .string(let word) = value { word } else { value.shown }
            throw Message(
                "E-REPORT-003",
                [
                    "function": call.function, "property": property, "found": found,
                    "allowed": allowed.joined(separator: ", "),
                ])
        }
        return word
    }

    /// A whole number above zero.
    func count(_ property: String) throws(Message) -> Int? {
        switch properties[property] {
        case nil: return nil
        case .integer(let number) where number > 0: return Int(clamping: number)
        case .some(let other): throw wrong(property, expected: "1, 2, 3 …", found: other)
        }
    }

    /// One name, or several in a table.
    func names(_ property: String) throws(Message) -> [String]? {
        guard let value = properties[property] else { return nil }
        if case .string(let name) = value { return [name] }
        var names: [String] = []
        for item in LuaTable(value)?.array ?? [.none] {
            guard case .string(let name) = item else { throw wrong(property, expected: "string", found: value) }
            names.append(name)
        }
        return names
    }

    /// The fault of a property that is of the wrong kind.
    func wrong(_ property: String, expected: String, found: LuaValue) -> Message {
        Message(
            "E-REPORT-001",
            ["function": call.function, "property": property, "expected": expected, "found": found.typeName])
    }
}

/// The facts of a name that there is not, with the nearest of the valid ones.
func unknown(_ name: String, among names: [String], _ facts: [String: String] = [:]) -> [String: String] {
    var facts = facts
    facts["name"] = name
    facts["nearest"] = NearestName.candidates(for: name, among: names, limit: 1).first
    return facts
}

extension LuaTable {
    /// A table or a list; `nil` for any other value.
    init?(_ value: LuaValue) {
        switch value {
        case .table(let table): self = table
        case .list(let items): self.init(array: items)
        default: return nil
        }
    }
}

extension FigureText {
    /// A script's value as a text: numbers and dates as people write them, `{ vi = "…", en = "…" }` in the language of
    /// the report; `nil` for what is no text.
    func plain(_ value: LuaValue) -> PlainText? {
        switch value {
        case .string(let text): PlainText(text)
        case .integer(let number): PlainText(count(Int(clamping: number)))
        case .number(let number): PlainText(numbers.text(number, upTo: 2))
        case .date(let date): PlainText(self.date(Day(number: Int(date.days.rounded(.down)))))
        case .table(let table): localized(table).map { PlainText($0.text(in: language)) }
        default: nil
        }
    }

    private func localized(_ table: LuaTable) -> LocalizedText? {
        guard table.array.isEmpty, !table.fields.isEmpty else { return nil }
        var texts: [String: String] = [:]
        for field in table.fields {
            guard case (.string(let name), .string(let text)) = (field.key, field.value),
                Language(rawValue: name) != nil
            else { return nil }
            texts[name] = text
        }
        return LocalizedText(texts)
    }
}
