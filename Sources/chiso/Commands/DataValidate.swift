import ArgumentParser
import Evaluation
import FormModel
import Foundation
import Messages
import Scripting
import Storage

/// `chiso data validate`: checks the collected records against the rules of `Rules/validations`.
struct DataValidate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check the collected records against the rules of Rules/validations.",
        discussion: """
            One line a rule: how many records keep it, break it, could not be evaluated since an answer is missing, and \
            on how many the rule itself failed. Checked are the complete and approved records of the period; a rule \
            between forms compares their figures. --rule and --records tell which records break a rule, by the ids \
            that chiso data edit takes.

              chiso data validate
              chiso data validate household --period 2026-H1 --where village=dt1
              chiso data validate --rule one_head --format csv
              chiso data validate --rule one_head --format csv | chiso data review - --return --note "xem lại"

            json: { period, as_of, errors, warnings, rules: [ { id, label, severity, over, checked, passed, failed, \
            failed_records, not_evaluated, not_evaluated_reasons, not_applicable, no_earlier, faults, fault_groups: \
            [ { place, code, message, count, records } ], records } ] }, where records is null unless --rule or \
            --records is given, else [ { id, row, unit, round, date, interviewer, message, others, next } ]; checked \
            is passed + failed + not_evaluated + faults. csv: the same, a row a rule or a row a record.

            Exit codes: 0 no error (there may be warnings), 1 a rule of severity error is broken, 64 wrong arguments, \
            65 a script has an error or a rule failed, 66 no record to be checked.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var time: TimeOptions
    @Option(help: "table, json or csv.") var format: OutputFormat = .table
    @Option(name: .customLong("where"), help: "Only the records of a split: K=V, such as village=dt1.")
    var filters: [String] = []
    @Option(name: .customLong("rule"), help: "Only this rule, with the records that break it; may be repeated.")
    var rules: [String] = []
    @Flag(help: "Tell which records break each rule.") var records = false
    @Flag(help: "Check incomplete and returned records as well.") var incomplete = false
    @Option(help: "At most so many records of a rule (default: 20 in a table, else all).") var limit: Int?
    @Argument(help: "Only the rules over this form.") var form: String?

    private var tellsRecords: Bool { records || !rules.isEmpty }

    func run() throws {
        if let limit, limit < 1 {
            throw Failure(
                .usage, Message("E-CLI-015", ["option": "--limit", "value": "\(limit)", "allowed": "1, 2, 3 …"]))
        }
        var open = try OpenWorkspace(options)
        open.diagnosticFormat = format
        let workspace = try load(open)
        let chosen = try chosen(in: workspace)
        guard !chosen.isEmpty else {
            return Console.note(Message("N-VALIDATE-002", form.map { ["form": $0] } ?? [:]))
        }
        let settings = try settings(open, workspace)
        guard let store = try open.storeToRead() else {
            try open.noteMissing(nil)
            throw nothing
        }
        let knownAt = try time.knownInstant(open)
        let check = try store.snapshot {
            let validator = Validator(
                workspace, source: StoreRecords(store, known: Known(at: knownAt)), options: settings)
            let results = try validator.results(of: chosen)
            return ValidationCheck(
                results: results, notes: validator.notes, options: settings, tellsRecords: tellsRecords,
                interviewers: tellsRecords ? try Interviewers(of: results, store, knownAt: knownAt) : Interviewers())
        }
        try print(check, open)
    }

    private var nothing: Failure {
        var facts: [String: String] = [:]
        facts["period"] = time.period
        facts["form"] = form
        return Failure(.noInput, Message("E-VALIDATE-002", facts))
    }

    private func print(_ check: ValidationCheck, _ open: OpenWorkspace) throws {
        if check.results.isEmpty, let note = check.notes.first { throw Failure(.usage, note) }
        if check.isEmpty { throw nothing }
        for note in check.notes { Console.note(note) }
        switch format {
        case .table: Console.out(ValidationTable(check, language: Console.language, width: Console.width).text)
        case .json: Console.out(ValidationJSON(check, language: Console.language).json.text)
        case .csv: Console.out(ValidationCSV(check, language: Console.language).text)
        }
        if format == .table { tellSums(check) }
        try tellFaults(check, open)
        if check.errors > 0 { throw Failure(.no) }
    }

    private func tellSums(_ check: ValidationCheck) {
        Console.note(
            Message(
                "N-VALIDATE-003",
                [
                    "rules": "\(check.results.count)", "errors": "\(check.errors)", "warnings": "\(check.warnings)",
                    "missing": "\(check.results.map(\.missingCount).reduce(0, +))",
                ]))
        if check.errors + check.warnings > 0 { Console.note(Message("N-VALIDATE-004")) }
    }

    /// Rules that failed themselves, each as `check` shows a fault; what the other rules found was printed all the same.
    private func tellFaults(_ check: ValidationCheck, _ open: OpenWorkspace) throws {
        let failed = check.results.filter { $0.faulty > 0 || !$0.faults.isEmpty }
        guard !failed.isEmpty else { return }
        let printer = DiagnosticPrinter(folder: open.folder, language: Console.language)
        for result in failed {
            for group in result.faults {
                printer.print([Diagnostic(at: group.place, group.message)])
                let facts = [
                    "id": result.validation.id, "count": "\(group.count)",
                    "records": FigureText(language: Console.language).records(group.records, of: group.count),
                ]
                Console.diagnostic("    " + Message("N-VALIDATE-005", facts).text(in: Console.language))
            }
        }
        throw Failure(.badData, Message("E-VALIDATE-003", ["count": "\(failed.count)"]))
    }

    // MARK: What is checked

    private static let parts: [WorkspacePart] = [.surveys, .indicators, .validations]

    /// The scripts; an error ends the command where it lies in what the rules that were asked for rest on.
    private func load(_ open: OpenWorkspace) throws -> Workspace {
        try open.load(DataValidate.parts) { workspace, faults in
            if !rules.isEmpty {
                return rules.map { id in
                    workspace.validation(id).map(faults.error) ?? faults.declaring("validation", id)
                }
            }
            guard let form else { return faults.errors(in: DataValidate.parts) }
            let isKnown = workspace.form(form) != nil || faults.declaring("form", form) != nil
            return (isKnown ? [faults.error(ofForm: form)] : []) + faults.errors(in: [.validations])
        }.workspace
    }

    private func chosen(in workspace: Workspace) throws -> [Validation] {
        if let form { _ = try FormNamed.find(form, in: workspace) }
        guard !rules.isEmpty else {
            return workspace.validations.filter { form == nil || $0.form == form }
        }
        var seen: Set<String> = []
        return try rules.filter { seen.insert($0).inserted }.map { id in
            guard let rule = workspace.validation(id) else {
                let facts = Suggestion.facts(id, among: workspace.validations.map(\.id))
                throw Failure(.usage, Message("E-VALIDATE-001", facts))
            }
            guard form == nil || rule.form == form else {
                throw Failure(.usage, Message("E-VALIDATE-004", ["id": id, "form": form ?? ""]))
            }
            return rule
        }
    }

    private func settings(_ open: OpenWorkspace, _ workspace: Workspace) throws -> ValidationOptions {
        let evaluation = try time.evaluationOptions(open)
        var settings = ValidationOptions(
            asOf: evaluation.asOf, period: evaluation.period, calendar: evaluation.calendar)
        if time.asOf != nil { settings.until = evaluation.asOf }
        settings.language = Console.language
        settings.filters = try SplitFilters.parse(filters)
        try SplitFilters.refuseUnknown(settings.filters, in: workspace)
        settings.includesUnfinished = incomplete
        settings.told = tellsRecords ? limit ?? (format == .table ? 20 : nil) : 0
        return settings
    }
}
