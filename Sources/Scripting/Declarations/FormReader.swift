import FormModel
import LuaRuntime
import Messages

/// Reads a `form` declaration into a `Form`.
struct FormReader {
    let sink: DiagnosticSink
    let lists: ListReader

    static let properties = [
        "version", "label", "key", "round", "measures", "valid_for", "frame", "period_field", "confidential",
        "visits_max", "carry_over", "comparable_from", "migrate",
    ]

    func form(_ declaration: Declaration) -> Form {
        let reader = PropertyReader(declaration, sink: sink)
        reader.require("version", "label")
        let nodes = NodeReader(sink: sink, lists: lists).nodes(of: declaration)
        var form = Form(
            id: declaration.id, place: declaration.place, version: reader.integer("version", in: 1...1_000_000) ?? 1,
            label: reader.plainText("label") ?? LocalizedText(declaration.id), nodes: nodes)
        form.key = reader.names("key") ?? []
        form.round = reader.word("round", as: PeriodLength.self) ?? .once
        form.measures = reader.word("measures", as: Measure.self) ?? .state
        form.validFor = reader.span("valid_for") ?? Span(months: 12)
        form.comparableFrom = reader.integer("comparable_from", in: 1...form.version)
        form.periodField = reader.string("period_field")
        form.confidential = reader.boolean("confidential") ?? false
        form.visitsMax = reader.integer("visits_max", in: 1...100) ?? 3
        form.carryOver = CarryOverReader(reader).names(among: nodes) ?? []
        reader.function("migrate")
        reader.finish(allowed: FormReader.properties, takesNodes: true)
        CarryOverReader(reader).check(form)
        form = form.addingSystemQuestions()
        let layout = FormLayout(form)
        checkNames(layout, reader)
        checkKey(layout, reader)
        if reader.has("frame") {
            (form.frame, form.frameSource) = lists.frame(reader, key: form.key)
        }
        return form
    }

    private func checkKey(_ layout: FormLayout, _ reader: PropertyReader) {
        let fields = layout.root.fields.map(\.name)
        let named = layout.form.key.map { ("key", $0) } + (layout.form.periodField.map { [("period_field", $0)] } ?? [])
        for (property, name) in named where !fields.contains(name) {
            reader.report("E-REF-005", at: property, word: name, DiagnosticSink.facts(unknown: name, among: fields))
        }
    }

    /// Names must be unique in a record whatever their case, and mean nothing else in it.
    private func checkNames(_ layout: FormLayout, _ reader: PropertyReader) {
        for set in layout.sets {
            var seen: [String: Place] = [:]
            let parents = Set(self.parents(of: set, in: layout).map { $0.name.lowercased() })
            let fields = set.fields.map { ($0.name, $0.question.place, $0.question.kind.rawValue) }
            let rosters = set.rosters.compactMap { layout.sets[$0].roster }.map { ($0.name, $0.place, "roster") }
            for (name, place, kind) in fields + rosters {
                let first = seen.updateValue(place, forKey: name.lowercased())
                if first == place {
                    sink.report("E-DECL-008", at: place, ["kind": kind, "id": name])
                } else if let first {
                    sink.report("E-DECL-001", at: place, ["kind": kind, "id": name, "first": "\(first)"])
                }
                if parents.contains(name.lowercased()) {
                    sink.report("E-NAME-003", at: place, ["name": name])
                }
            }
        }
        for set in layout.sets {
            for field in set.fields {
                for name in field.question.formerly where set.field(name) != nil {
                    let places = PropertyPlaces(
                        kind: field.question.kind.rawValue, id: field.name, at: field.question.place, in: sink.texts)
                    sink.report("E-NAME-006", at: places.place(of: "formerly", word: name), ["name": name])
                }
            }
        }
        if layout.sets.contains(where: { $0.fields.count > FormReader.fieldLimit }) { reader.report("E-NAME-004") }
    }

    /// What a table of the store can hold (`architecture.md` 5).
    private static let fieldLimit = 750

    private func parents(of set: RecordSet, in layout: FormLayout) -> [RecordSet] {
        guard let parent = set.parent.map({ layout.sets[$0] }) else { return [] }
        return [parent] + parents(of: parent, in: layout)
    }
}
