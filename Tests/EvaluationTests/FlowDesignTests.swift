import Evaluation
import FormModel
import Messages
import Testing
import WorkspaceFixtures

@Suite("Designs of a flow's rounds (semantics 3.2)")
struct FlowDesignTests {
    private func survey(_ designs: String, _ indicator: String = "") throws -> Survey {
        try Survey(
            """
            yes_no "net" { label = "N" }, decimal "w" { label = "W" },
            select_one "place" { label = "P", choices = { { "a", en = "A" }, { "b", en = "B" } } },
            """,
            "share = function(r) return r.net end, \(indicator)",
            form: "measures = \"flow\",",
            rules: designs, lists: ["places": [["name", "size"], ["a", "30"], ["b", "10"]]])
    }

    private func add(_ survey: Survey, _ net: Bool, _ weight: Double, _ round: String, place: Answer = .notAsked) {
        survey.add(["net": .value(.boolean(net)), "w": .value(.decimal(weight)), "place": place], round: round)
    }

    @Test("A design with a period weighs the records of that round")
    func oneRound() throws {
        let survey = try survey("design \"d\" { form = \"f\", period = \"2026-H1\", weight = \"w\" }")
        add(survey, true, 1, "2026-H1")
        add(survey, false, 3, "2026-H1")
        add(survey, true, 9, "2026-H2")
        let figure = try survey.figure(asOf: "2026-12-31", period: "2026-H1")
        #expect((figure.total.value, figure.method, figure.designs) == (25, .sample, ["d"]))
        let later = try survey.figure(asOf: "2026-12-31", period: "2026-H2")
        #expect((later.total.value, later.method, later.designs) == (100, .census, []))
    }

    @Test("Each round has its own design, and its own completed records")
    func severalRounds() throws {
        let survey = try survey(
            """
            design "d1" { form = "f", period = "2026-H1", strata = "place", population = from_csv("places", "size") }
            design "d2" { form = "f", period = "2026-H2", weight = "w" }
            """)
        add(survey, true, 0, "2026-H1", place: "a")
        add(survey, false, 0, "2026-H1", place: "b")
        add(survey, false, 0, "2026-H1", place: "b")
        add(survey, true, 20, "2026-H2", place: "a")
        let figure = try survey.figure(asOf: "2026-12-31", period: "2026")
        #expect((figure.total.numerator, figure.total.denominator) == (50, 60))
        #expect(figure.designs == ["d1", "d2"])
    }

    @Test("A round with a part of its population drawn stands beside one without such a word")
    func fractionBesideNone() throws {
        let survey = try survey(
            """
            design "d1" { form = "f", period = "2026-H1", weight = "w", fpc = 0.5 }
            design "d2" { form = "f", period = "2026-H2", weight = "w" }
            """)
        for net in [true, false, true, false] { add(survey, net, 1, "2026-H1") }
        for net in [true, false, true, false] { add(survey, net, 1, "2026-H2") }
        // Each round is a stratum; R = 1/2, X = 8, z = ±1/16: V = (1/2 + 1) · 4/3 · 4/256.
        let error = try #require(try survey.figure(asOf: "2026-12-31", period: "2026").total.error)
        let expected = 100 * (1.5 * 4 / 3 * 4 / 256).squareRoot()
        #expect(abs((error.standardError ?? 0) - expected) < 1e-9)
    }

    @Test(
        "Rounds with a design are not added to rounds without",
        arguments: ["", "design = \"d\","])
    func mixed(indicator: String) throws {
        let survey = try survey(
            "design \"d\" { form = \"f\", period = \"2026-H1\", weight = \"w\" }", indicator)
        add(survey, true, 1, "2026-H1")
        add(survey, false, 3, "2026-H2")
        let error = try survey.designFault(asOf: "2026-12-31", period: "2026")
        #expect(
            error
                == Message(
                    "E-DESIGN-004",
                    ["id": "x", "design": "d", "round": "2026-H1", "other": "2026-H2", "form": "f"]))
        #expect(try survey.total(asOf: "2026-12-31", period: "2026-H2").value == 0)
    }

    @Test("design = false counts every record once; a design without a period weighs every round")
    func plain() throws {
        let none = try survey(
            "design \"d\" { form = \"f\", period = \"2026-H1\", weight = \"w\" }", "design = false,")
        let all = try survey("design \"d\" { form = \"f\", weight = \"w\" }")
        for survey in [none, all] {
            add(survey, true, 1, "2026-H1")
            add(survey, false, 3, "2026-H2")
        }
        #expect(try none.total(asOf: "2026-12-31", period: "2026").value == 50)
        #expect(try all.total(asOf: "2026-12-31", period: "2026").value == 25)
    }
}

@Suite("Designs that overlap (semantics 3.2)")
struct OverlappingDesignTests {
    @Test("Only the round that two designs fit has no answer, and only for those that name none")
    func overlap() throws {
        let survey = try Survey(
            allowing: ["W-DESIGN-001"],
            form: """
                form "f" { version = 1, label = "F", key = { "unit" }, round = "half_year",
                  text "unit" { label = "U" }, integer "v" { label = "V" }, decimal "w" { label = "W" } }
                """,
            rules: """
                design "d2" { form = "f", period = "2026-H2", weight = "w" }
                design "d3" { form = "f", weight = function(r) return 2 end }
                indicator "x" { label = "X", over = "f", total = function(r) return r.v end }
                indicator "named" { label = "N", over = "f", design = "d3", total = function(r) return r.v end }
                indicator "none" { label = "O", over = "f", design = false, total = function(r) return r.v end }
                """)
        survey.add(["v": 1, "w": 5.0], round: "2026-H1")
        survey.add(["v": 1, "w": 5.0], round: "2026-H2")
        let first = try survey.figure(asOf: "2026-06-30")
        #expect((first.total.value, first.designs) == (2, ["d3"]))
        let error = try survey.designFault(asOf: "2026-12-31")
        #expect((error.code, error.facts["round"]) == ("E-REF-004", "2026-H2"))
        #expect(try survey.total("named", asOf: "2026-12-31").value == 2)
        #expect(try survey.total("none", asOf: "2026-12-31").value == 1)
    }
}
