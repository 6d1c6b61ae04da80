/// Values of many places by many indicators, shaded by how far each is from where it should be.
///
/// The darker, the farther behind: a reader's eye goes to where something is to be done. Every cell prints its value
/// beside the shade, so nothing rests on colour alone.
public struct HeatTable: Hashable, Sendable {
    /// How far a value is from where it should be by now.
    public enum Level: Int, CaseIterable, Hashable, Sendable {
        /// At or beyond the target.
        case reached
        /// At or beyond the target, but what is not known could undo it.
        case uncertain
        /// At or beyond the value expected by now.
        case onPath
        /// Short of it by less than a tenth of it.
        case close
        /// Short of it by less than a quarter.
        case behind
        /// Short of it by a quarter or more.
        case farBehind

        /// The level of a value that lacks a part of the value expected by now.
        public init(shortBy part: Double) {
            switch part {
            case ...0: self = .onPath
            case ..<0.1: self = .close
            case ..<0.25: self = .behind
            default: self = .farBehind
            }
        }
    }

    /// One indicator.
    public struct Column: Hashable, Sendable {
        /// The short name over its values: "II.3.4.7".
        public var header: PlainText
        /// What it is, told beneath the table.
        public var name: PlainText

        /// A column.
        public init(_ header: PlainText, name: PlainText) {
            self.header = header
            self.name = name
        }
    }

    /// One value.
    public struct Cell: Hashable, Sendable {
        /// As it is printed.
        public var printed: PlainText
        /// Its shade; nil where it cannot or must not be judged.
        public var level: Level?

        /// A value.
        public init(_ printed: PlainText, _ level: Level? = nil) {
            self.printed = printed
            self.level = level
        }
    }

    /// One place.
    public struct Row: Hashable, Sendable {
        /// What it is called.
        public var label: PlainText
        /// A cell for each column.
        public let cells: [Cell]
    }

    /// Printed above; may be empty.
    public var caption: PlainText
    /// What the rows are: "Thôn".
    public var rowsName: PlainText
    /// From left to right.
    public let columns: [Column]
    /// From top to bottom.
    public private(set) var rows: [Row] = []
    /// What else stands in the cells, each by its mark.
    public var footnotes: [Table.Footnote] = []

    /// A table without rows.
    public init(caption: PlainText = "", rowsName: PlainText, columns: [Column]) throws(TableError) {
        guard !columns.isEmpty else { throw .noColumns }
        self.caption = caption
        self.rowsName = rowsName
        self.columns = columns
    }

    /// Adds a place with a cell for each column.
    public mutating func append(_ label: PlainText, _ cells: [Cell]) throws(TableError) {
        guard cells.count == columns.count else {
            throw .cellCount(row: rows.count + 1, found: cells.count, expected: columns.count)
        }
        rows.append(Row(label: label, cells: cells))
    }
}

extension HeatTable {
    /// What the columns are, where their headers do not tell it already.
    var key: String {
        columns.filter { !$0.name.isEmpty && $0.name != $0.header }.map { "\($0.header): \($0.name)" }
            .joined(separator: "; ")
    }

    /// The levels that stand in it.
    var levels: [Level] {
        let present = Set(rows.flatMap(\.cells).compactMap(\.level))
        return Level.allCases.filter(present.contains)
    }
}
