import Evaluation
import FormModel
import Messages
import Scripting

/// What the rules find in the records of a report. Their scripts are loaded only when a report asks: a report without
/// them neither needs them nor has its run named by them.
final class ReportValidations {
    private let open: OpenWorkspace
    private let source: any RecordSource
    private let options: EvaluationOptions
    private var loaded: Workspace?

    init(open: OpenWorkspace, source: any RecordSource, options: EvaluationOptions) {
        self.open = open
        self.source = source
        self.options = options
    }

    /// The results of the rules over a form, or of all.
    func results(of form: String?) throws(Message) -> [ValidationResult] {
        let workspace = try workspace()
        var settings = ValidationOptions(asOf: options.asOf, period: options.period, calendar: options.calendar)
        settings.until = options.asOf
        settings.language = options.language
        settings.filters = options.filters
        settings.told = 0
        let rules = workspace.validations.filter { form == nil || $0.form == form }
        return try Validator(workspace, source: source, options: settings).results(of: rules)
    }

    /// A file of rules with an error is left out, and told; what is wrong elsewhere was told when the report's own
    /// scripts were loaded.
    private func workspace() throws(Message) -> Workspace {
        if let loaded { return loaded }
        let workspace: Workspace
        do {
            workspace = try open.load([.surveys, .indicators, .validations])
        } catch {
            throw error as? Message ?? Message("E-CLI-026", ["text": "\(error)"])
        }
        let faults = ScriptFaults(workspace)
        let warnings = faults.errors(in: [.validations]).map { Diagnostic(.warning, at: $0.place, $0.message) }
        if !Console.isQuiet {
            DiagnosticPrinter(folder: open.folder, language: Console.language).print(warnings)
        }
        workspace.leaveOut(faults)
        loaded = workspace
        return workspace
    }
}
