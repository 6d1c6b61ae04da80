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
            "target", "design", "latest", "interval", "level", "dont_know", "uses_personal", "breaks",
        ] + computations
    static let intervals = ["logit", "wald", "arcsine", "beta", "clopper_pearson", "wilson"]

    func indicator(_ declaration: Declaration) -> Indicator? {
        let reader = PropertyReader(declaration, sink: sink)
        reader.require("label")
        reader.finish(allowed: IndicatorReader.properties)
        let kind = self.kind(reader)
        // Everything is read, so that every fault is told, even if nothing can be computed.
        let computation = kind.flatMap { self.computation($0, reader) }
        var indicator = Indicator(
            id: declaration.id, place: declaration.place,
            label: reader.plainText("label") ?? LocalizedText(declaration.id),
            unit: reader.string("unit") ?? IndicatorReader.defaultUnit(of: kind, reader),
            computation: computation ?? .derive(IndicatorReader.nothing))
        indicator.hasOwnUnit = reader.has("unit")
        readWords(reader, into: &indicator)
        indicator.breaks = breaks(reader)
        readScope(reader, kind, into: &indicator)
        readEstimation(reader, into: &indicator)
        indicator.target = target(reader, kind)
        return computation == nil ? nil : indicator
    }

    /// Stands for the function of an indicator that is not used.
    private static let nothing = FunctionReference(id: -1, place: Place(file: "", line: 0))

    private static func defaultUnit(of kind: String?, _ reader: PropertyReader) -> String {
        switch kind {
        case "count", "mean", "total", "quantile": "number"
        case "milestone": "milestone"
        case "derive": reader.mentions("ratio", in: "derive") ? "percent" : "number"
        default: "percent"
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

    /// `breaks = { ["2028-H1"] = { vi = "…" } }`: from that period on, not comparable with what was before.
    private func breaks(_ reader: PropertyReader) -> [SeriesBreak] {
        guard let value = reader.raw("breaks") else { return [] }
        guard let fields = value.fieldsOnly else {
            reader.wrongType("breaks", expected: "{ [\"2028-H1\"] = { vi = … } }", found: value)
            return []
        }
        var breaks: [SeriesBreak] = []
        for field in fields {
            guard case .string(let id) = field.key, let period = PeriodCalendar().period(id: id), period.length != .once
            else {
                reader.report(
                    "E-PROP-004", at: "breaks",
                    ["value": field.key.shown, "allowed": "2028, 2028-H1, 2028-Q1, 2028-01"])
                continue
            }
            guard let reason = LocalizedText(field.value) else {
                reader.wrongType("breaks.\(id)", expected: "string | { vi = …, en = … }", found: field.value)
                continue
            }
            breaks.append(SeriesBreak(period: id, reason: reason))
        }
        return breaks.sorted { $0.period < $1.period }
    }

    private func readScope(_ reader: PropertyReader, _ kind: String?, into indicator: inout Indicator) {
        indicator.over = reader.string("over")
        indicator.among = reader.function("among")
        indicator.by = reader.names("by") ?? []
        indicator.latest = reader.string("latest")
        if kind == "derive" {
            for property in ["over", "among", "latest", "design", "dont_know"] where reader.has(property) {
                reader.report("E-PROP-009", at: property)
            }
        } else if kind != nil {
            reader.require("over")
        }
    }

    private func readEstimation(_ reader: PropertyReader, into indicator: inout Indicator) {
        switch reader.raw("design") {
        case nil: break
        case .string(let name): indicator.design = .named(name)
        case .boolean(false): indicator.design = .none
        case .some(let other):
            reader.wrongType("design", expected: "string | false", found: other)
        }
        indicator.interval = reader.word("interval", of: IndicatorReader.intervals) ?? indicator.interval
        if let level = reader.number("level") {
            if level > 0 && level < 1 {
                indicator.level = level
            } else {
                reader.report("E-PROP-004", at: "level", ["value": "\(level)", "allowed": "0 < level < 1"])
            }
        }
        indicator.dontKnowIsNo = reader.word("dont_know", of: ["no"]) == "no"
    }

    /// The one property that says what is computed.
    private func kind(_ reader: PropertyReader) -> String? {
        let given = IndicatorReader.computations.filter(reader.has)
        if given.count == 1 { return given[0] }
        reader.report(
            "E-PROP-010", at: given.last,
            [
                "found": given.joined(separator: ", "),
                "allowed": IndicatorReader.computations.joined(separator: ", "),
            ])
        return nil
    }

    private func computation(_ kind: String, _ reader: PropertyReader) -> Computation? {
        switch kind {
        case "share": return reader.function(kind).map { .share($0) }
        case "count": return reader.function(kind).map { .count($0) }
        case "mean": return reader.function(kind).map { .mean($0) }
        case "total": return reader.function(kind).map { .total($0) }
        case "milestone": return reader.function(kind).map { .milestone($0) }
        case "derive": return reader.function(kind).map { .derive($0) }
        case "ratio":
            guard let parts = parts(of: kind, ["numerator", "denominator"], reader) else { return nil }
            let numerator = function("numerator", of: kind, parts, reader)
            let denominator = function("denominator", of: kind, parts, reader)
            guard let numerator, let denominator else { return nil }
            return .ratio(numerator: numerator, denominator: denominator)
        default:
            guard let parts = parts(of: kind, ["of", "at", "rule"], reader) else { return nil }
            let of = function("of", of: kind, parts, reader)
            guard let at = parts["at"]?.finiteNumber, at > 0, at < 1 else {
                reader.report(
                    "E-PROP-004", at: "quantile.at",
                    ["value": parts["at"]?.shown ?? "nil", "allowed": "0 < at < 1"])
                return nil
            }
            var rule = QuantileRule.math
            if let given = parts["rule"] {
                guard case .string(let name) = given, let known = QuantileRule(rawValue: name) else {
                    let allowed = QuantileRule.allCases.map(\.rawValue).joined(separator: ", ")
                    reader.report("E-PROP-004", at: "quantile.rule", ["value": given.shown, "allowed": allowed])
                    return nil
                }
                rule = known
            }
            return of.map { .quantile(of: $0, at: at, rule: rule) }
        }
    }

    /// The parts of a computation that is a table of them.
    private func parts(of property: String, _ names: [String], _ reader: PropertyReader) -> [String: LuaValue]? {
        guard let value = reader.raw(property), let fields = value.fieldsOnly else {
            let expected = "{ \(names.map { "\($0) = …" }.joined(separator: ", ")) }"
            reader.wrongType(property, expected: expected, found: reader.raw(property) ?? .none)
            return nil
        }
        var parts: [String: LuaValue] = [:]
        for field in fields {
            guard case .string(let name) = field.key, names.contains(name) else {
                let name = if case .string(let key) = field.key { key } else { field.key.shown }
                let facts = DiagnosticSink.facts(unknown: name, among: names)
                reader.report("E-PROP-001", at: "\(property).\(name)", facts)
                continue
            }
            parts[name] = field.value
        }
        return parts
    }

    private func function(
        _ name: String, of property: String, _ parts: [String: LuaValue], _ reader: PropertyReader
    ) -> FunctionReference? {
        switch parts[name] {
        case .function(let function)?: return sink.functions.reference(function)
        case let other?: reader.wrongType("\(property).\(name)", expected: "function", found: other)
        case nil: reader.report("E-PROP-003", at: "\(property).\(name)")
        }
        return nil
    }

    private func target(_ reader: PropertyReader, _ kind: String?) -> Target? {
        guard let value = reader.raw("target") else { return nil }
        guard let fields = value.fieldsOnly else {
            reader.wrongType("target", expected: "{ at_least = …, by = … }", found: value)
            return nil
        }
        return TargetReader(reader: reader, fields: fields).target(isMilestone: kind == "milestone")
    }
}
