import Evaluation
import FormModel
import Testing
import WorkspaceFixtures

@Suite("What is computed (semantics 3.4, 3.5)")
struct ComputationTests {
    private static let questions = """
        yes_no "adult" { label = "Adult" },
        yes_no "net" { label = "Net", special = { "dont_know", "refused" } },
        integer "speed" { label = "Speed", special = { "dont_know" } },
        integer "paid" { label = "Paid", special = { "dont_know" } },
        """

    @Test("A share: among runs first, the rest only where it is true; what is missing is told by its reason")
    func share() throws {
        let survey = try Survey(
            Self.questions, "among = function(r) return r.adult end, share = function(r) return r.net end,")
        survey.add(["adult": true, "net": true])
        survey.add(["adult": true, "net": false])
        survey.add(["adult": true, "net": true])
        survey.add(["adult": true, "net": missing(.dontKnow)])
        survey.add(["adult": true, "net": missing(.refused)])
        survey.add(["adult": true, "net": missing(.refused)])
        survey.add(["adult": false, "net": missing(.refused)])
        survey.add(["adult": missing(.unanswered), "net": true])
        let total = try survey.total()
        #expect((total.numerator, total.denominator) == (2, 3))
        #expect(total.value == 200 / 3.0)
        #expect(total.n == 3)
        #expect(total.missing == [.dontKnow: 1, .refused: 2])
        #expect(total.missingAmong == [.unanswered: 1])
        #expect(total.bounds == (200 / 6.0)...(500 / 6.0))
        #expect(!total.atLeast)
    }

    @Test("A nil condition is false; of no records in scope a share has no value, but what it could be")
    func empties() throws {
        let survey = try Survey(
            Self.questions, "among = function(r) return r.adult end, share = function(r) return r.net end,")
        survey.add([:])
        survey.add(["adult": true])
        #expect(try survey.total().value == 0)
        #expect(try survey.total().n == 1)
        let none = try Survey(Self.questions, "share = function(r) return r.net end,")
        none.add(["net": missing(.refused)])
        #expect(try none.total().value == nil)
        #expect(try none.total().denominator == 0)
        #expect(try none.total().bounds == 0...100)
    }

    @Test("dont_know = \"no\" takes a don't know for no, and nothing else")
    func dontKnowIsNo() throws {
        let survey = try Survey(Self.questions, "share = function(r) return r.net end, dont_know = \"no\",")
        survey.add(["net": true])
        survey.add(["net": missing(.dontKnow)])
        survey.add(["net": missing(.refused)])
        let total = try survey.total()
        #expect((total.value, total.n) == (50, 2))
        #expect(total.missing == [.refused: 1])
        #expect(total.bounds == (100 / 3.0)...(200 / 3.0))
    }

    @Test("A count is absolute, at least that much where anything is missing, and bounded by it")
    func count() throws {
        let survey = try Survey(
            Self.questions, "among = function(r) return r.adult end, count = function(r) return r.net end,")
        survey.add(["adult": true, "net": true])
        survey.add(["adult": true, "net": false])
        var total = try survey.total()
        #expect((total.value, total.numerator, total.denominator) == (1, 1, nil))
        #expect(total.bounds == 1...1)
        #expect(!total.atLeast)
        survey.add(["adult": missing(.unanswered), "net": true])
        #expect(try survey.total().atLeast)
        #expect(try survey.total().bounds == 1...1)
        survey.add(["adult": true, "net": missing(.refused)])
        total = try survey.total()
        #expect((total.value, total.n) == (1, 2))
        #expect(total.bounds == 1...2)
    }

    @Test("Over records none of which is in scope a count and a total are 0; over no records they are not known")
    func zeroOrUnknown() throws {
        let rules = """
            indicator "y" { label = "Y", over = "f", among = function(r) return r.adult end, total = function(r) return r.speed end }
            indicator "m" { label = "M", over = "f.model", count = function(m) return true end }
            """
        let survey = try Survey(
            Self.questions + "roster \"model\" { label = \"Model\", yes_no \"ok\" { label = \"Ok\" } },",
            "among = function(r) return r.adult end, count = function(r) return r.net end,", rules: rules)
        for id in ["x", "y", "m"] {
            #expect(try survey.total(id).value == nil)
            #expect(try survey.total(id).numerator == nil)
        }
        survey.add(["adult": false])
        for id in ["x", "y", "m"] { #expect(try survey.total(id).value == 0) }
    }

    @Test("A total and a mean: nil is out of scope, missing is counted, a total is then at least that much")
    func numbers() throws {
        let survey = try Survey(
            Self.questions, "total = function(r) return r.speed end,",
            rules: """
                indicator "m" { label = "M", over = "f", mean = function(r) return r.speed / 1 end, unit = "percent" }
                """)
        survey.add(["speed": 30])
        survey.add(["speed": 10])
        #expect(try survey.total().value == 40)
        #expect(try !survey.total().atLeast)
        survey.add(["speed": missing(.dontKnow)])
        let total = try survey.total()
        #expect((total.value, total.n, total.missingCount, total.atLeast) == (40, 2, 1, true))
        #expect(total.bounds == nil)
        let mean = try survey.total("m")
        #expect((mean.value, mean.numerator, mean.denominator) == (20, 40, 2))
        #expect(mean.missing == [.dontKnow: 1])
        #expect(!mean.atLeast)
        #expect(mean.bounds == nil)
    }

    @Test("A nil from a number function puts the record out of scope")
    func outOfScope() throws {
        let survey = try Survey(Self.questions, "mean = function(r) return r.speed end,")
        survey.add(["speed": 30])
        survey.add([:])
        #expect(try survey.total().n == 1)
        #expect(try survey.total().missing == [:])
        #expect(try survey.total().value == 30)
    }

    @Test("A ratio drops records with either part missing or nil; without a denominator it has no value")
    func ratio() throws {
        let survey = try Survey(
            Self.questions,
            "ratio = { numerator = function(r) return r.paid end, denominator = function(r) return r.speed end },",
            rules: """
                indicator "plain" { label = "P", over = "f", unit = "number",
                  ratio = { numerator = function(r) return r.paid end, denominator = function(r) return r.speed end } }
                """)
        #expect(try survey.total().value == nil)
        survey.add(["paid": 0, "speed": 0])
        #expect(try survey.total().value == nil)
        #expect(try survey.total().denominator == 0)
        survey.add(["paid": 1, "speed": 3])
        survey.add(["paid": 2, "speed": 5])
        survey.add(["paid": missing(.dontKnow), "speed": 100])
        survey.add(["paid": 100, "speed": missing(.dontKnow)])
        survey.add(["paid": 100])
        survey.add(["speed": 100])
        let total = try survey.total()
        #expect((total.numerator, total.denominator, total.n) == (3, 8, 3))
        #expect(total.value == 37.5)
        #expect(total.missing == [.dontKnow: 2])
        #expect(try survey.total("plain").value == 0.375)
    }

    @Test("A part that is greater than its whole is reported, in percent only")
    func exceeding() throws {
        let survey = try Survey(
            Self.questions,
            "ratio = { numerator = function(r) return r.paid end, denominator = function(r) return r.speed end },",
            rules: """
                indicator "plain" { label = "P", over = "f", unit = "number",
                  ratio = { numerator = function(r) return r.paid end, denominator = function(r) return r.speed end } }
                """)
        survey.add(["paid": 4, "speed": 3])
        survey.add(["paid": 3, "speed": 3])
        #expect(try survey.total().exceeding == 1)
        #expect(try survey.total("plain").exceeding == 0)
        #expect(try survey.total().value == 700 / 6.0)
    }

    @Test("Rosters: members are counted one by one, with their household's answers; missing rosters are missing")
    func rosters() throws {
        let survey = try Survey(
            form: """
                form "h" {
                  version = 1, label = "H",
                  yes_no "rural" { label = "Rural" },
                  integer "members" { label = "Members", special = { "refused" } },
                  roster "person" {
                    label = "Person", count = function(h) return h.members end,
                    integer "age" { label = "Age" },
                  },
                }
                """,
            rules: """
                indicator "adults" { label = "A", over = "h.person",
                  among = function(p) return p.h.rural end, share = function(p) return p.age >= 18 end }
                indicator "large" { label = "L", over = "h",
                  share = function(h) return count(h.person, function(p) return p.age >= 0 end) >= 2 end }
                indicator "first" { label = "F", over = "h.person", share = function(p) return p.index == 1 end }
                """)
        survey.add(
            ["rural": true, "members": 2], form: "h",
            rosters: ["person": [["age": 30], ["age": 5]]])
        survey.add(["rural": false, "members": 1], form: "h", rosters: ["person": [["age": 50]]])
        survey.add(["rural": true, "members": 0], form: "h")
        #expect(try survey.total("large").missing == [:])
        survey.add(["rural": true, "members": missing(.refused)], form: "h")
        let adults = try survey.total("adults")
        #expect((adults.numerator, adults.denominator) == (1, 2))
        let first = try survey.total("first")
        #expect((first.numerator, first.denominator) == (2, 3))
        let large = try survey.total("large")
        #expect((large.numerator, large.denominator, large.n) == (1, 3, 3))
        #expect(large.missing == [.refused: 1])
    }

    @Test("A milestone is its date, reached from that day on; without a date it is 0, and missing is no value")
    func milestone() throws {
        let survey = try Survey(
            "date \"on\" { label = \"On\", special = { \"dont_know\" } },",
            "milestone = function(r) return r.on end, target = { by = 2030 },")
        #expect(try survey.total().status == .noData)
        survey.add(["on": missing(.dontKnow)], round: "2025-H1")
        #expect(try survey.total(asOf: "2025-12-31").value == nil)
        #expect(try survey.total(asOf: "2025-12-31").status == .noData)
        let none = try Survey(
            "date \"on\" { label = \"On\" },", "milestone = function(r) return r.on end, target = { by = 2030 },",
            form: "valid_for = \"120 months\",")
        none.add([:], round: "2026-H1")
        #expect(try none.total().value == 0)
        #expect(try none.total().status == .noBaseline)
        #expect(try none.total(asOf: "2030-12-30").status == .noBaseline)
        #expect(try none.total(asOf: "2030-12-31").status == .behind)
        none.add(["on": .value(.date(try #require(Day(iso: "2028-03-01"))))], round: "2027-H2")
        let before = try none.figure(asOf: "2028-02-29")
        #expect((before.total.value, before.total.status, before.method) == (0, .noBaseline, .milestone))
        let after = try none.total(asOf: "2028-03-01")
        #expect((after.value, after.status, after.date) == (1, .met, Day(iso: "2028-03-01")))
    }
}
