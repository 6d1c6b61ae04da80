import FormModel
import Foundation

/// A JSON value with its keys in the order of the contract.
indirect enum JSON {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([(String, JSON)])

    static func number(_ value: Double?) -> JSON { value.map { .number($0) } ?? .null }
    static func string(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }

    /// The text, indented; what holds no object or list of its own stands on one line.
    var text: String {
        var text = ""
        write(to: &text, indent: 0)
        return text
    }

    private func write(to text: inout String, indent: Int) {
        let pad = String(repeating: "  ", count: indent + 1)
        let end = String(repeating: "  ", count: indent)
        switch self {
        case .null: text += "null"
        case .boolean(let value): text += value ? "true" : "false"
        case .integer(let value): text += "\(value)"
        case .number(let value): text += value.isFinite ? Value.decimal(value).plainText : "null"
        case .string(let value): text += JSON.quoted(value)
        case .array(let items):
            guard !items.isEmpty else { return text += "[]" }
            let isFlat = items.allSatisfy(\.isScalar)
            text += isFlat ? "[" : "[\n"
            for (place, item) in items.enumerated() {
                if place > 0 { text += isFlat ? ", " : ",\n" }
                if !isFlat { text += pad }
                item.write(to: &text, indent: indent + 1)
            }
            text += isFlat ? "]" : "\n\(end)]"
        case .object(let pairs):
            guard !pairs.isEmpty else { return text += "{}" }
            let isFlat = pairs.count <= 4 && pairs.allSatisfy { $0.1.isScalar }
            text += isFlat ? "{ " : "{\n"
            for (place, pair) in pairs.enumerated() {
                if place > 0 { text += isFlat ? ", " : ",\n" }
                if !isFlat { text += pad }
                text += JSON.quoted(pair.0) + ": "
                pair.1.write(to: &text, indent: indent + 1)
            }
            text += isFlat ? " }" : "\n\(end)}"
        }
    }

    private var isScalar: Bool {
        switch self {
        case .null, .boolean, .integer, .number, .string: true
        case .array, .object: false
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let code = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
