import FormModel
import LuaRuntime
import Messages
import Scripting

/// A unit that owes records, as reports read it: `key`, `label`, `record` (its latest record that counts, or nil), and
/// the further columns of the frame's list by their names, such as `task.owner`.
final class ReportUnit: HostObject {
    let scriptName = "unit"
    private let columns: [String: String]
    private let own: [String: LuaValue]

    init(key: String, label: String, columns: [String: String], record: LuaValue) {
        self.columns = columns
        own = ["key": .string(key), "label": .string(label), "record": record]
    }

    func property(_ name: String) -> HostReply {
        if let value = own[name] { return .value(value) }
        if let text = columns[name] { return .value(.string(text)) }
        return unknown(name)
    }

    func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply { unknown(method) }

    private func unknown(_ name: String) -> HostReply {
        .unknown(name: name, of: scriptName, candidates: (Array(own.keys) + columns.keys).sorted())
    }
}

extension DataObject {
    /// `data:units("action")`: who owes records of a form, in the order of its frame, each with its latest record up to
    /// the day of the figures. Confidential forms are refused as `records` refuses them.
    func units(_ call: CallArguments) throws(Message) -> LuaValue {
        let name = try call.name(0)
        let layout = try readable(name)
        guard let frame = layout.form.frame else { return .table(LuaTable(array: [])) }
        var latest: [[String]: ReportData.Record] = [:]
        for record in try data.records(layout) where record.date <= data.date {
            let key = layout.keyFields.map { record.answers[$0.index].text }
            if let known = latest[key], (known.date, known.id) > (record.date, record.id) { continue }
            latest[key] = record
        }
        let rows = frame.rows.indices.filter { isWanted(frame.key(ofRow: $0), of: layout) }
        let objects = rows.map { row in
            let key = frame.key(ofRow: row)
            let record = latest[key].map { record in
                host.add(ReportRecord(record, of: layout, usesPersonal: usesPersonal, words: words))
            }
            let columns = zip(frame.columns, frame.rows[row]).enumerated()
                .filter { !frame.keyColumns.contains($0.offset) && !$0.element.0.hasPrefix("label_") }
                .map(\.element)
            return host.add(
                ReportUnit(
                    key: key.joined(separator: ","), label: label(of: key, in: layout),
                    columns: Dictionary(columns) { first, _ in first }, record: record ?? .none))
        }
        return .table(LuaTable(array: objects))
    }

    private func label(of key: [String], in layout: FormLayout) -> String {
        zip(layout.keyFields, key).map { field, part in
            field.question.choices?[part]?.label.text(in: data.language) ?? part
        }.joined(separator: " · ")
    }
}

extension Answer {
    /// The answer as it stands in a list; empty without a value.
    fileprivate var text: String {
        if case .value(let value) = self { value.plainText } else { "" }
    }
}
