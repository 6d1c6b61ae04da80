import Evaluation
import FormModel
import Messages
import Testing
import WorkspaceFixtures

@Suite("Change between periods (semantics 3.13)")
struct ChangeTests {
    private static func survey(
        _ rules: String = "", form: String = "", designs: [String] = ["2026-H1", "2026-H2"], indicator: String = "",
        version: Int = 1
    ) throws -> Survey {
        let designs = designs.map {
            "design \"d\($0.suffix(2))\" { form = \"f\", period = \"\($0)\", strata = \"village\", "
                + "weight = \"w\" }"
        }
        return try Survey(
            """
            select_one "village" { label = "V", choices = { { "a", en = "A" }, { "b", en = "B" } } },
            decimal "w" { label = "W" }, yes_no "net" { label = "N" }, integer "v" { label = "V" },
            roster "person" { label = "P", yes_no "net" { label = "N" } },
            """, "share = function(h) return h.net end, by = { \"village\" }, interval = \"wald\", \(indicator)",
            form: form, version: version,
            rules: """
                indicator "t" { label = "T", over = "f", total = function(h) return h.v end, by = { "village" } }
                indicator "p" { label = "P", over = "f.person", share = function(p) return p.net end }
                \(designs.joined(separator: "\n"))
                \(rules)
                """)
    }

    private func add(
        _ survey: Survey, _ unit: String, _ village: String, _ round: String, net: Bool = false, v: Int64 = 0,
        weight: Double = 10, persons: [Bool] = [], version: Int = 1
    ) {
        survey.add(
            [
                "unit": .value(.text(unit)), "village": .value(.text(village)), "net": .value(.boolean(net)),
                "v": .value(.integer(v)), "w": .value(.decimal(weight)),
            ], round: round, version: version, rosters: ["person": persons.map { ["net": .value(.boolean($0))] }])
    }

    private func changes(_ id: String, _ survey: Survey) throws -> PeriodChanges {
        let (now, before) = (
            try survey.figure(id, asOf: "2026-12-31", period: "2026-H2"),
            try survey.figure(id, asOf: "2026-12-31", period: "2026-H1")
        )
        let last = try #require(Day(iso: "2026-06-30"))
        let breaks = now.breaks(
            since: before, days: (last, try #require(Day(iso: "2026-12-31"))), calendar: PeriodCalendar())
        return PeriodChanges(of: now, since: before, breaks: breaks, lastDay: last)
    }

    private func near(_ found: Double?, _ expected: Double, _ place: SourceLocation = #_sourceLocation) throws {
        let found = try #require(found, sourceLocation: place)
        #expect(abs(found - expected) <= 1e-9 * max(abs(expected), 1), "\(found)", sourceLocation: place)
    }

    @Test("a panel: the error is that of the households' own changes, in the whole and in a village")
    func panel() throws {
        let survey = try ChangeTests.survey()
        // Changes of v: a 2 3 1, b 4 1 1; every household stands for 10.
        for (unit, village, before, after) in [
            ("1", "a", 3, 5), ("2", "a", 9, 12), ("3", "a", 1, 2), ("4", "b", 7, 11), ("5", "b", 2, 3),
            ("6", "b", 8, 9),
        ] {
            add(survey, unit, village, "2026-H1", v: Int64(before))
            add(survey, unit, village, "2026-H2", v: Int64(after))
        }
        let changes = try changes("t", survey)
        let change = try #require(changes.total)
        try near(change.difference, 120)
        // Σ n/(n − 1) Σ (10 d − mean)²: a 3/2 · 200, b 3/2 · 600.
        try near(change.error?.standardError, 1200.0.squareRoot())
        #expect(change.error?.commonUnits == 6 && change.breaks.isEmpty && change.isClear == true)
        // t(4) at 97.5 %: 2.776445.
        try near((change.error?.margin ?? 0) / 1200.0.squareRoot(), 2.7764451051977987)
        let figure = try survey.figure("t", asOf: "2026-12-31", period: "2026-H2")
        let row = try #require(figure.split(["village"])?.rows.first { $0.key == ["a"] })
        let village = try #require(changes.change(of: row, in: ["village"]))
        try near(village.difference, 60)
        try near(village.error?.standardError, 300.0.squareRoot())
    }

    @Test("other households in the second round: the variances add up")
    func independent() throws {
        let survey = try ChangeTests.survey()
        for (unit, village, v) in [("1", "a", 3), ("2", "a", 9), ("4", "b", 7), ("5", "b", 2)] {
            add(survey, unit, village, "2026-H1", v: Int64(v))
            add(survey, unit + "x", village, "2026-H2", v: Int64(v + 1))
        }
        let change = try #require(try changes("t", survey).total)
        let (one, two) = (
            try survey.total("t", period: "2026-H1"), try survey.total("t", asOf: "2026-12-31", period: "2026-H2")
        )
        let (first, second) = (try #require(one.error?.standardError), try #require(two.error?.standardError))
        try near(change.error?.standardError, (first * first + second * second).squareRoot())
        #expect(change.error?.commonUnits == 0)
    }

    @Test("persons of the same households: shares in percent, with a change that is not clear")
    func members() throws {
        let survey = try ChangeTests.survey()
        for (unit, before, after) in [
            ("1", [true, false], [true, true]), ("2", [false, false, true], [false, true, true]),
            ("3", [true], [false]),
            ("4", [false, true], [false, true]),
        ] {
            add(survey, unit, "a", "2026-H1", persons: before)
            add(survey, unit, "a", "2026-H2", persons: after)
        }
        let change = try #require(try changes("p", survey).total)
        try near(change.difference, 12.5)
        // z = Σ (y − p)/8 in each household: before p = 0.5, after p = 0.625.
        let z = [0.75 + 0.0 - 0, 0.125 + 0.5, -0.625 - 0.5, -0.25 - 0.0].map { $0 / 8 }
        let mean = z.reduce(0, +) / 4
        let variance = 4.0 / 3 * z.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
        try near(change.error?.standardError, 100 * variance.squareRoot())
        #expect(change.isClear == false && change.error?.commonUnits == 4)
    }

    @Test("a census and a sample, another version of the form, a declared break: no change, and why")
    func breaks() throws {
        let mixed = try ChangeTests.survey(designs: ["2026-H2"])
        for (unit, net) in [("1", true), ("2", false), ("3", true)] {
            add(mixed, unit, "a", "2026-H1", net: net)
            add(mixed, unit, "a", "2026-H2", net: !net)
        }
        let change = try #require(try changes("x", mixed).total)
        #expect(change.breaks == [.source] && change.difference == nil && change.isClear == nil)
        try near(change.earlier, 200.0 / 3)

        // Version 3 says that it compares with 2, but not with 1.
        for (earlier, expected) in [(1, ["form_version"]), (2, []), (3, [])] {
            let survey = try ChangeTests.survey(form: "comparable_from = 2,", version: 3)
            for (unit, net) in [("1", true), ("2", false), ("3", true)] {
                add(survey, unit, "a", "2026-H1", net: net, version: earlier)
                add(survey, unit, "a", "2026-H2", net: !net, version: 3)
            }
            #expect(try changes("x", survey).breaks.map(\.kind) == expected)
        }

        let declared = try ChangeTests.survey(
            indicator: "breaks = { [\"2026-H2\"] = { en = \"From here 100 Mb/s\" } },")
        for (unit, net) in [("1", true), ("2", false), ("3", true)] {
            add(declared, unit, "a", "2026-H1", net: net)
            add(declared, unit, "a", "2026-H2", net: !net)
        }
        let told = try #require(try changes("x", declared).total)
        #expect(told.breaks.map(\.kind) == ["declared"] && told.difference == nil)
        #expect(told.breaks.map(FigureText(language: .english).reason) == ["From here 100 Mb/s"])
    }

    @Test("a break declared for one source is one of what is made from it")
    func derivedBreak() throws {
        let survey = try ChangeTests.survey(
            "indicator \"d\" { label = \"D\", derive = function(i) return ratio(i.x.numerator, i.x.denominator) end }",
            indicator: "breaks = { [\"2026-H2\"] = \"New\" },")
        for (unit, net) in [("1", true), ("2", false), ("3", true)] {
            add(survey, unit, "a", "2026-H1", net: net)
            add(survey, unit, "a", "2026-H2", net: !net)
        }
        #expect(try changes("d", survey).breaks.map(\.kind) == ["declared"])
    }

    @Test("the same records that still hold are no news")
    func sameRecords() throws {
        let survey = try Survey("yes_no \"net\" { label = \"N\" },", "share = function(h) return h.net end,")
        for net in [true, false] { survey.add(["net": .value(.boolean(net))]) }
        let change = try #require(try changes("x", survey).total)
        #expect(change.isSameRecords && change.difference == nil && change.breaks.isEmpty)
        survey.add(["net": .value(.boolean(true))], round: "2026-H2")
        let later = try #require(try changes("x", survey).total)
        #expect(!later.isEstimate && later.isClear == true)
        try near(later.difference, 200.0 / 3 - 50)
    }

    @Test("a break that names no period is refused with its place")
    func wrongBreak() throws {
        for wrong in ["\"2028-H9\"", "2028"] {
            let fixture = Fixture(
                form: "form \"f\" { version = 1, label = \"F\", yes_no \"net\" { label = \"N\" } }",
                rules: """
                    indicator "x" { label = "X", over = "f", share = function(h) return h.net end,
                      breaks = { [\(wrong)] = { en = "X" } } }
                    """)
            let found = try fixture.load().diagnostics
            #expect(found.map(\.message.code) == ["E-PROP-004"] && found.first?.place?.line == 2)
        }
    }
}
