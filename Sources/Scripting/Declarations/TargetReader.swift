import FormModel
import LuaRuntime
import Messages

/// Reads the `target` of an indicator.
struct TargetReader {
    private let reader: PropertyReader
    private let fields: [LuaTable.Field]
    private let values: [String: LuaValue]

    static let comparisons = ["above", "at_least", "between", "at_most", "below"]
    static let properties = comparisons + ["by", "baseline", "path", "every_year", "aspirational"]

    init(reader: PropertyReader, fields: [LuaTable.Field]) {
        self.reader = reader
        self.fields = fields
        var values: [String: LuaValue] = [:]
        for field in fields {
            if case .string(let name) = field.key { values[name] = field.value }
        }
        self.values = values
    }

    func target(isMilestone: Bool) -> Target? {
        checkProperties()
        let comparison = isMilestone ? milestone() : comparison()
        guard let by = values["by"].flatMap(year) else {
            if let given = values["by"] {
                wrong("by", given.shown, allowed: "2030")
            } else {
                reader.report("E-PROP-003", at: "target.by")
            }
            return nil
        }
        // Everything is read, so that every fault is told.
        var target = Target(comparison: comparison ?? .milestone, by: by)
        target.baseline = years("baseline")
        target.path = years("path")
        target.everyYear = flag("every_year")
        target.aspirational = flag("aspirational")
        return comparison == nil ? nil : target
    }

    private func checkProperties() {
        for field in fields {
            let name = if case .string(let key) = field.key { key } else { field.key.shown }
            guard !TargetReader.properties.contains(name) else { continue }
            reader.report(
                "E-PROP-001", at: "target.\(name)",
                DiagnosticSink.facts(unknown: name, among: TargetReader.properties))
        }
    }

    /// A milestone has nothing to be compared with.
    private func milestone() -> Target.Comparison? {
        guard let first = TargetReader.comparisons.first(where: { values[$0] != nil }) else { return .milestone }
        wrong(first, first, allowed: "{ by = 2030 }")
        return nil
    }

    private func comparison() -> Target.Comparison? {
        let given = TargetReader.comparisons.filter { values[$0] != nil }
        guard given.count == 1, let kind = given.first, let value = values[kind] else {
            reader.report(
                "E-PROP-012", at: given.last.map { "target.\($0)" } ?? "target",
                [
                    "found": given.joined(separator: ", "),
                    "allowed": TargetReader.comparisons.joined(separator: ", "),
                ])
            return nil
        }
        if kind == "between" { return range(value) }
        guard let value = number(kind) else { return nil }
        return switch kind {
        case "above": .above(value)
        case "at_least": .atLeast(value)
        case "at_most": .atMost(value)
        default: .below(value)
        }
    }

    private func range(_ value: LuaValue) -> Target.Comparison? {
        guard case .table(let pair) = value, pair.className == nil, pair.array.count == 2, pair.fields.isEmpty,
            let low = pair.array[0].finiteNumber, let high = pair.array[1].finiteNumber, low <= high
        else {
            wrong("between", value.shown, allowed: "{ 40, 50 }")
            return nil
        }
        return .between(low, high)
    }

    private func number(_ property: String) -> Double? {
        guard let value = values[property] else { return nil }
        if let number = value.finiteNumber { return number }
        reader.wrongType("target.\(property)", expected: "number", found: value)
        return nil
    }

    private func years(_ property: String) -> [Int: Double] {
        guard let value = values[property] else { return [:] }
        guard let points = value.fieldsOnly else {
            wrong(property, value.shown, allowed: "{ [2025] = 41.5 }")
            return [:]
        }
        var found: [Int: Double] = [:]
        for point in points {
            guard let year = year(point.key), let number = point.value.finiteNumber else {
                wrong(property, "\(point.key.shown) = \(point.value.shown)", allowed: "{ [2025] = 41.5 }")
                continue
            }
            found[year] = number
        }
        return found
    }

    private func flag(_ property: String) -> Bool {
        switch values[property] {
        case nil: return false
        case .boolean(let value): return value
        case .some(let other):
            reader.wrongType("target.\(property)", expected: "boolean", found: other)
            return false
        }
    }

    private func year(_ value: LuaValue) -> Int? {
        guard case .integer(let year) = value, (1900...2200).contains(year) else { return nil }
        return Int(year)
    }

    private func wrong(_ property: String, _ value: String, allowed: String) {
        reader.report("E-PROP-004", at: "target.\(property)", ["value": value, "allowed": allowed])
    }
}
