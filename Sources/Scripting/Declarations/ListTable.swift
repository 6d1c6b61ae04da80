import LuaRuntime
import Messages

/// A CSV file of the workspace: a header and its rows.
public struct ListTable: Hashable, Sendable {
    /// The names of the columns.
    public let columns: [String]
    /// The rows, a cell for each column.
    public let rows: [[String]]

    /// A table; every row has a cell for each column.
    public init(columns: [String], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    func column(_ name: String) -> Int? { columns.firstIndex(of: name) }
}

/// What came of reading a CSV file of the workspace.
public enum ListTableResult: Sendable {
    /// The table.
    case table(ListTable)
    /// There is no such file.
    case absent
    /// The file is wrong, at these lines.
    case problems([(line: Int, message: Message)])
}

/// What `from_csv` gives: the name of a list, and perhaps of one of its columns.
struct ListSource {
    let name: String
    let column: String?

    init?(_ value: LuaValue) {
        guard case .table(let table) = value, table.className == "from_csv", case .string(let name) = table["name"]
        else { return nil }
        self.name = name
        if case .string(let column) = table["column"] { self.column = column } else { self.column = nil }
    }
}
