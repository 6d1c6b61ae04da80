import FormModel
import LuaRuntime
import Messages

/// Reads `report` declarations.
struct ReportReader {
    let sink: DiagnosticSink

    static let properties = ["label", "period", "body", "uses_personal", "where"]

    func report(_ declaration: Declaration) -> ReportScript? {
        let reader = PropertyReader(declaration, sink: sink)
        reader.require("label", "period", "body")
        reader.finish(allowed: ReportReader.properties)
        let usesPersonal = reader.names("uses_personal") ?? []
        let narrowedBy = reader.string("where")
        let label = reader.plainText("label") ?? LocalizedText(declaration.id)
        let period = reader.word("period", as: PeriodLength.self)
        guard let body = reader.function("body"), let period else { return nil }
        return ReportScript(
            id: declaration.id, place: declaration.place, label: label, period: period, body: body,
            usesPersonal: usesPersonal, narrowedBy: narrowedBy)
    }
}
