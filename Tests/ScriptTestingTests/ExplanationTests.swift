import Evaluation
import FormModel
import Foundation
import Messages
import ScriptAnalysis
import ScriptTesting
import Scripting
import Testing
import WorkspaceFixtures

/// Every example of `chiso explain-code` shows what it says: the wrong one its code, the right one nothing.
@Suite("The examples of the explanations are true")
struct ExplanationTests {
    private static let household: String = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("ScriptingTests/Wrong/household.lua")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    /// Told only of what a command reads from files: the cells of a CSV file.
    private static let examples = Explanation.all.filter { $0.wrong != nil && !$0.code.hasPrefix("E-TABLE") }

    private func fixture(_ example: String) -> Fixture {
        var fixture = Fixture()
        for (path, text) in Explanation.files(of: example) {
            let name = String(path.split(separator: "/").last?.split(separator: ".").first ?? "")
            if path.hasPrefix("Rules/lib/") {
                fixture.modules[name] = text
            } else if path.hasSuffix(".csv") {
                fixture.lists[name] = text.split(separator: "\n").map {
                    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                }
            } else {
                fixture.scripts[path] = text
            }
        }
        if !example.contains("form \"household\"") { fixture.scripts["Surveys/h.lua"] = Self.household }
        return fixture
    }

    /// What is told of an example: codes, and the sentences in which other codes stand.
    /// - Parameter isOfLifting: whether it is about which engine runs a formula, which nobody else is told.
    private func told(_ example: String, isOfLifting: Bool) throws -> [String] {
        let fixture = fixture(example)
        let workspace = try fixture.load(language: .vietnamese)
        var told = (workspace.diagnostics + ScriptAnalysis(workspace).diagnostics).filter { $0.severity != .note }
        if isOfLifting { told += FormulaEngines(workspace).diagnostics }
        if fixture.scripts.keys.contains(where: { $0.hasPrefix("Rules/tests/") }) {
            let runner = ScriptTestRunner(fixture.sources, settings: TestSettings())
            told += try runner.load { _ in true }.tests.compactMap { runner.run($0).failure }
        }
        return told.map { "\($0.message.code): \($0.message.text(in: .vietnamese))" }
    }

    @Test("the wrong one", arguments: examples)
    func wrong(explanation: Explanation) throws {
        let told = try told(explanation.wrong ?? "", isOfLifting: explanation.code.hasPrefix("N-LIFT"))
        #expect(told.contains { $0.contains(explanation.code) }, "\(told)")
    }

    @Test("the right one", arguments: examples)
    func right(explanation: Explanation) throws {
        let told = try told(explanation.right ?? "", isOfLifting: explanation.code.hasPrefix("N-LIFT"))
        #expect(told == [])
    }

    @Test("No code is explained twice, and none that nothing tells")
    func codes() {
        let codes = Explanation.all.map(\.code)
        #expect(codes.count == Set(codes).count)
        #expect(Set(codes).subtracting(Catalogue.codes).isEmpty)
    }

    @Test("Everything that is told of a script before it runs is explained")
    func complete() {
        let prefixes = [
            "E-SYNTAX", "E-DECL", "E-NAME", "E-REF", "E-PROP", "E-FIELD", "E-GLOBAL", "E-TYPE", "W-", "E-CYCLE",
            "N-LIFT-0",
        ]
        let data = ["W-ROW", "W-CLI", "W-ASKED", "W-UNIT", "W-SAMPLE", "W-FRAME", "N-LIFT-020"]
        let codes = Catalogue.codes.filter { code in
            prefixes.contains { code.hasPrefix($0) } && !data.contains { code.hasPrefix($0) }
        }
        #expect(Set(codes).subtracting(Explanation.all.map(\.code)) == [])
    }
}
