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
        if let value = reader.raw("fpc"), ListSource(value) != nil {
            design.fpcTotals = lists.numbers(reader, property: "fpc") ?? [:]
            if design.strata.isEmpty { reader.report("E-DESIGN-003", at: "fpc") }
        } else {
            design.fpc = fpc(reader)
        }
        design.weight = weight(reader, strata: design.strata)
        design.singleUnit = reader.word("single_psu", as: Design.SingleUnit.self) ?? design.singleUnit
        readMargins(reader, into: &design)
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

    // MARK: Known totals

    private static let marginShape = "{ by = \"…\", totals = { name = number, … } }"

    private func readMargins(_ reader: PropertyReader, into design: inout Design) {
        if reader.has("post_stratify"), reader.has("rake") { reader.report("E-DESIGN-001", at: "rake") }
        if let value = reader.raw("post_stratify") {
            design.calibration = .postStratified
            design.margins = [margin(value, reader, "post_stratify")].compactMap { $0 }
        }
        if let value = reader.raw("rake") {
            guard case .table(let table) = value, table.className == nil, table.fields.isEmpty, !table.array.isEmpty
            else {
                let expected = "{ \(DesignReader.marginShape), … }"
                return reader.wrongType("rake", expected: expected, found: value)
            }
            design.calibration = .raked
            design.margins = table.array.compactMap { margin($0, reader, "rake") }
        }
    }

    private func margin(_ value: LuaValue, _ reader: PropertyReader, _ property: String) -> Design.Margin? {
        guard let fields = value.fieldsOnly else {
            reader.wrongType(property, expected: DesignReader.marginShape, found: value)
            return nil
        }
        var (by, totals): (String?, [String: Double]?)
        for field in fields {
            switch (field.key, field.value) {
            case (.string("by"), .string(let name)): by = name
            case (.string("totals"), let given): totals = self.totals(given, reader, property)
            default:
                reader.report(
                    "E-PROP-004", at: property, ["value": field.key.shown, "allowed": DesignReader.marginShape])
                return nil
            }
        }
        guard let by, let totals, !totals.isEmpty else {
            reader.wrongType(property, expected: DesignReader.marginShape, found: value)
            return nil
        }
        return Design.Margin(by: by, totals: totals)
    }

    private func totals(_ value: LuaValue, _ reader: PropertyReader, _ property: String) -> [String: Double]? {
        if ListSource(value) != nil { return lists.numbers(value, reader, property: property) }
        var totals: [String: Double] = [:]
        for field in value.fieldsOnly ?? [] {
            guard case .string(let key) = field.key, let number = field.value.finiteNumber, number >= 0 else {
                reader.report(
                    "E-PROP-004", at: property, ["value": field.value.shown, "allowed": DesignReader.marginShape])
                return nil
            }
            totals[key] = number
        }
        return totals
    }

    /// A field or a number, or a list of such, one for each stage.
    private func fpc(_ reader: PropertyReader) -> [String] {
        guard let value = reader.raw("fpc") else { return [] }
        if let one = populationName(value) { return [one] }
        let expected = "string | number | { …, … }"
        guard case .table(let table) = value, table.className == nil, table.fields.isEmpty else {
            reader.wrongType("fpc", expected: expected, found: value)
            return []
        }
        let names = table.array.compactMap(populationName)
        if names.count < table.array.count { reader.wrongType("fpc", expected: expected, found: value) }
        return names
    }

    private func populationName(_ value: LuaValue) -> String? {
        switch value {
        case .string(let field): field
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        default: nil
        }
    }
}
