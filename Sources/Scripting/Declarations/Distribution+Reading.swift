import FormModel
import LuaRuntime
import Messages

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
                return numeric(name, kind.value, question).flatMap { special(table, beside: name, $0) }
            }
            return weights(table, question: question, names: names)
        case .none, .table, .row, .list, .set, .record, .roster, .object:
            let expected = "{ name = 1, … } | { normal = { 3.5, 1.2 } } | value | function"
            return .failure(Message("E-PROP-002", ["expected": expected, "found": value.typeName]))
        case .boolean, .integer, .number, .string, .date:
            guard let constant = constant(value, question) else {
                return .failure(
                    Message("E-PROP-002", ["expected": question?.kind.rawValue ?? "value", "found": value.typeName]))
            }
            return .success(.constant(constant))
        }
    }

    /// A value of the question's kind; numbers are rounded to it when they are drawn.
    private static func constant(_ value: LuaValue, _ question: Question?) -> Value? {
        guard let question else { return Value(calculated: value) }
        let isNumber = (question.kind == .integer || question.kind == .decimal) && value.finiteNumber != nil
        return isNumber ? Value(calculated: value) : Value(value, for: question)
    }

    private static func numeric(_ kind: String, _ value: LuaValue, _ question: Question?) -> Result<
        Distribution, Message
    > {
        if let question, !suits(kind, question.kind) {
            return .failure(Message("E-PROP-013", ["distribution": kind, "question": question.kind.rawValue]))
        }
        let parts: [LuaValue] = if case .table(let table) = value { table.array } else { [value] }
        let numbers = parts.compactMap(\.finiteNumber)
        switch (kind, numbers.count) {
        case ("uniform", 2) where numbers[0] <= numbers[1]: return .success(.uniform(numbers[0], numbers[1]))
        case ("normal", 2) where numbers[1] >= 0: return .success(.normal(numbers[0], numbers[1]))
        case ("lognormal", 2) where numbers[1] >= 0: return .success(.logNormal(numbers[0], numbers[1]))
        case ("share", 1) where (0...1).contains(numbers[0]): return .success(.share(numbers[0]))
        default:
            let allowed = "uniform = { a, b }, normal = { 3.5, 1.2 }, lognormal = { 3.5, 1.2 }, share = 0…1"
            return .failure(Message("E-PROP-004", ["value": "\(kind) = \(value.shown)", "allowed": allowed]))
        }
    }

    /// A share is of yes and no; the others give numbers.
    private static func suits(_ distribution: String, _ kind: QuestionKind) -> Bool {
        switch kind {
        case .yesNo: distribution == "share"
        case .integer, .decimal: distribution != "share"
        case .text, .selectOne, .selectMultiple, .rank, .date, .time, .dateTime, .note, .calculate, .geopoint,
            .barcode:
            false
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
                let name = if case .string(let name) = field.key { name } else { field.key.shown }
                return .failure(Message("E-PROP-001", DiagnosticSink.facts(unknown: name, among: allowed + kinds)))
            }
            guard let weight = field.value.finiteNumber, (0...1).contains(weight) else {
                return .failure(Message("E-PROP-004", ["value": "\(name) = \(field.value.shown)", "allowed": "0…1"]))
            }
            special.append(Weighted(name: name, weight: weight))
        }
        let sum = special.reduce(0) { $0 + $1.weight }
        guard sum <= 1 else { return .failure(Message("E-PROP-004", ["value": "\(sum)", "allowed": "0…1"])) }
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
                case .boolean(let value): value ? "yes" : "no"
                default: field.key.shown
                }
            guard let weight = field.value.finiteNumber, weight >= 0 else {
                return .failure(Message("E-PROP-004", ["value": "\(name) = \(field.value.shown)", "allowed": "≥ 0"]))
            }
            if let allowed, !allowed.contains(name), !isFree(name, question) {
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

    /// Whether a weight may stand for a value that no list tells: a number, or a text of any kind.
    private static func isFree(_ name: String, _ question: Question?) -> Bool {
        guard let question else { return false }
        switch question.kind {
        case .yesNo, .selectOne, .selectMultiple, .rank: return false
        case .integer: return Int64(name) != nil
        case .decimal: return Double(name)?.isFinite == true
        case .text, .date, .time, .dateTime, .note, .calculate, .geopoint, .barcode: return true
        }
    }
}
