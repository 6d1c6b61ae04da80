import Evaluation
import FormModel
import Testing
import WorkspaceFixtures

@Suite("Quantiles")
struct QuantileTests {
    @Test("A quantile says that it is not computed yet, instead of giving no value in silence")
    func notComputed() throws {
        let workspace = try Fixture(
            form: "form \"f\" { version = 1, label = \"F\", integer \"x\" { label = \"X\" } }",
            rules: """
                indicator "median" {
                  label = "Median", over = "f", quantile = { of = function(r) return r.x end, at = 0.5 },
                }
                """
        ).load()
        #expect(workspace.diagnostics.map(\.message.code) == ["N-QUANTILE-001"])
        #expect(!workspace.hasErrors)
        let day = try #require(Day(iso: "2026-06-30"))
        let evaluator = Evaluator(workspace, source: MemoryRecords(), options: EvaluationOptions(asOf: day))
        let figure = try #require(try evaluator.figures(of: workspace.indicators).first)
        #expect(figure.total.value == nil)
        #expect(figure.failed == 1)
        #expect(figure.failures.map(\.message.code) == ["E-EVAL-004"])
    }
}
