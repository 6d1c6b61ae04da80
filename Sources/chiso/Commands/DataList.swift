import ArgumentParser
import FormModel
import Foundation
import Messages
import Storage
import VietText

/// `chiso data list`: what the store holds.
struct DataList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Count the records by form, round, status and result, or list those of a form.",
        discussion: """
            Records of single days are counted by month; --round tells them apart.

              chiso data list
              chiso data list --round 2026-03
              chiso data list household --round 2026-H1 --limit 20
              chiso data list household --status returned
              chiso data list household --status complete --result completed --format csv
            """)

    @OptionGroup var options: GlobalOptions
    @Option(help: "table, json or csv.") var format: OutputFormat = .table
    @Option(help: "Only this round; of records of single days also a month.") var round: String?
    @Option(
        help: """
            Only this status: incomplete, complete, approved, rejected or returned; a form's records are then listed \
            with who gave them the status, and the note.
            """) var status: RecordStatus?
    @Option(help: "Only this result of the visit: completed, refused, nobody_home ….") var result: VisitResult?
    @Option(help: "At most so many records of a form.") var limit: Int?
    @Argument(help: "List the records of this form.") var form: String?

    func run() throws {
        let open = try OpenWorkspace(options)
        let store = try open.storeToRead()
        let table: PlainTable
        if let form {
            table = try records(try open.loadForm(form).1.layout, store)
        } else {
            table = try counts(store)
        }
        try open.noteMissing(store)
        Console.out(table.text(as: format))
    }

    private func counts(_ store: Store?) throws -> PlainTable {
        var rows: [(cells: [String], count: Int)] = []
        for count in try store?.counts() ?? []
        where isWanted(count.round) && isWanted(count.status) && isWanted(count.result) {
            let shown = round == nil && DataList.isDay(count.round) ? String(count.round.prefix(7)) : count.round
            let cells = [count.form, shown, count.status.rawValue, count.result.rawValue]
            if let place = rows.firstIndex(where: { $0.cells == cells }) {
                rows[place].count += count.count
            } else {
                rows.append((cells, count.count))
            }
        }
        var table = PlainTable(
            columns: ["form", "round", "status", "result", "count"], numeric: [4],
            rows: rows.map { ($0.cells.prefix(2) + $0.cells.dropFirst(2).map(shown)) + ["\($0.count)"] })
        if Console.language == .vietnamese {
            table.titles = ["biểu mẫu", "kỳ", "trạng thái", "kết quả", "số phiếu"]
        }
        return table
    }

    /// A status or result as people read it; JSON and CSV keep the bare names.
    private func shown(_ name: String) -> String {
        format == .table ? StatusWords.shown(name, Console.language) : name
    }

    private func isWanted(_ found: String) -> Bool {
        guard let round else { return true }
        return found == round || DataList.isDay(found) && found.hasPrefix(round + "-")
    }

    private func isWanted(_ found: RecordStatus) -> Bool { status == nil || status == found }

    private func isWanted(_ found: VisitResult) -> Bool { result == nil || result == found }

    private static func isDay(_ round: String) -> Bool { Day(iso: round) != nil }

    private func records(_ layout: FormLayout, _ store: Store?) throws -> PlainTable {
        let keys = layout.keyFields
        var rows: [[String]] = []
        if let store {
            try store.snapshot {
                let headers = try store.headers(form: layout.form.id)
                let reviews = status == nil ? [:] : try store.currentVersions(form: layout.form.id)
                let columns = try store.columns(layout, set: layout.root, fields: keys.map(\.index)).columns
                for place in 0..<headers.count
                where isWanted(headers.rounds[place]) && isWanted(headers.statuses[place])
                    && isWanted(headers.results[place])
                {
                    if let limit, rows.count >= limit { break }
                    let key = zip(keys, columns).map { field, column in
                        field.question.personal ? "•••" : labelled(cell(column, place), field)
                    }
                    rows.append(
                        [headers.ids[place]] + key
                            + [
                                headers.rounds[place], headers.dates[place].iso,
                                shown(headers.statuses[place].rawValue), shown(headers.results[place].rawValue),
                                "\(headers.versions[place])",
                            ] + review(reviews[headers.ids[place]]))
                }
            }
        }
        var table = PlainTable(
            columns: ["_id"] + keys.map(\.name) + ["_round", "_date", "_status", "_result", "version"]
                + (status == nil ? [] : ["who", "note"]),
            numeric: [keys.count + 5], rows: rows)
        let isVietnamese = Console.language == .vietnamese
        let own =
            isVietnamese
            ? ["kỳ", "ngày", "trạng thái", "kết quả", "bản"] + (status == nil ? [] : ["người ghi", "ghi chú"])
            : Array(table.columns.dropFirst(keys.count + 1))
        table.titles = [isVietnamese ? "mã" : "_id"] + keys.map(title) + own
        return table
    }

    /// Who gave a record the status that is asked for, and what was noted.
    private func review(_ version: CurrentVersion?) -> [String] {
        status == nil ? [] : [version?.who ?? "", version?.why ?? ""]
    }

    /// A key field by its label.
    private func title(_ field: Field) -> String {
        guard case .constant(let label)? = field.question.label else { return field.name }
        return label.text(in: Console.language)
    }

    /// The name of a choice with its label, where people read it.
    private func labelled(_ name: String, _ field: Field) -> String {
        guard format == .table, let label = field.question.choices?[name]?.label.text(in: Console.language),
            label != name
        else { return name }
        return "\(name) (\(label))"
    }

    private func cell(_ column: FieldColumn, _ place: Int) -> String {
        guard column.states[place] == FieldColumn.hasValue else { return "" }
        return switch column.values {
        case .booleans(let values): Value.boolean(values[place] == 1).plainText
        case .integers(let values): "\(values[place])"
        case .decimals(let values): Value.decimal(values[place]).plainText
        case .days(let values): Day(number: Int(values[place])).iso
        case .codes(let codes): column.pool[Int(codes[place])]
        }
    }
}

extension RecordStatus: ExpressibleByArgument {}
extension VisitResult: ExpressibleByArgument {}
