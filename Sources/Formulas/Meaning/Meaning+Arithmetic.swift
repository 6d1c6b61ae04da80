import Columns
import FormModel
import Foundation

/// Lua's arithmetic (Reference Manual 3.4.1, 3.4.3): integers wrap around, `/` and `^` are of floats, `//` and `%` round
/// down; and that of dates.
extension Meaning {
    static func arithmetic(_ operation: Operation, _ a: Cell, _ b: Cell) -> Cell {
        if a.tag == Tag.integer, b.tag == Tag.integer, let cell = integers(operation, a.integer, b.integer) {
            return cell
        }
        guard let x = float(a), let y = float(b) else { return dates(operation, a, b) }
        switch operation {
        case .add: return .number(x + y)
        case .subtract: return .number(x - y)
        case .multiply: return .number(x * y)
        case .divide: return .number(x / y)
        case .floorDivide: return .number((x / y).rounded(.down))
        case .modulo: return .number(remainder(x, y))
        case .power: return .number(y == 2 ? x * x : pow(x, y))
        default: return .ask
        }
    }

    /// `nil` for what is done with floats.
    private static func integers(_ operation: Operation, _ a: Int64, _ b: Int64) -> Cell? {
        switch operation {
        case .add: return .integer(a &+ b)
        case .subtract: return .integer(a &- b)
        case .multiply: return .integer(a &* b)
        case .floorDivide:
            if b == 0 { return .ask }
            if b == -1 { return .integer(0 &- a) }
            let quotient = a / b
            return .integer((a ^ b) < 0 && quotient * b != a ? quotient - 1 : quotient)
        case .modulo:
            if b == 0 { return .ask }
            if b == -1 { return .integer(0) }
            let rest = a % b
            return .integer(rest != 0 && (rest ^ b) < 0 ? rest + b : rest)
        default: return nil
        }
    }

    private static func remainder(_ a: Double, _ b: Double) -> Double {
        let rest = fmod(a, b)
        return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
    }

    /// A number as a float; `nil` for what is none.
    static func float(_ cell: Cell) -> Double? {
        switch cell.tag {
        case Tag.integer: Double(cell.integer)
        case Tag.number: cell.number
        default: nil
        }
    }

    /// A float that is a whole number within the integers.
    static func whole(_ number: Double) -> Int64? { Int64(exactly: number) }

    static func negated(_ cell: Cell) -> Cell {
        switch cell.tag {
        case Tag.integer: .integer(0 &- cell.integer)
        case Tag.number: .number(-cell.number)
        default: .ask
        }
    }

    // MARK: Dates

    private static func dates(_ operation: Operation, _ a: Cell, _ b: Cell) -> Cell {
        switch (operation, isDate(a), isDate(b)) {
        case (.add, true, false): return float(b).map { day(a, plus: $0) } ?? .ask
        case (.add, false, true): return float(a).map { day(b, plus: $0) } ?? .ask
        case (.subtract, true, false): return float(b).map { day(a, plus: -$0) } ?? .ask
        case (.subtract, true, true):
            let days = a.number - b.number
            return a.tag == Tag.dateTime || b.tag == Tag.dateTime ? .number(days) : .integer(Int64(days))
        default: return .ask
        }
    }

    static func isDate(_ cell: Cell) -> Bool { cell.tag == Tag.date || cell.tag == Tag.dateTime }

    /// 0001-01-01 and the day after 9999-12-31.
    private static let years = -719162.0..<2_932_897

    private static func day(_ date: Cell, plus days: Double) -> Cell {
        let sum = date.number + days
        guard years.contains(sum) else { return .ask }
        return date.tag == Tag.dateTime || days != days.rounded(.down) ? .dateTime(sum) : .date(sum)
    }

    static func part(_ part: DatePart, of date: Cell) -> Cell {
        guard isDate(date) else { return .ask }
        let days = date.number.rounded(.down)
        switch part {
        case .year: return .integer(Int64(Day(number: Int(days)).components.year))
        case .month: return .integer(Int64(Day(number: Int(days)).components.month))
        case .day: return .integer(Int64(Day(number: Int(days)).components.day))
        case .hour, .minute:
            guard date.tag == Tag.dateTime else { return .ask }
            let minutes = min(Int64(((date.number - days) * 1440).rounded()), 1439)
            return .integer(part == .hour ? minutes / 60 : minutes % 60)
        }
    }

    static func date(_ parts: [Cell]) -> Cell {
        guard parts.count == 3, parts.allSatisfy({ $0.tag == Tag.integer }) else { return .ask }
        guard let year = Int(exactly: parts[0].integer), let month = Int(exactly: parts[1].integer),
            let day = Int(exactly: parts[2].integer), let found = Day(year: year, month: month, day: day)
        else { return .none }
        return .date(Double(found.number))
    }

    static func years(from: Cell, to: Cell) -> Cell {
        guard isDate(from), isDate(to) else { return .ask }
        let first = Day(number: Int(from.number.rounded(.down))).components
        let last = Day(number: Int(to.number.rounded(.down))).components
        let isBefore = last.month < first.month || last.month == first.month && last.day < first.day
        return .integer(Int64(last.year - first.year - (isBefore ? 1 : 0)))
    }

    // MARK: Functions

    static func ratio(_ a: Cell, _ b: Cell) -> Cell {
        if a.tag == Tag.none || b.tag == Tag.none { return .none }
        guard let divisor = float(b) else { return .ask }
        return divisor == 0 ? .none : arithmetic(.divide, a, b)
    }

    static func math(_ function: MathFunction, _ operands: [Cell]) -> Cell {
        guard let first = operands.first, operands.allSatisfy({ float($0) != nil }) else { return .ask }
        switch function {
        case .max: return operands.dropFirst().reduce(first) { isLess($0, $1) ? $1 : $0 }
        case .min: return operands.dropFirst().reduce(first) { isLess($1, $0) ? $1 : $0 }
        case .floor: return rounded(first, .down)
        case .ceil: return rounded(first, .up)
        case .abs:
            if first.tag == Tag.integer { return .integer(first.integer < 0 ? 0 &- first.integer : first.integer) }
            return .number(Swift.abs(first.number))
        case .sqrt: return float(first).map { .number($0.squareRoot()) } ?? .ask
        case .tointeger:
            if first.tag == Tag.integer { return first }
            return whole(first.number).map(Cell.integer) ?? .none
        }
    }

    private static func rounded(_ cell: Cell, _ rule: FloatingPointRoundingRule) -> Cell {
        guard cell.tag == Tag.number else { return cell }
        let number = cell.number.rounded(rule)
        return whole(number).map(Cell.integer) ?? .number(number)
    }
}
