import FormModel
import LuaRuntime
import Messages
import Scripting

/// How a function of the form ended.
enum CallResult {
    case value(LuaValue)
    case missing(MissingReason)
    /// It failed, and that is reported.
    case fault(Message)
}

/// How a condition of the form ended.
enum ConditionResult {
    case holds(Bool)
    case missing(MissingReason)
    /// It failed, and that is reported.
    case fault
}

/// The form's functions, called with the record they stand in.
extension FormEvaluation {
    /// Calls a function; a fault is reported for the item it belongs to.
    /// - Parameter leading: the arguments before the record.
    func call(
        _ function: FunctionReference, _ instance: FormInstance, for item: FormItem?, leading: [LuaValue] = []
    ) throws(Unsettled) -> CallResult {
        let workspace = engine.workspace
        if let message = engine.overrun(of: function) { return fault(message, item, instance) }
        demands.removeAll(keepingCapacity: true)
        let record = LuaValue.record(set: engine.binding.sets[instance.set], row: Int32(instance.number))
        let outcome = workspace.state.call(
            workspace.host.functions[function], leading + [record], limit: .seconds(engine.limit))
        switch outcome {
        case .value(let value): return .value(value)
        case .missing(let reason): return .missing(MissingReason(lua: reason))
        case .notReady(let token):
            guard demands.indices.contains(Int(token)) else {
                return fault(Message("E-RECORD-001", ["place": "\(function.place)"]), item, instance)
            }
            throw Unsettled(target: demands[Int(token)])
        case .fault(let luaFault):
            let located = Diagnostic(luaFault, in: workspace).located
            let message = Message(
                located.code, located.facts.merging(["place": "\(function.place)"]) { known, _ in known })
            if luaFault.kind == .time { engine.noteOverrun(of: function, message) }
            return fault(message, item, instance)
        }
    }

    private func fault(_ message: Message, _ item: FormItem?, _ instance: FormInstance) -> CallResult {
        report(.fault, item, instance, message)
        return .fault(message)
    }

    /// Calls a condition: `nil` counts as false, and what is neither true nor false is a fault (`semantics.md` 1.4).
    func condition(
        _ function: FunctionReference, _ instance: FormInstance, for item: FormItem, leading: [LuaValue] = []
    ) throws(Unsettled) -> ConditionResult {
        switch try call(function, instance, for: item, leading: leading) {
        case .value(.boolean(let holds)): return .holds(holds)
        case .value(.none): return .holds(false)
        case .value(let other):
            let facts = ["found": other.shownWithoutText, "place": "\(function.place)"]
            report(.fault, item, instance, Message("E-COND-001", facts))
            return .fault
        case .missing(let reason): return .missing(reason)
        case .fault: return .fault
        }
    }

    /// Whether a question must be answered; one whose function is missing or failed need not (`semantics.md` 1.9).
    func isRequired(_ field: Field, _ instance: FormInstance) throws(Unsettled) -> Bool {
        switch field.question.required {
        case .constant(let required): return required
        case .computed(let function):
            guard case .holds(let required) = try condition(function, instance, for: .field(field.index)) else {
                return false
            }
            return required
        }
    }

    /// A text in the host's language. A field that is missing is shown as `…`, and so is a text that cannot be made.
    func text(_ text: FormText, _ instance: FormInstance, for item: FormItem) throws(Unsettled) -> String {
        switch text {
        case .constant(let constant): return constant.text(in: engine.workspace.host.language)
        case .computed(let function): return try computedText(function, instance, for: item)
        }
    }

    private func computedText(_ function: FunctionReference, _ instance: FormInstance, for item: FormItem)
        throws(Unsettled)
        -> String
    {
        let language = engine.workspace.host.language
        defer { ellipses = [] }
        while true {
            lastMissing = nil
            // With `…` in the place of a number, a function may fail through no fault of its own.
            let result = try reporting(if: { ellipses.isEmpty }) { () throws(Unsettled) in
                try call(function, instance, for: item)
            }
            switch result {
            case .value(let value): return LocalizedText(value)?.text(in: language) ?? "…"
            case .fault: return "…"
            case .missing:
                guard let field = lastMissing, ellipses.insert(field).inserted else { return "…" }
            }
        }
    }
}
