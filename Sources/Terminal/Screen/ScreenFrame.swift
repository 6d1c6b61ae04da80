/// What the screen is to show: rows of styled text from the top, and where the cursor stands.
///
/// A frame knows no terminal. Its text may be anything; `ScreenRenderer` cleans it and cuts it at the right edge.
public struct ScreenFrame: Hashable, Sendable {
    /// The rows from the top; those that are missing at the bottom are empty.
    public var rows: [Row]
    /// Where the cursor is shown; nil hides it.
    public var cursor: Position?

    /// A frame of these rows.
    public init(rows: [Row] = [], cursor: Position? = nil) {
        self.rows = rows
        self.cursor = cursor
    }

    /// One row of the screen.
    public struct Row: Hashable, Sendable, ExpressibleByStringLiteral {
        /// The texts of the row, from the left, next to each other.
        public var spans: [Span]

        /// A row of these spans.
        public init(_ spans: [Span] = []) { self.spans = spans }

        /// A row of one span.
        public init(_ text: String, _ style: TextStyle = .plain) { spans = [Span(text, style)] }

        /// A plain row.
        public init(stringLiteral text: String) { self.init(text) }
    }

    /// A piece of a row in one style.
    public struct Span: Hashable, Sendable {
        /// What is shown. What a terminal would obey is taken out, line breaks become spaces.
        public var text: String
        /// How it is shown.
        public var style: TextStyle

        /// A span of this text.
        public init(_ text: String, _ style: TextStyle = .plain) {
            self.text = text
            self.style = style
        }
    }

    /// A place on the screen, from the upper left corner (0, 0).
    public struct Position: Hashable, Sendable {
        /// The row, from the top.
        public var row: Int
        /// The column, from the left.
        public var column: Int

        /// A place by its row and column.
        public init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }
}

/// How a piece of text looks. Styles say what a text is where they can; the terminal's abilities decide the rest.
public enum TextStyle: Hashable, Sendable, CaseIterable {
    /// As the terminal shows text by itself.
    case plain
    /// Bold letters.
    case bold
    /// Fainter than plain.
    case dim
    /// Foreground and background exchanged: what is chosen.
    case reverse
    /// Underlined.
    case underline
    /// What is wrong: bold, and red.
    case error
    /// What should be looked at: bold, and yellow.
    case warning
    /// What can be done or has been answered: cyan, bold without colour.
    case accent
    /// The name of a part: bold, and blue.
    case heading
}

extension TextStyle {
    /// The parameters of SGR that turn the style on, from the plain one.
    func parameters(coloured: Bool) -> String {
        switch self {
        case .plain: ""
        case .bold: "1"
        case .dim: "2"
        case .underline: "4"
        case .reverse: "7"
        case .error: coloured ? "1;31" : "1"
        case .warning: coloured ? "1;33" : "1"
        case .accent: coloured ? "36" : "1"
        case .heading: coloured ? "1;34" : "1"
        }
    }
}
