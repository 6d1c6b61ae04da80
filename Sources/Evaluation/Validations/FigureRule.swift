import FormModel
import LuaRuntime
import Messages
import Scripting

/// Checks one rule between forms: a condition over figures, for the total or in every row of a split.
final class FigureRule: FigureReading {
    let validation: Validation
    let evaluator: Evaluator
    private(set) var sources: [Figure] = []
    var demands: [Indicator] = []

    init(_ validation: Validation, evaluator: Evaluator) {
        self.validation = validation
        self.evaluator = evaluator
    }

    private var workspace: Workspace { evaluator.workspace }
    private var splits: [[String]] { validation.by.map { [[$0]] } ?? [] }

    /// The result; what keeps a figure from being computed is a fault of the rule, and no other rule is held up.
    /// - Throws: `Message` E-EVAL-003 where a filter does not fit, or what a source of records says of itself.
    func result(told: Int?) throws(Message) -> ValidationResult {
        do {
            return try compared(told: told)
        } catch {
            guard error.code != "E-EVAL-003", !error.code.hasPrefix("E-STORE-") else { throw error }
            var result = ValidationResult(validation)
            fail(LocatedFault(place: validation.place, message: error), [], &result)
            return result
        }
    }

    private func compared(told: Int?) throws(Message) -> ValidationResult {
        var result = ValidationResult(validation)
        guard case .condition(let function) = validation.rule else { return result }
        let total = try outcome(of: function) { $0.total }
        for source in sources where source.total.failed > 0 {
            result.faulty = 1
            result.faults = result.faults.merging(source.faults)
        }
        guard result.faulty == 0 else { return result }
        guard let by = validation.by else {
            try take(total, of: function, unit: [], { $0.total }, told: told, &result)
            return result
        }
        for source in sources where source.split([by]) == nil {
            throw Message("E-EVAL-005", ["id": source.indicator.id, "name": by])
        }
        for row in DerivedEvaluation.rows(of: sources.compactMap { $0.split([by]) }) {
            // A source that lacks the row has no number there, and nothing to be compared.
            let pick = { (figure: Figure) in
                figure.split([by])?.rows.first { $0.key == row.key }?.values ?? FigureValues()
            }
            let unit = zip(row.key, row.label).map { ValidationFailure.KeyPart(name: by, key: $0, label: $1) }
            try take(
                try outcome(of: function, pick), of: function, unit: unit, pick, told: told, &result)
        }
        return result
    }

    private func take(
        _ outcome: LuaOutcome, of function: FunctionReference, unit: [ValidationFailure.KeyPart],
        _ pick: @escaping (Figure) -> FigureValues, told: Int?, _ result: inout ValidationResult
    ) throws(Message) {
        switch outcome {
        case .value(.boolean(true)): result.passed += 1
        case .value(.boolean(false)), .value(.none):
            result.failed += 1
            result.failedRecords += 1
            if let told, result.failures.count >= told { return }
            let message = try message(unit, pick, &result)
            result.failures.append(
                ValidationFailure(
                    record: nil, row: nil, round: nil, date: nil, unit: unit, message: message, others: []))
        case .missing(let reason): result.missing[MissingReason(lua: reason), default: 0] += 1
        case .value(let value):
            let facts = ["expected": "true | false | nil", "found": value.shown]
            fail(LocatedFault(place: function.place, message: Message("E-RESULT-001", facts)), unit, &result)
        case .notReady: fail(LocatedFault(place: function.place, message: Message("E-HOST-001")), unit, &result)
        case .fault(let fault):
            let diagnostic = Diagnostic(fault, in: workspace)
            fail(LocatedFault(place: diagnostic.place, message: diagnostic.message), unit, &result)
        }
    }

    private func fail(
        _ fault: LocatedFault, _ unit: [ValidationFailure.KeyPart], _ result: inout ValidationResult
    ) {
        result.faulty += 1
        result.faults = result.faults.merging([group(fault, unit)])
    }

    private func group(_ fault: LocatedFault, _ unit: [ValidationFailure.KeyPart]) -> FaultGroup {
        let name = unit.first.map { "\($0.name)=\($0.key)" } ?? validation.id
        return FaultGroup(place: fault.place, message: fault.message, count: 1, records: [name])
    }

    private func message(
        _ unit: [ValidationFailure.KeyPart], _ pick: @escaping (Figure) -> FigureValues,
        _ result: inout ValidationResult
    ) throws(Message) -> String {
        let language = evaluator.options.language
        switch validation.message {
        case .constant(let text): return text.text(in: language)
        case .computed(let function):
            let outcome = try outcome(of: function, pick)
            switch RecordCalls.text(outcome, of: function, in: language, workspace) {
            case .success(let text): return text
            case .failure(let fault):
                result.faults = result.faults.merging([group(fault, unit)])
                return "…"
            }
        }
    }

    // MARK: Running

    /// Runs a function with the numbers that `pick` takes of each figure; one not yet there is worked out first.
    private func outcome(
        of function: FunctionReference, _ pick: @escaping (Figure) -> FigureValues
    ) throws(Message) -> LuaOutcome {
        let host = workspace.host
        let limit = Duration.seconds(workspace.limits.record)
        defer { host.removeObjects() }
        while true {
            host.removeObjects()
            let object = host.add(SourceFigures(self, pick: pick))
            let outcome = workspace.state.call(host.functions[function], [object], limit: limit)
            guard case .notReady = outcome, !demands.isEmpty else { return outcome }
            for indicator in demands { sources.append(try evaluator.figure(of: indicator, splits: splits)) }
            demands = []
        }
    }
}
