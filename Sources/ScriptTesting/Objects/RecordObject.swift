import FormModel
import LuaRuntime
import Scripting

/// A record that a test made, or a row of it: `t:record(…).adults`, `t:record(…).person[1].age`. A field without a value
/// is `nil`.
final class RecordObject: HostObject {
    let scriptName: String
    private let row: RecordRow
    private let set: RecordSet
    private let layout: FormLayout
    private unowned let host: ScriptHost

    init(_ row: RecordRow, of set: RecordSet, in layout: FormLayout, host: ScriptHost) {
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
        let candidates = set.fields.map(\.name) + set.rosters.map { layout.sets[$0].name }
        return .unknown(name: name, of: scriptName, candidates: candidates)
    }

    func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply { property(method) }
}
