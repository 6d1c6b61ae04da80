import FormModel

/// The columns of one file, held against the set of records or of roster rows that it holds.
struct SetColumns: Sendable {
    /// The columns of a field, from 0; `nil` where there is none.
    ///
    /// A class, as it is asked for at every cell and holds much.
    final class FieldColumns: Sendable {
        let value: Int?
        let reason: Int?
        let reader: AnswerReader

        init(value: Int?, reason: Int?, reader: AnswerReader) {
            self.value = value
            self.reason = reason
            self.reader = reader
        }
    }

    /// A column of the form's key.
    final class KeyColumn: Sendable {
        let cell: Int
        let reader: AnswerReader

        init(cell: Int, reader: AnswerReader) {
            self.cell = cell
            self.reader = reader
        }
    }

    let set: Int
    let file: String
    let header: CSVHeader
    /// A column for each field of the set.
    let fields: [FieldColumns]
    /// The fields that have a column, with its place and that of the reason's column, -1 for none.
    private let given: [(field: Int, value: Int, reason: Int)]
    /// The columns of the form's key, in its order; empty unless all are there.
    let keys: [KeyColumn]
    private let head: RecordHeadReader
    private let blank: GivenRow

    /// Holds a header against the columns that its set allows and needs; what does not fit goes into `log`.
    init(
        _ header: CSVHeader, file: String, set: RecordSet, in layout: FormLayout, readers: FormReaders,
        helpers: [String], log: inout ProblemLog
    ) {
        self.set = set.index
        self.file = file
        self.header = header
        self.fields = readers.sets[set.index].map {
            FieldColumns(
                value: header.position(of: $0.name), reason: header.position(of: HelperName.reason(of: $0.name)),
                reader: $0)
        }
        self.given = fields.enumerated().compactMap { place, field in
            guard field.value != nil || field.reason != nil else { return nil }
            return (place, field.value ?? -1, field.reason ?? -1)
        }
        let keys = readers.keys.compactMap { reader in
            header.position(of: reader.name).map { KeyColumn(cell: $0, reader: reader) }
        }
        self.keys = keys.count == readers.keys.count ? keys : []
        self.head = RecordHeadReader(length: layout.form.round, suggest: readers.suggest)
        self.blank = readers.blank[set.index]
        log.append(contentsOf: header.problems)
        let keyNames = set.index == 0 ? [] : readers.keys.map(\.name)
        checkNames(of: set, helpers: helpers + keyNames, suggest: readers.suggest, log: &log)
        let missing = set.fields.filter { field in
            fields[field.index].value == nil && !field.question.isCalculated && field.question.kind != .calculate
                && field.question.system?.mayBeLeftOut != true
        }
        let (personal, plain) = (missing.filter(\.question.personal), missing.filter { !$0.question.personal })
        if !plain.isEmpty {
            log.append(Problem(.header(.missingColumns(names: plain.map(\.name))), at: header.place))
        }
        if !personal.isEmpty {
            log.append(Problem(.header(.missingPersonalColumns(names: personal.map(\.name))), at: header.place))
        }
    }

    private func checkNames(of set: RecordSet, helpers: [String], suggest: Suggestions, log: inout ProblemLog) {
        let names = set.fields.map(\.name) + helpers
        let known = Set(names + set.fields.map { HelperName.reason(of: $0.name) } + [HelperName.error])
        for (column, name) in header.names.enumerated() where !name.isEmpty && !known.contains(name) {
            // A field that has been renamed is known by its earlier names.
            let renamed = set.fields.first { $0.question.formerly.contains(name) }?.name
            let nearest: String?
            if name.hasPrefix(HelperName.reason(of: "")) {
                let field = String(name.dropFirst(HelperName.reason(of: "").count))
                nearest = suggest(for: field, among: set.fields.map(\.name)).map(HelperName.reason(of:))
            } else {
                nearest = renamed ?? suggest(for: name, among: names)
            }
            log.append(Problem(.header(.unknownColumn(name: name, nearest: nearest)), at: header.place(column)))
        }
    }

    /// Where a cell of a row stands.
    func place(of cell: Int, in row: CSVRow) -> SourcePlace {
        let place = row.place(cell)
        return SourcePlace(file: file, line: place.line, column: place.column, field: header.names[cell])
    }

    /// The text of a helper column; empty where there is no such column.
    func text(_ name: String, of row: CSVRow) -> String {
        header.position(of: name).map(row.normalText) ?? ""
    }

    /// The number that stands for a row in `GivenRow.source`.
    func source(of row: CSVRow) -> Int { SourceMap.source(set, line: row.line) }

    /// The answers of a row; what is wrong with them goes into `problems`.
    func givenRow(_ row: CSVRow, problems: inout [Problem]) -> GivenRow {
        var given = blank
        given.source = source(of: row)
        for (index, valueCell, reasonCell) in self.given {
            let value = valueCell < 0 ? "" : row.normalText(valueCell)
            let reason = reasonCell < 0 ? "" : row.normalText(reasonCell)
            guard !value.isEmpty || !reason.isEmpty else { continue }
            if !value.isEmpty, !reason.isEmpty {
                let at = place(of: max(valueCell, 0), in: row)
                problems.append(Problem(.row(.valueAndReason(value: value, reason: reason)), at: at))
                continue
            }
            do throws(CellFault) {
                given.answers[index] =
                    value.isEmpty
                    ? try fields[index].reader.answer(reason: reason)
                    : .value(try fields[index].reader.value(ofNormal: value))
            } catch {
                let cell = value.isEmpty ? reasonCell : valueCell
                problems.append(Problem(.cell(error), at: place(of: max(cell, 0), in: row)))
            }
        }
        return given
    }

    /// A row of the records' file; what is wrong with it goes into `problems`.
    func givenRecord(_ row: CSVRow, problems: inout [Problem]) -> GivenRecord {
        var given = GivenRecord(root: givenRow(row, problems: &problems))
        func read<Found>(_ name: String, _ reading: (String) throws(CellFault) -> Found) -> Found? {
            guard let cell = header.position(of: name) else { return nil }
            let text = row.normalText(cell)
            guard !text.isEmpty else { return nil }
            do throws(CellFault) {
                return try reading(text)
            } catch {
                problems.append(Problem(.cell(error), at: place(of: cell, in: row)))
                return nil
            }
        }
        given.id = read(HelperName.id) { text throws(CellFault) in text }
        given.round = read(HelperName.round, head.round)
        given.date = read(HelperName.date, civilDate)
        given.status = read(HelperName.status, head.status)
        given.result = read(HelperName.result, head.result)
        return given
    }

    /// The row's own number; `nil` where it has none.
    func rowNumber(_ row: CSVRow) throws(CellFault) -> Int? {
        let text = text(HelperName.row, of: row)
        guard !text.isEmpty else { return nil }
        guard let number = Int(text), GivenRow.numbers.contains(number) else { throw .notRowNumber(found: text) }
        return number
    }

    /// The numbers of the rows above a row of a nested roster, outermost first.
    func parentPath(_ row: CSVRow, depth: Int) throws(CellFault) -> [Int] {
        guard depth > 0 else { return [] }
        let text = text(HelperName.parentRow, of: row)
        let numbers = text.split(separator: " ").map { Int($0) ?? 0 }
        guard numbers.count == depth, numbers.allSatisfy(GivenRow.numbers.contains) else {
            throw .notRowNumber(found: text)
        }
        return numbers
    }
}
