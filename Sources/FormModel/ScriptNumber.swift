/// A number as a cell of a list or a script's text writes it: as Lua does; the decimal comma is for people.
public enum ScriptNumber: Hashable, Sendable {
    /// A whole number.
    case integer(Int64)
    /// A fraction.
    case number(Double)

    /// The number that a text stands for; `nil` where it is none.
    public init?(_ text: String) {
        guard text.utf8.count <= ScriptNumber.longest else { return nil }
        if let integer = Int64(text) {
            self = .integer(integer)
        } else if let number = Double(text), number.isFinite {
            self = .number(number)
        } else {
            return nil
        }
    }

    /// No number is written longer.
    private static let longest = 1_000
}
