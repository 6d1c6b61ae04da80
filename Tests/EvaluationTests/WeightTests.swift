import Evaluation
import FormModel
import Messages
import Testing
import WorkspaceFixtures

@Suite("Weights of a design (semantics 3.2, 3.4)")
struct WeightTests {
    private static let form = """
        form "h" {
          version = 1, label = "H", round = "half_year",
          select_one "village" { label = "V", choices = { { "a", en = "A" }, { "b", en = "B" } } },
          integer "zone" { label = "Z" },
          decimal "weight" { label = "W", special = { "dont_know" } },
          yes_no "net" { label = "N", special = { "refused" } },
          integer "v" { label = "V" },
          roster "person" { label = "P", yes_no "net" { label = "N" } },
        }
        """
    private static let rules = """
        indicator "x" { label = "X", over = "h", share = function(h) return h.net end, by = { "village" } }
        indicator "p" { label = "P", over = "h.person", share = function(p) return p.net end }
        indicator "t" { label = "T", over = "h", total = function(h) return h.v end }
        indicator "c" { label = "C", over = "h", count = function(h) return h.net end }
        indicator "m" { label = "M", over = "h", mean = function(h) return h.v end }
        indicator "q" { label = "Q", over = "h", unit = "number",
          ratio = { numerator = function(h) return h.v end, denominator = function(h) return h.v * h.v end } }
        """

    private func survey(_ design: String, sizes: [String: String] = ["a": "10", "b": "30"]) throws -> Survey {
        try Survey(
            form: Self.form, rules: "design \"d\" { form = \"h\", \(design) }\n" + Self.rules,
            lists: ["sizes": [["name", "size"]] + sizes.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }])
    }

    private func add(
        _ survey: Survey, _ village: Answer, _ weight: Answer, net: Answer, v: Int64 = 0, persons: [Bool] = [],
        id: String? = nil
    ) {
        survey.add(
            ["village": village, "weight": weight, "net": net, "v": .value(.integer(v))], form: "h", id: id,
            rosters: ["person": persons.map { ["net": .value(.boolean($0))] }])
    }

    @Test("A field gives each record's weight, and its members'; n and missing stay unweighted")
    func field() throws {
        let survey = try survey("weight = \"weight\"")
        add(survey, "a", 2.5, net: true, v: 3, persons: [true, false])
        add(survey, "a", 0.5, net: false, v: 2, persons: [true])
        add(survey, "b", 4.0, net: missing(.refused), v: 1)
        add(survey, "b", 0.0, net: true, v: 100)
        let figure = try survey.figure("x")
        #expect((figure.total.numerator, figure.total.denominator, figure.total.n) == (2.5, 3, 3))
        #expect(figure.total.missing == [.refused: 1])
        #expect(figure.total.bounds == (250 / 7.0)...(650 / 7.0))
        #expect((figure.method, figure.designs) == (.sample, ["d"]))
        #expect(try figure.row("village", key: "b").value == nil)
        let persons = try survey.total("p")
        #expect((persons.numerator, persons.denominator, persons.n) == (3, 5.5, 3))
        #expect(try survey.total("t").value == 2.5 * 3 + 0.5 * 2 + 4)
        #expect(try survey.total("c").value == 2.5)
        #expect(try survey.total("c").bounds == 2.5...6.5)
        #expect(try survey.total("m").value == 12.5 / 7)
        #expect(try survey.total("q").value == 12.5 / (2.5 * 9 + 0.5 * 4 + 4))
    }

    @Test("A function gives the weight; a whole number will do")
    func function() throws {
        let survey = try survey("weight = function(h) return h.v + 1 end")
        add(survey, "a", .notAsked, net: true, v: 1)
        add(survey, "a", .notAsked, net: false, v: 4)
        #expect(try survey.total("x").denominator == 7)
    }

    @Test("A population gives the stratum's size ÷ its completed records; others of the round do not count")
    func population() throws {
        let survey = try survey("strata = \"village\", population = from_csv(\"sizes\", \"size\")")
        add(survey, "a", .notAsked, net: true)
        add(survey, "a", .notAsked, net: false)
        add(survey, "b", .notAsked, net: true)
        survey.add(["village": "b", "net": true], form: "h", result: .refused)
        let figure = try survey.figure("x")
        #expect((figure.total.numerator, figure.total.denominator) == (35, 40))
        #expect(try figure.row("village", key: "a").denominator == 10)
    }

    @Test("A stratum without a completed record has no part in the figure, and that is said")
    func emptyStratum() throws {
        let survey = try survey(
            "strata = \"village\", population = from_csv(\"sizes\", \"size\")",
            sizes: ["a": "10", "b": "30", "c": "5", "d": "0"])
        add(survey, "a", .notAsked, net: true)
        survey.add(["village": "b", "net": true], form: "h", result: .refused)
        let figure = try survey.figure("x")
        #expect(figure.total.denominator == 10)
        #expect(figure.notes.first == Message("N-EVAL-002", ["design": "d", "count": "2", "names": "b, c"]))
        // One record of a stratum with ten tells nothing of its spread.
        #expect(figure.notes.map(\.code) == ["N-EVAL-002", "N-ESTIMATE-000"] && figure.total.error?.interval == nil)
        add(survey, "b", .notAsked, net: true)
        #expect(try survey.figure("x").notes.first?.facts["names"] == "c")
    }

    @Test("A stratum may be a field of numbers")
    func strata() throws {
        let survey = try survey(
            "strata = \"zone\", population = from_csv(\"sizes\", \"size\")", sizes: ["1": "5", "2": "8"])
        for zone in [1, 2, 2] { survey.add(["zone": .value(.integer(Int64(zone))), "net": true], form: "h") }
        #expect(try survey.total("x").denominator == 13)
    }

    @Test(
        "A weight that is negative or missing is an error that names the record",
        arguments: [(-1.0 as Answer, "-1"), (missing(.dontKnow), "nil"), (.notAsked, "nil")])
    func wrongWeight(weight: Answer, found: String) throws {
        let survey = try survey("weight = \"weight\"")
        add(survey, "a", weight, net: true, id: "z")
        add(survey, "a", weight, net: true, id: "b")
        add(survey, "a", 1.0, net: true, id: "a")
        let error = try survey.designFault("x")
        #expect(error.code == "E-WEIGHT-001")
        #expect(error.facts == ["design": "d", "record": "b", "found": found, "place": "Rules/indicators/r.lua:1:1"])
    }

    @Test("A weight function that fails says why")
    func failingWeight() throws {
        let survey = try survey("weight = function(h) return h.weight * 2 end")
        add(survey, "a", .notAsked, net: true, id: "b")
        let error = try survey.designFault("x")
        #expect(error.code == "E-WEIGHT-004")
        #expect(error.facts["record"] == "b")
        #expect(error.text(in: .english).contains("nil"))
    }

    @Test("A stratum without a population, and one smaller than its sample, are errors that name it")
    func wrongPopulation() throws {
        let design = "strata = \"village\", population = from_csv(\"sizes\", \"size\")"
        let absent = try survey(design, sizes: ["a": "10"])
        add(absent, "b", .notAsked, net: true)
        let first = try absent.designFault("x")
        #expect((first.code, first.facts["stratum"]) == ("E-WEIGHT-002", "b"))
        let unnamed = try survey(design)
        add(unnamed, .notAsked, .notAsked, net: true)
        #expect(try unnamed.designFault("x").code == "E-WEIGHT-002")
        let small = try survey(design, sizes: ["a": "1"])
        add(small, "a", .notAsked, net: true)
        add(small, "a", .notAsked, net: false)
        let second = try small.designFault("x")
        #expect((second.code, second.facts["population"], second.facts["completed"]) == ("E-WEIGHT-003", "1", "2"))
    }
}
