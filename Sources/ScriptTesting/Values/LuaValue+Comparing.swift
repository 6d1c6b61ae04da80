import FormModel
import LuaRuntime
import Scripting

extension LuaValue {
    /// Whether a test takes two values for the same: numbers to 1e-9, lists and sets by their items in order, tables by
    /// what stands in them, a date also by its text `2026-06-30`.
    func isEqual(to other: LuaValue) -> Bool {
        if let number, let wanted = other.number {
            if case .integer = self, case .integer = other { return self == other }
            return number == wanted || abs(number - wanted) <= 1e-9 * Swift.max(1, abs(wanted))
        }
        if let iso, let wanted = other.iso { return iso == wanted }
        if let parts, let wanted = other.parts {
            return parts.items.count == wanted.items.count && parts.fields.count == wanted.fields.count
                && zip(parts.items, wanted.items).allSatisfy { $0.isEqual(to: $1) }
                && parts.fields.allSatisfy { key, value in wanted.fields[key]?.isEqual(to: value) ?? false }
        }
        return self == other
    }

    /// The value as a test is told of it.
    var told: String {
        switch self {
        case .none: return "nil"
        case .number(let number): return Value.decimal(number).plainText
        case .string(let text): return "\"\(text.prefix(80))\""
        case .date: return iso ?? shown
        case .set, .list, .table, .row:
            guard let parts else { return shown }
            let fields = parts.fields.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value.told)" }
            return "{ \((parts.items.map(\.told) + fields).joined(separator: ", ")) }"
        case .boolean, .integer, .function, .record, .roster, .object: return shown
        }
    }

    /// The value as it stands within quotes of a message: a text without its own.
    var quotable: String { if case .string(let text) = self { text } else { told } }

    private var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    /// A date's text; also a text that may be one.
    private var iso: String? {
        switch self {
        case .date(let date) where !date.hasTime: Day(number: Int(date.days.rounded(.down))).iso
        case .string(let text) where Day(iso: text) != nil: text
        default: nil
        }
    }

    /// What stands in a list or table.
    private var parts: (items: [LuaValue], fields: [String: LuaValue])? {
        switch self {
        case .set(let names): (names.map { .string($0) }, [:])
        case .list(let items): (items, [:])
        case .row(let row): ([], Dictionary(row.fields.map { ($0.name, $0.value) }) { first, _ in first })
        case .table(let table):
            (
                table.array,
                Dictionary(table.fields.map { ($0.key.name, $0.value) }) { first, _ in first }
            )
        default: nil
        }
    }

    private var name: String { if case .string(let name) = self { name } else { shown } }
}
