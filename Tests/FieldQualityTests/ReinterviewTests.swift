import FieldQuality
import FormModel
import Testing

@Suite("Re-interviews")
struct ReinterviewTests {
    private func form(_ counts: [(String, Int)]) -> SmallForm {
        var form = SmallForm()
        for (who, count) in counts { for _ in 0..<count { form.add(who: who) } }
        return form
    }

    private func drawn(_ form: SmallForm, share: Double = 0.05, seed: UInt64 = 7) -> [Int] {
        let collected = form.collected
        return ReinterviewSample.drawn(collected, collected.groups("_interviewer"), share: share, seed: seed)
    }

    @Test("each interviewer has 5 % drawn, rounded up, so at least one")
    func sizes() {
        let places = drawn(form([("An", 100), ("Bình", 20), ("Cúc", 21), ("Dũng", 1)]))
        #expect(places == places.sorted() && Set(places).count == places.count)
        #expect(places.filter { $0 < 100 }.count == 5)
        #expect(places.filter { (100..<120).contains($0) }.count == 1)
        #expect(places.filter { (120..<141).contains($0) }.count == 2)
        #expect(places.contains(141))
    }

    @Test("the seed decides; interviews that do not count are never drawn; a later one changes one place at most")
    func seeded() {
        var form = form([("An", 60)])
        let first = drawn(form)
        #expect(drawn(form) == first)
        #expect((8..<20).contains { drawn(form, seed: $0) != first })
        form.add(who: "An", result: .refused)
        #expect(drawn(form) == first)
        form.add(who: "An")
        // 61 interviews make four.
        #expect(drawn(form).count == 4)
        #expect(Set(first).subtracting(drawn(form)).count <= 1)
        #expect(drawn(form, share: 0).isEmpty)
        #expect(drawn(form, share: 1) == Array(0..<60) + [61])
    }

    @Test("the gross difference rate, the index of inconsistency and kappa, against a table worked by hand")
    func variance() throws {
        // First by second: yes-yes 40, yes-no 10, no-yes 5, no-no 45. 15 of 100 differ.
        var variance = ResponseVariance()
        for (first, second, count) in [("y", "y", 40), ("y", "n", 10), ("n", "y", 5), ("n", "n", 45)] {
            for _ in 0..<count { variance.add(first, second) }
        }
        #expect(variance.n == 100 && variance.grossDifferenceRate == 15)
        // By chance agree 50·45/100 + 50·55/100 = 50: the index is 100·15/50 = 30, kappa (0.85 − 0.5)/0.5 = 0.7.
        #expect(try abs(#require(variance.indexOfInconsistency) - 30) < 1e-12)
        #expect(try abs(#require(variance.kappa) - 0.7) < 1e-12)
    }

    @Test("where all gave one answer both times there is nothing to be inconsistent about")
    func oneAnswer() {
        var variance = ResponseVariance()
        for _ in 0..<5 { variance.add("y", "y") }
        #expect(variance.grossDifferenceRate == 0 && variance.indexOfInconsistency == nil && variance.kappa == nil)
        #expect(ResponseVariance().grossDifferenceRate == nil && ResponseVariance().kappa == nil)
    }

    @Test("records of two forms are paired by unit and round, and compared by the fields that both have")
    func comparison() throws {
        var (main, again) = (SmallForm(), SmallForm())
        main.add("v1", "1", ["source": .text("a"), "payments": .number(3), "q1": .yes(true)])
        main.add("v1", "2", ["source": .text("b"), "payments": .missing(.dontKnow), "q1": .missing(.unanswered)])
        main.add("v1", "3", ["source": .text("b")])
        main.add("v2", "1", ["source": .text("c")], status: .rejected)
        again.add("v2", "1", ["source": .text("a")])
        again.add("v1", "2", ["source": .text("c"), "payments": .missing(.dontKnow), "q1": .yes(true)])
        again.add("v1", "1", ["source": .text("a"), "payments": .number(4), "q1": .yes(true)])
        again.add("v1", "3", ["source": .text("a")], round: "2026-H2")
        let comparison = ReinterviewComparison(main.collected, again.collected) { _ in true }
        #expect(comparison.pairs.map { [$0.first, $0.second] } == [[0, 2], [1, 1]])
        let counts = Dictionary(uniqueKeysWithValues: comparison.fields.map { ($0.field.name, $0.variance) })
        #expect(counts["village"] == nil && counts["number"] == nil)
        #expect(counts["source"]?.n == 2 && counts["source"]?.different == 1)
        #expect(counts["payments"]?.n == 2 && counts["payments"]?.different == 1)
        #expect(counts["q1"]?.n == 1 && counts["q1"]?.different == 0)
        #expect(comparison.differences.map(\.different) == [1, 1])
        #expect(comparison.differences.map(\.compared) == [3, 2])
    }
}
