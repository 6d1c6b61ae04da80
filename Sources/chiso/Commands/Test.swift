import ArgumentParser
import FormModel
import Foundation
import Interchange
import Messages
import ScriptTesting
import Scripting
import VietText

/// `chiso test`: runs the tests of the scripts.
struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the tests of the scripts (Rules/tests).",
        discussion: """
            Each test starts with no records, on 2026-06-30, and never touches the store. What failed is told with the \
            line of the script; the exit code is 0 if every test passed (or there is none), 1 if one failed or the \
            coverage is below what is asked for, 65 if a script does not load.

              chiso test
              chiso test Rules/tests/household.lua
              chiso test --filter VNeID --watch
              chiso test --coverage --coverage-min 95
              chiso test --listing Rules/indicators/society.lua
            """)

    @OptionGroup var options: GlobalOptions
    @Option(help: "table or json.") var format: OutputFormat = .table
    @Option(help: "Only the tests whose name contains this, marks and capitals aside.") var filter: String?
    @Flag(help: "Run again at every save of a script; Ctrl-C ends.") var watch = false
    @Flag(help: "Tell how much of the scripts the tests run, by lines and branches.") var coverage = false
    @Option(help: "The least coverage in percent, lines and branches together; less is exit code 1.")
    var coverageMin: Double?
    @Option(help: ArgumentHelp("Write the coverage for lcov and editors.", valueName: "file")) var lcov: String?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Print these scripts with what ran of them; a folder is all in it.", valueName: "path"))
    var listing: [String] = []
    @Option(help: ArgumentHelp("Write the results as JUnit does, for CI.", valueName: "file")) var junit: String?
    @Argument(help: "Only the tests of these files or folders.") var paths: [String] = []

    func validate() throws {
        if let coverageMin, !(0...100).contains(coverageMin) {
            throw ValidationError("--coverage-min is a percentage from 0 to 100")
        }
    }

    func run() throws {
        guard format != .csv else {
            throw Failure(
                .usage, Message("E-CLI-015", ["option": "--format", "value": "csv", "allowed": "table, json"]))
        }
        let open = try OpenWorkspace(options)
        guard watch else { return try once(open) }
        var watched = try WatchedFiles(open.folder)
        while true {
            let open = try OpenWorkspace(options)
            do {
                try once(open)
            } catch let failure as Failure where failure.status == .no || failure.status == .badData {
                // What is wrong was told; the next save is awaited.
                if let message = failure.message { Console.note(message) }
            }
            while try watched.changed() == nil { usleep(250_000) }
            Console.note(Message("N-TEST-003", ["time": String(open.text(of: Date()).dropFirst(11).prefix(8))]))
        }
    }

    private var measuresCoverage: Bool {
        coverage || coverageMin != nil || lcov != nil || !listing.isEmpty
    }

    private func once(_ open: OpenWorkspace) throws {
        let chosen = try paths.map { try ScriptPath($0, in: open.folder) }
        let listed = try listing.map { try ScriptPath($0, in: open.folder) }
        _ = try open.loadSound([.surveys, .indicators])
        let runner = ScriptTestRunner(
            WorkspaceSources(folder: open.folder.url, readList: ListFiles.read), settings: settings(open),
            measuresCoverage: measuresCoverage)
        let (all, diagnostics) = try runner.load { file in chosen.isEmpty || chosen.contains { $0.holds(file) } }
        let tests = all.filter { test in filter.map { test.name.searchKey.contains($0.searchKey) } ?? true }
        let outcomes = tests.enumerated().map { number, test in
            Console.progress("\(number + 1)/\(tests.count)")
            return runner.run(test)
        }
        Console.endProgress()
        let results = TestResults(
            outcomes: outcomes, diagnostics: diagnostics, coverage: runner.coverage, folder: open.folder)
        try write(results)
        if format == .json {
            Console.out(results.json.text)
        } else {
            results.tell(filter: filter, tellsCoverage: coverage || coverageMin != nil, listed: listed)
        }
        try end(results)
    }

    private func write(_ results: TestResults) throws {
        if let junit { try write(results.junit, to: junit) }
        if let lcov, let coverage = results.coverage { try write(coverage.lcov, to: lcov) }
    }

    private func write(_ text: String, to path: String) throws {
        let sink = try FileSink(path: path)
        try sink.write(Array(text.utf8))
        try sink.close()
    }

    private func end(_ results: TestResults) throws {
        let errors = results.diagnostics.filter { $0.severity == .error }.count
        if errors > 0 { throw Failure(.badData, Message("E-TEST-022", ["count": "\(errors)"])) }
        if results.failed > 0 { throw Failure(.no) }
        if let coverageMin, let total = results.coverage?.total, total.percent < coverageMin {
            throw Failure(
                .no,
                Message(
                    "E-TEST-030",
                    ["found": "\((total.percent * 10).rounded(.down) / 10)", "expected": "\(coverageMin)"]))
        }
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
}
