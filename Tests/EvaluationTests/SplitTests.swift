import Evaluation
import FormModel
import Testing
import WorkspaceFixtures

@Suite("Splits (semantics 3.8)")
struct SplitTests {
    private func survey(_ rules: String = "") throws -> Survey {
        try Survey(
            form: """
                form "h" {
                  version = 1, label = "H",
                  select_one "village" { label = "V", special = { "refused" },
                    choices = { { "v2", en = "Second", vi = "Hai" }, { "v1", en = "First", vi = "Một" } } },
                  yes_no "poor" { label = "Poor" },
                  roster "person" {
                    label = "P",
                    select_one "sex" { label = "S", choices = { { "male", en = "Men" }, { "female", en = "Women" } } },
                    integer "age" { label = "Age", special = { "dont_know" } },
                    yes_no "net" { label = "Net", special = { "dont_know" } },
                  },
                }
                """,
            rules: """
                dimension "age_group" { over = "h.person", label = "Age", order = { "young", "old" },
                  labels = { old = { en = "60 and over" } },
                  value = function(p) if p.age < 60 then return "young" elseif p.age < 100 then return "old" end end }
                dimension "size" { over = "h", label = "Size", value = function(h) return count(h.person) end }
                indicator "x" { label = "X", over = "h.person", share = function(p) return p.net end, by = { "sex" } }
                indicator "h" { label = "H", over = "h", count = function(h) return h.poor end }
                \(rules)
                """)
    }

    private func fill(_ survey: Survey) {
        survey.add(
            ["village": "v1", "poor": true], form: "h", round: "once", date: "2026-01-01",
            rosters: [
                "person": [["sex": "female", "age": 30, "net": true], ["sex": "male", "age": 70, "net": false]]
            ])
        survey.add(
            ["village": "v2", "poor": false], form: "h", round: "once", date: "2026-01-01",
            rosters: ["person": [["sex": "female", "age": missing(.dontKnow), "net": true]]])
        survey.add(
            ["village": missing(.refused)], form: "h", round: "once", date: "2026-01-01",
            rosters: [
                "person": [["age": 120, "net": missing(.dontKnow)], ["sex": "male", "age": 20, "net": true]]
            ])
    }

    @Test("Rows stand in the order of the list or of the dimension, the unknown last, with labels in the language")
    func order() throws {
        let survey = try survey()
        fill(survey)
        let figure = try survey.figure(by: [["village"], ["age_group"], ["poor"], ["size"]])
        #expect(figure.splits.map(\.names) == [["sex"], ["village"], ["age_group"], ["poor"], ["size"]])
        #expect(figure.keys("village") == ["v2", "v1", "_unknown"])
        #expect(figure.split(["village"])?.rows.map(\.label) == [["Second"], ["First"], ["Unknown"]])
        #expect(figure.keys("age_group") == ["young", "old", "_unknown"])
        #expect(figure.split(["age_group"])?.rows.map(\.label) == [["young"], ["60 and over"], ["Unknown"]])
        #expect(figure.keys("poor") == ["yes", "no", "_unknown"])
        #expect(figure.keys("size") == ["1", "2"])
    }

    @Test("A missing or nil dimension goes to the unknown row, and rows add up to the total")
    func unknown() throws {
        let survey = try survey()
        fill(survey)
        let figure = try survey.figure(by: [["age_group"], ["village"]])
        let unknown = try figure.row("age_group", key: "_unknown")
        #expect((unknown.n, unknown.numerator, unknown.missing) == (1, 1, [.dontKnow: 1]))
        #expect(try figure.row("age_group", key: "young").n == 2)
        #expect(try figure.row("village", key: "_unknown").n == 1)
        for split in figure.splits {
            #expect(split.rows.map(\.values.n).reduce(0, +) == figure.total.n)
            #expect(split.rows.map(\.values.missingCount).reduce(0, +) == figure.total.missingCount)
            #expect(split.rows.compactMap(\.values.numerator).reduce(0, +) == figure.total.numerator)
            #expect(split.rows.compactMap(\.values.denominator).reduce(0, +) == figure.total.denominator)
        }
    }

    @Test("Crossed splits have a row for each pair that occurs, in the order of the names")
    func crossed() throws {
        let survey = try survey()
        fill(survey)
        let figure = try survey.figure(by: [["village", "sex"], ["sex", "age_group", "poor"]])
        #expect(
            figure.split(["village", "sex"])?.rows.map(\.key) == [
                ["v2", "female"], ["v1", "male"], ["v1", "female"], ["_unknown", "male"], ["_unknown", "_unknown"],
            ])
        #expect(try figure.row("village", "sex", key: "v1", "female").value == 100)
        #expect(try figure.row("village", "sex", key: "_unknown", "_unknown").missing == [.dontKnow: 1])
        #expect(figure.split(["sex", "age_group", "poor"])?.rows.map(\.values.n).reduce(0, +) == figure.total.n)
    }

    @Test("A name that fits no level of the records gives the figure without the split, and a note")
    func unfit() throws {
        let survey = try survey()
        fill(survey)
        let evaluator = Evaluator(
            survey.workspace, source: survey.records, options: try survey.options(by: [["sex"], ["village"]]))
        let figures = try evaluator.figures(of: survey.workspace.indicators)
        #expect(figures[1].splits.map(\.names) == [["village"]])
        #expect(evaluator.notes.map(\.code) == ["N-EVAL-001"])
        #expect(evaluator.notes.first?.facts == ["id": "h", "name": "sex"])
    }

    @Test(
        "A filter keeps the rows of one key, in the total and in every split; an indicator it does not fit is left out")
    func filters() throws {
        let survey = try survey()
        fill(survey)
        let figure = try survey.figure(
            by: [["village"]],
            filters: [SplitFilter(name: "village", key: "v1"), SplitFilter(name: "sex", key: "male")])
        #expect((figure.total.n, figure.total.value) == (1, 0))
        #expect(figure.keys("village") == ["v1"])
        #expect(try survey.figure(filters: [SplitFilter(name: "village", key: "none")]).total.value == nil)
        let evaluator = Evaluator(
            survey.workspace, source: survey.records,
            options: try survey.options(filters: [SplitFilter(name: "sex", key: "male")]))
        #expect(try evaluator.figures(of: survey.workspace.indicators).map(\.indicator.id) == ["x"])
        #expect(evaluator.notes.map(\.code) == ["E-EVAL-003"])
        #expect(evaluator.notes.first?.facts == ["id": "h", "name": "sex"])
    }

    @Test("Two names with ten thousand keys each cost no more cells than there are records")
    func wide() throws {
        let survey = try Survey(
            form: "form \"f\" { version = 1, label = \"F\", integer \"a\" { label = \"A\" } }",
            rules: """
                dimension "p" { over = "f", label = "P", value = function(r) return r.a end }
                dimension "q" { over = "f", label = "Q", value = function(r) return -r.a end }
                dimension "s" { over = "f", label = "S", value = function(r) return 2 * r.a end }
                indicator "x" { label = "X", over = "f", count = function(r) return true end }
                """)
        for number in 1...10_000 {
            survey.add(["a": .value(.integer(Int64(number)))], round: "once", date: "2026-01-01")
        }
        let figure = try survey.figure(by: [["p", "q", "s", "p", "q"]])
        #expect(figure.splits.first?.rows.count == 10_000)
    }
}
