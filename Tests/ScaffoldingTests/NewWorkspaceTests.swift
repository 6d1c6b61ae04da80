import FormModel
import Scripting
import Testing

@testable import Scaffolding

@Suite("A new workspace")
struct NewWorkspaceTests {
    @Test("loads without a fault or warning, and its own tests pass, in both languages", arguments: Language.allCases)
    func works(language: Language) throws {
        let made = Made(language)
        #expect(try made.faults(language) == [])
        #expect(try made.failedTests(language) == [])
        let workspace = try made.fixture.load()
        #expect(workspace.forms.count == 1 && workspace.tests.count >= 8 && workspace.simulations.count == 1)
        #expect(workspace.indicators.count == 4 && workspace.indicators.contains(where: \.isComponent))
        #expect(workspace.indicators.contains { $0.target != nil && !$0.by.isEmpty && $0.owner != nil })
        #expect(workspace.validations.count == 3 && workspace.alerts.count == 1 && workspace.reports.count == 1)
        #expect(workspace.form(NewWorkspace.form) != nil && workspace.reports.first?.id == NewWorkspace.report)
    }

    @Test("works in whatever year it is begun", arguments: ["2019-01-01", "2026-06-30", "2026-07-01", "2058-12-31"])
    func years(date: String) throws {
        let made = Made(.vietnamese, today: try #require(Day(iso: date)))
        #expect(try made.faults() == [])
        #expect(try made.failedTests() == [])
    }

    @Test(
        "speaks of the half-year that has ended",
        arguments: [("2026-01-01", "2025-H2"), ("2026-06-30", "2025-H2"), ("2026-07-01", "2026-H1")])
    func halfYear(date: String, period: String) throws {
        let today = try #require(Day(iso: date))
        #expect(NewWorkspace.lastHalfYear(before: today) == period)
        let readMe = try #require(NewWorkspace(language: .english, today: today).files.first)
        #expect(readMe.path == "README.md" && readMe.text.contains("chiso report summary --period \(period)"))
    }

    @Test("has a configuration that is read without a fault, and asks for its language", arguments: Language.allCases)
    func configuration(language: Language) throws {
        let files = NewWorkspace(language: language, today: Made.today).files
        let toml = try #require(files.first { $0.path == "chiso.toml" }).text
        let configuration = try Configuration(toml: toml)
        #expect(configuration.language == language)
        // What it says is what would be so without it: the file only shows it.
        #expect(configuration.timeZone == Configuration().timeZone)
        #expect(configuration.smallCell == Configuration().smallCell)
        #expect(configuration.coverageMinimum == Configuration().coverageMinimum)
        #expect(configuration.reportDue[NewWorkspace.report] != nil)
    }

    @Test("has the same code in both languages, and nothing left of the templates' marks")
    func languages() throws {
        let vietnamese = NewWorkspace(language: .vietnamese, today: Made.today).files
        let english = NewWorkspace(language: .english, today: Made.today).files
        #expect(vietnamese.map(\.path) == english.map(\.path))
        for (one, other) in zip(vietnamese, english) {
            for text in [one.text, other.text] {
                #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), "\(one.path)")
                #expect(!text.contains { "⟦¦⟧".contains($0) } && !text.contains("--vi") && !text.contains("--en"))
                #expect(Array(text.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8), "\(one.path)")
            }
            guard one.path.hasSuffix(".lua"), !one.path.hasPrefix("Rules/tests/") else { continue }
            #expect(code(one.text) == code(other.text), "\(one.path)")
            #expect(one.text.contains("-- ") && one.text != other.text, "\(one.path)")
        }
    }

    /// The lines that are no comments.
    private func code(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("--") }
    }

    @Test("a template gives the comments of one language, and one of two texts within a line")
    func templates() {
        let template = BilingualText(
            "x {\n  --vi Một\n  --en One\n  test(\"⟦hai¦two⟧\", 1), -- as it is\n#vi a\n#en b\n}")
        #expect(template.text(in: .vietnamese) == "x {\n  -- Một\n  test(\"hai\", 1), -- as it is\n# a\n}")
        #expect(template.text(in: .english) == "x {\n  -- One\n  test(\"two\", 1), -- as it is\n# b\n}")
    }
}
