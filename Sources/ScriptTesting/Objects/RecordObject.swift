import FormModel
import LuaRuntime
import Scripting

/// A record that a test made, or a row of it: `t:record(…).adults`, `t:record(…).person[1].age`. A field without a value
/// is `nil`. Of the record itself `_round`, `_date`, `_status` and `_result` can be read as well.
final class RecordObject: HostObject {
    let scriptName: String
    private let row: RecordRow
    private let set: RecordSet
    private let layout: FormLayout
    private unowned let host: ScriptHost
    /// What the record says of itself; empty for a row.
    private var own: [(name: String, value: String)] = []
    /// The record's id; `nil` for a row.
    private(set) var id: String?

    /// A whole record.
    convenience init(_ record: Record, in layout: FormLayout, host: ScriptHost) {
        self.init(record.root, of: layout.root, in: layout, host: host)
        id = record.id
        own = [
            ("_round", record.round), ("_date", record.date.iso), ("_status", record.status.rawValue),
            ("_result", record.result.rawValue),
        ]
    }

    private init(_ row: RecordRow, of set: RecordSet, in layout: FormLayout, host: ScriptHost) {
        self.row = row
        self.set = set
        self.layout = layout
        self.host = host
        scriptName = set.path
    }

    func property(_ name: String) -> HostReply {
        if let field = set.field(name) { return .value(row.answers[field.index].value?.lua ?? .none) }
        if let place = set.rosters.firstIndex(where: { layout.sets[$0].name == name }) {
            let roster = layout.sets[set.rosters[place]]
            let rows = row.rosters[place].map { host.add(RecordObject($0, of: roster, in: layout, host: host)) }
            return .value(.table(LuaTable(array: rows)))
        }
        if let part = own.first(where: { $0.name == name }) { return .value(.string(part.value)) }
        let candidates = own.map(\.name) + set.fields.map(\.name) + set.rosters.map { layout.sets[$0].name }
        return .unknown(name: name, of: scriptName, candidates: candidates)
    }

    func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply { property(method) }
}
