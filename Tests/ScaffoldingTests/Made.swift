import FormModel
import Scaffolding
import ScriptTesting
import Scripting
import WorkspaceFixtures

/// A workspace of files that were made, in memory.
struct Made {
    var fixture = Fixture()

    /// A day in the middle of a period.
    static let today = Day(number: 20_786)

    init(_ files: [ScaffoldFile] = []) {
        for file in files { add(file) }
    }

    /// A new workspace.
    init(_ language: Language, today: Day = Made.today) {
        self.init(NewWorkspace(language: language, today: today).files)
    }

    mutating func add(_ file: ScaffoldFile) {
        let name = String(file.path.split(separator: "/").last?.split(separator: ".").first ?? "")
        if file.path.hasPrefix("Rules/lib/") {
            fixture.modules[name] = file.text
        } else if file.path.hasPrefix("Surveys/choices/") {
            fixture.lists[name] = file.text.split(separator: "\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
        } else {
            fixture.scripts[file.path] = file.text
        }
    }

    /// What is wrong with it, warnings as well.
    func faults(_ language: Language = .english) throws -> [String] {
        try fixture.load(language: language).diagnostics.map { "\($0.place.map { "\($0)" } ?? ""): \($0.message)" }
    }

    /// What the tests of its scripts find: those that failed.
    func failedTests(_ language: Language = .english) throws -> [String] {
        var settings = TestSettings()
        settings.language = language
        settings.messages = .english
        let runner = ScriptTestRunner(fixture.sources, settings: settings)
        let (tests, diagnostics) = try runner.load { _ in true }
        let failures = tests.compactMap { runner.run($0).failure }
        return (diagnostics + failures).map { "\($0.message.text(in: .english))" }
    }
}
