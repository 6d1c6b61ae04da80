import FormModel

/// Writes records as a CSV file and one for each roster (`cli.md`, Data in and out). Read again, they give the same.
///
/// The records' columns are `_id`, `_round`, `_date`, `_status`, `_result`, the fields in the order of the form, and
/// `_reason.FIELD` for fields that can have a reason. A roster's rows name their record by `_parent_id`, a nested
/// roster's also the rows above by `_parent_row`, their numbers separated by spaces, outermost first.
public struct RecordCSVWriter {
    private let layout: FormLayout
    private let columns: [[Column]]
    private var writers: [CSVWriter]

    /// A field's place in its set, and whether it has a column for its reason.
    private struct Column {
        let field: Int
        let name: String
        let hasReason: Bool
    }

    /// Opens a sink for each set of the layout and writes the headers.
    public init(
        _ layout: FormLayout, personal: PersonalFields = .leftOut, reasons: ReasonColumns? = nil,
        mark: ByteOrderMark = .none, open: (RecordSet) throws(Problem) -> any ByteSink
    ) throws(Problem) {
        let needed = (reasons ?? ReasonColumns(possibleIn: layout)).needed
        self.layout = layout
        self.columns = layout.sets.map { set in
            set.fields.filter { personal.includes($0.question) }.map {
                Column(field: $0.index, name: $0.name, hasReason: needed[set.index][$0.index])
            }
        }
        self.writers = []
        for set in layout.sets {
            var writer = CSVWriter(try open(set), mark: mark)
            try writer.write(header(of: set))
            writers.append(writer)
        }
    }

    /// Writes a record and the rows of its rosters.
    public mutating func write(_ record: Record) throws(Problem) {
        let head = [record.id, record.round, record.date.iso, record.status.rawValue, record.result.rawValue]
        try write(record.root, set: 0, head: head, above: [], record: record.id)
    }

    /// Finishes the files.
    public mutating func close() throws(Problem) {
        for set in writers.indices { try writers[set].close() }
    }

    private func header(of set: RecordSet) -> [String] {
        let helpers: [String]
        switch layout.depth(of: set.index) {
        case 0: helpers = HelperName.ofRecords
        case 1: helpers = [HelperName.parentID, HelperName.row]
        default: helpers = [HelperName.parentID, HelperName.parentRow, HelperName.row]
        }
        let own = columns[set.index]
        return helpers + own.map(\.name) + own.filter(\.hasReason).map { HelperName.reason(of: $0.name) }
    }

    private mutating func write(
        _ row: RecordRow, set: Int, head: [String], above: [Int], record: String
    ) throws(Problem) {
        var cells = head
        for column in columns[set] {
            let answer = row.answers[column.field]
            cells.append(answer.value?.plainText ?? "")
            if let reason = answer.writtenReason, !column.hasReason {
                throw Problem(
                    .row(.reasonWithoutColumn(record: record, reason: reason)),
                    at: SourcePlace(file: layout.sets[set].path, field: column.name))
            }
        }
        for column in columns[set] where column.hasReason {
            cells.append(row.answers[column.field].writtenReason ?? "")
        }
        try writers[set].write(cells)
        for (child, rows) in zip(layout.sets[set].rosters, row.rosters) {
            for inner in rows {
                let parentRow = above.isEmpty ? [] : [above.map(String.init).joined(separator: " ")]
                try write(
                    inner, set: child, head: [record] + parentRow + [String(inner.row)], above: above + [inner.row],
                    record: record)
            }
        }
    }
}

extension PersonalFields {
    func includes(_ question: Question) -> Bool {
        switch self {
        case .leftOut: !question.personal
        case .included: true
        }
    }
}
