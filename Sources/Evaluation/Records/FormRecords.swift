import FormModel
import Formulas
import Messages

/// The records of one form as a source gives them. Each head, row and column is read once, whatever views are made.
final class FormRecords {
    let layout: FormLayout
    let headers: RecordHeaders
    /// The key of each record, or `nil` where a key field has no value; without key fields all are empty.
    let keys: [[String]?]
    /// The view whose columns the script state reads now.
    weak var boundView: RecordView?
    private let source: any RecordSource
    private var rows: [SetRows?]
    private var columns: [[FieldColumn?]]
    private var codedColumns: [[CodedColumn?]]

    init(of layout: FormLayout, from source: any RecordSource) throws(Message) {
        self.layout = layout
        self.source = source
        self.headers = try source.headers(of: layout)
        self.rows = Array(repeating: nil, count: layout.sets.count)
        self.columns = layout.sets.map { Array(repeating: nil, count: $0.fields.count) }
        self.codedColumns = layout.sets.map { Array(repeating: nil, count: $0.fields.count) }
        var keys: [[String]?] = Array(repeating: [], count: headers.ids.count)
        for field in layout.keyFields {
            let column = try source.column(field, of: layout.root, in: layout)
            columns[layout.root.index][field.index] = column
            for record in keys.indices {
                let part = column.key(at: record, of: field.question)
                keys[record] = keys[record].flatMap { key in part.map { key + [$0] } }
            }
        }
        self.keys = keys
    }

    /// The rows of a set.
    func rows(of set: RecordSet) throws(Message) -> SetRows {
        if let known = rows[set.index] { return known }
        let found = try source.rows(of: set, in: layout)
        rows[set.index] = found
        return found
    }

    /// A field of a set, a row for each of `rows`.
    func column(_ field: Field, of set: RecordSet) throws(Message) -> FieldColumn {
        if let known = columns[set.index][field.index] { return known }
        let found = try source.column(field, of: set, in: layout)
        columns[set.index][field.index] = found
        return found
    }

    /// A field of a set, as columns read it.
    func codedColumn(_ field: Field, of set: RecordSet) throws(Message) -> CodedColumn {
        if let known = codedColumns[set.index][field.index] { return known }
        let found = CodedColumn(try column(field, of: set), of: field.question)
        codedColumns[set.index][field.index] = found
        return found
    }
}
