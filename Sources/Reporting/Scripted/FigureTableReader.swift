import Evaluation
import FormModel
import LuaRuntime
import Messages
import VietText

/// Reads `doc:table { rows, columns = { … } }`.
///
/// A row is a figure or a row of one, whose cells follow from the names of the columns; a list of texts, a cell each
/// (`total = true` sets it apart as a sum); or a text alone, which names the rows that follow. A column is a name, or a
/// table: `{ "label", label = "Việc", align = "right" }`.
struct FigureTableReader {
    private let call: CallArguments
    private let object: (LuaValue) -> (any FigureReading)?

    init(_ call: CallArguments, object: @escaping (LuaValue) -> (any FigureReading)?) {
        self.call = call
        self.object = object
    }

    private struct Column {
        let name: String
        let header: PlainText?
        let alignment: TextAlignment?
        var figure: FigureColumn? { FigureColumn(rawValue: name) }
    }

    private var language: Language { call.words.language }

    func table() throws(Message) -> Table {
        let argument = try call.table(0, allowed: ["columns", "caption", "notes"])
        guard argument.items.count == 1, let rows = LuaTable(argument.items[0])?.array else {
            throw argument.wrong("[1]", expected: "list", found: argument.items.first ?? .none)
        }
        let columns = try columns(argument, hasFigures: rows.contains { object($0) != nil })
        var cells: [FigureCell] = []
        do {
            var table = try Table(
                caption: try argument.text("caption") ?? "",
                columns: columns.map { column in
                    Table.Column(
                        column.header ?? PlainText(column.figure?.header(in: language) ?? column.name),
                        column.alignment ?? column.figure?.alignment ?? .left)
                })
            var breaks: [ChangeBreak] = []
            for row in rows { try append(row, to: &table, columns, &cells, &breaks) }
            table.footnotes =
                footnotes(of: cells, shown: columns) + breakNotes(breaks) + (try notes(argument))
            return table
        } catch let message as Message {
            throw message
        } catch {
            throw wrongCells(error)
        }
    }

    private func append(
        _ row: LuaValue, to table: inout Table, _ columns: [Column], _ cells: inout [FigureCell],
        _ breaks: inout [ChangeBreak]
    ) throws {
        if let reading = object(row) {
            let cell = try reading.cell()
            cells.append(cell)
            var texts: [PlainText] = []
            for column in columns {
                guard let figure = column.figure else {
                    throw Message(
                        "E-REPORT-009", unknown(column.name, among: FigureColumn.allCases.map(\.rawValue)))
                }
                texts.append(PlainText(try reading.text(figure, of: cell)))
                guard figure == .change, case .broken(let found) = try reading.change() else { continue }
                breaks += found.filter { !breaks.contains($0) }
            }
            return try table.append(texts)
        }
        if let text = call.words.plain(row) { return table.appendGroup(text) }
        let plain = try call.nested(row, allowed: ["total"])
        if try plain.flag("total") { try table.appendTotal(try plain.texts) } else { try table.append(try plain.texts) }
    }

    private func wrongCells(_ error: any Error) -> Message {
        guard case .cellCount(let row, let found, let expected)? = error as? TableError else {
            return Message(
                "E-REPORT-001",
                ["function": call.function, "property": "columns", "expected": "list", "found": "nil"])
        }
        return Message("E-REPORT-010", ["row": "\(row)", "found": "\(found)", "expected": "\(expected)"])
    }

    // MARK: Columns

    private func columns(_ argument: TableArgument, hasFigures: Bool) throws(Message) -> [Column] {
        guard let value = argument["columns"] else {
            guard hasFigures else { throw argument.wrong("columns", expected: "list", found: .none) }
            return FigureColumn.standard.map { Column(name: $0.rawValue, header: nil, alignment: nil) }
        }
        guard let items = LuaTable(value)?.array else {
            throw argument.wrong("columns", expected: "list", found: value)
        }
        var columns: [Column] = []
        for item in items {
            if case .string(let name) = item {
                // Where no row is a figure, what stands here is a heading even if it is the name of a column.
                columns.append(Column(name: name, header: hasFigures ? nil : PlainText(name), alignment: nil))
                continue
            }
            let table = try call.nested(item, allowed: ["label", "align"])
            let alignment: TextAlignment? =
                switch try table.word("align", among: ["left", "center", "right"]) {
                case "left": .left
                case "center": .center
                case "right": .right
                default: nil
                }
            let name = try table.texts[0].string
            let header = try table.text("label") ?? (hasFigures ? nil : PlainText(name))
            columns.append(Column(name: name, header: header, alignment: alignment))
        }
        return columns
    }

    // MARK: Footnotes

    /// The notes that the script gives, each a mark and its text: `notes = { { "(1)", "…" } }`.
    private func notes(_ argument: TableArgument) throws(Message) -> [Table.Footnote] {
        guard let value = argument["notes"] else { return [] }
        var notes: [Table.Footnote] = []
        for item in LuaTable(value)?.array ?? [value] {
            let texts = try call.nested(item, allowed: []).texts
            guard texts.count == 2 else { throw argument.wrong("notes", expected: "{ \"(1)\", \"…\" }", found: item) }
            notes.append(Table.Footnote(texts[0], texts[1]))
        }
        return notes
    }

    /// Why figures are not compared with those before.
    private func breakNotes(_ breaks: [ChangeBreak]) -> [Table.Footnote] {
        guard !breaks.isEmpty else { return [] }
        let reasons = breaks.map(call.words.reason).joined(separator: "; ")
        return [note(FigureText.breakMark, reasons + ", không so sánh.", en: reasons + "; not compared.")]
    }

    /// What the marks mean that stand in the cells.
    private func footnotes(of cells: [FigureCell], shown columns: [Column]) -> [Table.Footnote] {
        guard columns.contains(where: { $0.figure == .value }) else { return [] }
        var notes: [Table.Footnote] = []
        if cells.contains(where: { $0.disclosure == .few }) {
            notes.append(
                note(
                    "( )", "ít quan sát (dưới 30), hoặc sai số trên 10 điểm.",
                    en: "few observations (below 30), or an error of more than 10 points."))
        }
        if cells.contains(where: { $0.hidesValue }) {
            notes.append(
                note(
                    FigureCell.hiddenMark, "không in, vì có thể nhận ra người hoặc hộ.",
                    en: "not printed, as it could tell of a person or household."))
        }
        if cells.contains(where: { $0.values.atLeast && $0.values.value != nil }) {
            notes.append(
                note("≥", "trước kết quả: ít nhất bằng số này, vì còn phiếu không rõ.", en: "before a value: at least.")
            )
        }
        if let level = cells.lazy.compactMap({ $0.values.error }).first(where: { $0.interval != nil })?.level {
            notes.append(
                note("±", call.words.marginNote(level: level) + ".", en: call.words.marginNote(level: level) + "."))
        }
        return notes + FigureNotes(cells, words: call.words).footnotes
    }

    private func note(_ mark: String, _ vietnamese: String, en english: String) -> Table.Footnote {
        Table.Footnote(PlainText(mark), PlainText(language == .vietnamese ? vietnamese : english))
    }
}

extension CallArguments {
    /// A table within an argument.
    func nested(_ value: LuaValue, allowed: [String]) throws(Message) -> TableArgument {
        guard let table = LuaTable(value) else {
            throw Message(
                "E-REPORT-001",
                ["function": function, "property": "[…]", "expected": "table", "found": value.typeName])
        }
        return try TableArgument(table, of: self, allowed: allowed)
    }
}
