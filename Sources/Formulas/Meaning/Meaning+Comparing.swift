import Columns

/// How Lua compares (Reference Manual 3.4.4): numbers by what they are worth, whole or not; texts by their bytes; dates by
/// their days.
extension Meaning {
    /// Whether two values are one; `nil` for what only the interpreter can tell.
    func equal(_ a: Cell, _ b: Cell) -> Bool? {
        switch (a.tag, b.tag) {
        case (Tag.integer, Tag.integer), (Tag.text, Tag.text): return a.bits == b.bits
        case (Tag.number, Tag.number): return a.number == b.number
        case (Tag.integer, Tag.number): return Meaning.whole(b.number) == a.integer
        case (Tag.number, Tag.integer): return Meaning.whole(a.number) == b.integer
        case (Tag.set, Tag.set), (Tag.row, Tag.row): return nil
        default:
            if Meaning.isDate(a), Meaning.isDate(b) { return a.number == b.number }
            return a.tag == b.tag && !Tag.hasBits(a.tag)
        }
    }

    func less(_ a: Cell, _ b: Cell, orEqual: Bool) -> Cell {
        if Meaning.float(a) != nil, Meaning.float(b) != nil {
            return .boolean(orEqual ? Meaning.isAtMost(a, b) : Meaning.isLess(a, b))
        }
        if a.tag == Tag.text, b.tag == Tag.text {
            let (left, right) = (texts[a.code].utf8, texts[b.code].utf8)
            return .boolean(orEqual ? !right.lexicographicallyPrecedes(left) : left.lexicographicallyPrecedes(right))
        }
        if Meaning.isDate(a), Meaning.isDate(b) {
            return .boolean(orEqual ? a.number <= b.number : a.number < b.number)
        }
        return .ask
    }

    /// Whether one number is less than another, exactly.
    static func isLess(_ a: Cell, _ b: Cell) -> Bool {
        switch (a.tag == Tag.integer, b.tag == Tag.integer) {
        case (true, true): a.integer < b.integer
        case (false, false): a.number < b.number
        case (true, false): order(a.integer, b.number).map { $0 < 0 } ?? false
        case (false, true): order(b.integer, a.number).map { $0 > 0 } ?? false
        }
    }

    static func isAtMost(_ a: Cell, _ b: Cell) -> Bool {
        switch (a.tag == Tag.integer, b.tag == Tag.integer) {
        case (true, true): a.integer <= b.integer
        case (false, false): a.number <= b.number
        case (true, false): order(a.integer, b.number).map { $0 <= 0 } ?? false
        case (false, true): order(b.integer, a.number).map { $0 >= 0 } ?? false
        }
    }

    /// −1, 0 or 1 for an integer below, at or above a float; `nil` where that is no number.
    static func order(_ integer: Int64, _ number: Double) -> Int? {
        if number.isNaN { return nil }
        if number >= 0x1p63 { return -1 }
        if number < -0x1p63 { return 1 }
        let floor = Int64(number.rounded(.down))
        if integer != floor { return integer < floor ? -1 : 1 }
        return number > Double(floor) ? -1 : 0
    }
}
