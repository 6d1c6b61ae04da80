import ArgumentParser
import FormModel
import Foundation
import Messages
import Storage
import VietText

/// `chiso data show`: one record, with its versions on request.
struct DataShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one record.")

    @OptionGroup var options: GlobalOptions
    @Flag(help: "Also every version: when, who, why.") var history = false
    @Flag(name: .customLong("include-personal"), help: "Personal fields as well.") var includePersonal = false
    @Argument(help: "The record's id, or its beginning.") var id: String

    func run() throws {
        let open = try OpenWorkspace(options)
        let workspace = try open.loadSound([.surveys])
        guard let store = try open.storeToRead() else { throw Failure(.noInput, Message("E-CLI-009", ["id": id])) }
        let (found, layout) = try find(in: store, workspace.forms.map(\.layout))
        guard let stored = try store.record(found, layout: layout) else {
            throw Failure(.noInput, Message("E-CLI-009", ["id": id]))
        }
        Terminal.out(text(stored, layout))
        if history { Terminal.out(try versions(found, layout, store, open)) }
    }

    /// The one record whose id this is, or begins so.
    private func find(in store: Store, _ layouts: [FormLayout]) throws -> (id: String, layout: FormLayout) {
        var matching: [(id: String, layout: FormLayout)] = []
        for layout in layouts {
            for known in try store.headers(form: layout.form.id).ids where known.hasPrefix(id) {
                if known == id { return (known, layout) }
                matching.append((known, layout))
            }
        }
        guard matching.count < 2 else {
            throw Failure(.usage, Message("E-CLI-025", ["id": id, "count": "\(matching.count)"]))
        }
        guard let only = matching.first else { throw Failure(.noInput, Message("E-CLI-009", ["id": id])) }
        return only
    }

    private func text(_ stored: StoredRecord, _ layout: FormLayout) -> String {
        let record = stored.record
        let form = "\(layout.form.label.text(in: Terminal.language)) (\(record.form), version \(record.version))"
        var lines = [
            form, "_id: \(record.id)", "_round: \(record.round)", "_date: \(record.date.iso)",
            "_status: \(record.status.rawValue)", "_result: \(record.result.rawValue)",
        ]
        append(record.root, layout.root, layout, indent: 0, to: &lines)
        return lines.joined(separator: "\n")
    }

    private func append(_ row: RecordRow, _ set: RecordSet, _ layout: FormLayout, indent: Int, to lines: inout [String])
    {
        let pad = String(repeating: "  ", count: indent)
        for field in set.fields {
            let shown: String
            switch row.answers[field.index] {
            case .notAsked: continue
            case .missing(let reason): shown = "(\(reason.name))"
            case .value(let value):
                shown = field.question.personal && !includePersonal ? "•••" : value.plainText.printableLine
            }
            lines.append("\(pad)\(field.name): \(shown)")
        }
        for (place, rows) in row.rosters.enumerated() {
            let child = layout.sets[set.rosters[place]]
            for (number, inner) in rows.enumerated() {
                lines.append("\(pad)\(child.name) \(number + 1) (_row \(inner.row))")
                append(inner, child, layout, indent: indent + 1, to: &lines)
            }
        }
    }

    private func versions(_ id: String, _ layout: FormLayout, _ store: Store, _ open: OpenWorkspace) throws -> String {
        let rows = try store.history(id, form: layout.form.id).map { version in
            [
                "\(version.version)", open.text(of: version.storedAt), version.who, version.why ?? "",
                "\(version.formVersion)", String(version.contentHash.prefix(16)),
            ]
        }
        let table = PlainTable(
            columns: ["version", "stored_at", "who", "why", "form_version", "hash"], numeric: [0], rows: rows)
        return "\n" + table.text(as: .table)
    }
}
