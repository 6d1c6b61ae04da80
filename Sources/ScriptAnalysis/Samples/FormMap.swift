import FormModel
import Scripting

/// The forms of a workspace with the functions of their questions, as their scripts declare them.
final class FormMap {
    /// A form and what its script says of each question.
    struct Entry {
        let layout: FormLayout
        /// What a field's question declares.
        var fields: [FieldKey: FieldFunctions] = [:]
        /// What a roster declares, and what stands around it.
        var rosters: [Int: FieldFunctions] = [:]
        /// Groups and rosters with a condition of their own, in the order of the form.
        var containers: [(kind: String, id: String, set: Int, relevant: Datum)] = []
    }

    /// The functions of a question or roster, and the conditions of all that stands around it.
    struct FieldFunctions {
        /// The table of its declaration.
        let table: TableDatum
        /// What must hold for it to be asked, from the outside in; its own comes last. The set tells whose record decides.
        let conditions: [(set: Int, function: Datum)]
        /// Its place among all questions of the form.
        let order: Int
    }

    private(set) var entries: [String: Entry] = [:]

    init(_ forms: [FormBinding], declarations: [TableDatum]) {
        for form in forms {
            let layout = form.layout
            var entry = Entry(layout: layout)
            if let table = declarations.last(where: { $0.declared?.kind == "form" && $0.declared?.id == layout.form.id }
            ) {
                var order = 0
                FormMap.walk(table, set: 0, conditions: [], layout, &entry, &order)
            }
            entries[layout.form.id] = entry
        }
    }

    private static func walk(
        _ table: TableDatum, set: Int, conditions: [(set: Int, function: Datum)], _ layout: FormLayout,
        _ entry: inout Entry, _ order: inout Int
    ) {
        for node in table.array {
            guard let node = node.table, let (kind, id) = node.declared else { continue }
            order += 1
            var around = conditions
            if let relevant = node.fields["relevant"] {
                around.append((set, relevant))
                if kind == "group" || kind == "roster" { entry.containers.append((kind, id, set, relevant)) }
            }
            switch kind {
            case "group": walk(node, set: set, conditions: around, layout, &entry, &order)
            case "roster":
                guard let child = layout.sets[set].rosters.first(where: { layout.sets[$0].name == id }) else {
                    continue
                }
                entry.rosters[child] = FieldFunctions(table: node, conditions: around, order: order)
                walk(node, set: child, conditions: around, layout, &entry, &order)
            default:
                guard let field = layout.sets[set].field(id) else { continue }
                let key = FieldKey(set: RecordSetKey(form: layout.form.id, set: set), field: field.index)
                entry.fields[key] = FieldFunctions(table: node, conditions: around, order: order)
            }
        }
    }

    func set(_ key: RecordSetKey) -> RecordSet? {
        guard let sets = entries[key.form]?.layout.sets, sets.indices.contains(key.set) else { return nil }
        return sets[key.set]
    }

    func field(_ key: FieldKey) -> Field? {
        guard let set = set(key.set), set.fields.indices.contains(key.field) else { return nil }
        return set.fields[key.field]
    }

    func functions(of key: FieldKey) -> FieldFunctions? { entries[key.set.form]?.fields[key] }

    /// The key of the set of a path such as `household.person`.
    func set(path: String) -> RecordSetKey? {
        for (form, entry) in entries {
            if let set = entry.layout.set(path: path) { return RecordSetKey(form: form, set: set.index) }
        }
        return nil
    }
}
