import FormModel
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

/// Reads lists of choices and frames, written in the form or kept in `Surveys/choices`.
final class ListReader {
    private let sink: DiagnosticSink
    private let read: (String) -> ListTableResult
    private let names: [String]
    private var tables: [String: ListTable?] = [:]

    /// - Parameters:
    ///   - names: the lists there are, for "did you mean".
    ///   - read: reads the CSV file of a name.
    init(sink: DiagnosticSink, names: [String], read: @escaping (String) -> ListTableResult) {
        self.sink = sink
        self.names = names
        self.read = read
    }

    static func file(of name: String) -> String { "Surveys/choices/\(name).csv" }

    /// The list of a question.
    func choices(_ reader: PropertyReader) -> ChoiceList? {
        guard let value = reader.raw("choices") else { return nil }
        if let source = ListSource(value) { return list(source.name, reader) }
        guard case .table(let table) = value, table.className == nil, table.fields.isEmpty, !table.array.isEmpty else {
            reader.report(
                "E-PROP-002", at: "choices",
                ["expected": "{ { \"name\", vi = …, en = … }, … } | from_csv \"…\"", "found": value.typeName])
            return nil
        }
        var choices: [Choice] = []
        for (number, element) in table.array.enumerated() {
            guard let choice = choice(element) else {
                reader.report("E-CHOICE-001", at: "choices", ["number": "\(number + 1)"])
                continue
            }
            check(choice.name, among: choices) { reader.report($0, at: "choices", $1) }
            choices.append(choice)
        }
        return ChoiceList(choices: choices)
    }

    private func choice(_ value: LuaValue) -> Choice? {
        guard case .table(let table) = value, table.className == nil, table.array.count == 1,
            case .string(let name) = table.array[0]
        else { return nil }
        var texts: [String: String] = [:]
        for field in table.fields {
            guard case .string(let key) = field.key, case .string(let text) = field.value else { return nil }
            texts[key] = text
        }
        return Choice(name: name, label: texts.isEmpty ? LocalizedText(name) : LocalizedText(texts), columns: texts)
    }

    private func check(_ name: String, among choices: [Choice], report: (String, [String: String]) -> Void) {
        if choices.contains(where: { $0.name == name }) { report("E-CHOICE-002", ["name": name]) }
        if name.isEmpty || name.contains(where: \.isWhitespace) { report("E-CHOICE-003", ["name": name]) }
    }

    private func list(_ name: String, _ reader: PropertyReader) -> ChoiceList? {
        guard let table = table(name, reader, at: "choices", absent: .error) else { return nil }
        guard let nameColumn = table.column("name") else {
            reader.report("E-CSV-002", at: "choices", ["file": ListReader.file(of: name), "column": "name"])
            return nil
        }
        var seen: Set<String> = []
        let choices = table.rows.compactMap { row -> Choice? in
            let name = row[nameColumn]
            if !seen.insert(name).inserted { reader.report("E-CHOICE-002", at: "choices", ["name": name]) }
            if name.isEmpty || name.contains(where: \.isWhitespace) {
                reader.report("E-CHOICE-003", at: "choices", ["name": name])
            }
            var labels: [String: String] = [:]
            var columns: [String: String] = [:]
            for (column, cell) in zip(table.columns, row) {
                columns[column] = cell
                if column.hasPrefix("label_"), !cell.isEmpty { labels[String(column.dropFirst(6))] = cell }
                if column == "label", !cell.isEmpty { labels[""] = cell }
            }
            return Choice(
                name: name, label: labels.isEmpty ? LocalizedText(name) : LocalizedText(labels), columns: columns)
        }
        return ChoiceList(source: name, columns: table.columns, choices: choices)
    }

    /// The frame of a form. A frame whose file is not there is only a warning: it may be made later, or kept private.
    func frame(_ reader: PropertyReader, key: [String]) -> (Frame?, String?) {
        guard let value = reader.raw("frame") else { return (nil, nil) }
        guard let source = ListSource(value) else {
            reader.report("E-PROP-002", at: "frame", ["expected": "from_csv \"…\"", "found": value.typeName])
            return (nil, nil)
        }
        guard let table = table(source.name, reader, at: "frame", absent: .warning) else { return (nil, source.name) }
        let wanted = key.count == 1 && table.column(key[0]) == nil ? ["name"] : key
        var columns: [Int] = []
        for name in wanted {
            guard let column = table.column(name) else {
                reader.report("E-CSV-002", at: "frame", ["file": ListReader.file(of: source.name), "column": name])
                return (nil, source.name)
            }
            columns.append(column)
        }
        if key.isEmpty { reader.report("E-CSV-003", at: "frame") }
        return (
            Frame(source: source.name, columns: table.columns, rows: table.rows, keyColumns: columns), source.name
        )
    }

    /// A column of numbers by the name of its row: `from_csv("villages", "households")`.
    func numbers(_ reader: PropertyReader, property: String) -> [String: Double]? {
        guard let value = reader.raw(property) else { return nil }
        guard let source = ListSource(value), let columnName = source.column else {
            reader.report(
                "E-PROP-002", at: property, ["expected": "from_csv(\"…\", \"column\")", "found": value.typeName])
            return nil
        }
        guard let table = table(source.name, reader, at: property, absent: .error) else { return nil }
        guard let name = table.column("name"), let column = table.column(columnName) else {
            var facts = DiagnosticSink.facts(unknown: columnName, among: table.columns)
            facts["file"] = ListReader.file(of: source.name)
            facts["column"] = table.column("name") == nil ? "name" : columnName
            reader.report("E-CSV-002", at: property, facts)
            return nil
        }
        var numbers: [String: Double] = [:]
        for row in table.rows {
            guard let number = Double(row[column]), number.isFinite, number >= 0 else {
                reader.report(
                    "E-CSV-004", at: property,
                    ["file": ListReader.file(of: source.name), "name": row[name], "value": row[column]])
                continue
            }
            numbers[row[name]] = number
        }
        return numbers
    }

    private func table(_ name: String, _ reader: PropertyReader, at property: String, absent: Severity) -> ListTable? {
        if let known = tables[name] { return known }
        switch read(name) {
        case .table(let table):
            tables[name] = .some(table)
            return table
        case .absent:
            var facts = DiagnosticSink.facts(unknown: name, among: names)
            facts["file"] = ListReader.file(of: name)
            sink.report(
                absent == .error ? "E-CSV-001" : "W-FRAME-001", absent, at: reader.place(of: property), facts)
        case .problems(let problems):
            tables[name] = .some(nil)
            for problem in problems {
                sink.report(
                    Diagnostic(at: Place(file: ListReader.file(of: name), line: problem.line), problem.message))
            }
        }
        return nil
    }
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
