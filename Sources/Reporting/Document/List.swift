/// Points one below the other, bulleted or numbered.
public struct List: Hashable, Sendable {
    /// What stands before each point.
    public enum Style: Hashable, Sendable {
        /// "-", and "+" one level deeper, as administrative documents have it.
        case bulleted
        /// "1.", and "a)" one level deeper.
        case numbered
    }

    /// One point, with the points below it in the same style.
    public struct Item: Hashable, Sendable, ExpressibleByStringLiteral {
        /// What it says.
        public var text: PlainText
        /// The points one level deeper.
        public var items: [Item]

        /// A point with those below it.
        public init(_ text: PlainText, items: [Item] = []) {
            self.text = text
            self.items = items
        }

        /// A point without others below it.
        public init(stringLiteral text: String) {
            self.init(PlainText(text))
        }
    }

    /// What stands before each point.
    public var style: Style
    /// The points of the first level.
    public var items: [Item]

    /// A list of points.
    public init(_ style: Style, _ items: [Item]) {
        self.style = style
        self.items = items
    }
}
