import FormModel
import LuaRuntime
import Messages

extension Diagnostic {
    /// A fault of a function of a workspace as a diagnostic.
    public init(_ fault: LuaFault, in workspace: Workspace) {
        self = FaultReader(texts: workspace.scripts).diagnostic(fault, loading: nil)
    }

    /// The message with its place, for where only a message can be shown.
    public var located: Message {
        var facts = message.facts
        if let place { facts["place"] = "\(place)" }
        return Message(message.code, facts)
    }
}
