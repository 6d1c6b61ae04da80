/// Lines and signs that screens are drawn with.
public struct Glyphs: Hashable, Sendable {
    /// A line from left to right, one column of it.
    public let horizontal: String
    /// A line from top to bottom.
    public let vertical: String
    /// Stands before an entry of a list.
    public let bullet: String
    /// Stands at what is done or chosen.
    public let check: String
    /// Stands before the entry that the next key acts upon.
    public let pointer: String
    /// Text goes on to the left.
    public let moreLeft: String
    /// Text goes on to the right.
    public let moreRight: String
    /// There is more above.
    public let moreAbove: String
    /// There is more below.
    public let moreBelow: String
    /// Something was left out.
    public let ellipsis: String

    /// Signs of Unicode, each one column wide.
    public static let unicode = Glyphs(
        horizontal: "─", vertical: "│", bullet: "•", check: "✓", pointer: "›", moreLeft: "‹", moreRight: "›",
        moreAbove: "↑", moreBelow: "↓", ellipsis: "…")

    /// The same in ASCII, for terminals of which no more is known.
    public static let ascii = Glyphs(
        horizontal: "-", vertical: "|", bullet: "*", check: "x", pointer: ">", moreLeft: "<", moreRight: ">",
        moreAbove: "^", moreBelow: "v", ellipsis: "...")
}
