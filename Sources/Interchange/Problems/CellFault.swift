/// What can keep a cell from being an answer to its question.
public enum CellFault: Error, Hashable, Sendable {
    /// Neither yes, no, true, false, 1, 0, có nor không.
    case notYesNo(found: String)
    /// Not a whole number.
    case notInteger(found: String)
    /// A number with a fraction where a whole one is asked; it is never rounded.
    case fraction(found: String)
    /// A number too large or too small to be kept exactly.
    case outOfRange(found: String)
    /// Not a number.
    case notDecimal(found: String)
    /// A number with a comma; the suggestion has a point.
    case decimalComma(found: String, suggestion: String)
    /// A name that is not in the list: the nearest, the first names of the list and how many it has.
    case notInList(found: String, nearest: String?, allowed: [String], count: Int)
    /// A name given twice.
    case repeated(name: String)
    /// Not a date `2026-06-30`; the suggestion reads day, month, year.
    case notDate(found: String, suggestion: String?)
    /// Not a time of day `08:30`.
    case notTime(found: String)
    /// Not a date with a time `2026-06-30T08:30`.
    case notDateTime(found: String)
    /// Not `latitude longitude` or `latitude longitude accuracy`.
    case notGeopoint(found: String)
    /// Outside the globe, or a negative accuracy.
    case geopointOutOfRange(found: String)
    /// Not a round of the form's length, such as the example.
    case notRound(found: String, example: String)
    /// Not a row number, or, for `_parent_row`, not as many as the roster is deep.
    case notRowNumber(found: String)

    /// How many names of a list are told.
    static let namesTold = 12

    static func notInList(_ found: String, names: [String], suggest: Suggestions) -> CellFault {
        .notInList(
            found: found, nearest: suggest(for: found, among: names), allowed: Array(names.prefix(namesTold)),
            count: names.count)
    }

    /// The stable code.
    public var code: String {
        switch self {
        case .notYesNo: "E-CELL-001"
        case .notInteger: "E-CELL-002"
        case .fraction: "E-CELL-003"
        case .outOfRange: "E-CELL-004"
        case .notDecimal: "E-CELL-005"
        case .decimalComma: "E-CELL-006"
        case .notInList: "E-CELL-007"
        case .repeated: "E-CELL-008"
        case .notDate: "E-CELL-009"
        case .notTime: "E-CELL-010"
        case .notDateTime: "E-CELL-011"
        case .notGeopoint: "E-CELL-012"
        case .geopointOutOfRange: "E-CELL-013"
        case .notRound: "E-CELL-014"
        case .notRowNumber: "E-CELL-015"
        }
    }
}

extension CellFault: CustomStringConvertible {
    /// What is wrong, in plain English.
    public var description: String {
        switch self {
        case .notYesNo(let found): "'\(shortened(found))' is not yes or no (yes, no, true, false, 1, 0, có, không)"
        case .notInteger(let found): "'\(shortened(found))' is not a whole number"
        case .fraction(let found):
            "'\(shortened(found))' has a fraction; a whole number is asked, and nothing is rounded"
        case .outOfRange(let found): "'\(shortened(found))' is too large or too small to be kept"
        case .notDecimal(let found): "'\(shortened(found))' is not a number"
        case .decimalComma(let found, let suggestion):
            "'\(shortened(found))' is written with a comma; write a decimal point and no thousands: \(suggestion)"
        case .notInList(let found, let nearest, let allowed, let count):
            "'\(shortened(found))' is not in the list" + didYouMean(nearest)
                + (allowed.isEmpty ? "" : "; allowed: " + listed(allowed, of: count))
        case .repeated(let name): "'\(shortened(name))' is given twice"
        case .notDate(let found, let suggestion):
            "'\(shortened(found))' is not a date; write year-month-day"
                + (suggestion.map { ", such as \($0)" } ?? ", such as 2026-06-30")
        case .notTime(let found): "'\(shortened(found))' is not a time of day; write 08:30"
        case .notDateTime(let found): "'\(shortened(found))' is not a date with a time; write 2026-06-30T08:30"
        case .notGeopoint(let found):
            "'\(shortened(found))' is not a point; write latitude and longitude in degrees: 15.12 108.8"
        case .geopointOutOfRange(let found): "'\(shortened(found))' is not on the globe"
        case .notRound(let found, let example): "'\(shortened(found))' is not a round of this form, such as \(example)"
        case .notRowNumber(let found): "'\(shortened(found))' is not a row number from 1"
        }
    }
}
