import FormModel
import LuaRuntime
import Messages

/// Reads `simulate` declarations.
struct SimulationReader {
    let sink: DiagnosticSink

    func plan(_ declaration: Declaration, layout: FormLayout) -> SimulationPlan {
        let reader = PropertyReader(declaration, sink: sink)
        for value in declaration.body.array { reader.reportStray(value) }
        var result: Distribution?
        var missing: Distribution?
        var fields = declaration.body.fields
        fields.removeAll { field in
            switch field.key {
            case .string("_result"):
                result = distribution(field.value, nil, reader, "_result", VisitResult.allCases.map(\.rawValue))
                return true
            case .string("_missing"):
                missing = distribution(field.value, nil, reader, "_missing", nil)
                return true
            default: return false
            }
        }
        let root = set(fields, layout.root, layout, reader, nested: nil)
        return SimulationPlan(
            form: declaration.id, place: declaration.place, root: root, result: result, missing: missing)
    }

    private func set(
        _ fields: [LuaTable.Field], _ recordSet: RecordSet, _ layout: FormLayout, _ reader: PropertyReader,
        nested: String?
    ) -> SimulatedSet {
        var plan = SimulatedSet()
        let rosters = recordSet.rosters.map { layout.sets[$0] }
        for entry in fields {
            guard case .string(let name) = entry.key else {
                reader.report("E-PROP-005", at: nested, ["key": entry.key.typeName])
                continue
            }
            let property = nested ?? name
            if let roster = rosters.first(where: { $0.name == name }) {
                guard case .table(let table) = entry.value, table.className == nil, table.array.isEmpty else {
                    reader.report("E-PROP-002", at: property, ["expected": "{ … }", "found": entry.value.typeName])
                    continue
                }
                plan.rosters[name] = set(table.fields, roster, layout, reader, nested: property)
            } else if let field = recordSet.field(name) {
                plan.fields[name] = distribution(entry.value, field.question, reader, property, nil)
            } else {
                var facts = DiagnosticSink.facts(
                    unknown: name, among: recordSet.fields.map(\.name) + rosters.map(\.name))
                facts["set"] = recordSet.path
                reader.report("E-FIELD-001", at: property, facts)
            }
        }
        return plan
    }

    private func distribution(
        _ value: LuaValue, _ question: Question?, _ reader: PropertyReader, _ property: String, _ names: [String]?
    ) -> Distribution? {
        switch Distribution.read(value, question: question, names: names, functions: sink.functions) {
        case .success(let distribution): return distribution
        case .failure(let message):
            reader.report(message.code, at: property, message.facts)
            return nil
        }
    }
}

extension Distribution {
    private static let kinds = ["uniform", "normal", "lognormal", "share"]

    /// Reads a distribution as a script writes it, or as a function of the record gives it.
    /// - Parameters:
    ///   - question: the question it is for, which tells weights of choices from the name of a kind.
    ///   - names: the names that weights may have where there is no question.
    public static func read(
        _ value: LuaValue, question: Question?, names: [String]? = nil, functions: FunctionTable
    ) -> Result<Distribution, Message> {
        switch value {
        case .function(let function):
            return .success(.computed(functions.reference(function)))
        case .table(let table) where table.className == nil && table.array.isEmpty && !table.fields.isEmpty:
            let kind = table.fields.first { if case .string(let name) = $0.key { kinds.contains(name) } else { false } }
            if let kind, case .string(let name) = kind.key {
                return numeric(name, kind.value).flatMap { special(table, beside: name, $0) }
            }
            return weights(table, question: question, names: names)
        case .none, .table, .row, .list, .set, .record, .roster, .object:
            return .failure(
                Message(
                    "E-PROP-002",
                    [
                        "expected": "{ name = weight, … } | { normal = { … } } | value | function",
                        "found": value.typeName,
                    ]))
        case .boolean, .integer, .number, .string, .date:
            guard let constant = question.flatMap({ Value(value, for: $0) }) ?? Value(calculated: value) else {
                return .failure(
                    Message("E-PROP-002", ["expected": question?.kind.rawValue ?? "–", "found": value.typeName]))
            }
            return .success(.constant(constant))
        }
    }

    private static func numeric(_ kind: String, _ value: LuaValue) -> Result<Distribution, Message> {
        var numbers: [Double] = []
        let parts: [LuaValue] = if case .table(let table) = value { table.array } else { [value] }
        for part in parts {
            switch part {
            case .integer(let number): numbers.append(Double(number))
            case .number(let number) where number.isFinite: numbers.append(number)
            default: break
            }
        }
        switch (kind, numbers.count) {
        case ("uniform", 2) where numbers[0] <= numbers[1]: return .success(.uniform(numbers[0], numbers[1]))
        case ("normal", 2) where numbers[1] >= 0: return .success(.normal(numbers[0], numbers[1]))
        case ("lognormal", 2) where numbers[1] >= 0: return .success(.logNormal(numbers[0], numbers[1]))
        case ("share", 1) where (0...1).contains(numbers[0]): return .success(.share(numbers[0]))
        default:
            return .failure(
                Message(
                    "E-PROP-004",
                    [
                        "value": kind,
                        "allowed": "uniform = { a, b }, normal = { mean, sd }, lognormal = { m, s }, share = 0…1",
                    ]))
        }
    }

    /// `{ share = 0.7, dont_know = 0.01 }`: special answers by their probability, beside a kind.
    private static func special(
        _ table: LuaTable, beside kind: String, _ distribution: Distribution
    ) -> Result<Distribution, Message> {
        let allowed = MissingReason.allCases.filter { $0 != .notComputed }.map(\.name)
        var special: [Weighted] = []
        for field in table.fields where field.key != .string(kind) {
            guard case .string(let name) = field.key, allowed.contains(name) else {
                let name = if case .string(let name) = field.key { name } else { field.key.typeName }
                return .failure(Message("E-PROP-001", DiagnosticSink.facts(unknown: name, among: allowed + kinds)))
            }
            let weight: Double? =
                switch field.value {
                case .integer(let number): Double(number)
                case .number(let number): number
                default: nil
                }
            guard let weight, (0...1).contains(weight) else {
                return .failure(Message("E-PROP-004", ["value": name, "allowed": "0…1"]))
            }
            special.append(Weighted(name: name, weight: weight))
        }
        guard special.reduce(0, { $0 + $1.weight }) <= 1 else {
            return .failure(Message("E-PROP-004", ["value": "> 1", "allowed": "0…1"]))
        }
        return .success(special.isEmpty ? distribution : .special(special, else: distribution))
    }

    private static func weights(_ table: LuaTable, question: Question?, names: [String]?) -> Result<
        Distribution, Message
    > {
        var allowed = names
        if let question {
            allowed = (question.choices?.choices.map(\.name) ?? []) + question.special.map(\.name) + ["unanswered"]
            if question.kind == .yesNo { allowed?.append(contentsOf: ["yes", "no"]) }
        }
        var weights: [Weighted] = []
        for field in table.fields {
            let name: String =
                switch field.key {
                case .string(let name): name
                case .integer(let number): String(number)
                case .boolean(let value): value ? "yes" : "no"
                default: ""
                }
            let weight: Double? =
                switch field.value {
                case .integer(let number): Double(number)
                case .number(let number): number
                default: nil
                }
            guard let weight, weight >= 0, weight.isFinite else {
                return .failure(Message("E-PROP-002", ["expected": "\(name) = number", "found": field.value.typeName]))
            }
            let isFree = question.map { !$0.kind.hasChoices && $0.kind != .yesNo } ?? false
            if let allowed, !isFree, !allowed.contains(name) {
                var facts = DiagnosticSink.facts(unknown: name, among: allowed)
                facts["value"] = name
                facts["allowed"] = allowed.prefix(12).joined(separator: ", ")
                return .failure(Message("E-PROP-004", facts))
            }
            weights.append(Weighted(name: name, weight: weight))
        }
        guard weights.contains(where: { $0.weight > 0 }) else {
            return .failure(Message("E-PROP-004", ["value": "0", "allowed": "> 0"]))
        }
        return .success(.weights(weights))
    }
}
