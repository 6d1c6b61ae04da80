import ArgumentParser
import FormModel
import Foundation
import Interviewing
import Messages
import Storage
import VietText

/// `chiso data show`: one record, with its versions on request.
struct DataShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one record.")

    @OptionGroup var options: GlobalOptions
    @Flag(help: "Also what became of it: visits, answers and their changes, versions, reviews; when, who, why.")
    var history = false
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
        let found = try RecordIndex(store, forms: workspace.forms.map(\.layout.form.id)).find(id)
        guard let binding = workspace.form(found.form),
            let stored = try store.record(found.id, layout: binding.layout)
        else { throw Failure(.noInput, Message("E-CLI-009", ["id": id])) }
        if includePersonal { try PersonalAccess.log("show", of: "\(found.form) \(found.id)", store, open) }
        Console.out(text(stored, binding.layout))
        guard history else { return }
        let engine = FormEngine(binding, in: workspace, limit: open.configuration.limits.interview)
        let lines = try self.lines(of: stored, engine, store, open)
        Console.out("\n" + Message("N-HISTORY-011").text(in: Console.language))
        Console.out(lines.joined(separator: "\n"))
    }

    private func text(_ stored: StoredRecord, _ layout: FormLayout) -> String {
        RecordText(layout: layout, includesPersonal: includePersonal, language: Console.language).text(stored.record)
    }

    private func lines(
        of stored: StoredRecord, _ engine: FormEngine, _ store: Store, _ open: OpenWorkspace
    ) throws -> [String] {
        let (id, form) = (stored.record.id, stored.record.form)
        let state = InterviewState(editing: stored.record, with: engine, language: Console.language)
        let versions = try store.history(id, form: form)
        let records = try versions.map { try store.record(id, layout: engine.layout, version: $0.version)?.record }
        var changes: [Int: [Difference]] = [:]
        for (place, version) in versions.enumerated().dropFirst() {
            guard let before = records[place - 1], let after = records[place] else { continue }
            changes[version.version] = engine.layout.differences(from: before, to: after)
        }
        return RecordHistory(
            interview: Interview(engine, state: state), includesPersonal: includePersonal,
            time: { String(open.text(of: $0).prefix(19)).replacing("T", with: " ") }, width: Console.width ?? 80
        ).lines(
            versions: versions, changes: changes, visits: try store.visits(of: id, form: form),
            events: try store.auditEvents(of: id, form: form))
    }
}
