/// How much a terminal can show.
public struct TerminalSize: Hashable, Sendable {
    /// Columns of a row, at least 1.
    public let columns: Int
    /// Rows of the screen, at least 1.
    public let rows: Int

    /// A size; what is below 1 is taken as 1.
    public init(columns: Int, rows: Int) {
        self.columns = max(1, columns)
        self.rows = max(1, rows)
    }

    /// What is assumed where nothing tells the size: 80 columns, 24 rows.
    public static let usual = TerminalSize(columns: 80, rows: 24)
}
