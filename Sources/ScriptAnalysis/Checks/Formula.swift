import FormModel
import LuaSyntax
import Scripting

/// A function of a declaration that runs over records, and when.
struct Formula {
    /// What it is given, in order.
    enum Argument {
        case record(RecordSetKey)
        /// The answer that a constraint is about.
        case answer(FieldKey)
        /// What the host gives to reports, alerts and tests.
        case object(ObjectMembers)
        case other
    }

    let kind: String
    let id: String
    let property: String
    let closure: Closure
    let arguments: [Argument]
    /// Which records it is asked of, where its declaration says so.
    var among: Closure?
    /// What must hold for it to run.
    var conditions: [(set: Int, function: Datum)] = []
    /// The field whose question it belongs to.
    var field: FieldKey?
    /// The place of its question or roster among those of the form.
    var order: Int?

    /// The form of the records it runs over.
    var form: String? {
        for case .record(let set) in arguments { return set.form }
        return nil
    }

    /// Whether it answers with yes or no.
    var isCondition: Bool {
        ["among", "share", "count", "must", "previous", "relevant", "constraint", "warn", "required"].contains(property)
    }

    /// The type of what it must give; `nil` where several do.
    var resultType: Shape.ValueType? {
        if isCondition { return .boolean }
        return ["mean", "total", "numerator", "denominator", "of"].contains(property) ? .number : nil
    }

    /// The token with which the function begins.
    var token: Int { closure.script.chunk.functions[closure.function.id].tokens.lowerBound }

    /// The place where the function begins.
    var first: Place { closure.first }

    /// The place where it ends.
    var last: Place { closure.last }
}

extension Closure {
    /// The place where the function begins.
    var first: Place { place(script.chunk.functions[function.id].tokens.lowerBound) }

    /// The place where it ends.
    var last: Place { place(script.chunk.functions[function.id].tokens.upperBound - 1) }

    private func place(_ token: Int) -> Place {
        let tokens = script.chunk.tokens
        guard tokens.indices.contains(token) else { return Place(file: script.file, line: 1) }
        return Place(file: script.file, line: tokens[token].line, column: tokens[token].column)
    }
}

/// The formulas of a workspace's declarations.
struct FormulaList {
    private let forms: FormMap
    private(set) var formulas: [Formula] = []

    init(_ declarations: [TableDatum], _ forms: FormMap) {
        self.forms = forms
        for table in declarations {
            guard let (kind, id) = table.declared else { continue }
            switch kind {
            case "form": addForm(id)
            case "indicator": addIndicator(table, id)
            case "validation": addValidation(table, id)
            case "dimension":
                for set in sets(table.fields["over"]) { add(table, kind, id, "value", [.record(set)]) }
            case "design":
                guard let form = table.fields["form"]?.text, let set = forms.set(path: form) else { continue }
                add(table, kind, id, "weight", [.record(set)])
            case "report": add(table, kind, id, "body", [.object(.document), .object(.data)])
            case "test": add(table, kind, id, "body", [.object(.test)])
            case "alert" where table.fields["watch"]?.text != nil:
                for property in ["when", "message"] {
                    add(table, kind, id, property, [.object(.watched), .object(.watched)])
                }
            case "alert": add(table, kind, id, "watch", [.object(.data)])
            default: continue
            }
        }
    }

    private mutating func add(
        _ table: TableDatum, _ kind: String, _ id: String, _ property: String, _ arguments: [Formula.Argument],
        among: Closure? = nil
    ) {
        guard let closure = table.fields[property]?.closure else { return }
        var formula = Formula(kind: kind, id: id, property: property, closure: closure, arguments: arguments)
        formula.among = among
        formulas.append(formula)
    }

    private func sets(_ over: Datum?) -> [RecordSetKey] {
        if let path = over?.text { return [forms.set(path: path)].compactMap { $0 } }
        return over?.table?.array.compactMap { $0.text.flatMap(forms.set(path:)) } ?? []
    }

    private mutating func addIndicator(_ table: TableDatum, _ id: String) {
        guard let set = sets(table.fields["over"]).first else { return }
        let among = table.fields["among"]?.closure
        add(table, "indicator", id, "among", [.record(set)])
        for property in ["share", "count", "mean", "total", "milestone"] {
            add(table, "indicator", id, property, [.record(set)], among: among)
        }
        if let ratio = table.fields["ratio"]?.table {
            for property in ["numerator", "denominator"] {
                add(ratio, "indicator", id, property, [.record(set)], among: among)
            }
        }
        if let quantile = table.fields["quantile"]?.table {
            add(quantile, "indicator", id, "of", [.record(set)], among: among)
        }
    }

    private mutating func addValidation(_ table: TableDatum, _ id: String) {
        guard let set = sets(table.fields["over"]).first else { return }
        let among = table.fields["among"]?.closure
        add(table, "validation", id, "among", [.record(set)])
        add(table, "validation", id, "must", [.record(set)], among: among)
        add(table, "validation", id, "unique", [.record(set)], among: among)
        add(table, "validation", id, "message", [.record(set)], among: among)
        add(table, "validation", id, "previous", [.record(set), .other], among: among)
    }

    private mutating func addForm(_ id: String) {
        guard let entry = forms.entries[id] else { return }
        for (key, functions) in entry.fields {
            addQuestion(functions, set: key.set, field: key)
        }
        for (set, functions) in entry.rosters {
            let parent = entry.layout.sets[set].parent ?? 0
            let key = RecordSetKey(form: id, set: parent)
            addQuestion(functions, set: key, field: nil)
            add(
                functions, "count", [.record(key)], functions.conditions, field: nil)
            add(functions, "title", [.record(RecordSetKey(form: id, set: set))], functions.conditions, field: nil)
        }
    }

    private mutating func addQuestion(_ functions: FormMap.FieldFunctions, set: RecordSetKey, field: FieldKey?) {
        let own = functions.table.fields["relevant"] == nil ? 0 : 1
        add(functions, "relevant", [.record(set)], functions.conditions.dropLast(own), field: field)
        for property in ["required", "default", "calculation", "label", "hint", "guidance_hint", "read_only"] {
            add(functions, property, [.record(set)], functions.conditions[...], field: field)
        }
        add(functions, "choice_filter", [.other, .record(set)], functions.conditions[...], field: field)
        guard let field else { return }
        for property in ["constraint", "warn", "constraint_message", "warn_message"] {
            add(functions, property, [.answer(field), .record(set)], functions.conditions[...], field: field)
        }
    }

    private mutating func add(
        _ functions: FormMap.FieldFunctions, _ property: String, _ arguments: [Formula.Argument],
        _ conditions: some Sequence<(set: Int, function: Datum)>, field: FieldKey?
    ) {
        guard let closure = functions.table.fields[property]?.closure, let (kind, id) = functions.table.declared else {
            return
        }
        // A roster's own count goes by `count`, which no condition is.
        var formula = Formula(
            kind: kind, id: id, property: kind == "roster" && property == "count" ? "rows" : property, closure: closure,
            arguments: arguments)
        formula.conditions = Array(conditions)
        formula.field = field
        formula.order = functions.order
        formulas.append(formula)
    }
}
