import FormModel
import LuaRuntime
import Messages
import Scripting

extension TestCall {
    /// The list at a place, written `{ { name = "md1", households = 742 }, … }`: its columns are all the names that are
    /// used, its cells what a CSV file would hold.
    func list(_ place: Int) throws(Message) -> ListTable {
        guard case .table(let table) = self[place], table.fields.isEmpty else {
            throw wrong(place, expected: "{ { column = value, … }, … }")
        }
        var rows: [[String: String]] = []
        for element in table.array {
            guard case .table(let row) = element, row.array.isEmpty else {
                throw wrong(place, expected: "{ { column = value, … }, … }")
            }
            var cells: [String: String] = [:]
            for field in row.fields {
                guard case .string(let name) = field.key, let cell = field.value.cell else {
                    throw Message("E-TEST-024", ["name": field.key.shown, "found": field.value.typeName])
                }
                cells[name] = cell
            }
            rows.append(cells)
        }
        let columns = Set(rows.flatMap(\.keys)).sorted()
        return ListTable(columns: columns, rows: rows.map { row in columns.map { row[$0] ?? "" } })
    }
}

extension LuaValue {
    /// The value as a cell of a CSV file; `nil` for what no cell can hold.
    fileprivate var cell: String? {
        switch self {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .boolean(let flag): flag ? "true" : "false"
        default: nil
        }
    }
}
