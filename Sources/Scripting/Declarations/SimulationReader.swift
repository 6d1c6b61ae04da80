import FormModel
import LuaRuntime
import Messages

/// Reads `simulate` declarations.
struct SimulationReader {
    let sink: DiagnosticSink

    func plan(_ declaration: Declaration, layout: FormLayout) -> SimulationPlan {
        let reader = PropertyReader(declaration, sink: sink)
        for value in declaration.body.array { reader.reportStray(value) }
        var result: Distribution?
        var missing: Distribution?
        var fields = declaration.body.fields
        fields.removeAll { field in
            switch field.key {
            case .string("_result"):
                result = distribution(field.value, nil, reader, "_result", VisitResult.allCases.map(\.rawValue))
                return true
            case .string("_missing"):
                missing = distribution(field.value, nil, reader, "_missing", nil)
                return true
            default: return false
            }
        }
        let root = set(fields, layout.root, layout, reader, nested: nil)
        return SimulationPlan(
            form: declaration.id, place: declaration.place, root: root, result: result, missing: missing)
    }

    private func set(
        _ fields: [LuaTable.Field], _ recordSet: RecordSet, _ layout: FormLayout, _ reader: PropertyReader,
        nested: String?
    ) -> SimulatedSet {
        var plan = SimulatedSet()
        let rosters = recordSet.rosters.map { layout.sets[$0] }
        for entry in fields {
            guard case .string(let name) = entry.key else {
                reader.report("E-PROP-005", at: nested, ["key": entry.key.shown])
                continue
            }
            let property = nested.map { "\($0).\(name)" } ?? name
            if let roster = rosters.first(where: { $0.name == name }) {
                guard let fields = entry.value.fieldsOnly else {
                    reader.wrongType(property, expected: "{ … }", found: entry.value)
                    continue
                }
                plan.rosters[name] = set(fields, roster, layout, reader, nested: property)
            } else if let field = recordSet.field(name) {
                plan.fields[name] = distribution(entry.value, field.question, reader, property, nil)
            } else {
                var facts = DiagnosticSink.facts(
                    unknown: name, among: recordSet.fields.map(\.name) + rosters.map(\.name))
                facts["set"] = recordSet.path
                reader.report("E-FIELD-001", at: property, facts)
            }
        }
        return plan
    }

    private func distribution(
        _ value: LuaValue, _ question: Question?, _ reader: PropertyReader, _ property: String, _ names: [String]?
    ) -> Distribution? {
        switch Distribution.read(value, question: question, names: names, functions: sink.functions) {
        case .success(let distribution): return distribution
        case .failure(let message):
            reader.report(message.code, at: property, message.facts)
            return nil
        }
    }
}
