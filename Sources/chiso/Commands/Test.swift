import ArgumentParser
import FormModel
import Foundation
import Messages
import ScriptTesting
import Scripting
import VietText

/// `chiso test`: runs the tests of the scripts.
struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the tests of the scripts (Rules/tests).",
        discussion: """
            Each test starts with no records, on 2026-06-30, and never touches the store. What failed is told with the \
            line of the script; the exit code is 0 if every test passed (or there is none), 1 if one failed, 65 if a \
            script does not load.

              chiso test
              chiso test Rules/tests/household.lua
              chiso test --filter VNeID
            """)

    @OptionGroup var options: GlobalOptions
    @Option(help: "table or json.") var format: OutputFormat = .table
    @Option(help: "Only the tests whose name contains this, marks and capitals aside.") var filter: String?
    @Argument(help: "Only the tests of these files or folders.") var paths: [String] = []

    func run() throws {
        guard format != .csv else {
            throw Failure(
                .usage, Message("E-CLI-015", ["option": "--format", "value": "csv", "allowed": "table, json"]))
        }
        let open = try OpenWorkspace(options)
        let chosen = try paths.map { try ScriptPath($0, in: open.folder) }
        _ = try open.loadSound([.surveys, .indicators])
        let runner = ScriptTestRunner(
            WorkspaceSources(folder: open.folder.url, readList: ListFiles.read), settings: settings(open))
        let (all, diagnostics) = try runner.load { file in chosen.isEmpty || chosen.contains { $0.holds(file) } }
        let tests = all.filter { test in filter.map { test.name.searchKey.contains($0.searchKey) } ?? true }
        let outcomes = tests.enumerated().map { number, test in
            Console.progress("\(number + 1)/\(tests.count)")
            return runner.run(test)
        }
        Console.endProgress()
        try tell(outcomes, diagnostics, open)
    }

    private func settings(_ open: OpenWorkspace) -> TestSettings {
        var settings = TestSettings()
        settings.limits = open.configuration.limits
        settings.calendar = open.calendar
        settings.coverageMinimum = open.configuration.coverageMinimum
        settings.smallCell = open.configuration.smallCell
        settings.reportDue = open.configuration.reportDue
        // What a test finds does not depend on who runs it, but how it is told does.
        settings.language = open.configuration.language
        settings.messages = Console.language
        return settings
    }

    // MARK: Telling

    private func tell(_ outcomes: [TestOutcome], _ diagnostics: [Diagnostic], _ open: OpenWorkspace) throws {
        let failed = outcomes.filter { $0.failure != nil }
        let counts = ["count": "\(outcomes.count - failed.count)", "failed": "\(failed.count)"]
        if format == .json {
            Console.out(json(outcomes, diagnostics).text)
        } else {
            let printer = DiagnosticPrinter(folder: open.folder, language: Console.language)
            printer.print(diagnostics)
            printer.print(failed.compactMap(told))
            if outcomes.isEmpty {
                Console.note(Message("N-TEST-002", filter.map { ["name": $0] } ?? [:]))
            } else {
                Console.out(Message("N-TEST-001", counts).text(in: Console.language))
            }
        }
        let errors = diagnostics.filter { $0.severity == .error }.count
        if errors > 0 { throw Failure(.badData, Message("E-TEST-022", ["count": "\(errors)"])) }
        if !failed.isEmpty { throw Failure(.no) }
    }

    /// The failure with the test's name.
    private func told(_ outcome: TestOutcome) -> Diagnostic? {
        outcome.failure.map { failure in
            let text = failure.message.text(in: Console.language)
            return Diagnostic(
                at: failure.place ?? outcome.test.place,
                Message("E-TEST-001", ["name": outcome.test.name, "text": text]))
        }
    }

    private func json(_ outcomes: [TestOutcome], _ diagnostics: [Diagnostic]) -> JSON {
        let rows = outcomes.map { outcome in
            JSON.object([
                ("name", .string(outcome.test.name)), ("file", .string(outcome.test.place.file)),
                ("line", .integer(outcome.test.place.line)),
                ("status", .string(outcome.failure == nil ? "passed" : "failed")),
                ("failure", outcome.failure.map(DiagnosticJSON.json) ?? .null),
            ])
        }
        let failed = outcomes.count { $0.failure != nil }
        return .object([
            ("passed", .integer(outcomes.count - failed)), ("failed", .integer(failed)), ("tests", .array(rows)),
            ("diagnostics", .array(diagnostics.map(DiagnosticJSON.json))),
        ])
    }
}
