import Evaluation
import FormModel
import Testing

@Suite("Quantiles")
struct QuantileTests {
    private func values(_ quantile: String, _ numbers: [Int64?]) throws -> FigureValues {
        let survey = try Survey(
            form: "form \"f\" { version = 1, label = \"F\", round = \"half_year\", "
                + "integer \"x\" { label = \"X\", special = { \"dont_know\" } } }",
            rules: "indicator \"q\" { label = \"Q\", over = \"f\", quantile = { of = function(r) return r.x end, "
                + "\(quantile) } }")
        for number in numbers {
            let answer = number.map { Answer.value(.integer($0)) } ?? .missing(.dontKnow)
            survey.add(["x": answer], form: "f")
        }
        return try survey.total("q")
    }

    @Test("the median of an odd and an even number, by both rules; what is not known is left out")
    func median() throws {
        #expect(try values("at = 0.5", [5, 1, 3]).value == 3)
        #expect(try values("at = 0.5", [4, 1, 3, 2]).value == 2)
        #expect(try values("at = 0.5, rule = \"hf7\"", [4, 1, 3, 2]).value == 2.5)
        let missing = try values("at = 0.25, rule = \"hf7\"", [4, 1, nil, 3, 2])
        #expect(missing.value == 1.75 && missing.n == 4 && missing.missingCount == 1)
        // Where each record stands for itself, there is no sampling error.
        #expect(missing.error == nil)
    }

    @Test("nothing known has no quantile")
    func none() throws {
        #expect(try values("at = 0.5", []).value == nil)
        #expect(try values("at = 0.5", [nil]).value == nil)
    }
}
