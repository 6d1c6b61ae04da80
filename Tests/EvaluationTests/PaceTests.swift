import Evaluation
import FormModel
import Testing

@Suite("The pace to a target, and who would close the gap")
struct PaceTests {
    private func target(_ comparison: Target.Comparison, baseline: [Int: Double] = [2025: 40]) -> Target {
        var target = Target(comparison: comparison, by: 2030)
        target.baseline = baseline
        return target
    }

    @Test(
        "linear from the last baseline; never where the value stands still or goes away from it",
        arguments: [
            (Target.Comparison.atLeast(90), 50.0, "2030-12-31"), (.atLeast(90), 65.0, "2027-12-31"),
            (.atMost(20), 30.0, "2027-12-31"), (.atLeast(90), 40.0, nil), (.atLeast(90), 39.0, nil),
            (.atLeast(90), 40.001, nil), (.below(10), 41.0, nil),
        ] as [(Target.Comparison, Double, String?)])
    func pace(comparison: Target.Comparison, value: Double, reaches: String?) throws {
        let day = try #require(Day(iso: "2026-12-31"))
        let pace = try #require(target(comparison).pace(to: value, on: day))
        #expect(pace.since.iso == "2025-12-31")
        #expect(abs(pace.perYear - (value - 40) * 365.25 / 365) < 1e-9)
        // Leap years move the day by one or two.
        let found = pace.reaches?.number
        let expected = reaches.flatMap { Day(iso: $0) }?.number
        #expect((found == nil) == (expected == nil))
        if let found, let expected { #expect(abs(found - expected) <= 2) }
    }

    @Test("none where the target is reached, is to hold every year, or nothing lies far enough back")
    func none() throws {
        let day = try #require(Day(iso: "2026-12-31"))
        #expect(target(.atLeast(90)).pace(to: 91, on: day) == nil)
        #expect(target(.atLeast(90), baseline: [:]).pace(to: 50, on: day) == nil)
        #expect(target(.atLeast(90), baseline: [2026: 45]).pace(to: 50, on: day) == nil)
        var yearly = target(.atLeast(90))
        yearly.everyYear = true
        #expect(yearly.pace(to: 50, on: day) == nil)
        // Of two, the later one that is long enough ago.
        let two = try #require(target(.atLeast(90), baseline: [2020: 10, 2025: 40]).pace(to: 50, on: day))
        #expect(two.since.iso == "2025-12-31")
    }

    @Test("a row short of the average closes so much of the gap as its part of the whole")
    func closing() throws {
        let survey = try Survey(
            "select_one \"village\" { label = \"V\", choices = { { \"a\", en = \"A\" }, { \"b\", en = \"B\" }, "
                + "{ \"c\", en = \"C\" } } }, yes_no \"net\" { label = \"N\" },",
            "share = function(r) return r.net end, by = { \"village\" }, target = { at_least = 90, by = 2030 },")
        for (village, nets) in [
            ("a", [true, true, true, true]), ("b", [true, false]), ("c", [false, false, true, true]),
        ] {
            for net in nets { survey.add(["village": .value(.text(village)), "net": .value(.boolean(net))]) }
        }
        // 7 of 10: 70 %. b lies 20 short with 2 of 10, c 20 short with 4 of 10.
        let figure = try survey.figure()
        let found = figure.gapClosing(by: ["village"])
        #expect(found.map(\.key) == [["c"], ["b"]])
        #expect(abs(found[0].gain - 8) < 1e-9 && abs(found[0].part - 0.4) < 1e-9)
        #expect(abs(found[1].gain - 4) < 1e-9 && abs(found[1].part - 0.2) < 1e-9)
        #expect(figure.gapClosing(by: ["nowhere"]).isEmpty)
    }
}
