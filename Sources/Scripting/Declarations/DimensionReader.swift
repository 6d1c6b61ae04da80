import FormModel
import LuaRuntime
import Messages

/// Reads `dimension` declarations.
struct DimensionReader {
    let sink: DiagnosticSink

    static let properties = ["over", "label", "value", "order", "labels", "uses_personal"]

    func dimension(_ declaration: Declaration) -> Dimension? {
        let reader = PropertyReader(declaration, sink: sink)
        for property in ["over", "label", "value"] { reader.require(property) }
        reader.finish(allowed: DimensionReader.properties)
        _ = reader.raw("uses_personal").map { _ in reader.names("uses_personal") }
        guard let over = reader.names("over"), let value = reader.function("value") else { return nil }
        return Dimension(
            id: declaration.id, place: declaration.place, over: over,
            label: reader.plainText("label") ?? LocalizedText(declaration.id), value: value,
            order: reader.names("order") ?? [], labels: labels(reader))
    }

    private func labels(_ reader: PropertyReader) -> [String: LocalizedText] {
        guard let value = reader.raw("labels") else { return [:] }
        guard case .table(let table) = value, table.className == nil, table.array.isEmpty else {
            reader.report(
                "E-PROP-002", at: "labels", ["expected": "{ key = { vi = …, en = … } }", "found": value.typeName])
            return [:]
        }
        var labels: [String: LocalizedText] = [:]
        for field in table.fields {
            guard case .string(let key) = field.key, let text = LocalizedText(field.value) else {
                reader.report(
                    "E-PROP-002", at: "labels",
                    ["expected": "{ key = { vi = …, en = … } }", "found": field.value.typeName])
                continue
            }
            labels[key] = text
        }
        return labels
    }
}
