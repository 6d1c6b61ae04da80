import FormModel

extension AnswerReader {
    /// The value that a JSON value is for the question; `nil` for `null`, an empty text or an empty list.
    ///
    /// Types are JSON's own: `true`, numbers, texts, lists of names, and `[latitude, longitude, accuracy]` for a point.
    func value(of node: JSONNode) throws(JSONCellFault) -> Value? {
        switch (kind, node.value) {
        case (_, .null):
            return nil
        case (.yesNo, .boolean(let value)):
            return .boolean(value)
        case (.integer, .number(let text)):
            return .integer(try cell { () throws(CellFault) in try wholeNumber(AnswerReader.withoutZeros(text)) })
        case (.decimal, .number(let text)):
            return .decimal(try cell { () throws(CellFault) in try decimalNumber(text) })
        case (.selectMultiple, .array(let nodes)), (.rank, .array(let nodes)):
            return try names(nodes)
        case (.geopoint, .array(let nodes)):
            return try point(nodes)
        case (.calculate, .boolean(let value)):
            return .text(Value.boolean(value).plainText)
        case (.calculate, .number(let text)):
            return .text(AnswerReader.canonical(text))
        case (.calculate, .array(let nodes)):
            return .text(try texts(nodes).joined(separator: " "))
        case (.text, .string(let text)), (.barcode, .string(let text)), (.calculate, .string(let text)),
            (.selectOne, .string(let text)), (.date, .string(let text)), (.time, .string(let text)),
            (.dateTime, .string(let text)):
            let text = normalized(text)
            return text.isEmpty ? nil : try cell { () throws(CellFault) in try value(ofNormal: text) }
        default:
            throw .type(.wrongType(expected: jsonType, found: node.value.typeName))
        }
    }

    private func names(_ nodes: [JSONNode]) throws(JSONCellFault) -> Value? {
        let names = try texts(nodes)
        guard !names.isEmpty else { return nil }
        return try cell { () throws(CellFault) in
            kind == .rank ? .ranking(try distinct(names)) : .choices(try chosen(names))
        }
    }

    private func texts(_ nodes: [JSONNode]) throws(JSONCellFault) -> [String] {
        var texts: [String] = []
        for node in nodes {
            switch (node.value, kind) {
            case (.string(let text), _): texts.append(normalized(text))
            // A calculated point.
            case (.number(let text), .calculate): texts.append(AnswerReader.canonical(text))
            default: throw .type(.wrongType(expected: jsonType, found: "a list with \(node.value.typeName)"))
            }
        }
        return texts
    }

    private func point(_ nodes: [JSONNode]) throws(JSONCellFault) -> Value {
        let texts = nodes.compactMap { node -> String? in
            guard case .number(let text) = node.value else { return nil }
            return text
        }
        guard texts.count == nodes.count, (2...3).contains(texts.count) else {
            throw .type(.wrongType(expected: jsonType, found: "another list"))
        }
        return try cell { () throws(CellFault) in
            try Interchange.point(texts.compactMap(Double.init), found: texts.joined(separator: " "))
        }
    }

    private func cell<Found>(_ read: () throws(CellFault) -> Found) throws(JSONCellFault) -> Found {
        do throws(CellFault) {
            return try read()
        } catch {
            throw .cell(error)
        }
    }

    private var jsonType: String {
        switch kind {
        case .yesNo: "true or false"
        case .integer, .decimal: "a number"
        case .selectMultiple, .rank: "a list of names"
        case .geopoint: "[latitude, longitude] or [latitude, longitude, accuracy]"
        case .text, .barcode, .selectOne, .date, .time, .dateTime, .note: "a text"
        case .calculate: "a value"
        }
    }

    /// `3.00` as `3`: in JSON a fraction of zeros is no thousand.
    private static func withoutZeros(_ text: String) -> String {
        guard let dot = text.firstIndex(of: "."), text[dot...].dropFirst().allSatisfy({ $0 == "0" }) else {
            return text
        }
        return String(text[..<dot])
    }

    /// A number as a cell writes it.
    private static func canonical(_ text: String) -> String {
        if Int64(text) != nil { return text }
        return Double(text).flatMap { $0.isFinite ? Value.decimal($0).plainText : nil } ?? text
    }
}

/// What can be wrong with a value in JSON: its type, or what it says.
enum JSONCellFault: Error {
    case type(JSONFault)
    case cell(CellFault)

    var fault: Fault {
        switch self {
        case .type(let fault): .json(fault)
        case .cell(let fault): .cell(fault)
        }
    }
}
