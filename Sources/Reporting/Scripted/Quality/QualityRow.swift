import FieldQuality
import FormModel
import LuaRuntime

/// A row of a quality table, as a plain table of a script; what is not known is left out, and so reads as `nil`.
struct QualityRow {
    private var fields: [LuaTable.Field] = []

    var value: LuaValue { .table(LuaTable(fields: fields)) }

    private mutating func set(_ name: String, _ value: LuaValue) {
        fields.append(LuaTable.Field(.string(name), value))
    }

    mutating func add(_ name: String, _ text: String?) { if let text { set(name, .string(text)) } }
    mutating func add(_ name: String, _ count: Int?) { if let count { set(name, .integer(Int64(count))) } }
    mutating func add(_ name: String, _ number: Double?) { if let number { set(name, .number(number)) } }
    mutating func add(_ name: String, _ flag: Bool) { set(name, .boolean(flag)) }
    mutating func add(_ name: String, _ texts: [String]) {
        set(name, .table(LuaTable(array: texts.map { .string($0) })))
    }
}

extension QualityObject {
    /// A row for a group: its `key` and `label`.
    func row(_ group: Int, _ groups: RecordGroups) -> QualityRow {
        var row = QualityRow()
        row.add("key", groups.keys[group].map { $0 ?? "_unknown" }.joined(separator: ","))
        row.add("label", label(group, groups))
        return row
    }

    /// What a group is called.
    func label(_ group: Int, _ groups: RecordGroups) -> String {
        guard !groups.names.isEmpty else { return words.language == .vietnamese ? "Cộng" : "All" }
        return zip(groups.names, groups.keys[group]).map { name, part in
            guard let part else { return words.language == .vietnamese ? "(không rõ)" : "(not known)" }
            return switch name {
            case .interviewer: part
            case .field(let field): label(of: part, field)
            }
        }.joined(separator: " · ")
    }

    /// What a value of a field is called.
    func label(of key: String, _ field: Field) -> String {
        if field.question.kind == .yesNo {
            let yes = key == "yes"
            return words.language == .vietnamese ? (yes ? "có" : "không") : (yes ? "yes" : "no")
        }
        return field.question.choices?[key]?.label.text(in: words.language) ?? key
    }

    /// What is asked; the field's name where the label is computed for each record.
    func label(of place: FieldPlace) -> String {
        let field = form.layout.sets[place.set].fields[place.field]
        guard case .constant(let label)? = field.question.label else { return field.name }
        return label.text(in: words.language)
    }

    /// The name of a field as scripts and data write it: `person.age`.
    func path(of place: FieldPlace) -> String {
        let set = form.layout.sets[place.set]
        return (set.path.split(separator: ".").dropFirst().map(String.init) + [set.fields[place.field].name])
            .joined(separator: ".")
    }

    /// Whether so few answers are too few to print anything of (`semantics.md` 3.11).
    func isHidden(_ count: Int) -> Bool {
        form.layout.isConfidential && count > 0 && count < data.data.smallCell
    }

    /// A row for one record: its id, its key as far as that is not personal, who interviewed.
    func row(ofRecord place: Int) -> QualityRow {
        var row = QualityRow()
        row.add("id", form.records[place].id)
        row.add("date", form.records[place].date.iso)
        row.add("unit", unit(of: place))
        row.add("interviewer", interviewers[place])
        for field in form.layout.keyFields where !field.question.personal {
            let key = form.sets[0].columns[field.index].key(at: place, of: field.question)
            row.add(field.name, key.map { label(of: $0, field) })
        }
        return row
    }

    /// What a unit is called by its key; empty where all of that is personal.
    func unit(of place: Int) -> String {
        form.layout.keyFields.filter { !$0.question.personal }.compactMap { field in
            form.sets[0].columns[field.index].key(at: place, of: field.question).map { label(of: $0, field) }
        }.joined(separator: ", ")
    }
}
