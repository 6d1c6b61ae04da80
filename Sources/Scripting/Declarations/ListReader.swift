import Dispatch
import FormModel
import LuaRuntime
import Messages

/// Reads lists of choices and frames, written in the form or kept in `Surveys/choices`.
final class ListReader {
    private let sink: DiagnosticSink
    private let read: @Sendable (String) -> ListTableResult
    private var ahead: [String: Meanwhile<ListTableResult>] = [:]
    private let names: [String]
    private var tables: [String: ListTable?] = [:]

    /// - Parameters:
    ///   - names: the lists there are, for "did you mean".
    ///   - read: reads the CSV file of a name.
    init(sink: DiagnosticSink, names: [String], read: @escaping @Sendable (String) -> ListTableResult) {
        self.sink = sink
        self.names = names
        self.read = read
    }

    /// Has all lists read.
    func readAhead(on queue: DispatchQueue) {
        for name in names { ahead[name] = Meanwhile(on: queue) { [read] in read(name) } }
    }

    /// The lists that were read, by name.
    var known: [(name: String, table: ListTable)] {
        tables.compactMap { name, table in table.map { (name, $0) } }.sorted { $0.name < $1.name }
    }

    static func file(of name: String) -> String { "Surveys/choices/\(name).csv" }

    /// The list that a file holds; `nil` for a file of another folder.
    static func list(of file: String) -> String? {
        let parts = file.split(separator: "/")
        guard parts.dropLast() == ["Surveys", "choices"], let last = parts.last, last.hasSuffix(".csv") else {
            return nil
        }
        return String(last.dropLast(4))
    }

    /// The list of a question.
    func choices(_ reader: PropertyReader) -> ChoiceList? {
        guard let value = reader.raw("choices") else { return nil }
        if let source = ListSource(value) { return list(source.name, reader) }
        guard case .table(let table) = value, table.className == nil, table.fields.isEmpty, !table.array.isEmpty else {
            reader.wrongType(
                "choices", expected: "{ { \"name\", vi = …, en = … }, … } | from_csv \"…\"", found: value)
            return nil
        }
        var choices: [Choice] = []
        var names: Set<String> = []
        for (number, element) in zip(1..., table.array) {
            guard let choice = choice(element) else {
                reader.report("E-CHOICE-001", at: "choices", entry: number, ["number": "\(number)"])
                continue
            }
            if let code = wrongName(choice.name, &names) {
                reader.report(code, at: "choices", entry: number, ["name": choice.name])
            }
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

    /// The code of what is wrong with the name of a choice.
    private func wrongName(_ name: String, _ names: inout Set<String>) -> String? {
        if name.isEmpty || name.contains(where: \.isWhitespace) { return "E-CHOICE-003" }
        return names.insert(name).inserted ? nil : "E-CHOICE-002"
    }

    private func list(_ source: String, _ reader: PropertyReader) -> ChoiceList? {
        guard let table = table(source, reader, at: "choices", absent: .error) else { return nil }
        guard let nameColumn = table.column("name") else {
            reader.report("E-CSV-002", at: "choices", ["file": ListReader.file(of: source), "column": "name"])
            return nil
        }
        var seen: Set<String> = []
        let choices = table.rows.compactMap { row -> Choice? in
            let name = row[nameColumn]
            if let code = wrongName(name, &seen) {
                reader.report(code, at: "choices", ["name": name, "file": ListReader.file(of: source)])
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
        return ChoiceList(source: source, columns: table.columns, choices: choices)
    }

    /// The frame of a form: a list, or a file. A frame whose file is not there is only a warning: it may be made later,
    /// or kept private.
    func frame(_ reader: PropertyReader, key: [String]) -> (Frame?, String?) {
        guard let value = reader.raw("frame") else { return (nil, nil) }
        if !reader.has("key") { reader.report("E-CSV-003", at: "frame") }
        let source = ListSource(value)
        let table: ListTable
        if let source {
            guard let read = self.table(source.name, reader, at: "frame", absent: .warning)
            else { return (nil, source.name) }
            table = read
        } else {
            guard let written = units(value, reader) else { return (nil, nil) }
            table = written
        }
        // For a key of one field, the column of names serves.
        let wanted = key.count == 1 && table.column(key[0]) == nil ? ["name"] : key
        var columns: [Int] = []
        for name in wanted {
            guard let column = column(name, of: table, source, reader, "frame") else { return (nil, source?.name) }
            columns.append(column)
        }
        let frame = Frame(source: source?.name ?? "", columns: table.columns, rows: table.rows, keyColumns: columns)
        return (frame, source?.name)
    }

    /// A frame that is written in the form: a table for each unit, its name without one.
    private func units(_ value: LuaValue, _ reader: PropertyReader) -> ListTable? {
        guard case .table(let table) = value, table.className == nil, table.fields.isEmpty, !table.array.isEmpty else {
            reader.wrongType("frame", expected: "{ { \"name\", vi = …, en = … }, … } | from_csv \"…\"", found: value)
            return nil
        }
        var rows: [[String: String]] = []
        for (number, element) in zip(1..., table.array) {
            guard let row = unit(element) else {
                reader.report("E-CHOICE-001", at: "frame", entry: number, ["number": "\(number)"])
                continue
            }
            rows.append(row)
        }
        let columns = Set(rows.flatMap(\.keys)).sorted()
        return ListTable(columns: columns, rows: rows.map { row in columns.map { row[$0] ?? "" } })
    }

    private func unit(_ value: LuaValue) -> [String: String]? {
        guard case .table(let table) = value, table.className == nil, table.array.count <= 1 else { return nil }
        var cells: [String: String] = [:]
        if let name = table.array.first {
            guard case .string(let name) = name else { return nil }
            cells["name"] = name
        }
        for field in table.fields {
            guard case .string(let key) = field.key, case .string(let cell) = field.value else { return nil }
            cells[key] = cell
        }
        return cells
    }

    /// A column of numbers by the name of its row: `from_csv("villages", "households")`.
    func numbers(_ reader: PropertyReader, property: String) -> [String: Double]? {
        reader.raw(property).flatMap { numbers($0, reader, property: property) }
    }

    func numbers(_ value: LuaValue, _ reader: PropertyReader, property: String) -> [String: Double]? {
        guard let source = ListSource(value), let columnName = source.column else {
            reader.wrongType(property, expected: "from_csv(\"…\", \"…\")", found: value)
            return nil
        }
        guard let table = table(source.name, reader, at: property, absent: .error) else { return nil }
        guard let name = column("name", of: table, source, reader, property),
            let column = column(columnName, of: table, source, reader, property)
        else { return nil }
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

    private func column(
        _ name: String, of table: ListTable, _ source: ListSource?, _ reader: PropertyReader, _ property: String
    ) -> Int? {
        if let column = table.column(name) { return column }
        var facts = DiagnosticSink.facts(unknown: name, among: table.columns)
        facts["file"] = source.map { ListReader.file(of: $0.name) } ?? "'\(property)'"
        facts["column"] = name
        reader.report("E-CSV-002", at: property, word: name, facts)
        return nil
    }

    private func table(_ name: String, _ reader: PropertyReader, at property: String, absent: Severity) -> ListTable? {
        if let known = tables[name] { return known }
        switch ahead[name]?.value ?? read(name) {
        case .table(let table):
            tables[name] = .some(table)
            return table
        case .absent:
            var facts = DiagnosticSink.facts(unknown: name, among: names)
            facts["file"] = ListReader.file(of: name)
            reader.report(
                absent == .error ? "E-CSV-001" : "W-FRAME-001", as: absent, at: property, word: name, facts)
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
