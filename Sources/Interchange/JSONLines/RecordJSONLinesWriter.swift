import FormModel

/// Writes records as JSON Lines; `RecordJSONLinesReader` reads the same from them.
public struct RecordJSONLinesWriter {
    private let layout: FormLayout
    private let included: [[Bool]]
    private let sink: any ByteSink
    private var buffer: [UInt8] = []

    /// A writer into a sink.
    public init(_ layout: FormLayout, personal: PersonalFields = .leftOut, sink: any ByteSink) {
        self.layout = layout
        self.included = layout.sets.map { $0.fields.map { personal.includes($0.question) } }
        self.sink = sink
    }

    /// Writes a record as a line.
    public mutating func write(_ record: Record) throws(Problem) {
        let head = [
            (HelperName.id, record.id), (HelperName.round, record.round), (HelperName.date, record.date.iso),
            (HelperName.status, record.status.rawValue), (HelperName.result, record.result.rawValue),
        ]
        let line = object(record.root, set: 0, head: head.map { "\"\($0.0)\": \(jsonText($0.1))" })
        buffer.append(contentsOf: line.utf8)
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= 65_536 { try flush() }
    }

    /// Writes what is waiting and finishes the sink.
    public mutating func close() throws(Problem) {
        try flush()
        try sink.close()
    }

    private mutating func flush() throws(Problem) {
        guard !buffer.isEmpty else { return }
        try sink.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private func object(_ row: RecordRow, set: Int, head: [String]) -> String {
        let layoutSet = layout.sets[set]
        var members = head
        var reasons: [String] = []
        for (index, answer) in row.answers.enumerated() where included[set][index] {
            let name = layoutSet.fields[index].name
            if let value = answer.value { members.append("\"\(name)\": \(value.json)") }
            if let reason = answer.writtenReason { reasons.append("\"\(name)\": \"\(reason)\"") }
        }
        if !reasons.isEmpty { members.append("\"\(HelperName.reason)\": {\(reasons.joined(separator: ", "))}") }
        for (child, rows) in zip(layoutSet.rosters, row.rosters) where !rows.isEmpty {
            let objects = rows.map { object($0, set: child, head: ["\"\(HelperName.row)\": \($0.row)"]) }
            members.append("\"\(layout.sets[child].name)\": [\(objects.joined(separator: ", "))]")
        }
        return "{\(members.joined(separator: ", "))}"
    }
}

extension Value {
    /// The value in JSON.
    fileprivate var json: String {
        switch self {
        case .boolean(let value): value ? "true" : "false"
        case .integer, .decimal: plainText
        case .text, .date, .time, .dateTime: jsonText(plainText)
        case .choices(let names), .ranking(let names): "[" + names.map(jsonText).joined(separator: ", ") + "]"
        case .geopoint: "[" + plainText.split(separator: " ").joined(separator: ", ") + "]"
        }
    }
}

/// A text as JSON writes it, with its quotes.
func jsonText(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": written += "\\\""
        case "\\": written += "\\\\"
        case "\n": written += "\\n"
        case "\r": written += "\\r"
        case "\t": written += "\\t"
        case _ where scalar.value < 0x20:
            written += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        default: written.unicodeScalars.append(scalar)
        }
    }
    return written + "\""
}
