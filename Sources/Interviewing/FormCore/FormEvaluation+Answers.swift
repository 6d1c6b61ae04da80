import FormModel
import LuaRuntime
import Messages
import Scripting

/// What is asked, and what the answers are.
extension FormEvaluation {
    /// The answer of a field as functions read it, and as the record holds it.
    func answer(of place: Int, _ instance: FormInstance) throws(Unsettled) -> Answer {
        let field = layout.sets[instance.set].fields[place]
        switch try relevance(of: field, instance) {
        case .notAsked:
            refuseAnswer(instance.given.answers[place], of: field, instance, butFor: .notAsked)
            return .notAsked
        case .missing(let reason):
            refuseAnswer(instance.given.answers[place], of: field, instance, butFor: .missing(reason))
            return .missing(reason)
        case .asked:
            guard let calculation = field.question.calculation else { return try plain(field, instance) }
            return try calculated(calculation, field, instance)
        }
    }

    /// An answer given to what is not asked is an error, unless it says so itself.
    private func refuseAnswer(_ given: Answer?, of field: Field, _ instance: FormInstance, butFor allowed: Answer) {
        guard source.refusesUnasked, let given, given != allowed, given != .notAsked, given != .missing(.unanswered)
        else { return }
        report(.error, .field(field.index), instance, Message("E-ROW-001", ["field": field.name]))
    }

    private func plain(_ field: Field, _ instance: FormInstance) throws(Unsettled) -> Answer {
        let given = try source.answer(to: field, instance, in: self)
        switch given {
        case .value(let value): return .value(value)
        case .missing(let reason) where reason != .unanswered && reason != .notComputed: return .missing(reason)
        case .notAsked:
            report(.error, .field(field.index), instance, Message("E-ROW-002", ["field": field.name]))
            return .missing(.unanswered)
        case nil, .missing:
            let takesDefault = source.takesDefaults || given == nil && isNewByItself(field, instance)
            guard takesDefault, let value = try defaultValue(of: field, instance) else {
                return .missing(.unanswered)
            }
            return .value(value)
        }
    }

    /// The default of a field: what stands in the script, or what its function gives.
    func defaultValue(of field: Field, _ instance: FormInstance) throws(Unsettled) -> Value? {
        switch field.question.defaultValue {
        case nil: return nil
        case .constant(let value): return value
        case .computed(let function):
            guard case .value(let lua) = try call(function, instance, for: .field(field.index)) else { return nil }
            return value(lua, of: field, instance, by: function, otherwise: "E-CALC-002")
        }
    }

    private func calculated(_ function: FunctionReference, _ field: Field, _ instance: FormInstance) throws(Unsettled)
        -> Answer
    {
        var answer = Answer.missing(.notComputed)
        if case .value(let lua) = try call(function, instance, for: .field(field.index)),
            let value = value(lua, of: field, instance, by: function, otherwise: "E-CALC-001")
        {
            answer = .value(value)
        }
        if let given = instance.given.answers[field.index], !given.agrees(withCalculated: answer) {
            report(
                .error, .field(field.index), instance,
                Message("E-ROW-003", ["field": field.name, "expected": answer.plainText, "found": given.plainText]))
        }
        return answer
    }

    /// What a function gave, as a value of the field; one of another kind is a fault of the function.
    private func value(
        _ lua: LuaValue, of field: Field, _ instance: FormInstance, by function: FunctionReference,
        otherwise code: String
    ) -> Value? {
        guard !lua.isEmptyAnswer else { return nil }
        if let value = Value(lua, for: field.question) { return value }
        report(
            .fault, .field(field.index), instance,
            Message(
                code,
                [
                    "field": field.name, "found": lua.shownWithoutText, "kind": field.question.kind.rawValue,
                    "place": "\(function.place)",
                ]))
        return nil
    }

    // MARK: Relevance

    private func relevance(of field: Field, _ instance: FormInstance) throws(Unsettled) -> Relevance {
        if let known = instance.fieldRelevance[field.index] { return known }
        let relevance: Relevance
        if let decided = try systemRelevance(of: field, instance) {
            relevance = decided
        } else {
            let group = engine.plans[instance.set].groupOfField[field.index]
            relevance = try self.relevance(field.question.relevant, within: group, of: .field(field.index), instance)
        }
        instance.fieldRelevance[field.index] = relevance
        return relevance
    }

    /// Whether a roster is asked.
    func relevance(ofRoster place: Int, _ roster: Roster, _ instance: FormInstance) throws(Unsettled) -> Relevance {
        if let known = instance.rosterRelevance[place] { return known }
        let relevance = try relevance(
            roster.relevant, within: engine.plans[instance.set].groupOfRoster[place], of: .roster(place), instance)
        instance.rosterRelevance[place] = relevance
        return relevance
    }

    /// Whether what stands in a group is asked, as far as the group and those around it decide.
    func relevance(insideGroup place: Int, _ instance: FormInstance) throws(Unsettled) -> Relevance {
        let plan = engine.plans[instance.set].groups[place]
        return try relevance(plan.group.relevant, within: plan.outer, of: .group(place), instance)
    }

    /// Whether a note is shown.
    func relevance(ofNote place: Int, _ instance: FormInstance) throws(Unsettled) -> Relevance {
        let plan = engine.plans[instance.set].notes[place]
        return try relevance(plan.question.relevant, within: plan.group, of: .note(place), instance)
    }

    private func relevance(
        _ function: FunctionReference?, within group: Int?, of item: FormItem, _ instance: FormInstance
    ) throws(Unsettled) -> Relevance {
        if try isAway(instance) { return .notAsked }
        if let group {
            let target = FormTarget(instance, .group(group))
            dependencies?.noteReading(of: target)
            guard let outer = instance.groups[group].result else { throw Unsettled(target: target) }
            guard outer == .asked else { return outer }
        }
        guard let function else { return .asked }
        switch try condition(function, instance, for: item) {
        case .holds(let holds): return holds ? .asked : .notAsked
        case .missing(let reason): return .missing(reason)
        case .fault: return .missing(.notComputed)
        }
    }
}

extension LuaValue {
    /// Whether a function that gives this gives no value: `nil`, an empty text, an empty set or list.
    fileprivate var isEmptyAnswer: Bool {
        switch self {
        case .none: true
        case .string(let text): text.allSatisfy(\.isWhitespace)
        case .set(let names): names.isEmpty
        case .list(let values): values.isEmpty
        case .table(let table): table.array.isEmpty && table.fields.isEmpty
        default: false
        }
    }
}

extension Answer {
    /// Whether a cell that was given says the same as a calculation: what a file writes as `5` may be 5 or 5.0.
    fileprivate func agrees(withCalculated answer: Answer) -> Bool {
        switch (self, answer) {
        case (.missing(.unanswered), .missing): true
        case (.value(let given), .value(let value)): given == value || given.plainText == value.plainText
        default: self == answer
        }
    }

    /// The answer as a CSV cell would write it, for messages.
    var plainText: String {
        switch self {
        case .notAsked: "not_asked"
        case .missing(let reason): reason.name
        case .value(let value): value.plainText
        }
    }
}
