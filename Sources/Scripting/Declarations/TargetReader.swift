import FormModel
import LuaRuntime
import Messages

/// Reads the `target` of an indicator.
struct TargetReader {
    let reader: PropertyReader
    let table: LuaTable

    static let comparisons = ["above", "at_least", "between", "at_most", "below"]
    static let properties = comparisons + ["by", "baseline", "path", "every_year", "aspirational"]

    func target(computation: Computation) -> Target? {
        for field in table.fields {
            guard case .string(let name) = field.key, TargetReader.properties.contains(name) else {
                let name = if case .string(let key) = field.key { key } else { field.key.typeName }
                reader.report(
                    "E-PROP-001", at: "target", DiagnosticSink.facts(unknown: name, among: TargetReader.properties))
                continue
            }
        }
        guard let by = year(table["by"]) else {
            wrong("by", "2030")
            return nil
        }
        guard let comparison = comparison(computation) else { return nil }
        var target = Target(comparison: comparison, by: by)
        target.baseline = years("baseline")
        target.path = years("path")
        target.everyYear = flag("every_year")
        target.aspirational = flag("aspirational")
        return target
    }

    private func comparison(_ computation: Computation) -> Target.Comparison? {
        let given = TargetReader.comparisons.filter { table[$0] != .none }
        if case .milestone = computation {
            if given.isEmpty { return .milestone }
            wrong(given[0], "{ by = 2030 }")
            return nil
        }
        guard given.count == 1, let kind = given.first else {
            wrong("target", TargetReader.comparisons.joined(separator: ", "))
            return nil
        }
        if kind == "between" {
            guard case .table(let pair) = table[kind], pair.array.count == 2, let low = number(pair.array[0]),
                let high = number(pair.array[1]), low <= high
            else {
                wrong(kind, "{ 40, 50 }")
                return nil
            }
            return .between(low, high)
        }
        guard let value = number(table[kind]) else {
            wrong(kind, "number")
            return nil
        }
        return switch kind {
        case "above": .above(value)
        case "at_least": .atLeast(value)
        case "at_most": .atMost(value)
        default: .below(value)
        }
    }

    private func years(_ property: String) -> [Int: Double] {
        let value = table[property]
        guard value != .none else { return [:] }
        guard case .table(let points) = value, points.array.isEmpty else {
            wrong(property, "{ [2025] = 41.5 }")
            return [:]
        }
        var found: [Int: Double] = [:]
        for point in points.fields {
            guard let year = year(point.key), let number = number(point.value) else {
                wrong(property, "{ [2025] = 41.5 }")
                continue
            }
            found[year] = number
        }
        return found
    }

    private func flag(_ property: String) -> Bool {
        switch table[property] {
        case .none: return false
        case .boolean(let value): return value
        default:
            wrong(property, "true, false")
            return false
        }
    }

    private func number(_ value: LuaValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .number(let number) where number.isFinite: number
        default: nil
        }
    }

    private func year(_ value: LuaValue) -> Int? {
        guard case .integer(let year) = value, (1900...2200).contains(year) else { return nil }
        return Int(year)
    }

    private func wrong(_ part: String, _ allowed: String) {
        reader.report("E-PROP-004", at: "target", ["value": part, "allowed": allowed])
    }
}
