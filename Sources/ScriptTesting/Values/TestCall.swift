import FormModel
import LuaRuntime
import Messages
import Scripting
import VietText

/// A call that a test made, such as `t:record("household", { … })`; what does not fit is a fault that names the call.
struct TestCall {
    /// What scripts call the function: `t:record`.
    let function: String
    /// What they gave it.
    let values: [LuaValue]

    /// The argument at a place from 0; `.none` where there is none.
    subscript(place: Int) -> LuaValue { values.indices.contains(place) ? values[place] : .none }

    /// The text at a place, such as a form's id.
    func text(_ place: Int) throws(Message) -> String {
        guard case .string(let text) = self[place] else { throw wrong(place, expected: "string") }
        return text
    }

    /// The text at a place, if there is one.
    func optionalText(_ place: Int) throws(Message) -> String? {
        self[place] == .none ? nil : try text(place)
    }

    /// The whole number at a place.
    func number(_ place: Int) throws(Message) -> Int {
        switch self[place] {
        case .integer(let number): return Int(clamping: number)
        case .number(let number) where Int(exactly: number) != nil: return Int(number)
        default: throw wrong(place, expected: "integer")
        }
    }

    /// The table at a place; an empty one where nothing is given.
    func table(_ place: Int) throws(Message) -> LuaTable {
        switch self[place] {
        case .none: return LuaTable()
        case .table(let table): return table
        default: throw wrong(place, expected: "table")
        }
    }

    /// The table at a place, of which everything stands under a name; an empty one where nothing is given.
    func named(_ place: Int, among names: [String]) throws(Message) -> LuaTable {
        let table = try table(place)
        guard table.array.isEmpty else { throw unknownKey(.integer(1), among: names) }
        return table
    }

    /// The fault of an argument that is of the wrong kind.
    func wrong(_ place: Int, expected: String) -> Message {
        Message(
            "E-ARG-001",
            ["function": function, "number": "\(place + 1)", "expected": expected, "found": self[place].typeName])
    }

    /// The fault of a key that a table may not have.
    func unknownKey(_ key: LuaValue, among names: [String]) -> Message {
        let name = if case .string(let name) = key { name } else { key.shown }
        var facts = TestCall.unknown(name, among: names)
        facts["function"] = function
        return Message("E-TEST-005", facts)
    }

    /// The facts of a name that there is not, with the nearest of the valid ones.
    static func unknown(_ name: String, among names: [String]) -> [String: String] {
        var facts = ["name": name]
        facts["nearest"] = NearestName.candidates(for: name, among: names, limit: 1).first
        return facts
    }
}
