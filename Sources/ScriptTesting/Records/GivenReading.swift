import FormModel
import LuaRuntime
import Messages
import Scripting

/// Reads the table that a test gives as a record: fields by their names, whatever groups they stand in, rosters as lists
/// of tables; `_round`, `_date`, `_status`, `_result` as in a CSV file.
struct GivenReading {
    let call: TestCall
    let layout: FormLayout
    let host: ScriptHost

    private static let heads = ["_date", "_result", "_round", "_status"]

    func record(_ table: LuaTable) throws(Message) -> GivenRecord {
        var given = GivenRecord(root: GivenRow(of: layout.root))
        given.root = try row(table, of: layout.root, others: GivenReading.heads)
        for field in table.fields {
            switch field.key {
            case .string("_date"):
                guard let day = AnswerReading.day(field.value) else {
                    throw Message("E-CLI-007", ["value": field.value.quotable])
                }
                given.date = day
            case .string("_round"): given.round = try word("_round", field.value)
            case .string("_status"):
                given.status = try oneOf("_status", field.value, RecordStatus.allCases.map(\.rawValue))
                    .flatMap(RecordStatus.init)
            case .string("_result"):
                given.result = try oneOf("_result", field.value, VisitResult.allCases.map(\.rawValue))
                    .flatMap(VisitResult.init)
            default: break
            }
        }
        return given
    }

    private func row(_ table: LuaTable, of set: RecordSet, others: [String]) throws(Message) -> GivenRow {
        let rosters = set.rosters.map { layout.sets[$0] }
        let names = set.fields.map(\.name) + rosters.map(\.name) + others
        if let first = table.array.first { throw wrong(set.name, "table", first) }
        var row = GivenRow(of: set)
        let answers = AnswerReading(call: call, host: host)
        for field in table.fields {
            guard case .string(let name) = field.key, names.contains(name) else {
                throw call.unknownKey(field.key, among: names)
            }
            if let known = set.field(name) {
                row.answers[known.index] = try answers.answer(field.value, to: known.question)
            } else if let place = rosters.firstIndex(where: { $0.name == name }) {
                row.rosters[place] = try rows(field.value, of: rosters[place])
            } else if name == "_row" {
                guard case .integer(let number) = field.value else { throw wrong(name, "integer", field.value) }
                row.row = Int(clamping: number)
            }
        }
        return row
    }

    private func rows(_ value: LuaValue, of set: RecordSet) throws(Message) -> [GivenRow] {
        guard case .table(let list) = value, list.fields.isEmpty else { throw wrong(set.name, "list", value) }
        var rows: [GivenRow] = []
        for item in list.array {
            guard case .table(let table) = item else { throw wrong(set.name, "table", item) }
            rows.append(try row(table, of: set, others: ["_row"]))
        }
        return rows
    }

    private func word(_ name: String, _ value: LuaValue) throws(Message) -> String {
        guard case .string(let word) = value else { throw wrong(name, "string", value) }
        return word
    }

    private func oneOf(_ name: String, _ value: LuaValue, _ allowed: [String]) throws(Message) -> String? {
        let word = try word(name, value)
        guard allowed.contains(word) else {
            var facts = TestCall.unknown(word, among: allowed)
            (facts["field"], facts["found"]) = (name, word)
            throw Message("E-ROW-011", facts)
        }
        return word
    }

    private func wrong(_ name: String, _ expected: String, _ found: LuaValue) -> Message {
        Message(
            "E-TEST-007",
            ["function": call.function, "field": name, "expected": expected, "found": found.told])
    }
}
