import Evaluation
import FormModel
import Testing
import WorkspaceFixtures

@Suite("Which records count (semantics 3.1–3.3)")
struct SelectionTests {
    private func survey(_ form: String = "", rules: String = "") throws -> Survey {
        try Survey(
            "integer \"v\" { label = \"V\" },", "total = function(r) return r.v end,", form: form, rules: rules)
    }

    @Test("Complete and approved records of completed visits count, no others")
    func counted() throws {
        let survey = try survey()
        for (place, status) in RecordStatus.allCases.enumerated() {
            survey.add(["v": .value(.integer(1 << place))], status: status)
        }
        for result in VisitResult.allCases where result != .completed { survey.add(["v": 1000], result: result) }
        #expect(try survey.total().value == 2 + 4)
    }

    @Test("A state takes each unit's latest counted record on or before the date")
    func latest() throws {
        let survey = try survey()
        survey.add(["unit": "a", "v": 1], round: "2025-H2", date: "2025-10-01")
        survey.add(["unit": "a", "v": 2], round: "2026-H1", date: "2026-03-01")
        survey.add(["unit": "a", "v": 4], round: "2026-H2", date: "2026-09-01", status: .rejected)
        survey.add(["unit": "b", "v": 8], round: "2026-H1", date: "2026-06-30")
        survey.add(["unit": "b", "v": 16], round: "2026-H2", date: "2026-07-01")
        #expect(try survey.total(asOf: "2025-09-30").value == nil)
        #expect(try survey.total(asOf: "2025-10-01").value == 1)
        #expect(try survey.total(asOf: "2026-02-28").value == 1)
        #expect(try survey.total(asOf: "2026-06-30").value == 2 + 8)
        #expect(try survey.total(asOf: "2026-12-31").value == 2 + 16)
    }

    @Test("With a period the date is its last day or the as-of, whichever is earlier; today() is that day")
    func date() throws {
        let survey = try survey(
            rules: """
                indicator "days" { label = "D", over = "f", mean = function(r) return days_between(date(2026, 1, 1), today()) end }
                """)
        survey.add(["unit": "a", "v": 1], round: "2026-H1", date: "2026-06-30")
        survey.add(["unit": "a", "v": 2], round: "2026-H2", date: "2026-07-15")
        #expect(try survey.total(asOf: "2026-12-31", period: "2026-H1").value == 1)
        #expect(try survey.total(asOf: "2026-07-20", period: "2026-H2").value == 2)
        #expect(try survey.total(asOf: "2026-07-14", period: "2026-H2").value == 1)
        #expect(try survey.total("days", asOf: "2026-12-31", period: "2026-H1").value == 180)
        #expect(try survey.total("days", asOf: "2026-07-20", period: "2026-H2").value == 200)
    }

    @Test(
        "A state counts until the day it is as old as valid_for, that day included",
        arguments: [
            ("2025-06-30", "12 months", "2026-06-30", true), ("2025-06-29", "12 months", "2026-06-30", false),
            ("2024-02-29", "12 months", "2025-02-28", true), ("2024-02-29", "12 months", "2025-03-01", false),
            ("2026-06-16", "14d", "2026-06-30", true), ("2026-06-15", "14d", "2026-06-30", false),
            ("1999-06-15", "100000 years", "2026-06-30", true), ("0001-01-01", "9998 years", "9999-01-01", true),
        ])
    func validFor(dated: String, span: String, asOf: String, counts: Bool) throws {
        let survey = try survey("valid_for = \"\(span)\",")
        survey.add(["v": 1], date: dated)
        #expect(try survey.total(asOf: asOf).value == (counts ? 1 : nil))
    }

    @Test("An older state that is out of date does not stand in for the latest")
    func outdated() throws {
        let survey = try survey()
        survey.add(["unit": "a", "v": 1], round: "2025-H1", date: "2025-02-01")
        survey.add(["unit": "b", "v": 2], round: "2025-H2", date: "2025-09-01")
        #expect(try survey.total(asOf: "2026-06-30").value == 2)
    }

    @Test("A flow takes the records whose date lies in the period, up to the as-of; without one, the year to date")
    func flow() throws {
        let survey = try survey("measures = \"flow\",")
        for (place, date) in ["2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01", "2026-12-31"].enumerated() {
            survey.add(["unit": "a", "v": .value(.integer(1 << place))], date: date)
        }
        #expect(try survey.total(asOf: "2026-12-31", period: "2026-H1").value == 2 + 4)
        #expect(try survey.total(asOf: "2026-06-29", period: "2026-H1").value == 2)
        #expect(try survey.total(asOf: "2026-12-31", period: "2026-07").value == 8)
        #expect(try survey.total(asOf: "2026-07-01").value == 2 + 4 + 8)
        #expect(try survey.total(asOf: "2025-12-31").value == 1)
        #expect(try survey.total(asOf: "2026-12-31", period: "2027").value == nil)
    }

    @Test("A book-keeping month by the cut-off day bounds a flow")
    func cutOff() throws {
        let survey = try survey("measures = \"flow\",")
        for (place, date) in ["2026-04-14", "2026-04-15", "2026-05-14", "2026-05-15"].enumerated() {
            survey.add(["v": .value(.integer(1 << place))], date: date)
        }
        let calendar = PeriodCalendar(cutOffDay: 15)
        let options = EvaluationOptions(
            asOf: try #require(Day(iso: "2026-12-31")), period: calendar.period(id: "2026-05"), calendar: calendar)
        #expect(try survey.figures(["x"], options).first?.total.value == 2 + 4)
    }

    @Test("latest takes only the newest record of each value of a key field, in a flow or where the key has more")
    func latestBy() throws {
        let indicator =
            "indicator \"l\" { label = \"L\", over = \"f\", latest = \"unit\", total = function(r) return r.v end }"
        let flow = try survey("measures = \"flow\",", rules: indicator)
        flow.add(["unit": "a", "v": 1], round: "2025-H1", date: "2025-06-01")
        flow.add(["unit": "a", "v": 2], round: "2026-H1", date: "2026-01-31")
        flow.add(["unit": "a", "v": 4], round: "2026-H1", date: "2026-02-28")
        flow.add(["unit": "b", "v": 8], round: "2025-H2", date: "2025-12-31")
        #expect(try flow.total("l").value == 4 + 8)
        #expect(try flow.total("l", asOf: "2026-02-27").value == 2 + 8)
        #expect(try flow.total("l", asOf: "2027-01-01").value == 4)
        let stages = try Survey(
            form: """
                form "c" { version = 1, label = "C", key = { "commune", "stage" }, round = "year",
                  text "commune" { label = "C" }, text "stage" { label = "S" }, integer "v" { label = "V" } }
                """,
            rules: """
                indicator "l" { label = "L", over = "c", latest = "commune", total = function(r) return r.v end }
                indicator "all" { label = "A", over = "c", total = function(r) return r.v end }
                """)
        stages.add(["commune": "m", "stage": "final", "v": 1], form: "c", round: "2026", date: "2026-05-01")
        stages.add(["commune": "m", "stage": "estimate", "v": 2], form: "c", round: "2026", date: "2026-06-01")
        #expect(try stages.total("l").value == 2)
        #expect(try stages.total("all").value == 3)
    }

    @Test("Of two records of one unit and date the later round counts")
    func ties() throws {
        for isReversed in [false, true] {
            let survey = try survey()
            let rounds = [("2025-H2", 1), ("2026-H1", 2)]
            for (round, v) in isReversed ? rounds.reversed() : rounds {
                survey.add(
                    ["unit": "a", "v": .value(.integer(Int64(v)))], round: round, date: "2026-01-15", id: "\(9 - v)")
            }
            #expect(try survey.total().value == 2)
        }
    }

    @Test("Records without a key are each a unit of its own")
    func keyless() throws {
        let survey = try Survey(
            form: "form \"s\" { version = 1, label = \"S\", integer \"v\" { label = \"V\" } }",
            rules: "indicator \"x\" { label = \"X\", over = \"s\", total = function(r) return r.v end }")
        survey.add(["v": 1], form: "s", round: "once", date: "2026-01-01")
        survey.add(["v": 2], form: "s", round: "once", date: "2026-01-01")
        #expect(try survey.total().value == 3)
    }
}

@Suite("Whole rounds (semantics 3.2)")
struct WholeRoundTests {
    private func survey(period: String = "2026-H2") throws -> Survey {
        try Survey(
            "integer \"v\" { label = \"V\" }, select_one \"place\" { label = \"P\", choices = { { \"a\", en = \"A\" } } },",
            "total = function(r) return r.v end,",
            rules: """
                design "d" { form = "f", period = "\(period)", strata = "place", population = from_csv("places", "size") }
                indicator "none" { label = "N", over = "f", design = false, total = function(r) return r.v end }
                """, lists: ["places": [["name", "size"], ["a", "10"]]])
    }

    @Test("Only the latest round that has ended counts, with its own design; an earlier census is not mixed in")
    func ended() throws {
        let survey = try survey()
        survey.add(["unit": "1", "place": "a", "v": 1], round: "2026-H1")
        survey.add(["unit": "2", "place": "a", "v": 2], round: "2026-H1")
        survey.add(["unit": "1", "place": "a", "v": 4], round: "2026-H2", date: "2026-08-01")
        let census = try survey.figure(asOf: "2026-06-30")
        #expect((census.total.value, census.method, census.round) == (3, .census, "2026-H1"))
        let running = try survey.figure(asOf: "2026-12-30")
        #expect((running.total.value, running.round) == (3, "2026-H1"))
        let sample = try survey.figure(asOf: "2026-12-31")
        #expect((sample.total.value, sample.total.n, sample.method, sample.designs) == (40, 1, .sample, ["d"]))
        let named = try survey.figure(asOf: "2026-09-30", period: "2026-H2")
        #expect((named.total.value, named.round) == (40, "2026-H2"))
        #expect(try survey.figure(asOf: "2026-12-31", period: "2026-H1").total.value == 3)
    }

    @Test("valid_for is not used, and a visit after the round's end belongs to it once the as-of has come")
    func whole() throws {
        let survey = try survey()
        survey.add(["unit": "1", "v": 1], round: "2024-H1")
        survey.add(["unit": "2", "v": 2], round: "2024-H1", date: "2024-07-10")
        #expect(try survey.total(asOf: "2026-06-30").value == 3)
        #expect(try survey.total(asOf: "2024-07-09").value == 1)
        #expect(try survey.total(asOf: "2024-08-01", period: "2024-H1").value == 3)
    }

    @Test("design = false counts every record of the round once")
    func withoutDesign() throws {
        let survey = try survey()
        survey.add(["unit": "1", "place": "a", "v": 4], round: "2026-H2")
        let figure = try survey.figure("none", asOf: "2026-12-31")
        #expect((figure.total.value, figure.method, figure.designs) == (4, .census, []))
    }

    @Test("A named design never weighs a round it was not made for; two that fit are an error")
    func designs() throws {
        let survey = try Survey(
            "integer \"v\" { label = \"V\" }, decimal \"w\" { label = \"W\" },",
            "design = \"late\", total = function(r) return r.v end,",
            rules: """
                design "late" { form = "f", period = "2026-H2", weight = "w" }
                """)
        survey.add(["unit": "1", "v": 1, "w": 3.0], round: "2026-H1")
        survey.add(["unit": "1", "v": 1, "w": 5.0], round: "2026-H2")
        #expect(try survey.total(asOf: "2026-06-30").value == 1)
        #expect(try survey.total(asOf: "2026-12-31").value == 5)
    }
}
