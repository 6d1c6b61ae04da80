import FormModel
import LuaRuntime
import Messages

/// Reads `dimension` declarations.
struct DimensionReader {
    let sink: DiagnosticSink

    static let properties = ["over", "label", "value", "order", "labels", "uses_personal"]

    func dimension(_ declaration: Declaration) -> Dimension? {
        let reader = PropertyReader(declaration, sink: sink)
        reader.require("over", "label", "value")
        reader.finish(allowed: DimensionReader.properties)
        let usesPersonal = reader.names("uses_personal") ?? []
        let over = reader.names("over")
        let value = reader.function("value")
        let label = reader.plainText("label") ?? LocalizedText(declaration.id)
        let order = reader.names("order") ?? []
        let labels = labels(reader)
        guard let over, let value else { return nil }
        var dimension = Dimension(
            id: declaration.id, place: declaration.place, over: over, label: label, value: value, order: order,
            labels: labels)
        dimension.usesPersonal = usesPersonal
        return dimension
    }

    private func labels(_ reader: PropertyReader) -> [String: LocalizedText] {
        guard let value = reader.raw("labels") else { return [:] }
        var labels: [String: LocalizedText] = [:]
        for field in value.fieldsOnly ?? [] {
            if case .string(let key) = field.key { labels[key] = LocalizedText(field.value) }
        }
        if value.fieldsOnly?.count != labels.count {
            reader.wrongType("labels", expected: "{ key = { vi = …, en = … } }", found: value)
        }
        return labels
    }
}
