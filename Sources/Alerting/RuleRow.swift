import AlertStates
import FormModel
import LuaRuntime
import Messages
import Scripting
import VietText

/// A row that the `watch` function of a rule gives: `labels`, `label`, `value`, `badness`, `no_data`; every further text
/// is an attribute, such as `owner`, by which alerts are told and grouped.
struct RuleRow {
    let labels: [String: String]
    let label: String?
    let value: Double?
    let badness: Double?
    /// Why nothing is known of the row, where it says so.
    let noData: String?
    let attributes: [String: String]

    /// - Parameter place: of the function, for messages.
    init(_ row: LuaValue, place: Place) throws(Message) {
        func wrong(_ property: String, _ expected: String, _ found: LuaValue) -> Message {
            Diagnostic(
                at: place,
                Message(
                    "E-REPORT-001",
                    ["function": "watch", "property": property, "expected": expected, "found": found.typeName])
            ).located
        }
        guard case .table(let table) = row, table.array.isEmpty else { throw wrong("[…]", "{ labels = { … } }", row) }
        var fields: [String: LuaValue] = [:]
        for field in table.fields { if case .string(let name) = field.key { fields[name] = field.value } }
        labels = try RuleRow.labels(fields["labels"]) { wrong("labels", "{ name = \"…\" }", $0) }
        switch fields["label"] {
        case nil: label = nil
        case .string(let text)?: label = text
        case .some(let other): throw wrong("label", "string", other)
        }
        value = try RuleRow.number(fields["value"]) { wrong("value", "number", $0) }
        badness = try RuleRow.number(fields["badness"]) { wrong("badness", "number", $0) }
        switch fields["no_data"] {
        case nil, .boolean(false)?: noData = nil
        case .string(let text)?: noData = text
        case .some: noData = ""
        }
        var attributes: [String: String] = [:]
        for (name, value) in fields where !["label", "labels", "value", "badness", "no_data"].contains(name) {
            if case .string(let text) = value { attributes[name] = text }
        }
        self.attributes = attributes
    }

    private static func labels(_ value: LuaValue?, _ wrong: (LuaValue) -> Message) throws(Message) -> [String: String] {
        guard let value else { return [:] }
        guard case .table(let table) = value, table.array.isEmpty else { throw wrong(value) }
        var labels: [String: String] = [:]
        for field in table.fields {
            guard case .string(let name) = field.key else { throw wrong(field.key) }
            switch field.value {
            case .string(let text): labels[name] = text
            case .integer(let number): labels[name] = "\(number)"
            case let other: throw wrong(other)
            }
        }
        return labels
    }

    private static func number(_ value: LuaValue?, _ wrong: (LuaValue) -> Message) throws(Message) -> Double? {
        switch value {
        case nil: return nil
        case .integer(let number)?: return Double(number)
        case .number(let number)? where number.isFinite: return number
        case .some(let other): throw wrong(other)
        }
    }

    /// The facts of an unknown name, with the nearest of the valid ones.
    static func unknown(_ name: String, among names: [String]) -> [String: String] {
        var facts = ["name": name]
        facts["nearest"] = NearestName.candidates(for: name, among: names, limit: 1).first
        return facts
    }
}
