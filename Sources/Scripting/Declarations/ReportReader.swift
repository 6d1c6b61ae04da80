import FormModel
import LuaRuntime
import Messages

/// Reads `report` declarations.
struct ReportReader {
    let sink: DiagnosticSink

    static let properties = ["label", "period", "body", "uses_personal"]

    func report(_ declaration: Declaration) -> ReportScript? {
        let reader = PropertyReader(declaration, sink: sink)
        for property in ["label", "period", "body"] { reader.require(property) }
        reader.finish(allowed: ReportReader.properties)
        _ = reader.raw("uses_personal").map { _ in reader.names("uses_personal") }
        guard let body = reader.function("body"), let period = reader.word("period", as: PeriodLength.self)
        else { return nil }
        return ReportScript(
            id: declaration.id, place: declaration.place,
            label: reader.plainText("label") ?? LocalizedText(declaration.id), period: period, body: body)
    }
}

/// Checks the properties of declarations whose work comes with a later step: they are registered, and a script that
/// has them loads.
struct RegisteredReader {
    let sink: DiagnosticSink

    static let properties: [String: (all: [String], required: [String])] = [
        "validation": (
            ["label", "over", "severity", "must", "message", "uses_personal"], ["over", "must", "message"]
        ),
        "alert": (
            [
                "label", "watch", "by", "period", "when", "pending_for", "pending_runs", "keep_firing_for", "max_gap",
                "severity", "labels", "no_data", "message", "group_by", "max_instances", "repeat_every",
                "suppressed_by",
                "escalate_after", "uses_personal",
            ], ["watch", "when", "message"]
        ),
    ]

    func check(_ declaration: Declaration) {
        guard let properties = RegisteredReader.properties[declaration.kind] else { return }
        let reader = PropertyReader(declaration, sink: sink)
        for property in properties.required { reader.require(property) }
        reader.finish(allowed: properties.all)
        for property in ["must", "when"] where properties.all.contains(property) { _ = reader.function(property) }
        for property in ["pending_for", "keep_firing_for", "max_gap", "repeat_every", "escalate_after"]
        where properties.all.contains(property) {
            _ = reader.span(property)
        }
        _ = reader.text("message")
        if let severity = reader.string("severity") {
            let allowed = ["info", "warning", "error", "critical"]
            if !allowed.contains(severity) { reader.oneOf("severity", found: severity, allowed: allowed) }
        }
    }
}
