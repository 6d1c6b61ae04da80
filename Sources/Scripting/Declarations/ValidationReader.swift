import FormModel
import LuaRuntime
import Messages

/// Reads `validation` declarations.
///
/// What must hold is the one key it carries, in the manner of indicators:
///
/// ```lua
/// validation "one_head" {                       -- within a record; over = "household.person": of each member
///   over = "household", severity = "error",
///   must = function(h) return count(h.person, function(p) return p.relation == "head" end) == 1 end,
///   message = { vi = "Hộ phải có đúng một chủ hộ", en = "A household has exactly one head" },
/// }
/// validation "number_once" {                    -- between records of a round
///   over = "household", unique = { "village", "household_no" }, message = { vi = "Trùng mã hộ", en = "Doubled" },
/// }
/// validation "staff_like_before" {              -- between rounds: the unit's latest counted record of an earlier one
///   over = "agency_month", severity = "warning",
///   previous = function(now, before) return now.staff <= 2 * before.staff end,
///   message = { vi = "Số cán bộ tăng hơn gấp đôi", en = "The staff more than doubled" },
/// }
/// validation "households_agree" {               -- between forms: over indicators, in every row of a split
///   by = "village", must = function(i) return i.village_households.value == i.households.value end,
///   message = { vi = "Số hộ hai phiếu không khớp", en = "Two forms disagree" },
/// }
/// ```
struct ValidationReader {
    let sink: DiagnosticSink

    static let rules = ["must", "unique", "previous"]
    static let properties = ["label", "over", "severity", "among", "by", "message", "uses_personal"] + rules

    func validation(_ declaration: Declaration) -> Validation? {
        let reader = PropertyReader(declaration, sink: sink)
        reader.require("message")
        reader.finish(allowed: ValidationReader.properties)
        let over = reader.string("over")
        // Everything is read, so that every fault is told.
        let rule = rule(reader)
        let message = reader.text("message")
        let severity = reader.word("severity", as: ValidationSeverity.self) ?? .error
        let label = reader.plainText("label")
        let among = reader.function("among")
        let by = reader.string("by")
        let usesPersonal = reader.names("uses_personal") ?? []
        checkScope(reader)
        guard let rule, let message, over != nil || !reader.has("over") else { return nil }
        var validation = Validation(
            id: declaration.id, place: declaration.place, over: over, severity: severity, rule: rule, message: message)
        validation.label = label
        validation.among = among
        validation.by = by
        validation.usesPersonal = usesPersonal
        return validation
    }

    /// What goes with `over` and what without.
    private func checkScope(_ reader: PropertyReader) {
        if reader.has("over") {
            if reader.has("by") { reader.report("E-VALIDATION-001", at: "by") }
        } else {
            for property in ["among", "unique", "previous"] where reader.has(property) {
                reader.report("E-VALIDATION-002", at: property)
            }
        }
    }

    /// The one property that says what must hold.
    private func rule(_ reader: PropertyReader) -> Validation.Rule? {
        let given = ValidationReader.rules.filter(reader.has)
        guard given.count == 1 else {
            reader.report(
                "E-VALIDATION-003", at: given.last,
                ["found": given.joined(separator: ", "), "allowed": ValidationReader.rules.joined(separator: ", ")])
            return nil
        }
        switch given[0] {
        case "must": return reader.function("must").map { .condition($0) }
        case "previous": return reader.function("previous").map { .earlier($0) }
        default: return unique(reader)
        }
    }

    private func unique(_ reader: PropertyReader) -> Validation.Rule? {
        switch reader.raw("unique") {
        case .function?: return reader.function("unique").map { .uniqueValue($0) }
        case .string?, .table?:
            guard let names = reader.names("unique") else { return nil }
            if !names.isEmpty { return .uniqueFields(names) }
            reader.report("E-PROP-004", at: "unique", ["value": "{ }", "allowed": "{ \"…\", \"…\" }"])
            return nil
        case let other:
            reader.wrongType("unique", expected: "string | { \"…\", \"…\" } | function", found: other ?? .none)
            return nil
        }
    }
}
