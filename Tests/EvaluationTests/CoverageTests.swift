import Evaluation
import FormModel
import Testing
import WorkspaceFixtures

@Suite("Frames and coverage (semantics 3.7)")
struct CoverageTests {
    private static let agencies = [
        "agencies": [["name", "label_en"], ["a", "A"], ["b", "B"], ["c", "C"], ["d", "D"]]
    ]

    private func survey(measures: String, round: String, rules: String = "") throws -> Survey {
        try Survey(
            form: """
                form "f" {
                  version = 1, label = "F", key = { "agency" }, round = "\(round)", measures = "\(measures)",
                  frame = from_csv "agencies",
                  select_one "agency" { label = "Agency", choices = from_csv "agencies" },
                  integer "v" { label = "V" },
                }
                """,
            rules: """
                indicator "x" { label = "X", over = "f", by = { "agency" }, total = function(r) return r.v end,
                  target = { at_least = 3, by = 2030, baseline = { [2025] = 0 } } }
                indicator "l" { label = "L", over = "f", latest = "agency", total = function(r) return r.v end }
                \(rules)
                """, lists: Self.agencies)
    }

    @Test("A state: the frame's units, and those with a valid record; who is silent is a row without a value")
    func state() throws {
        let survey = try survey(measures: "state", round: "half_year")
        survey.add(["agency": "b", "v": 1])
        survey.add(["agency": "d", "v": 2])
        survey.add(["agency": "a", "v": 4], round: "2024-H1")
        survey.add(["agency": "c", "v": 8], result: .refused)
        survey.add(["agency": "zz", "v": 16])
        let figure = try survey.figure()
        #expect(figure.total.coverage?.counts == [4, 2])
        #expect(figure.total.coveragePercent == 50)
        #expect(figure.silentUnits == [["a"], ["c"]])
        #expect(figure.total.value == 19)
        #expect(figure.total.status == .incomplete)
        #expect(figure.keys("agency") == ["a", "b", "c", "d", "zz"])
        let silent = try figure.row("agency", key: "a")
        #expect((silent.value, silent.numerator, silent.n, silent.status) == (nil, nil, 0, .noData))
        #expect(silent.coverage?.counts == [1, 0])
        #expect(try figure.row("agency", key: "b").coveragePercent == 100)
        #expect(try figure.row("agency", key: "zz").coverage == nil)
    }

    @Test("A filter by the key field keeps that unit's coverage; another filter tells nothing of silent units")
    func filtered() throws {
        let survey = try survey(measures: "state", round: "half_year")
        survey.add(["agency": "b", "v": 1])
        let one = try survey.figure(filters: [SplitFilter(name: "agency", key: "b")])
        #expect(one.total.coverage?.counts == [1, 1])
        #expect(one.keys("agency") == ["b"])
        let silent = try survey.figure(filters: [SplitFilter(name: "agency", key: "c")])
        #expect(silent.total.coverage?.counts == [1, 0])
        #expect(silent.total.value == nil)
    }

    @Test("A flow: units × the rounds of the period that have ended, each unit and round once")
    func flow() throws {
        let survey = try survey(measures: "flow", round: "month")
        for month in ["2026-01", "2026-02", "2026-03"] {
            survey.add(["agency": "a", "v": 1], round: month)
        }
        survey.add(["agency": "b", "v": 1], round: "2026-01")
        survey.add(["agency": "b", "v": 1], round: "2026-01", date: "2026-01-15")
        survey.add(["agency": "b", "v": 1], round: "2025-12")
        survey.add(["agency": "c", "v": 1], round: "2026-02", status: .incomplete)
        let quarter = try survey.figure(asOf: "2026-12-31", period: "2026-Q1")
        #expect(quarter.total.coverage?.counts == [12, 4])
        #expect(quarter.silentUnits == [["c"], ["d"]])
        #expect(try quarter.row("agency", key: "b").coverage?.counts == [3, 1])
        #expect(try quarter.row("agency", key: "d").value == nil)
        let midway = try survey.figure(asOf: "2026-02-27", period: "2026-Q1")
        #expect(midway.total.coverage?.counts == [4, 2])
        let toDate = try survey.figure(asOf: "2026-02-28")
        #expect(toDate.total.coverage?.counts == [8, 3])
    }

    @Test("A flow in the calendar's last year has its twelve months, whatever the cut-off day")
    func lastYear() throws {
        let survey = try survey(measures: "flow", round: "month")
        let figure = try survey.figure(asOf: "9999-12-31", period: "9999")
        #expect(figure.total.coverage?.counts == [48, 0])
        for cutOffDay in [1, 15] {
            let calendar = PeriodCalendar(cutOffDay: cutOffDay)
            let year = try #require(calendar.period(id: "9999"))
            #expect(year.last.number - year.first.number == 364)
            #expect(calendar.periods(of: .month, from: year.first, to: year.last).count == 12)
        }
    }

    @Test("Before the first round of a period has ended nobody owes a report, so nobody is silent")
    func beforeTheFirst() throws {
        let survey = try survey(measures: "flow", round: "month")
        survey.add(["agency": "a", "v": 5], round: "2026-01", date: "2026-01-10")
        let figure = try survey.figure(asOf: "2026-01-15", period: "2026-Q1")
        #expect(figure.total.coverage?.counts == [0, 0])
        #expect(figure.total.coveragePercent == nil)
        #expect(figure.silentUnits == [])
        #expect(figure.keys("agency") == ["a"])
        #expect(figure.total.status == .met)
    }

    @Test("latest in a flow has a state's coverage: its units and those with a valid record")
    func latest() throws {
        let survey = try survey(measures: "flow", round: "month")
        survey.add(["agency": "a", "v": 1], round: "2025-08")
        survey.add(["agency": "a", "v": 1], round: "2025-09")
        survey.add(["agency": "b", "v": 1], round: "2025-05")
        #expect(try survey.figure("l").total.coverage?.counts == [4, 1])
        #expect(try survey.figure("l").silentUnits == [["b"], ["c"], ["d"]])
    }

    private func households(_ rules: String) throws -> Survey {
        let frame =
            [["village", "household_no"]] + (1...4).flatMap { number in ["a", "b"].map { [$0, "\(number)"] } }
        return try Survey(
            form: """
                form "h" {
                  version = 1, label = "H", key = { "village", "household_no" }, round = "half_year",
                  frame = from_csv "households",
                  select_one "village" { label = "Village", choices = from_csv "villages" },
                  text "household_no" { label = "No" },
                  yes_no "net" { label = "Net" },
                }
                """,
            rules: """
                indicator "x" { label = "X", over = "h", by = { "village" }, share = function(h) return h.net end }
                \(rules)
                """,
            lists: ["households": frame, "villages": [["name", "households"], ["a", "4"], ["b", "4"], ["c", "5"]]])
    }

    private func visit(_ survey: Survey, _ village: String, _ number: Int, _ round: String, _ result: VisitResult) {
        survey.add(
            ["village": .value(.text(village)), "household_no": .value(.text("\(number)")), "net": true], form: "h",
            round: round, result: result)
    }

    @Test("A census: completed ÷ the frame's units less those found not eligible; never visited is owed")
    func census() throws {
        let survey = try households(
            """
            design "d" { form = "h", period = "2026-H2", strata = "village", population = from_csv("villages", "households") }
            """)
        visit(survey, "a", 1, "2026-H1", .completed)
        visit(survey, "a", 2, "2026-H1", .completed)
        visit(survey, "a", 3, "2026-H1", .refused)
        visit(survey, "a", 4, "2026-H1", .vacant)
        visit(survey, "b", 1, "2026-H1", .completed)
        visit(survey, "b", 2, "2025-H2", .completed)
        visit(survey, "a", 3, "2026-H2", .completed)
        let figure = try survey.figure(asOf: "2026-12-30")
        #expect(figure.total.coverage?.counts == [7, 3])
        #expect(try figure.row("village", key: "a").coverage?.counts == [3, 2])
        #expect(try figure.row("village", key: "b").coverage?.counts == [4, 1])
        #expect(figure.silentUnits == [["a", "3"], ["b", "2"], ["b", "3"], ["b", "4"]])
        // The village is only part of the key, so that it has no row of its own while no record names it.
        #expect(figure.keys("village") == ["a", "b"])
    }

    @Test("A sample: completed ÷ the eligible units that were visited")
    func sample() throws {
        let survey = try households(
            """
            design "d" { form = "h", period = "2026-H2", strata = "village", population = from_csv("villages", "households") }
            """)
        visit(survey, "a", 1, "2026-H2", .completed)
        visit(survey, "a", 2, "2026-H2", .nobodyHome)
        visit(survey, "a", 3, "2026-H2", .movedAway)
        visit(survey, "b", 1, "2026-H2", .completed)
        visit(survey, "b", 2, "2026-H1", .refused)
        let figure = try survey.figure(asOf: "2026-12-31")
        #expect(figure.total.coverage?.counts == [3, 2])
        #expect(figure.silentUnits == [["a", "2"]])
        #expect(figure.total.denominator == 8)
    }

    @Test("A state without designs: who was found not eligible at the latest visit owes nothing")
    func ineligible() throws {
        let survey = try households(
            """
            indicator "l" { label = "L", over = "h", latest = "village", count = function(h) return h.net end }
            """)
        visit(survey, "a", 1, "2026-H1", .completed)
        visit(survey, "a", 2, "2026-H1", .completed)
        visit(survey, "a", 3, "2026-H1", .movedAway)
        visit(survey, "a", 4, "2026-H1", .refused)
        visit(survey, "b", 1, "2025-H2", .completed)
        visit(survey, "b", 1, "2026-H1", .vacant)
        visit(survey, "b", 2, "2025-H2", .vacant)
        visit(survey, "b", 2, "2026-H1", .nobodyHome)
        visit(survey, "b", 3, "2024-H1", .vacant)
        let figure = try survey.figure()
        // b/1 still has a valid record, b/2 was found at home again, b/3 was vacant too long ago.
        #expect(figure.total.coverage?.counts == [7, 3])
        #expect(try figure.row("village", key: "a").coverage?.counts == [3, 2])
        #expect(figure.silentUnits == [["a", "4"], ["b", "2"], ["b", "3"], ["b", "4"]])
        #expect(try survey.figure(asOf: "2026-06-29").total.coverage?.counts == [7, 1])
        // A village owes its record as long as one of its households may.
        #expect(try survey.figure("l").total.coverage?.counts == [2, 2])
    }

    @Test("Without a frame there is no coverage")
    func noFrame() throws {
        let survey = try Survey("integer \"v\" { label = \"V\" },", "total = function(r) return r.v end,")
        survey.add(["v": 1])
        #expect(try survey.total().coverage == nil)
        #expect(try survey.total().coveragePercent == nil)
    }
}
