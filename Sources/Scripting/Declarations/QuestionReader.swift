import FormModel
import LuaRuntime
import Messages

/// Reads one question.
struct QuestionReader {
    let sink: DiagnosticSink
    let lists: ListReader

    static let properties = [
        "label", "hint", "guidance_hint", "required", "default", "relevant", "constraint", "constraint_message", "warn",
        "warn_message", "calculation", "choices", "choice_filter", "special", "read_only", "personal", "appearance",
        "pattern", "min", "max", "formerly", "consent", "self_only", "across", "uses_personal",
    ]

    /// The kinds whose values can be held against `min` and `max`.
    private static let bounded: Set<QuestionKind> = [.integer, .decimal, .calculate]

    func question(_ declaration: Declaration, kind: QuestionKind) -> Question {
        let reader = PropertyReader(declaration, sink: sink)
        var question = Question(kind: kind, name: declaration.id, place: declaration.place)
        readTexts(reader, into: &question)
        readLogic(reader, into: &question)
        readValues(reader, into: &question)
        question.personal = reader.boolean("personal") ?? false
        question.appearance = reader.string("appearance")
        question.formerly = reader.names("formerly") ?? []
        question.consent = reader.boolean("consent") ?? false
        question.selfOnly = reader.boolean("self_only") ?? false
        question.across = reader.string("across")
        if question.selfOnly, question.across != nil { reader.report("E-SELF-001", at: "self_only") }
        reader.names("uses_personal")
        reader.finish(allowed: QuestionReader.properties)
        return question
    }

    private func readTexts(_ reader: PropertyReader, into question: inout Question) {
        if question.kind != .calculate { reader.require("label") }
        question.label = reader.text("label")
        question.hint = reader.text("hint")
        question.guidanceHint = reader.text("guidance_hint")
        question.constraintMessage = reader.text("constraint_message")
        question.warnMessage = reader.text("warn_message")
    }

    private func readLogic(_ reader: PropertyReader, into question: inout Question) {
        let boolean = { (value: LuaValue) -> Bool? in
            guard case .boolean(let boolean) = value else { return nil }
            return boolean
        }
        question.required = reader.property("required", boolean, expected: "boolean") ?? .constant(false)
        question.readOnly = reader.property("read_only", boolean, expected: "boolean") ?? .constant(false)
        question.relevant = reader.function("relevant")
        question.constraint = reader.function("constraint")
        question.warn = reader.function("warn")
        question.calculation = reader.function("calculation")
        question.choiceFilter = reader.function("choice_filter")
        if question.kind == .calculate { reader.require("calculation") }
    }

    private func readValues(_ reader: PropertyReader, into question: inout Question) {
        question.min = reader.number("min")
        question.max = reader.number("max")
        if !QuestionReader.bounded.contains(question.kind) {
            for (property, bound) in [("min", question.min), ("max", question.max)] where bound != nil {
                reader.report("E-PROP-014", at: property)
            }
        }
        if let min = question.min, let max = question.max, min > max { reader.report("E-PROP-007", at: "min") }
        question.pattern = reader.string("pattern")
        question.special = special(reader)
        if question.kind.hasChoices {
            reader.require("choices")
            if reader.has("choices") { question.choices = lists.choices(reader) }
        } else if reader.has("choices") {
            reader.report("E-PROP-008", at: "choices")
        }
        if let value = reader.raw("default") {
            question.defaultValue = defaultValue(value, question, reader)
        }
    }

    private func special(_ reader: PropertyReader) -> [MissingReason] {
        let allowed: [MissingReason] = [.dontKnow, .refused, .notApplicable]
        return (reader.names("special") ?? []).compactMap { name in
            if let reason = allowed.first(where: { $0.name == name }) { return reason }
            reader.oneOf("special", found: name, allowed: allowed.map(\.name))
            return nil
        }
    }

    private func defaultValue(_ value: LuaValue, _ question: Question, _ reader: PropertyReader) -> Property<Value>? {
        if case .function(let function) = value { return .computed(sink.functions.reference(function)) }
        if let constant = Value(value, for: question) { return .constant(constant) }
        reader.report(
            "E-PROP-002", at: "default", ["expected": question.kind.rawValue, "found": value.typeName])
        return nil
    }
}
