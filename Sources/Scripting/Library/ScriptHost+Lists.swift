import FormModel
import LuaRuntime
import Messages
import VietText

/// Rows of lists: what `choice` and `listed` give.
extension ScriptHost {
    /// The row of the choice that a field holds.
    func choice(set: Int32, row: Int32, field name: String) -> HostReply {
        guard let (_, recordSet) = form(ofSet: set) else { return .fault(Message("E-RECORD-001")) }
        guard let field = recordSet.field(name) else {
            var facts = DiagnosticSink.facts(unknown: name, among: recordSet.fields.map(\.name))
            facts["set"] = recordSet.path
            return .fault(Message("E-FIELD-001", facts))
        }
        guard let list = field.question.choices else {
            return .fault(Message("E-FIELD-002", ["name": name, "set": recordSet.path]))
        }
        guard state?.noteReading(of: LuaField(set: set, field: Int32(field.index))) != false else {
            return .fault(Message("E-PERSONAL-001", ["name": name, "set": recordSet.path]))
        }
        let reply = read(set: set, row: row, field: Int32(field.index))
        guard case .value(.string(let chosen)) = reply else { return reply }
        guard let choice = list[chosen] else { return .value(.none) }
        return .value(.row(choice.luaRow(in: language)))
    }

    /// The row of the frame for the unit that a record, or a row within it, belongs to.
    func listed(set: Int32, row: Int32) -> HostReply {
        guard let (binding, recordSet) = form(ofSet: set) else { return .fault(Message("E-RECORD-001")) }
        if recordSet.parent != nil {
            let reply = read(set: set, row: row, field: ScriptHost.parentField)
            guard case .value(.record(let parent, let parentRow)) = reply else { return reply }
            return listed(set: parent, row: parentRow)
        }
        guard let frame = binding.layout.form.frame else { return .value(.none) }
        var key: [String] = []
        for field in binding.layout.keyFields {
            switch read(set: set, row: row, field: Int32(field.index)) {
            case .value(let value):
                guard let text = Value(value, for: field.question)?.keyText else { return .value(.none) }
                key.append(text)
            case let other: return other
            }
        }
        guard let index = binding.frameRow(of: key) else { return .value(.none) }
        let cells = zip(frame.columns, frame.rows[index]).map { LuaRow.Field($0, .string($1)) }
        return .value(.row(LuaRow(cells)))
    }

    /// The place by which a record's parent is read.
    public static let parentField: Int32 = -1
    /// The place by which a row's number in its roster, from 1, is read.
    public static let indexField: Int32 = -2
}

extension Choice {
    /// The choice as scripts read it: its columns, its name, and its label in a language.
    public func luaRow(in language: Language) -> LuaRow {
        var cells = columns
        cells["name"] = name
        cells["label"] = label.text(in: language)
        return LuaRow(cells.sorted { $0.key < $1.key }.map { LuaRow.Field($0.key, .string($0.value)) })
    }
}
