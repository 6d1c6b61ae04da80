import FormModel
import LuaRuntime
import Messages

/// Reads `indicator` declarations.
struct IndicatorReader {
    let sink: DiagnosticSink

    static let computations = ["share", "count", "mean", "total", "quantile", "ratio", "milestone", "derive"]
    static let properties =
        [
            "code", "label", "definition", "source", "frequency", "owner", "unit", "component", "over", "among", "by",
            "target", "design", "latest", "interval", "level", "dont_know", "uses_personal",
        ] + computations
    static let intervals = ["logit", "wald", "arcsine", "beta", "clopper_pearson", "wilson"]

    func indicator(_ declaration: Declaration) -> Indicator? {
        let reader = PropertyReader(declaration, sink: sink)
        reader.require("label")
        reader.finish(allowed: IndicatorReader.properties)
        guard let computation = computation(reader) else { return nil }
        var indicator = Indicator(
            id: declaration.id, place: declaration.place,
            label: reader.plainText("label") ?? LocalizedText(declaration.id),
            unit: reader.string("unit") ?? IndicatorReader.defaultUnit(of: computation), computation: computation)
        readWords(reader, into: &indicator)
        readScope(reader, into: &indicator)
        readEstimation(reader, into: &indicator)
        indicator.target = target(reader, computation: computation)
        return indicator
    }

    private static func defaultUnit(of computation: Computation) -> String {
        switch computation {
        case .share, .ratio, .derive: "percent"
        case .count, .mean, .total, .quantile: "number"
        case .milestone: "milestone"
        }
    }

    private func readWords(_ reader: PropertyReader, into indicator: inout Indicator) {
        indicator.code = reader.string("code")
        indicator.definition = reader.plainText("definition")
        indicator.source = reader.plainText("source")
        indicator.frequency = reader.plainText("frequency")
        indicator.owner = reader.plainText("owner")
        indicator.isComponent = reader.boolean("component") ?? false
        indicator.usesPersonal = reader.names("uses_personal") ?? []
    }

    private func readScope(_ reader: PropertyReader, into indicator: inout Indicator) {
        indicator.over = reader.string("over")
        indicator.among = reader.function("among")
        indicator.by = reader.names("by") ?? []
        indicator.latest = reader.string("latest")
        if case .derive = indicator.computation {
            for property in ["over", "among", "latest", "design", "dont_know"] where reader.has(property) {
                reader.report("E-PROP-009", at: property)
            }
        } else {
            reader.require("over")
        }
    }

    private func readEstimation(_ reader: PropertyReader, into indicator: inout Indicator) {
        switch reader.raw("design") {
        case nil: break
        case .string(let name): indicator.design = .named(name)
        case .boolean(false): indicator.design = .none
        case .some(let other):
            reader.report("E-PROP-002", at: "design", ["expected": "string | false", "found": other.typeName])
        }
        if let interval = reader.string("interval") {
            if IndicatorReader.intervals.contains(interval) {
                indicator.interval = interval
            } else {
                reader.oneOf("interval", found: interval, allowed: IndicatorReader.intervals)
            }
        }
        if let level = reader.number("level") {
            if level > 0 && level < 1 {
                indicator.level = level
            } else {
                reader.report("E-PROP-004", at: "level", ["value": "\(level)", "allowed": "0 < level < 1"])
            }
        }
        if let word = reader.string("dont_know") {
            if word == "no" {
                indicator.dontKnowIsNo = true
            } else {
                reader.oneOf("dont_know", found: word, allowed: ["no"])
            }
        }
    }

    private func computation(_ reader: PropertyReader) -> Computation? {
        let given = IndicatorReader.computations.filter(reader.has)
        guard given.count == 1, let kind = given.first else {
            let found = given.isEmpty ? "–" : given.joined(separator: ", ")
            reader.report(
                "E-PROP-010", at: given.last,
                ["found": found, "allowed": IndicatorReader.computations.joined(separator: ", ")])
            return nil
        }
        switch kind {
        case "share": return reader.function(kind).map { .share($0) }
        case "count": return reader.function(kind).map { .count($0) }
        case "mean": return reader.function(kind).map { .mean($0) }
        case "total": return reader.function(kind).map { .total($0) }
        case "milestone": return reader.function(kind).map { .milestone($0) }
        case "derive": return reader.function(kind).map { .derive($0) }
        case "ratio":
            let parts = functions(reader, "ratio", ["numerator", "denominator"], numbers: [])
            guard let numerator = parts["numerator"], let denominator = parts["denominator"] else { return nil }
            return .ratio(numerator: numerator, denominator: denominator)
        default:
            let parts = functions(reader, "quantile", ["of"], numbers: ["at"])
            guard let of = parts["of"], case .table(let table) = reader.raw("quantile") else { return nil }
            let at: Double? =
                switch table["at"] {
                case .number(let value): value
                case .integer(let value): Double(value)
                default: nil
                }
            guard let at, at > 0, at < 1 else {
                reader.report("E-PROP-004", at: kind, ["value": "at", "allowed": "0 < at < 1"])
                return nil
            }
            return .quantile(of: of, at: at)
        }
    }

    /// The functions of a property that is a table of them.
    private func functions(
        _ reader: PropertyReader, _ property: String, _ names: [String], numbers: [String]
    ) -> [String: FunctionReference] {
        guard case .table(let table) = reader.raw(property), table.className == nil, table.array.isEmpty else {
            reader.report(
                "E-PROP-002", at: property,
                [
                    "expected": "{ \(names.map { "\($0) = function" }.joined(separator: ", ")) }",
                    "found": reader.raw(property)?.typeName ?? "nil",
                ])
            return [:]
        }
        for field in table.fields {
            guard case .string(let key) = field.key, (names + numbers).contains(key) else {
                let name = if case .string(let key) = field.key { key } else { field.key.typeName }
                reader.report("E-PROP-001", at: property, DiagnosticSink.facts(unknown: name, among: names + numbers))
                continue
            }
        }
        var found: [String: FunctionReference] = [:]
        for name in names {
            if case .function(let function) = table[name] {
                found[name] = sink.functions.reference(function)
            } else {
                reader.report(
                    "E-PROP-002", at: property,
                    ["expected": "\(name) = function", "found": "\(name) = \(table[name].typeName)"])
            }
        }
        return found
    }

    private func target(_ reader: PropertyReader, computation: Computation) -> Target? {
        guard let value = reader.raw("target") else { return nil }
        guard case .table(let table) = value, table.className == nil else {
            reader.report(
                "E-PROP-002", at: "target", ["expected": "{ at_least = …, by = … }", "found": value.typeName])
            return nil
        }
        return TargetReader(reader: reader, table: table).target(computation: computation)
    }
}
