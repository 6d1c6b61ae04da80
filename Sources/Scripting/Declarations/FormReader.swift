import FormModel
import LuaRuntime
import Messages

/// Reads a `form` declaration into a `Form`.
struct FormReader {
    let sink: DiagnosticSink
    let lists: ListReader

    static let properties = [
        "version", "label", "key", "round", "measures", "valid_for", "frame", "period_field", "confidential",
        "visits_max", "migrate",
    ]

    func form(_ declaration: Declaration) -> Form {
        let reader = PropertyReader(declaration, sink: sink)
        reader.require("version")
        reader.require("label")
        let nodes = NodeReader(sink: sink, lists: lists).nodes(of: declaration)
        var form = Form(
            id: declaration.id, place: declaration.place, version: reader.integer("version", in: 1...1_000_000) ?? 1,
            label: reader.plainText("label") ?? LocalizedText(declaration.id), nodes: nodes)
        form.key = reader.names("key") ?? []
        form.round = reader.word("round", as: PeriodLength.self) ?? .once
        form.measures = reader.word("measures", as: Measure.self) ?? .state
        form.validFor = reader.span("valid_for") ?? Span(months: 12)
        form.periodField = reader.string("period_field")
        form.confidential = reader.boolean("confidential") ?? false
        form.visitsMax = reader.integer("visits_max", in: 1...100) ?? 3
        _ = reader.raw("migrate").map { _ in reader.function("migrate") }
        reader.finish(allowed: FormReader.properties, takesNodes: true)
        let layout = FormLayout(form)
        checkNames(layout, reader)
        checkKey(layout, reader)
        if reader.has("frame") {
            (form.frame, form.frameSource) = lists.frame(reader, key: form.key)
        }
        return form
    }

    private func checkKey(_ layout: FormLayout, _ reader: PropertyReader) {
        for name in layout.form.key where layout.root.field(name) == nil {
            reader.report(
                "E-REF-005", at: "key", DiagnosticSink.facts(unknown: name, among: layout.root.fields.map(\.name)))
        }
        if let name = layout.form.periodField, layout.root.field(name) == nil {
            reader.report(
                "E-REF-005", at: "period_field",
                DiagnosticSink.facts(unknown: name, among: layout.root.fields.map(\.name)))
        }
    }

    /// Names must be unique in a record whatever their case, and mean nothing else to Lua or to the store.
    private func checkNames(_ layout: FormLayout, _ reader: PropertyReader) {
        for set in layout.sets {
            var seen: [String: Place] = [:]
            var parents: [String] = []
            var parent = set.parent
            while let index = parent {
                parents.append(layout.sets[index].name.lowercased())
                parent = layout.sets[index].parent
            }
            let names =
                set.fields.map { ($0.name, $0.question.place, $0.question.kind.rawValue) }
                + set.rosters.compactMap { layout.sets[$0].roster }.map { ($0.name, $0.place, "roster") }
            for (name, place, kind) in names {
                if let first = seen[name.lowercased()] {
                    sink.report("E-DECL-001", at: place, ["kind": kind, "id": name, "first": "\(first)"])
                }
                seen[name.lowercased()] = place
                if parents.contains(name.lowercased()) {
                    sink.report("E-NAME-003", at: place, ["name": name])
                }
            }
        }
        if layout.sets.contains(where: { $0.fields.count > 750 }) { reader.report("E-NAME-004") }
    }
}
