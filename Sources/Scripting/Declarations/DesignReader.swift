import FormModel
import LuaRuntime
import Messages

/// Reads `design` declarations.
struct DesignReader {
    let sink: DiagnosticSink
    let lists: ListReader

    static let properties = [
        "form", "period", "strata", "cluster", "weight", "population", "fpc", "post_stratify", "rake", "single_psu",
    ]
    static let singleUnitRules = ["fail", "certainty", "adjust", "average"]

    func design(_ declaration: Declaration) -> Design? {
        let reader = PropertyReader(declaration, sink: sink)
        reader.require("form")
        reader.finish(allowed: DesignReader.properties)
        guard let form = reader.string("form") else { return nil }
        var design = Design(id: declaration.id, place: declaration.place, form: form)
        design.period = reader.string("period")
        if let period = design.period, PeriodCalendar().period(id: period) == nil {
            reader.report("E-PROP-004", at: "period", ["value": period, "allowed": "2026, 2026-H1, 2026-Q3, 2026-03"])
        }
        design.strata = reader.names("strata") ?? []
        design.cluster = reader.names("cluster") ?? []
        design.fpc = fpc(reader)
        design.weight = weight(reader, strata: design.strata)
        if let rule = reader.string("single_psu") {
            if DesignReader.singleUnitRules.contains(rule) {
                design.singleUnit = rule
            } else {
                reader.oneOf("single_psu", found: rule, allowed: DesignReader.singleUnitRules)
            }
        }
        for property in ["post_stratify", "rake"] {
            guard let value = reader.raw(property) else { continue }
            guard case .table = value else {
                reader.report(
                    "E-PROP-002", at: property, ["expected": "{ by = …, totals = { … } }", "found": value.typeName])
                continue
            }
            // The weights would be wrong without it, so that a figure must not be given (it comes with the estimation).
            reader.report("E-DESIGN-001", at: property)
        }
        return design
    }

    private func weight(_ reader: PropertyReader, strata: [String]) -> Design.Weight {
        if reader.has("weight") && reader.has("population") { reader.report("E-DESIGN-002", at: "population") }
        if reader.has("population") {
            if strata.count != 1 { reader.report("E-DESIGN-003", at: "population") }
            return lists.numbers(reader, property: "population").map { .population($0) } ?? .one
        }
        switch reader.raw("weight") {
        case nil: return .one
        case .string(let field): return .field(field)
        case .function(let function): return .function(sink.functions.reference(function))
        case .some(let other):
            reader.report("E-PROP-002", at: "weight", ["expected": "string | function", "found": other.typeName])
            return .one
        }
    }

    private func fpc(_ reader: PropertyReader) -> [String] {
        switch reader.raw("fpc") {
        case .integer(let number): ["\(number)"]
        case .number(let number): ["\(number)"]
        default: reader.names("fpc") ?? []
        }
    }
}
