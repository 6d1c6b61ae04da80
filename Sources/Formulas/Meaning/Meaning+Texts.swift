import Columns
import FormModel
import Foundation
import VietText

/// What is done with texts.
extension Meaning {
    /// A text made from another.
    func text(_ cell: Cell, _ change: (String) -> String) -> Cell {
        guard cell.tag == Tag.text, texts[cell.code].utf8.count <= Meaning.longest else { return .ask }
        return .text(texts.code(change(texts[cell.code])))
    }

    /// Longer texts are left to the interpreter, which knows its limits.
    private static let longest = 10_000

    /// Bytes of a range moved by so many places, as C's `tolower` and `toupper` do for English letters.
    static func shifted(_ text: String, _ range: ClosedRange<UInt8>, by places: Int) -> String {
        String(decoding: text.utf8.map { range.contains($0) ? UInt8(Int($0) + places) : $0 }, as: UTF8.self)
    }

    func length(_ cell: Cell) -> Cell {
        switch cell.tag {
        case Tag.text: .integer(Int64(texts[cell.code].utf8.count))
        case Tag.set: .integer(Int64(texts[cell.code].split(separator: " ").count))
        default: .ask
        }
    }

    func concatenation(_ a: Cell, _ b: Cell) -> Cell {
        guard let left = joined(a), let right = joined(b), left.utf8.count + right.utf8.count <= Meaning.longest else {
            return .ask
        }
        return .text(texts.code(left + right))
    }

    /// What `..` takes: texts and whole numbers; how a fraction is written is left to Lua.
    private func joined(_ cell: Cell) -> String? {
        switch cell.tag {
        case Tag.text: texts[cell.code]
        case Tag.integer: String(cell.integer)
        default: nil
        }
    }

    func toText(_ cell: Cell) -> Cell {
        switch cell.tag {
        case Tag.text: cell
        case Tag.integer: .text(texts.code(String(cell.integer)))
        case Tag.none: .text(texts.code("nil"))
        case Tag.yes: .text(texts.code("true"))
        case Tag.no: .text(texts.code("false"))
        case Tag.date: .text(texts.code(Day(number: Int(cell.number)).iso))
        default: .ask
        }
    }

    func typeName(_ cell: Cell) -> Cell {
        switch cell.tag {
        case Tag.none: .text(texts.code("nil"))
        case Tag.yes, Tag.no: .text(texts.code("boolean"))
        case Tag.integer, Tag.number: .text(texts.code("number"))
        case Tag.text: .text(texts.code("string"))
        default: .ask
        }
    }

    /// `string.sub`: places from 1, or from the end where negative (Reference Manual 6.4).
    func slice(_ operands: [Cell]) -> Cell {
        guard operands[0].tag == Tag.text, operands[1].tag == Tag.integer else { return .ask }
        let bytes = Array(texts[operands[0].code].utf8)
        var last: Int64 = -1
        if operands.count > 2 {
            switch operands[2].tag {
            case Tag.integer: last = operands[2].integer
            case Tag.none: break
            default: return .ask
            }
        }
        let count = Int64(bytes.count)
        var first = operands[1].integer
        if first < 0 { first = max(count + first + 1, 1) } else if first == 0 { first = 1 }
        if last > count { last = count } else if last < 0 { last = max(count + last + 1, 0) }
        guard first <= last else { return .text(texts.code("")) }
        let part = bytes[Int(first - 1)..<Int(last)]
        let text = String(decoding: part, as: UTF8.self)
        // Half a letter is no text, and only Lua can hold it.
        return text.utf8.elementsEqual(part) ? .text(texts.code(text)) : .ask
    }

    func toNumber(_ cell: Cell) -> Cell {
        switch cell.tag {
        case Tag.none, Tag.integer, Tag.number: return cell
        case Tag.text:
            switch ScriptNumber(texts[cell.code]) {
            case .integer(let number)?: return .integer(number)
            case .number(let number)?: return .number(number)
            case nil: return .none
            }
        default: return .ask
        }
    }

    func toDate(_ cell: Cell) -> Cell {
        switch cell.tag {
        case Tag.none, Tag.date, Tag.dateTime: cell
        case Tag.text: Day(iso: texts[cell.code]).map { .date(Double($0.number)) } ?? .none
        default: .ask
        }
    }
}
