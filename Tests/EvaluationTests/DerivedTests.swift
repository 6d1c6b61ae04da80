import Evaluation
import FormModel
import Messages
import Testing
import WorkspaceFixtures

@Suite("Derived indicators")
struct DerivedTests {
    private static let forms = """
        form "h" { version = 1, label = "H", round = "half_year",
          select_one "village" { label = "V", choices = { { "a", en = "A" }, { "b", en = "B" }, { "c", en = "C" } } },
          yes_no "net" { label = "N", special = { "refused" } } }
        form "e" { version = 1, label = "E", key = { "no" }, round = "half_year", frame = from_csv "firms",
          text "no" { label = "No" },
          select_one "village" { label = "V", choices = { { "c", en = "C" }, { "a", en = "A" }, { "b", en = "B" } } },
          yes_no "net" { label = "N" } }
        """

    private func survey(_ rules: String) throws -> Survey {
        try Survey(
            form: Self.forms,
            rules: """
                indicator "hh" { label = "H", over = "h", share = function(r) return r.net end }
                indicator "ee" { label = "E", over = "e", share = function(r) return r.net end, by = { "village" } }
                \(rules)
                """, lists: ["firms": [["name"], ["1"], ["2"], ["3"], ["4"]]])
    }

    private static let both = """
        indicator "x" { label = "X", by = { "village" }, target = { at_least = 50, by = 2030 },
          derive = function(i) return ratio(i.hh.numerator + i.ee.numerator, i.hh.denominator + i.ee.denominator) end }
        """

    private func fill(_ survey: Survey) {
        survey.add(["village": "a", "net": true], form: "h", date: "2026-02-01")
        survey.add(["village": "a", "net": false], form: "h")
        survey.add(["village": "b", "net": missing(.refused)], form: "h")
        survey.add(["village": "b", "net": true], form: "h")
        survey.add(["net": true], form: "h")
        for (no, village) in ["a", "c", "c"].enumerated() {
            survey.add(
                [
                    "no": .value(.text("\(no + 1)")), "village": .value(.text(village)),
                    "net": .value(.boolean(no == 0)),
                ],
                form: "e", date: "2026-05-05")
        }
    }

    @Test("Its parts are those of its sources: sums, n, missing, the lowest coverage, silent units, dates")
    func total() throws {
        let survey = try survey(Self.both)
        fill(survey)
        let figure = try survey.figure()
        #expect((figure.total.numerator, figure.total.denominator) == (4, 7))
        #expect(figure.total.value == 400 / 7.0)
        #expect((figure.total.n, figure.total.missing) == (7, [.refused: 1]))
        #expect(figure.total.coveragePercent == 75)
        #expect(figure.total.coverage?.counts == [4, 3])
        #expect(figure.total.status == .incomplete)
        #expect(figure.silentUnits == [["4"]])
        #expect(figure.dates == Day(iso: "2026-02-01").flatMap { from in Day(iso: "2026-06-30").map { from...$0 } })
        #expect(figure.method == .derived)
    }

    @Test("Its own split is computed of every source; rows that only one has are there and add up to the total")
    func splits() throws {
        let survey = try survey(Self.both)
        fill(survey)
        let figure = try survey.figure()
        #expect(figure.keys("village") == ["a", "b", "c", "_unknown"])
        #expect(figure.split(["village"])?.rows.map(\.values.numerator) == [2, 1, 0, 1])
        #expect(figure.split(["village"])?.rows.map(\.values.denominator) == [3, 1, 2, 1])
        #expect(figure.split(["village"])?.rows.map(\.values.value) == [200 / 3.0, 100, 0, 100])
        #expect(figure.split(["village"])?.rows.map(\.values.n).reduce(0, +) == figure.total.n)
        #expect(figure.split(["village"])?.rows.map(\.values.missingCount) == [0, 1, 0, 0])
        // A source is given with the splits it has itself, whatever others asked of it.
        #expect(try survey.figures(["x", "hh"], survey.options())[1].splits == [])
    }

    @Test("A split that a source does not have is left out, with a note")
    func unfitSplit() throws {
        let survey = try survey(Self.both)
        fill(survey)
        let evaluator = Evaluator(
            survey.workspace, source: survey.records, options: try survey.options(by: [["net"], ["no"]]))
        let indicator = try #require(survey.workspace.indicator("x"))
        let figure = try #require(evaluator.figures(of: [indicator]).first)
        #expect(figure.splits.map(\.names) == [["village"], ["net"]])
        #expect(evaluator.notes.map(\.facts) == [["id": "x", "name": "no"]])
    }

    @Test("A source about which nobody reported leaves it without a value; a zero denominator too")
    func nothing() throws {
        let survey = try survey(
            Self.both + """
                \nindicator "z" { label = "Z", derive = function(i) return ratio(i.hh.numerator, i.hh.denominator - 4) end }
                indicator "n" { label = "N", derive = function(i) return nil end }
                """)
        survey.add(["net": true], form: "h")
        #expect(try survey.total().value == nil)
        #expect(try survey.total().status == .noData)
        fill(survey)
        survey.add(["net": true], form: "h", status: .rejected)
        #expect(try survey.total("n").value == nil)
        #expect(try survey.total("z").value == 400)
        let other = try self.survey(
            "indicator \"z\" { label = \"Z\", derive = function(i) return ratio(i.hh.numerator, i.hh.denominator - 4) end }"
        )
        fill(other)
        #expect(try other.total("z").value == nil)
        #expect(try other.total("z").failed == 0)
    }

    @Test(
        "What comes out of ratios is a percentage, whatever its value; what does not is taken as it is",
        arguments: [
            // hh is 3 of 4, ee 1 of 3; t sums up to 300.
            (
                "(ratio(i.hh.numerator, i.hh.denominator) + ratio(i.ee.numerator, i.ee.denominator)) / 2",
                100 * 13 / 24.0
            ),
            ("ratio(i.hh.numerator, i.hh.denominator) - ratio(i.ee.numerator, i.ee.denominator)", 100 * 5 / 12.0),
            ("1 - ratio(i.hh.numerator, i.hh.denominator)", 25.0), ("-ratio(i.hh.numerator, i.hh.denominator)", -75.0),
            ("0.5 * ratio(i.hh.numerator, i.hh.denominator)", 37.5),
            ("ratio(i.hh.numerator, 4) * ratio(i.hh.numerator, 4)", 56.25),
            ("(ratio(i.hh.numerator, 3) * ratio(i.hh.numerator, 12)) ^ 0.5", 50.0),
            ("math.min(ratio(i.hh.numerator, 2), 1)", 100.0), ("math.max(0.1, 0.2, ratio(1, 4))", 25.0),
            ("math.floor(ratio(2, 3) * 10) / 10", 60.0), ("ratio(ratio(1, 2), ratio(1, 4))", 200.0),
            ("ratio(1, 2) < ratio(3, 4) and ratio(1, 4) >= 0.25 and ratio(1, 2) == ratio(2, 4) and ratio(1, 8)", 12.5),
            ("(function(a, b) return ratio(a, b) end)(1, 8)", 12.5),
        ] as [(String, Double)])
    func ratios(formula: String, expected: Double) throws {
        let survey = try survey("indicator \"x\" { label = \"X\", derive = function(i) return \(formula) end }")
        fill(survey)
        let figure = try survey.figure()
        #expect(abs(try #require(figure.total.value) - expected) < 1e-12)
        #expect(figure.indicator.unit == "percent")
        let plain = try self.survey(
            "indicator \"x\" { label = \"X\", unit = \"number\", derive = function(i) return \(formula) end }")
        fill(plain)
        #expect(abs(try #require(try plain.total().value) - expected / 100) < 1e-14)
    }

    @Test(
        "A value that no ratio went into is no percentage, though one was used on the way or has the same value",
        arguments: [
            "i.hh.n + i.ee.n", "ratio(i.hh.numerator, i.hh.denominator) > 0.5 and 7 or 8",
            "(function() local one = ratio(7, 1) return 7 end)()", "math.max(7, 3)",
        ])
    func noRatio(formula: String) throws {
        let survey = try survey("indicator \"x\" { label = \"X\", derive = function(i) return \(formula) end }")
        fill(survey)
        let figure = try survey.figure()
        #expect((figure.total.value, figure.indicator.unit, figure.total.numerator) == (7, "number", nil))
        let percent = try self.survey(
            "indicator \"x\" { label = \"X\", unit = \"percent\", derive = function(i) return \(formula) end }")
        fill(percent)
        #expect(try percent.total().value == 7)
        #expect(try percent.figure().indicator.unit == "percent")
    }

    @Test("Without a value the unit is that of the text: a percentage where the function calls ratio")
    func unitWithoutValue() throws {
        let survey = try survey(
            """
            indicator "x" { label = "X", derive = function(i) return ratio(i.hh.numerator, i.hh.denominator) end }
            indicator "y" { label = "Y", derive = function(i) return i.hh.value + i.ee.value end }
            """)
        #expect(try survey.figures(["x", "y"], survey.options()).map(\.indicator.unit) == ["percent", "number"])
    }

    @Test("Elsewhere a ratio is a plain number")
    func plainRatio() throws {
        let survey = try Survey(
            "integer \"a\" { label = \"A\" },", "mean = function(r) return math.max(ratio(r.a, 4), 0.1) end,")
        survey.add(["a": 2])
        #expect(try survey.total().value == 0.5)
    }

    @Test("A plain number stays as it is, a ratio is a percentage unless its unit is number; sources may be derived")
    func kinds() throws {
        let survey = try survey(
            """
            indicator "half" { label = "H", derive = function(i) return i.hh.value / 2 end }
            indicator "plain" { label = "P", unit = "number", derive = function(i) return ratio(i.hh.numerator, 8) end }
            indicator "twice" { label = "T", unit = "number", derive = function(i) return i.plain.value * 2 + i.hh.n end }
            """)
        fill(survey)
        #expect(try survey.total("half").value == 37.5)
        #expect(try survey.total("plain").value == 0.375)
        #expect(try survey.total("plain").denominator == 8)
        #expect(try survey.total("twice").value == 4.75)
    }

    @Test("A fault names its place; an unknown source and a wrong type are faults")
    func faults() throws {
        let survey = try survey(
            """
            indicator "a" { label = "A", derive = function(i) return i["hx"].value end }
            indicator "b" { label = "B", derive = function(i) return "much" end }
            indicator "c" { label = "C", derive = function(i) return i.hh.valu end }
            """)
        fill(survey)
        for (id, code) in [("a", "E-FIELD-001"), ("b", "E-RESULT-001"), ("c", "E-FIELD-001")] {
            let figure = try survey.figure(id)
            #expect((figure.total.value, figure.total.failed) == (nil, 1))
            #expect(figure.failures.map(\.record) == [id])
            #expect(figure.failures.map(\.message.code) == [code])
            #expect(figure.failures.first?.place?.file == "Rules/indicators/r.lua")
        }
    }

    @Test("A circle through helpers, which the loader cannot see, names every indicator on it")
    func cycle() throws {
        let survey = try survey(
            """
            local function of(i, name) return i[name].value end
            indicator "p" { label = "P", derive = function(i) return of(i, "q") end }
            indicator "q" { label = "Q", derive = function(i) return of(i, "p") end }
            """)
        let error = try #require(throws: Message.self) { try survey.total("p") }
        #expect(error.code == "E-CYCLE-001")
        #expect(
            error.facts["path"]?.contains("p (Rules/indicators/r.lua:4:1) → q (Rules/indicators/r.lua:5:1) → p") == true
        )
    }

    @Test("A row without a coverage of its own is judged by that of its sources, as the total is")
    func judgedRows() throws {
        let survey = try survey(
            """
            indicator "x" { label = "X", by = { "net" }, target = { at_least = 10, by = 2030 },
              derive = function(i) return ratio(i.hh.numerator + i.ee.numerator, i.hh.denominator + i.ee.denominator) end }
            """)
        fill(survey)
        let figure = try survey.figure()
        #expect(figure.total.status == .incomplete)
        #expect(figure.split(["net"])?.rows.map(\.values.status) == [.incomplete, .incomplete, .noData])
    }

    @Test("Numbers of the population cannot be added up from a sample without weights")
    func unweightedSample() throws {
        for period in ["", "period = \"2026-H1\","] {
            let survey = try survey(Self.both + "\ndesign \"d\" { form = \"h\", \(period) strata = \"village\" }")
            fill(survey)
            let error = try survey.designFault()
            #expect((error.code, error.facts["source"]) == ("E-DERIVE-001", "hh"))
        }
    }
}
