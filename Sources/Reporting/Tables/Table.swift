import VietText

/// Rows and columns of written figures and texts. Every row has one cell a column: no other table can be made.
///
/// ```swift
/// var table = try Table(columns: [Table.Column("Chỉ tiêu"), Table.Column("Giá trị", .right)])
/// table.appendGroup("II.3.1. Hạ tầng số")
/// try table.append(["Hộ có cáp quang", "83,2 %"])
/// ```
public struct Table: Hashable, Sendable {
    /// One line of a table.
    public enum Row: Hashable, Sendable {
        /// A cell for each column.
        case cells([PlainText])
        /// A cell for each column, set apart as the sum of those above.
        case total([PlainText])
        /// A text over all columns, naming the rows that follow.
        case group(PlainText)
    }

    /// Printed above; may be empty.
    public var caption: PlainText
    /// From left to right, at least one.
    public let columns: [Column]
    /// From top to bottom.
    public private(set) var rows: [Row] = []
    /// Printed below, each by its mark.
    public var footnotes: [Footnote]

    /// A table without rows.
    public init(caption: PlainText = "", columns: [Column], footnotes: [Footnote] = []) throws(TableError) {
        guard !columns.isEmpty else { throw .noColumns }
        self.caption = caption
        self.columns = columns
        self.footnotes = footnotes
    }

    /// Adds a row with a cell for each column.
    public mutating func append(_ cells: [PlainText]) throws(TableError) {
        rows.append(.cells(try checked(cells)))
    }

    /// Adds a row that sums up those above.
    public mutating func appendTotal(_ cells: [PlainText]) throws(TableError) {
        rows.append(.total(try checked(cells)))
    }

    /// Adds a text over all columns, naming the rows that follow.
    public mutating func appendGroup(_ text: PlainText) {
        rows.append(.group(text))
    }

    private func checked(_ cells: [PlainText]) throws(TableError) -> [PlainText] {
        guard cells.count == columns.count else {
            throw .cellCount(row: rows.count + 1, found: cells.count, expected: columns.count)
        }
        return cells
    }
}

/// What keeps cells from being a table.
public enum TableError: Error, Hashable, Sendable {
    /// A table needs a column.
    case noColumns
    /// A row (counted from 1, groups included) has too few or too many cells.
    case cellCount(row: Int, found: Int, expected: Int)
}

extension Table {
    /// A column of a table.
    public struct Column: Hashable, Sendable {
        /// How much room a column asks for. Renderers without fixed columns may take it as a hint.
        public enum Width: Hashable, Sendable {
            /// As much as its texts need, less where room is short.
            case natural
            /// As `natural`, within these bounds in characters.
            case within(ClosedRange<Int>)
            /// A part of what the other columns leave, in proportion to the other columns of this kind.
            case share(Int)
        }

        /// The heading.
        public var header: PlainText
        /// Where its texts stand; figures stand right.
        public var alignment: TextAlignment
        /// The room it asks for.
        public var width: Width

        /// A column.
        public init(_ header: PlainText, _ alignment: TextAlignment = .left, width: Width = .natural) {
            self.header = header
            self.alignment = alignment
            self.width = width
        }
    }

    /// An explanation of a mark in a table.
    public struct Footnote: Hashable, Sendable {
        /// The mark as it stands in the cells: "(1)", "⁑".
        public var mark: PlainText
        /// What it means.
        public var text: PlainText

        /// A footnote.
        public init(_ mark: PlainText, _ text: PlainText) {
            self.mark = mark
            self.text = text
        }
    }
}
