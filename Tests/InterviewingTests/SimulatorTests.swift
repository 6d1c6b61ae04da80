import FormModel
import Interviewing
import Messages
import Scripting
import Testing
import WorkspaceFixtures

@Suite("Random records")
struct SimulatorTests {
    private static let questions = """
        integer "i" { label = "I", min = 0, max = 20 },
        decimal "d" { label = "D" },
        yes_no "y" { label = "Y", special = { "dont_know" } },
        select_one "s" { label = "S", choices = { { "a" }, { "b" }, { "c" } }, special = { "dont_know" } },
        roster "r" { label = "R", count = function(f) return f.i end, yes_no "x" { label = "X" }, text "t" { label = "T" } },
        """

    @Test("the same seed gives the same records, another gives others, and a unit's do not depend on the rest")
    func seeds() throws {
        let first = try Trial(SimulatorTests.questions, plan: "")
        let second = try Trial(SimulatorTests.questions, plan: "")
        let records = try first.records(20)
        #expect(try second.records(20) == records)
        #expect(try second.records(20) == records)
        #expect(try Trial(SimulatorTests.questions, plan: "", seed: 2).records(20) != records)
        let last = try #require(try first.simulator.units(count: 20, perStratum: nil, strata: nil).last)
        #expect(try first.simulator.draw(last, in: Trial.half)?.given == records.last)
        #expect(Set(records.map(\.root)).count == 20)
        #expect(try first.simulator.draw(last.again(1), in: Trial.half)?.given != records.last)
        let other = try #require(PeriodCalendar().period(id: "2026-H2"))
        #expect(try first.simulator.draw(last, in: other)?.given.root != records.last?.root)
    }

    @Test(
        "what is made up within bounds that lie at the ends of the numbers is a number, or none",
        arguments: ["min = -9.3e18, max = 9.3e18", "min = 9.2e18", "min = -1e308, max = 1e308", "max = -1e300"])
    func extremes(bounds: String) throws {
        let questions = "integer \"i\" { label = \"I\", \(bounds) }, decimal \"d\" { label = \"D\", \(bounds) },"
        let trial = try Trial(questions, plan: "")
        _ = trial.failure()
    }

    @Test("dates are spread over the period; the round is the period where it is one of the form's")
    func dates() throws {
        let free = try Trial("integer \"i\" { label = \"I\" },", plan: "").records(300)
        #expect(free.allSatisfy { $0.date.map(Trial.half.contains) == true })
        #expect(Set(free.compactMap { $0.date?.components.month }) == [1, 2, 3, 4, 5, 6])
        #expect(free.allSatisfy { $0.round == nil && $0.result == .completed })
        let half = try Trial("integer \"i\" { label = \"I\" },", plan: "", properties: "round = \"half_year\",")
        #expect(try half.records(3).allSatisfy { $0.round == "2026-H1" })
        #expect(throws: Message.self) {
            try half.simulator.draw(
                half.simulator.units(count: 1, perStratum: nil, strata: nil)[0], in: PeriodCalendar.once)
        }
    }

    @Test(
        "a period field without a distribution says when the record is of, and today() is the record's date",
        arguments: [("date", "day"), ("text", "month"), ("text", "quarter"), ("integer", "year")])
    func periodFields(_ kind: String, _ round: String) throws {
        let trial = try Trial(
            """
            \(kind) "when" { label = "When", required = true },
            date "seen" { label = "Seen", constraint = function(value) return value == today() end },
            """, plan: "seen = function() return today() end",
            properties: "round = \"\(round)\", period_field = \"when\",")
        let builder = RecordBuilder(trial.bench.engine, calendar: PeriodCalendar(), defaultDate: Day(number: 0))
        for given in try trial.records(30) {
            let built = builder.build(given)
            #expect(built.problems.map(\.short) == [])
            #expect(built.record.root.answers[1] == .value(.date(built.record.date)))
            if round != "year" { #expect(Trial.half.contains(built.record.date)) }
        }
    }

    // MARK: Units

    private static let frame = [
        ["village", "no", "poverty"], ["a", "1", "poor"], ["a", "2", "none"], ["a", "3", "none"], ["b", "1", "none"],
        ["b", "2", "poor"], ["c", "1", "none"],
    ]
    private static let keyed = """
        select_one "village" { label = "V", choices = { { "a" }, { "b" }, { "c" } }, required = true },
        integer "no" { label = "N", required = true },
        calculate "poverty" { calculation = function(h) return listed(h).poverty end },
        """
    private static let key = "key = { \"village\", \"no\" }, frame = from_csv \"units\","

    @Test("units are those of the frame, in its order; a number takes the first")
    func frame() throws {
        let trial = try Trial(
            SimulatorTests.keyed, plan: "", properties: SimulatorTests.key, lists: ["units": SimulatorTests.frame])
        let keys = try trial.simulator.units(count: nil, perStratum: nil, strata: nil).map(\.key)
        #expect(keys == SimulatorTests.frame.dropFirst().map { Array($0.prefix(2)) })
        #expect(
            try trial.simulator.units(count: 2, perStratum: nil, strata: nil).map(\.key) == [["a", "1"], ["a", "2"]])
        #expect(try trial.simulator.units(count: 99, perStratum: nil, strata: nil).count == 6)
        #expect(try trial.simulator.units(count: -1, perStratum: nil, strata: nil) == [])
        let built = RecordBuilder(trial.bench.engine, calendar: PeriodCalendar(), defaultDate: Day(number: 0))
        let poverty = try trial.records(nil).map { built.build($0).record.root.answers[2] }
        #expect(poverty == ["poor", "none", "none", "none", "poor", "none"])
    }

    @Test("a sample takes so many of each stratum, by the seed")
    func sample() throws {
        var rows = [["village", "no"]]
        for village in ["a", "b", "c"] { rows += (1...50).map { [village, "\($0)"] } }
        rows = rows.filter { $0[0] != "c" || (Int($0[1]) ?? 0) <= 3 }
        func units(seed: UInt64, _ count: Int = 5) throws -> [[String]] {
            let trial = try Trial(
                SimulatorTests.keyed, plan: "", seed: seed, properties: SimulatorTests.key, lists: ["units": rows])
            return try trial.simulator.units(count: nil, perStratum: count, strata: "village").map(\.key)
        }
        let drawn = try units(seed: 1)
        #expect(["a", "b", "c"].map { village in drawn.count { $0[0] == village } } == [5, 5, 3])
        #expect(Set(drawn).count == drawn.count)
        #expect(try units(seed: 1) == drawn)
        #expect(try units(seed: 2) != drawn)
        #expect(try units(seed: 1, 0) == [])
        #expect(try units(seed: 1, -3) == [])
        // Each unit is as likely: over many seeds, the mean number is that of the stratum.
        let numbers = try (0..<60).flatMap { try units(seed: UInt64($0)).filter { $0[0] == "a" } }.compactMap {
            Int($0[1])
        }
        let mean = Double(numbers.reduce(0, +)) / Double(numbers.count)
        #expect(abs(mean - 25.5) < 2.5)
    }

    @Test("without a frame keys are numbered from 1, where the plan does not draw them")
    func numbered() throws {
        let nodes = """
            text "no" { label = "N", required = true }, integer "id" { label = "I" },
            select_one "s" { label = "S", choices = { { "x" } } },
            """
        let key = "key = { \"no\", \"id\", \"s\" },"
        let numbered = try Trial(nodes, plan: "", properties: key)
        let numbers = try numbered.records(3).map { [$0.root.answers[0], $0.root.answers[1]] }
        #expect(numbers == [["1", 1], ["2", 2], ["3", 3]])
        let drawn = try Trial(nodes, plan: "no = \"A\", id = { uniform = { 7, 7 } }", properties: key)
        #expect(try drawn.records(2).map { $0.root.answers } == Array(repeating: ["A", 7, "x"], count: 2))
    }

    @Test("units that cannot be had are an error")
    func noUnits() throws {
        func code(_ trial: Trial, _ count: Int?, _ perStratum: Int?, _ strata: String?) -> String? {
            do throws(Message) {
                _ = try trial.simulator.units(count: count, perStratum: perStratum, strata: strata)
                return nil
            } catch {
                return error.code
            }
        }
        let free = try Trial("integer \"no\" { label = \"N\" },", plan: "", properties: "key = { \"no\" },")
        #expect(code(free, nil, nil, nil) == "E-SIM-006")
        #expect(code(free, 5, 2, "no") == "E-SIM-005")
        let framed = try Trial(
            SimulatorTests.keyed, plan: "", properties: SimulatorTests.key, lists: ["units": SimulatorTests.frame])
        #expect(code(framed, nil, 2, nil) == "E-SIM-005")
        #expect(code(framed, nil, 2, "poverty") == "E-SIM-005")
        #expect(code(framed, nil, 2, "village") == nil)
    }

    // MARK: Visits

    @Test("_missing units give no record; _result decides who is interviewed; both may follow from the unit")
    func visits() throws {
        let trial = try Trial(
            SimulatorTests.keyed + "integer \"i\" { label = \"I\", required = true },",
            plan: """
                _missing = function(h) return h.village == "b" end,
                _result = function(h)
                  if h.village == "c" then return "refused" end
                  return { completed = h.no == 1 and 1 or 0, nobody_home = h.no == 1 and 0 or 1 }
                end,
                """, properties: SimulatorTests.key, lists: ["units": SimulatorTests.frame])
        let records = try trial.records(nil)
        #expect(records.map(\.result) == [.completed, .nobodyHome, .nobodyHome, .refused])
        #expect(records.map { $0.root.answers[3] != nil } == [true, false, false, false])
        #expect(records.allSatisfy { $0.root.answers[0] != nil && $0.root.answers[1] != nil })
        let shares = try Trial(
            "integer \"i\" { label = \"I\" },",
            plan: "_missing = { share = 0.25 }, _result = { completed = 3, vacant = 1 }")
        let drawn = try shares.records(2000)
        #expect((1400...1600).contains(drawn.count))
        #expect((0.7...0.8).contains(Double(drawn.count { $0.result == .completed }) / Double(drawn.count)))
    }

    @Test(
        "a _result that is none is an error naming it",
        arguments: ["\"gone\"", "{ share = 0.5 }", "function() return nil end"])
    func wrongResult(_ result: String) throws {
        let trial = try Trial("integer \"i\" { label = \"I\" },", plan: "_result = \(result)")
        let failure = try #require(trial.failure())
        #expect(failure.code == "E-SIM-003")
        #expect(failure.facts["field"] == "_result")
    }

    // MARK: Distributions

    @Test("weights, share, constants and special answers come as often as they should")
    func shares() throws {
        func share(_ answer: Answer, of question: String, _ distribution: String) throws -> Double {
            let trial = try Trial(SimulatorTests.questions, plan: "i = 0, \(question) = \(distribution)")
            let answers = try trial.answers(2000, question)
            return Double(answers.count { $0 == answer }) / Double(answers.count)
        }
        #expect((0.47...0.53).contains(try share("a", of: "s", "{ a = 5, b = 3, c = 2, dont_know = 0 }")))
        #expect((0.17...0.23).contains(try share(.missing(.dontKnow), of: "s", "{ a = 4, dont_know = 1 }")))
        #expect((0.67...0.73).contains(try share(true, of: "y", "{ share = 0.7 }")))
        #expect((0.07...0.13).contains(try share(.missing(.dontKnow), of: "y", "{ share = 0.7, dont_know = 0.1 }")))
        // The rest is shared as if there were no special answers.
        #expect((0.60...0.66).contains(try share(true, of: "y", "{ share = 0.7, dont_know = 0.1 }")))
        #expect((0.22...0.28).contains(try share(.missing(.unanswered), of: "y", "{ yes = 3, unanswered = 1 }")))
        #expect(try share("b", of: "s", "\"b\"") == 1)
        #expect(try share(.decimal(0.125), of: "d", "0.125") == 1)
        #expect(try share(3, of: "i", "function() return 3 end") == 1)
        #expect((0.47...0.53).contains(try share("c", of: "s", "function(f) return { a = 1, c = 1 } end")))
        #expect(try share(.missing(.unanswered), of: "d", "function() return nil end") == 1)
    }

    @Test("uniform includes its bounds, normal and lognormal have their mean and spread")
    func numbers() throws {
        func values(_ name: String, _ distribution: String, _ question: String = "decimal") throws -> [Double] {
            let trial = try Trial("\(question) \"\(name)\" { label = \"D\" },", plan: "\(name) = { \(distribution) }")
            return try trial.answers(4000, name).map { answer in
                switch answer?.value {
                case .decimal(let number)?: number
                case .integer(let number)?: Double(number)
                default: .nan
                }
            }
        }
        func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
            let mean = values.reduce(0, +) / Double(values.count)
            return (mean, (values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(values.count)).squareRoot())
        }
        let dice = try values("d", "uniform = { 1, 6 }", "integer")
        #expect(Set(dice) == [1, 2, 3, 4, 5, 6])
        #expect(abs(moments(dice).mean - 3.5) < 0.1)
        let even = try values("d", "uniform = { 0.5, 2.25 }")
        #expect(even.allSatisfy { (0.5...2.25).contains($0) })
        #expect(abs(moments(even).mean - 1.375) < 0.05)
        let normal = moments(try values("d", "normal = { 50, 10 }"))
        #expect(abs(normal.mean - 50) < 0.6 && abs(normal.deviation - 10) < 0.5)
        let logs = try values("d", "lognormal = { 2, 0.5 }").map { _ in 0.0 }
        #expect(logs.count == 4000)
        let median = try values("d", "lognormal = { 2, 0.5 }").sorted()[2000]
        #expect(abs(median - 7.39) < 0.3)
        #expect(try values("d", "uniform = { 4, 4 }").allSatisfy { $0 == 4 })
        #expect(try values("d", "uniform = { 0, 1e300 }").allSatisfy(\.isFinite))
    }

    @Test("weights name a value of any kind as a file would write it")
    func namedValues() throws {
        let trial = try Trial(
            """
            integer "i" { label = "I", special = { "refused" } },
            decimal "d" { label = "D" },
            date "day" { label = "D" },
            time "at" { label = "T" },
            datetime "dt" { label = "DT" },
            text "t" { label = "T" },
            select_multiple "m" { label = "M", choices = { { "a" }, { "b" } } },
            """,
            plan: """
                i = { [7] = 1 }, d = { ["2.5"] = 1 }, day = { ["2026-05-01"] = 1 }, at = { ["07:30"] = 1 },
                dt = { ["2026-05-01T07:30"] = 1 }, t = { An = 1 }, m = { b = 1 },
                """)
        let day = try #require(Day(iso: "2026-05-01"))
        #expect(
            try trial.records(1).first?.root.answers == [
                7, .decimal(2.5), .value(.date(day)), .value(.time(minutes: 450)),
                .value(.dateTime(day, minutes: 450)), "An", .value(.choices(["b"])),
            ])
    }

    @Test("without a plan every kind is made up and valid; remarks stay empty unless they are required")
    func madeUp() throws {
        let list = "choices = { { \"a\" }, { \"b\" }, { \"c\" } }"
        let trial = try Trial(
            """
            text "remark" { label = "R" }, text "name" { label = "N", required = true, personal = true },
            text "must" { label = "M", required = function(f) return f.remark == nil or true end },
            integer "i" { label = "I", min = 3, max = 5 }, decimal "d" { label = "D", min = -1, max = 1 },
            yes_no "y" { label = "Y" }, select_one "s" { label = "S", \(list) }, select_multiple "m" { label = "M", \(list) },
            rank "k" { label = "K", \(list) }, date "day" { label = "D" }, time "at" { label = "T" },
            datetime "dt" { label = "DT" }, geopoint "g" { label = "G", required = true }, barcode "b" { label = "B" },
            note "n" { label = "N" }, integer "def" { label = "D", default = 7 },
            date "on" { label = "O", default = function() return today() end },
            roster "open" { label = "O", integer "a" { label = "A" } },
            roster "two" { label = "T", count = 2, yes_no "z" { label = "Z" } },
            calculate "c" { calculation = function(f) return f.i * 2 end },
            """, plan: "open = {}")
        let records = try trial.records(60)
        let fields = trial.bench.layout.root.fields.map(\.name)
        for (place, name) in fields.enumerated() {
            let answers = records.map { $0.root.answers[place] }
            switch name {
            case "remark", "must", "b": #expect(answers.allSatisfy { $0 == .missing(.unanswered) }, "\(name)")
            case "c": #expect(answers.allSatisfy { $0 == nil })
            case "def": #expect(answers.allSatisfy { $0 == 7 })
            case "on":
                #expect(
                    zip(answers, records).allSatisfy { answer, record in answer?.value == record.date.map { .date($0) }
                    })
            default: #expect(answers.allSatisfy { $0?.value != nil }, "\(name)")
            }
        }
        #expect(Set(records.map { $0.root.rosters[0].count }) == [0, 1, 2])
        #expect(records.allSatisfy { $0.root.rosters[1].count == 2 })
    }

    // MARK: What the form asks

    @Test("what is not asked is not drawn, and constraints, bounds, patterns and filters are met by drawing again")
    func valid() throws {
        let trial = try Trial(
            """
            integer "a" { label = "A", constraint = function(value) return value % 7 == 0 end },
            integer "b" { label = "B", max = 3 },
            yes_no "y" { label = "Y" },
            text "t" { label = "T", relevant = function(f) return f.y end, pattern = "%d%d", required = true },
            select_one "s" { label = "S", choices = { { "1" }, { "2" }, { "3" } },
              choice_filter = function(choice, f) return number(choice.name) ~= f.b end },
            integer "w" { label = "W", warn = function(value) return value <= 3 end },
            """,
            plan:
                "a = { normal = { 50, 20 } }, b = { uniform = { 1, 9 } }, t = function() return { [\"7\"] = 5, [\"77\"] = 1 } end, w = { uniform = { 0, 9 } }"
        )
        let builder = RecordBuilder(trial.bench.engine, calendar: PeriodCalendar(), defaultDate: Day(number: 0))
        let records = try trial.records(200)
        for given in records { #expect(builder.build(given).problems.map(\.short) == []) }
        #expect(Set(records.map { $0.root.answers[3] }) == [nil, "77"])
    }

    @Test("two constraints that look at each other are met, and what followed from a refused try is drawn anew")
    func mutual() throws {
        let trial = try Trial(
            """
            integer "first" { label = "F", constraint = function(value, f) return value <= (f.last or 99) and value ~= 5 end },
            integer "last" { label = "L", relevant = function(f) return f.first > 2 end,
              constraint = function(value, f) return value >= f.first end },
            """, plan: "first = { uniform = { 0, 9 } }, last = { uniform = { 0, 20 } }")
        let builder = RecordBuilder(trial.bench.engine, calendar: PeriodCalendar(), defaultDate: Day(number: 0))
        for given in try trial.records(200) { #expect(builder.build(given).problems.map(\.short) == []) }
    }

    @Test("a value that only wants a confirmation is taken where no other comes")
    func warnings() throws {
        let trial = try Trial(
            "integer \"w\" { label = \"W\", warn = function(value) return value < 5 end },", plan: "w = 9")
        #expect(try trial.answers(1, "w") == [9])
    }

    @Test(
        "a plan that cannot be met is an error that names the question and the place",
        arguments: [
            ("integer \"q\" { label = \"Q\", constraint = function(value) return false end },", "", "E-SIM-001"),
            ("integer \"q\" { label = \"Q\", max = 5 },", "q = 9", "E-SIM-001"),
            ("text \"q\" { label = \"Q\", pattern = \"%d+\" },", "q = \"x\"", "E-SIM-001"),
            ("text \"q\" { label = \"Q\", pattern = \"%d+\", required = true },", "", "E-SIM-009"),
            ("integer \"q\" { label = \"Q\" },", "q = { lognormal = { 1000, 1 } }", "E-SIM-001"),
            ("integer \"q\" { label = \"Q\" },", "q = function() return { abc = 1 } end", "E-SIM-003"),
            ("date \"q\" { label = \"Q\" },", "q = function() return { normal = { 0, 1 } } end", "E-SIM-003"),
            ("text \"q\" { label = \"Q\" },", "q = function() return { share = 0.5 } end", "E-SIM-003"),
            ("integer \"q\" { label = \"Q\" },", "q = function() return { share = 2 } end", "E-SIM-003"),
            ("integer \"q\" { label = \"Q\" },", "q = function() return \"x\" end", "E-SIM-003"),
            (
                "integer \"q\" { label = \"Q\" },", "q = function() local function f() return f end return f end",
                "E-SIM-002"
            ),
            (
                "integer \"a\" { label = \"A\" }, integer \"q\" { label = \"Q\" },",
                "a = function() return nil end, q = function(f) return f.a end", "E-SIM-002"
            ),
            ("integer \"q\" { label = \"Q\" },", "q = function(f) return f.zzz end", "E-FIELD-001"),
            ("integer \"q\" { label = \"Q\", constraint = function(value, f) return f.zzz end },", "", "E-FIELD-001"),
        ])
    func impossible(_ nodes: String, _ plan: String, _ code: String) throws {
        let failure = try #require(try Trial(nodes, plan: plan).failure())
        #expect(failure.code == code)
        if code.hasPrefix("E-SIM") { #expect(failure.facts["field"] == "q") }
        #expect(failure.facts["place"]?.hasPrefix("Surveys/") == true)
    }

    @Test(
        "an answer that the form still refuses at the end is an error",
        arguments: ["integer \"q\" { label = \"Q\", required = true },"])
    func refused(_ nodes: String) throws {
        #expect(try Trial(nodes, plan: "q = function() return nil end").failure()?.code == "E-ROW-006")
    }
}
