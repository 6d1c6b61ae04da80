import FormModel
import Messages
import Scripting

/// Checks collected records against the rules of a workspace (`validation "id" { … }`).
///
/// A workspace's rules and a source of records come in; for each rule goes out how many records keep it, break it, could
/// not be evaluated, and on how many the rule itself failed. A missing answer never breaks a rule (`semantics.md` 1.2).
/// Rules run over columns, all records at once; a record is never loaded by itself.
public final class Validator {
    private let workspace: Workspace
    private let source: any RecordSource
    private let options: ValidationOptions
    private let formulas: ColumnFormulas
    private var forms: [String: ValidatedForm] = [:]
    private var wanted: [Validation] = []
    /// The rules that were left out since a filter does not fit them (N-VALIDATE-001).
    public private(set) var notes: [Message] = []

    /// A validator of records.
    public init(_ workspace: Workspace, source: any RecordSource, options: ValidationOptions) {
        self.workspace = workspace
        self.source = source
        self.options = options
        self.formulas = ColumnFormulas(workspace: workspace)
    }

    /// The results of some rules, in the given order.
    /// - Throws: `Message` where nothing can be checked: a source that fails, a sample without weights.
    public func results(of validations: [Validation]) throws(Message) -> [ValidationResult] {
        workspace.host.today = options.asOf
        workspace.host.language = options.language
        wanted = validations
        var results: [String: ValidationResult] = [:]
        for validation in validations where validation.over != nil {
            results[validation.id] = noting(validation, try overRecords(validation))
        }
        // The state reads one view of a form at a time; the figures make their own.
        for form in forms.values { form.view.unbind() }
        try addFigureRules(validations.filter { $0.over == nil }, to: &results)
        return validations.compactMap { results[$0.id] }
    }

    private func overRecords(_ validation: Validation) throws(Message) -> ValidationResult? {
        guard let over = validation.over, let binding = workspace.form(ofPath: over),
            let set = binding.layout.set(path: over)
        else { throw Message("E-REF-001", ["name": validation.over ?? "", "place": "\(validation.place)"]) }
        let form = try validated(binding)
        return try RecordRule(validation: validation, set: set, form: form, formulas: formulas).result()
    }

    private func addFigureRules(
        _ validations: [Validation], to results: inout [String: ValidationResult]
    ) throws(Message) {
        guard !validations.isEmpty else { return }
        let evaluator = Evaluator(workspace, source: source, options: options.evaluation)
        for validation in validations {
            let result = try evaluator.session { () throws(Message) in try overFigures(validation, evaluator) }
            results[validation.id] = noting(validation, result)
        }
    }

    private func overFigures(_ validation: Validation, _ evaluator: Evaluator) throws(Message) -> ValidationResult? {
        do {
            return try FigureRule(validation, evaluator: evaluator).result(told: options.told)
        } catch  where error.code == "E-EVAL-003" {
            return nil
        }
    }

    private func noting(_ validation: Validation, _ result: ValidationResult?) -> ValidationResult? {
        if result == nil {
            let names = options.filters.map(\.name).joined(separator: ", ")
            notes.append(Message("N-VALIDATE-001", ["id": validation.id, "name": names]))
        }
        return result
    }

    private func validated(_ binding: FormBinding) throws(Message) -> ValidatedForm {
        let id = binding.layout.form.id
        if let known = forms[id] { return known }
        let records = try FormRecords(of: binding.layout, from: source)
        let form = try ValidatedForm(
            binding, records: records, workspace: workspace, formulas: formulas, options: options)
        forms[id] = form
        try formulas.prepare(wanted.flatMap { conditions(of: $0, over: binding.layout) }, over: form.view)
        return form
    }

    /// What a rule asks of each record by itself.
    private func conditions(
        of validation: Validation, over layout: FormLayout
    ) -> [(function: FunctionReference, set: Int)] {
        guard let over = validation.over, let set = layout.set(path: over) else { return [] }
        switch validation.rule {
        case .condition(let function), .uniqueValue(let function):
            return [validation.among, function].compactMap { $0 }.map { ($0, set.index) }
        case .uniqueFields: return [validation.among].compactMap { $0 }.map { ($0, set.index) }
        // A comparison with an earlier record needs the pairs.
        case .earlier: return []
        }
    }
}
