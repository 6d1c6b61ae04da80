import FormModel
import LuaRuntime
import Messages

/// Checks the properties of declarations whose work comes with a later step: they are registered, and a script that
/// has them loads.
struct RegisteredReader {
    let sink: DiagnosticSink

    static let alertProperties = [
        "label", "watch", "by", "period", "when", "pending_for", "pending_runs", "keep_firing_for", "max_gap",
        "severity", "labels", "no_data", "message", "group_by", "max_instances", "repeat_every", "suppressed_by",
        "escalate_after", "uses_personal",
    ]
    static let severities = ["info", "warning", "error", "critical"]
    static let periods = ["last_closed", "to_date", "day", "month", "quarter", "half_year", "year"]

    func check(_ declaration: Declaration) {
        let reader = PropertyReader(declaration, sink: sink)
        switch declaration.kind {
        case "alert": alert(reader)
        default: break
        }
    }

    private func alert(_ reader: PropertyReader) {
        reader.require("watch", "when", "message")
        reader.finish(allowed: RegisteredReader.alertProperties)
        reader.plainText("label")
        reader.string("watch")
        for property in ["by", "group_by", "suppressed_by"] { reader.names(property) }
        period(reader)
        reader.function("when")
        for property in ["pending_for", "keep_firing_for", "max_gap", "repeat_every", "escalate_after"] {
            reader.span(property)
        }
        for property in ["pending_runs", "max_instances"] { reader.integer(property, in: 1...100_000) }
        reader.word("no_data", of: ["keep", "resolve", "alert"])
        labels(reader)
        reader.text("message")
        reader.word("severity", of: RegisteredReader.severities)
        reader.names("uses_personal")
    }

    /// A word, or `last_3_months` and the like (`semantics.md` 4.1).
    private func period(_ reader: PropertyReader) {
        guard let text = reader.string("period"), !RegisteredReader.periods.contains(text) else { return }
        let parts = text.split(separator: "_")
        let units = ["days", "months", "quarters", "years"]
        if parts.count == 3, parts[0] == "last", Int(parts[1]).map({ $0 > 0 }) == true,
            units.contains(String(parts[2]))
        {
            return
        }
        reader.oneOf("period", found: text, allowed: RegisteredReader.periods + ["last_3_months"])
    }

    private func labels(_ reader: PropertyReader) {
        guard let value = reader.raw("labels") else { return }
        let isRight = value.fieldsOnly?.allSatisfy { field in
            if case .string = field.key, case .string = field.value { true } else { false }
        }
        if isRight != true { reader.wrongType("labels", expected: "{ name = \"…\" }", found: value) }
    }
}
