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
        // Whose record it is, is not known yet; a form with a fault has none that could be shown.
        let workspace = try open.load([.surveys]) { _, _ in [] }.workspace
        // A look at personal data leaves a trace, as an export does.
        guard let store = includePersonal ? try open.storeToWriteIfThere() : try open.storeToRead() else {
            throw Failure(.noInput, Message("E-CLI-009", ["id": id]))
        }
        let (found, layout) = try find(in: store, workspace.forms.map(\.layout))
        guard let stored = try store.record(found, layout: layout) else {
            throw Failure(.noInput, Message("E-CLI-009", ["id": id]))
        }
        if includePersonal { try PersonalAccess.log("show", of: "\(layout.form.id) \(found)", store, open) }
        Console.out(text(stored, layout))
        if history { Console.out(try versions(found, layout, store, open)) }
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
        RecordText(layout: layout, includesPersonal: includePersonal, language: Console.language).text(stored.record)
    }

    private func versions(_ id: String, _ layout: FormLayout, _ store: Store, _ open: OpenWorkspace) throws -> String {
        let rows = try store.history(id, form: layout.form.id).map { version in
            [
                "\(version.version)", open.text(of: version.storedAt), version.who, version.why ?? "",
                "\(version.formVersion)", String(version.contentHash.prefix(16)),
            ]
        }
        var table = PlainTable(
            columns: ["version", "stored_at", "who", "why", "form_version", "hash"], numeric: [0], rows: rows)
        if Console.language == .vietnamese {
            table.titles = ["bản", "lưu lúc", "người lưu", "lý do", "bản biểu mẫu", "mã"]
        }
        return "\n" + table.text(as: .table)
    }
}
