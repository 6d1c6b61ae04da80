import Columns
import FormModel
import Foundation
import VietText

/// What operations give, for one record: Lua 5.4's rules, and the library's.
///
/// Wherever a script would fail, or what it gives is not worked out here, the result is `Cell.ask`: the interpreter is
/// asked, and tells.
struct Meaning {
    let texts: TextTable
    let lists: [ChoiceList]
    let tables: [FormulaGraph.Table]
    let language: Language

    /// The result for operands none of which is abrupt.
    func apply(_ operation: Operation, _ operands: [Cell]) -> Cell {
        switch operation {
        case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power:
            return Meaning.arithmetic(operation, operands[0], operands[1])
        case .negate: return Meaning.negated(operands[0])
        case .equal: return equal(operands[0], operands[1]).map(Cell.boolean) ?? .ask
        case .unequal: return equal(operands[0], operands[1]).map { .boolean(!$0) } ?? .ask
        case .less: return less(operands[0], operands[1], orEqual: false)
        case .lessOrEqual: return less(operands[0], operands[1], orEqual: true)
        case .greater: return less(operands[1], operands[0], orEqual: false)
        case .greaterOrEqual: return less(operands[1], operands[0], orEqual: true)
        case .not: return .boolean(!operands[0].isTrue)
        case .concatenate: return concatenation(operands[0], operands[1])
        case .length: return length(operands[0])
        case .part(let part): return Meaning.part(part, of: operands[0])
        case .lookup(let table): return lookUp(tables[table], operands)
        case .choiceRow(let list): return choiceRow(operands[0], lists[list])
        case .choiceCell(let list, let column): return choiceCell(operands[0], lists[list], column)
        case .holds(let name): return holds(operands[0], name)
        case .math(let function): return Meaning.math(function, operands)
        case .slice: return slice(operands)
        case .toText: return toText(operands[0])
        case .typeName: return typeName(operands[0])
        case .lowerBytes: return text(operands[0]) { Meaning.shifted($0, 65...90, by: 32) }
        case .upperBytes: return text(operands[0]) { Meaning.shifted($0, 97...122, by: -32) }
        case .textLength: return operands[0].tag == Tag.text ? length(operands[0]) : .ask
        case .lower: return text(operands[0], \.inSmallLetters)
        case .upper: return text(operands[0], \.inCapitals)
        case .letters:
            guard operands[0].tag == Tag.text else { return .ask }
            return .integer(Int64(texts[operands[0].code].letterCount))
        case .toNumber: return toNumber(operands[0])
        case .toDate: return toDate(operands[0])
        case .makeDate: return Meaning.date(operands)
        case .yearsBetween: return Meaning.years(from: operands[0], to: operands[1])
        case .isEmpty: return isEmpty(operands[0])
        case .ratio: return Meaning.ratio(operands[0], operands[1])
        }
    }

    // MARK: Lists and tables

    private func choiceRow(_ cell: Cell, _ list: ChoiceList) -> Cell {
        switch cell.tag {
        case Tag.none: return .none
        case Tag.text: return list[texts[cell.code]] == nil ? .none : Cell(tag: Tag.row, bits: cell.bits)
        default: return .ask
        }
    }

    private func choiceCell(_ row: Cell, _ list: ChoiceList, _ column: String) -> Cell {
        guard row.tag == Tag.row, let choice = list[texts[row.code]] else { return .ask }
        switch column {
        case "name": return .text(texts.code(choice.name))
        case "label": return .text(texts.code(choice.label.text(in: language)))
        default: return choice.columns[column].map { .text(texts.code($0)) } ?? .ask
        }
    }

    private func lookUp(_ table: FormulaGraph.Table, _ keys: [Cell]) -> Cell {
        var current = table
        for key in keys {
            guard case .table(let entries, _) = current else { return .ask }
            // A key that is a whole number is one, however it was worked out.
            let key = key.tag == Tag.number ? Meaning.whole(key.number).map(Cell.integer) ?? key : key
            current = entries[key] ?? .value(.none)
        }
        switch current {
        case .value(let cell): return cell
        case .table(_, let id): return Cell(tag: Tag.row, bits: id)
        case .unknown: return .ask
        }
    }

    /// Whether a set holds a name.
    private func holds(_ set: Cell, _ name: String) -> Cell {
        guard set.tag == Tag.set else { return .ask }
        return .boolean(texts[set.code].split(separator: " ").contains { $0.utf8.elementsEqual(name.utf8) })
    }

    private func isEmpty(_ cell: Cell) -> Cell {
        switch cell.tag {
        case Tag.none: .boolean(true)
        case Tag.text, Tag.set: .boolean(texts[cell.code].isEmpty)
        case Tag.row: .ask
        default: .boolean(false)
        }
    }
}
