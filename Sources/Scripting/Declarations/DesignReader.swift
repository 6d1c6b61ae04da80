import FormModel
import LuaRuntime
import Messages

/// Reads `design` declarations.
struct DesignReader {
    let sink: DiagnosticSink
    let lists: ListReader

    static let properties = [
        "label", "form", "period", "strata", "cluster", "weight", "population", "fpc", "post_stratify", "rake",
        "single_psu",
    ]
    static let singleUnitRules = ["fail", "certainty", "adjust", "average"]

    func design(_ declaration: Declaration) -> Design? {
        let reader = PropertyReader(declaration, sink: sink)
        reader.require("form")
        reader.finish(allowed: DesignReader.properties)
        let form = reader.string("form")
        var design = Design(id: declaration.id, place: declaration.place, form: form ?? "")
        design.label = reader.plainText("label")
        design.period = reader.string("period")
        if let period = design.period, PeriodCalendar().period(id: period) == nil {
            reader.report("E-PROP-004", at: "period", ["value": period, "allowed": "2026, 2026-H1, 2026-Q3, 2026-03"])
        }
        design.strata = reader.names("strata") ?? []
        design.cluster = reader.names("cluster") ?? []
        design.fpc = fpc(reader)
        design.weight = weight(reader, strata: design.strata)
        design.singleUnit = reader.word("single_psu", of: DesignReader.singleUnitRules) ?? design.singleUnit
        for property in ["post_stratify", "rake"] {
            guard let value = reader.raw(property) else { continue }
            guard case .table(let table) = value, table.className == nil else {
                reader.wrongType(property, expected: "{ by = …, totals = { … } }", found: value)
                continue
            }
            // The weights would be wrong without it, so that a figure must not be given (it comes with the estimation).
            reader.report("E-DESIGN-001", at: property)
        }
        return form == nil ? nil : design
    }

    private func weight(_ reader: PropertyReader, strata: [String]) -> Design.Weight {
        let weight = ownWeight(reader)
        guard reader.has("population") else { return weight ?? .one }
        if reader.has("weight") { reader.report("E-DESIGN-002", at: "population") }
        if strata.count != 1 { reader.report("E-DESIGN-003", at: "population") }
        return lists.numbers(reader, property: "population").map { .population($0) } ?? .one
    }

    private func ownWeight(_ reader: PropertyReader) -> Design.Weight? {
        switch reader.raw("weight") {
        case nil: return nil
        case .string(let field): return .field(field)
        case .function(let function): return .function(sink.functions.reference(function))
        case .some(let other):
            reader.wrongType("weight", expected: "string | function", found: other)
            return nil
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
