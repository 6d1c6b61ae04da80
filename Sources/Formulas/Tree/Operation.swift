/// What is done with values that are there: every operand is worked out before, from left to right.
///
/// Each is defined by `Meaning`, for one record; columns do the same for many.
public enum Operation: Hashable, Sendable {
    case add, subtract, multiply, divide, floorDivide, modulo, power, negate
    case equal, unequal, less, lessOrEqual, greater, greaterOrEqual, not
    /// `a .. b`, `#a`.
    case concatenate, length
    /// `day.year`.
    case part(DatePart)
    /// `table[a][b]` of a table that does not change: its number in the graph.
    case lookup(Int)
    /// The row of the choice in a list: its number in the graph.
    case choiceRow(Int)
    /// A cell of such a row.
    case choiceCell(Int, column: String)
    /// Whether a set holds a name that its question offers.
    case holds(String)
    /// A function of `math`; `max` and `min` of any number of operands.
    case math(MathFunction)
    /// `string.sub(text, from, to)`.
    case slice
    /// `tostring(x)`, `type(x)`.
    case toText, typeName
    /// `string.lower`, `string.upper`, `string.len`, by bytes.
    case lowerBytes, upperBytes, textLength
    /// `lower(text)`, `upper(text)`, `length(text)`, by letters.
    case lower, upper, letters
    /// `number(text)`, `date(text)`, `date(year, month, day)`, `years_between(from, to)`, `is_empty(x)`, `ratio(a, b)`.
    case toNumber, toDate, makeDate, yearsBetween, isEmpty, ratio
}

/// A part of a date.
public enum DatePart: String, Hashable, Sendable {
    case year, month, day, hour, minute
}

/// A function of Lua's `math`.
public enum MathFunction: String, Hashable, Sendable {
    case max, min, floor, ceil, abs, sqrt, tointeger
}

/// What is worked out over the rows of a roster (`semantics.md` 1.7).
public enum Aggregate: Hashable, Sendable {
    case count, sum, any, all
}
