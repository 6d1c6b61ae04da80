import FormModel
import LuaRuntime
import Messages

/// Reads `alert` declarations.
///
/// What is watched is an indicator, whose figure `when` gets in every row of the rule's split, with that of the period
/// before; or a function of the data that gives the rows itself:
///
/// ```lua
/// alert "vneid_behind" {
///   watch = "vneid_account", by = "village",
///   when = function(now, before) return now.value < now.expected and now.n >= 30 end,
///   message = function(now) return now.label .. ": " .. percent(now.value) end,
/// }
/// alert "task_overdue" {
///   watch = function(data)
///     local rows = {}
///     for _, task in ipairs(data:units "action") do
///       table.insert(rows, { labels = { task = task.key }, label = task.label, owner = task.owner, due = task.due })
///     end
///     return rows
///   end,
///   when = function(task) return today() > date(task.due) end,
///   message = function(task) return task.label .. ": " .. task.due end,
/// }
/// ```
struct AlertReader {
    let sink: DiagnosticSink

    static let properties = [
        "label", "watch", "by", "period", "when", "pending_for", "pending_runs", "keep_firing_for", "max_gap",
        "severity", "labels", "no_data", "message", "group_by", "max_instances", "repeat_every", "suppressed_by",
        "escalate_after", "send_resolved", "uses_personal",
    ]
    private static let severities = ["info", "warning", "critical"]
    private static let lengths: [PeriodLength] = [.day, .month, .quarter, .halfYear, .year]
    private static let units: [Substring: PeriodLength] = [
        "days": .day, "months": .month, "quarters": .quarter, "years": .year,
    ]

    func alert(_ declaration: Declaration) -> AlertScript? {
        let reader = PropertyReader(declaration, sink: sink)
        reader.require("watch", "when", "message")
        reader.finish(allowed: AlertReader.properties)
        // Everything is read, so that every fault is told, even if the rule cannot be used.
        let (watch, condition, message) = (watch(reader), reader.function("when"), reader.text("message"))
        var alert = AlertScript(
            id: declaration.id, place: declaration.place, watch: watch ?? .indicator(""),
            condition: condition ?? AlertReader.nothing, message: message ?? .constant(LocalizedText("")))
        alert.label = reader.plainText("label")
        alert.by = reader.names("by") ?? []
        alert.period = period(reader)
        alert.labels = labels(reader)
        readTimes(reader, into: &alert)
        alert.escalation = escalation(reader)
        alert.severity = reader.word("severity", of: AlertReader.severities) ?? alert.severity
        alert.noData = reader.word("no_data", of: ["keep", "resolve", "alert"]) ?? alert.noData
        alert.groupBy = reader.names("group_by") ?? []
        alert.maxInstances = reader.integer("max_instances", in: 1...100_000)
        alert.suppressedBy = reader.names("suppressed_by") ?? []
        alert.sendsResolved = reader.boolean("send_resolved") ?? true
        alert.divisors = reader.divisors(in: "when")
        alert.usesPersonal = reader.names("uses_personal") ?? []
        if case .rows? = watch, reader.has("by") { reader.report("E-ALERT-001", at: "by") }
        return watch == nil || condition == nil || message == nil ? nil : alert
    }

    /// Stands for the function of a rule that is not used.
    private static let nothing = FunctionReference(id: -1, place: Place(file: "", line: 0))

    private func watch(_ reader: PropertyReader) -> AlertScript.Watch? {
        switch reader.raw("watch") {
        case nil: return nil
        case .string(let id): return .indicator(id)
        case .function: return reader.function("watch").map { .rows($0) }
        case .some(let other):
            reader.wrongType("watch", expected: "string | function", found: other)
            return nil
        }
    }

    private func readTimes(_ reader: PropertyReader, into alert: inout AlertScript) {
        alert.pendingFor = reader.span("pending_for")
        alert.pendingRuns = reader.integer("pending_runs", in: 1...10_000) ?? 1
        alert.keepFiringFor = reader.span("keep_firing_for")
        alert.maxGap = reader.span("max_gap")
        alert.repeatEvery = reader.span("repeat_every")
    }

    /// A word, or `last_3_months` and the like (`semantics.md` 4.1).
    private func period(_ reader: PropertyReader) -> AlertScript.Period? {
        guard let text = reader.string("period") else { return nil }
        switch text {
        case "last_closed": return .lastClosed
        case "to_date": return .toDate
        default: break
        }
        if let length = PeriodLength(rawValue: text), AlertReader.lengths.contains(length) { return .last(length) }
        let parts = text.split(separator: "_")
        if parts.count == 3, parts[0] == "last", let count = Int(parts[1]), (1...1000).contains(count),
            let length = AlertReader.units[parts[2]]
        {
            return .lastFew(count, length)
        }
        reader.oneOf(
            "period", found: text,
            allowed: ["last_closed", "to_date"] + AlertReader.lengths.map(\.rawValue) + ["last_3_months"])
        return nil
    }

    private func labels(_ reader: PropertyReader) -> [String: String] {
        guard let value = reader.raw("labels") else { return [:] }
        var labels: [String: String] = [:]
        for field in value.fieldsOnly ?? [] {
            guard case .string(let name) = field.key, case .string(let text) = field.value else { break }
            labels[name] = text
        }
        if labels.count != value.fieldsOnly?.count {
            reader.wrongType("labels", expected: "{ name = \"…\" }", found: value)
        }
        return labels
    }

    /// `escalate_after = { "7d", to = "Chủ tịch UBND xã" }`.
    private func escalation(_ reader: PropertyReader) -> AlertScript.Escalation? {
        guard let value = reader.raw("escalate_after") else { return nil }
        guard case .table(let table) = value, table.array.count == 1, case .string(let text) = table.array[0],
            table.fields.count == 1, table.fields[0].key == .string("to"),
            case .string(let owner) = table.fields[0].value
        else {
            reader.wrongType("escalate_after", expected: "{ \"7d\", to = \"…\" }", found: value)
            return nil
        }
        guard let span = Span(text) else {
            reader.report("E-PROP-004", at: "escalate_after", ["value": text, "allowed": "\"14d\", \"12 months\""])
            return nil
        }
        return AlertScript.Escalation(after: span, to: owner)
    }
}
