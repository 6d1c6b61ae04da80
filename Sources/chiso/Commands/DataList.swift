import ArgumentParser
import FormModel
import Foundation
import Messages
import Storage
import VietText

/// `chiso data list`: what the store holds.
struct DataList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Count the records by form, round, status and result, or list those of a form.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "table, json or csv.") var format: OutputFormat = .table
    @Option(help: "Only this round.") var round: String?
    @Option(help: "At most so many records of a form.") var limit: Int?
    @Argument(help: "List the records of this form.") var form: String?

    func run() throws {
        let open = try OpenWorkspace(options)
        let table: PlainTable
        if let form {
            let workspace = try open.loadSound([.surveys])
            let layout = try FormNamed.find(form, in: workspace).layout
            table = try records(layout, try open.storeToRead())
        } else {
            table = try counts(try open.storeToRead())
        }
        Terminal.out(table.text(as: format))
    }

    private func counts(_ store: Store?) throws -> PlainTable {
        let rows = try store?.counts().filter { round == nil || $0.round == round }.map {
            [$0.form, $0.round, $0.status.rawValue, $0.result.rawValue, "\($0.count)"]
        }
        return PlainTable(columns: ["form", "round", "status", "result", "count"], numeric: [4], rows: rows ?? [])
    }

    private func records(_ layout: FormLayout, _ store: Store?) throws -> PlainTable {
        let keys = layout.keyFields
        var rows: [[String]] = []
        if let store {
            try store.snapshot {
                let headers = try store.headers(form: layout.form.id)
                let columns = try store.columns(layout, set: layout.root, fields: keys.map(\.index)).columns
                for place in 0..<headers.count where round == nil || headers.rounds[place] == round {
                    if let limit, rows.count >= limit { break }
                    let key = columns.map { column -> String in
                        guard case .codes(let codes) = column.values, column.states[place] == FieldColumn.hasValue
                        else { return "" }
                        return column.pool[Int(codes[place])]
                    }
                    rows.append(
                        [headers.ids[place]] + key
                            + [
                                headers.rounds[place], headers.dates[place].iso, headers.statuses[place].rawValue,
                                headers.results[place].rawValue, "\(headers.versions[place])",
                            ])
                }
            }
        }
        return PlainTable(
            columns: ["_id"] + keys.map(\.name) + ["_round", "_date", "_status", "_result", "version"],
            numeric: [keys.count + 5], rows: rows)
    }
}
