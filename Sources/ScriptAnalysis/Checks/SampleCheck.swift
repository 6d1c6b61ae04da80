import FormModel
import LuaSyntax
import Scripting

/// Tries each formula over samples and tells, with a record that shows it: operations with what was not asked, negation
/// of it, conditions that always come out the same, questions that nobody is ever asked.
struct SampleCheck {
    let forms: FormMap
    let interpreter: Interpreter
    let tell: (Finding) -> Void
    /// Whether something was told already of what stands between two places.
    let isTold: (Place, Place) -> Bool

    /// What a formula came to over all samples.
    private struct Results {
        var runs = 0
        var yes = 0
        var no = 0
        var others = 0
    }

    func check(_ formula: Formula) {
        // Reports, alerts and tests read no record of their own.
        guard formula.form != nil else { return }
        let world = SampleWorld(forms, interpreter)
        if formula.property == "constraint" { world.unconstrained = formula.field }
        var results = Results()
        var told: Set<Interpreter.Event> = []
        let isWhole = world.explore {
            do {
                guard try runs(formula, world) else { return }
            } catch {
                // Where it is not known when it runs, nothing is said of all its runs.
                results.others += 1
                throw error
            }
            results.runs += 1
            let arguments = try arguments(formula, world)
            do {
                let result = try interpreter.call(formula.closure, arguments)
                let events = interpreter.events.filter { !told.contains($0) && matters($0, result, formula, arguments) }
                note(events, of: formula, world, &told)
                switch result.kind {
                case .boolean(true): results.yes += 1
                case .boolean(false), .nil: results.no += 1
                default: results.others += 1
                }
            } catch {
                // A fault in an interview counts as missing; what it was is noted.
                note(interpreter.events.filter(\.isOperand), of: formula, world, &told)
                results.others += 1
            }
        }
        guard isWhole, !world.isInexact, formula.isCondition, !world.fieldsReadDirectly.isEmpty, results.others == 0
        else { return }
        // A name that is not on its list, say, is why a condition never holds: it is told once.
        guard !isTold(formula.first, formula.last) else { return }
        if results.runs > 1 || formula.property == "relevant" { judge(formula, results) }
    }

    /// Whether a negation of what was not asked makes a difference here: where the guard stands behind it, it makes none.
    private func matters(
        _ event: Interpreter.Event, _ result: Datum, _ formula: Formula, _ arguments: [Datum]
    ) -> Bool {
        guard !event.isOperand else { return true }
        interpreter.flipped = event
        defer { interpreter.flipped = nil }
        guard let other = try? interpreter.call(formula.closure, arguments) else { return true }
        return other.isTrue != result.isTrue || other.equals(result) == false
    }

    /// Whether the formula runs at all in this sample.
    private func runs(_ formula: Formula, _ world: SampleWorld) throws -> Bool {
        if let form = formula.form, !(try world.holds(formula.conditions, form: form)) { return false }
        guard let among = formula.among else { return true }
        return try interpreter.call(among, arguments(formula, world)).isTrue == true
    }

    private func arguments(_ formula: Formula, _ world: SampleWorld) throws -> [Datum] {
        try formula.arguments.map { argument in
            switch argument {
            case .record(let set): return Datum(.record(SampleRecord(set, in: world)))
            case .answer(let field):
                guard let name = forms.field(field)?.name else { return .unknown }
                return try SampleRecord(field.set, in: world).read(name)
            case .object, .other: return .unknown
            }
        }
    }

    private func judge(_ formula: Formula, _ results: Results) {
        func tell(_ code: String, _ facts: [String: String] = [:]) {
            var facts = facts
            facts.merge(["kind": formula.kind, "id": formula.id, "property": formula.property]) { $1 }
            self.tell(Finding(code, .warning, formula.closure.script, formula.token, facts))
        }
        switch (formula.property, results.yes > 0, results.no > 0) {
        case (_, true, true): return
        // Told of the question, with what stands around it.
        case ("relevant", false, _): return
        case ("among", false, _): tell("W-NEVER-003")
        case (_, false, _): tell("W-ALWAYS-001", ["answer": "false"])
        case (_, true, _): tell("W-ALWAYS-001", ["answer": "true"])
        }
    }

    private func note(
        _ events: Set<Interpreter.Event>, of formula: Formula, _ world: SampleWorld,
        _ told: inout Set<Interpreter.Event>
    ) {
        for event in events where told.insert(event).inserted {
            let (code, file, token, field) =
                switch event {
                case .nilOperand(let file, let token, let field): ("W-NIL-001", file, token, field)
                case .nilNegated(let file, let token, let field): ("W-NIL-002", file, token, field)
                }
            guard let name = forms.field(field)?.name else { continue }
            let place = interpreter.place(file: file, token: token)
            tell(
                Finding(
                    code, .warning, at: place, ["field": name, "sample": written(world), "id": formula.id]))
        }
    }

    /// The answers that show it: `age = 13, connection = mobile`.
    private func written(_ world: SampleWorld) -> String {
        world.sample.compactMap { step in
            guard let name = forms.field(step.field)?.name else { return nil }
            return "\(name) = \(step.value.shown)"
        }.joined(separator: ", ")
    }

    // MARK: Questions that nobody is asked

    /// Tells of questions whose own relevance is never true, and of those where it never is together with what stands
    /// around them.
    func checkReach() {
        for (form, entry) in forms.entries.sorted(by: { $0.key < $1.key }) {
            for container in entry.containers {
                guard let closure = container.relevant.closure, never([(container.set, container.relevant)], form)
                else { continue }
                tell(
                    Finding(
                        "W-NEVER-001", .warning, at: closure.first, ["kind": container.kind, "id": container.id]))
            }
            for (key, functions) in entry.fields {
                guard let field = forms.field(key), !functions.conditions.isEmpty,
                    !functions.conditions.compactMap(\.function.closure).contains(where: { isTold($0.first, $0.last) })
                else { continue }
                check(field, functions, form)
            }
        }
    }

    private func check(_ field: Field, _ functions: FormMap.FieldFunctions, _ form: String) {
        let facts = ["kind": field.question.kind.rawValue, "id": field.name]
        if functions.table.fields["relevant"] != nil, let own = functions.conditions.last,
            let closure = own.function.closure,
            never([own], form)
        {
            return tell(Finding("W-NEVER-001", .warning, at: closure.first, facts))
        }
        if functions.conditions.count > 1, never(functions.conditions, form) {
            tell(Finding("W-NEVER-002", .warning, at: field.question.place, facts))
        }
    }

    /// Whether no sample at all fulfils some conditions.
    private func never(_ conditions: [(set: Int, function: Datum)], _ form: String) -> Bool {
        let world = SampleWorld(forms, interpreter)
        var isReached = false
        var isUnclear = false
        let isWhole = world.explore {
            do {
                if try world.holds(conditions, form: form) { isReached = true }
            } catch {
                isUnclear = true
            }
        }
        return isWhole && !isUnclear && !world.isInexact && !isReached && !world.fieldsRead.isEmpty
    }
}

extension Datum {
    /// The value as a script writes it.
    var shown: String {
        switch kind {
        case .nil: "nil"
        case .boolean(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .float(let value): Value.decimal(value).plainText
        case .string(let text): "\"\(text)\""
        case .chosen(let names): "{ \(names.joined(separator: ", ")) }"
        case .table, .closure, .builtin, .pending, .record, .roster, .unknown: "…"
        }
    }
}
