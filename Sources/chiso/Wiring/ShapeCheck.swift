import FormModel
import Messages
import Scripting
import Storage

/// Holds the forms of a workspace against the shapes with which the store has collected data (`semantics.md` 2.11).
struct ShapeCheck {
    let store: Store

    /// An error for each form whose shape is another than its version had, or cannot read what is stored; a note for
    /// each that has a new version, with what it changes.
    func diagnostics(_ layouts: [FormLayout]) throws -> [Diagnostic] {
        try layouts.flatMap { layout in try diagnostics(layout) }
    }

    private func diagnostics(_ layout: FormLayout) throws -> [Diagnostic] {
        let form = layout.form
        if let conflict = try store.typeConflict(of: layout) { return [Diagnostic(at: form.place, conflict.message)] }
        let stored = try store.formShapes(form.id)
        let shape = FormShape(layout)
        if let same = stored[form.version] {
            let changes = shape.changes(since: same)
            guard !changes.isEmpty else { return [] }
            let facts = ["form": form.id, "version": "\(form.version)"]
            let code = StorageError.messagePrefix + StorageError.Code.shapeChanged.rawValue
            return [Diagnostic(at: form.place, Message(code, changes.facts.merging(facts) { own, _ in own }))]
        }
        guard let last = stored.keys.filter({ $0 < form.version }).max(), let before = stored[last] else { return [] }
        let changes = shape.changes(since: before)
        guard !changes.isEmpty else { return [] }
        let list = { (names: [String]) in names.joined(separator: ", ") }
        let facts = [
            "form": form.id, "version": "\(form.version)", "before": "\(last)", "added": list(changes.added),
            "removed": list(changes.removed), "renamed": list(changes.renamed), "narrowed": list(changes.narrowed),
            "changed": list(changes.changed),
        ]
        return [Diagnostic(.note, at: form.place, Message("N-SHAPE-001", facts))]
    }
}
