import Interchange
import VietText

/// A table of texts, printed as a table, JSON or CSV.
struct PlainTable {
    let columns: [String]
    /// The headings where people read the table; the names of the columns by default.
    var titles: [String]?
    /// The columns that hold whole numbers.
    var numeric: Set<Int> = []
    let rows: [[String]]

    func text(as format: OutputFormat) -> String {
        switch format {
        case .table: table
        case .json: json.text
        case .csv: csv
        }
    }

    private var table: String {
        let cells = [titles ?? columns] + rows.map { $0.map(\.printableLine) }
        let widths = columns.indices.map { column in cells.map { $0[column].displayWidth }.max() ?? 0 }
        return cells.map { row in
            let line = row.enumerated().map { place, cell in
                cell.padded(to: widths[place], numeric.contains(place) ? .right : .left)
            }.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }

    private var json: JSON {
        .array(
            rows.map { row in
                .object(
                    zip(columns.indices, row).map { place, cell in
                        (
                            columns[place],
                            numeric.contains(place) ? Int(cell).map { .integer($0) } ?? .null : .string(cell)
                        )
                    })
            })
    }

    private var csv: String {
        let sink = MemorySink()
        var writer = CSVWriter(sink)
        // A sink in memory takes everything.
        try? writer.write(columns)
        for row in rows { try? writer.write(row) }
        try? writer.close()
        return String(decoding: sink.bytes, as: UTF8.self)
    }
}
