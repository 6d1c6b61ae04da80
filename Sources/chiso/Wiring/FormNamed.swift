import Messages
import Scripting

/// Finds a form by the name that was typed.
enum FormNamed {
    static func find(_ id: String, in workspace: Workspace) throws -> FormBinding {
        if let binding = workspace.form(id) { return binding }
        throw Failure(.usage, Message("E-CLI-004", Suggestion.facts(id, among: workspace.forms.map(\.layout.form.id))))
    }
}
