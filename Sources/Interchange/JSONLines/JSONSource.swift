/// The line that a record was read from, and where its rows stand in it.
struct JSONSource: Sendable {
    /// A row's object, and its path in the record: `person[2]`, counted from 1; empty for the record.
    struct Row: Sendable {
        let path: String
        let node: JSONNode
    }

    let file: String
    let line: Int
    let bytes: [UInt8]
    /// The record's object and those of its roster rows, in the order of the line.
    var rows: [Row] = []

    /// The place of a byte of the line.
    func place(ofByte offset: Int, path: String?) -> SourcePlace {
        let column = String(decoding: bytes[..<min(offset, bytes.count)], as: UTF8.self).count + 1
        return SourcePlace(file: file, line: line, column: column, field: path)
    }

    /// The place of a member of a row, or of the row.
    func place(ofRow index: Int, field: String?) -> SourcePlace {
        guard rows.indices.contains(index) else { return SourcePlace(file: file, line: line, field: field) }
        let row = rows[index]
        let path = [row.path, field ?? ""].filter { !$0.isEmpty }.joined(separator: ".")
        var start = row.node.range.lowerBound
        if case .object(let members) = row.node.value, let member = members.first(where: { $0.name == field }) {
            start = member.node.range.lowerBound
        }
        return place(ofByte: start, path: path.isEmpty ? nil : path)
    }
}
