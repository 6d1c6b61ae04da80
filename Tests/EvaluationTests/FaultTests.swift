import Evaluation
import FormModel
import Messages
import Scripting
import Testing
import WorkspaceFixtures

@Suite("Faults in some records (semantics 3.6, 5.2)")
struct FaultTests {
    private static let questions = """
        integer "speed" { label = "Speed" },
        yes_no "net" { label = "Net" },
        text "word" { label = "Word" },
        """

    @Test("The figure is given from the other records; those that failed are counted and told with their places")
    func someRecords() throws {
        let survey = try Survey(Self.questions, "share = function(r) return r.speed >= 30 end,")
        survey.add(["speed": 40], id: "c")
        survey.add([:], id: "b")
        survey.add(["speed": 10], id: "a")
        let figure = try survey.figure()
        #expect((figure.total.value, figure.total.n, figure.total.failed) == (50, 2, 1))
        let failure = try #require(figure.failures.first)
        #expect(failure.record == "b")
        #expect(failure.message.code == "E-NIL-001")
        #expect(failure.place?.file == "Rules/indicators/r.lua")
        #expect(failure.place?.line == 1)
        #expect(figure.failed == 1)
    }

    @Test("Of many, the first 20 are told in the order of their ids, each with its own place in its roster")
    func many() throws {
        let survey = try Survey(
            Self.questions + "roster \"p\" { label = \"P\", integer \"age\" { label = \"A\" } },",
            "share = function(r) return true end,",
            rules: """
                indicator "y" { label = "Y", over = "f.p", count = function(p)
                  if p.age == 99 then error("too old") end
                  return p.age > 3 end }
                """)
        for number in (10..<60).reversed() {
            survey.add(
                [:], id: "r\(number)", rosters: ["p": [["age": 1], number == 11 ? ["age": 99] : [:]]])
        }
        let total = try survey.total("y")
        #expect((total.value, total.n, total.failed) == (0, 50, 50))
        #expect(total.failures.map(\.record) == (10..<30).map { "r\($0)/p[2]" })
        #expect(total.failures.map(\.place?.line) == [4, 3] + Array(repeating: 4, count: 18))
        #expect(total.failures[1].message.code == "E-RUN-001")
        #expect(total.failures[0].message.code == "E-NIL-001")
        #expect(total.failures[19].message.code == "E-NIL-001")
    }

    @Test("Faults alike are one, with their number and their first records; what a filter leaves out is not told")
    func groups() throws {
        let survey = try Survey(
            Self.questions, "share = function(r) if r.net then return r.speed > 1 end\nerror(\"no net\") end,")
        for number in 100..<160 { survey.add(["net": .value(.boolean(number < 130))], id: "r\(number)") }
        let figure = try survey.figure()
        #expect(figure.total.failed == 60)
        #expect(figure.faults.map(\.message.code) == ["E-NIL-001", "E-RUN-001"])
        #expect(figure.faults.map(\.count) == [30, 30])
        #expect(figure.faults.map(\.records) == [100..<120, 130..<150].map { $0.map { "r\($0)" } })
        #expect(figure.faults.map(\.place?.line) == [1, 2])
        let filtered = try survey.figure(filters: [SplitFilter(name: "net", key: "no")])
        #expect(filtered.total.failed == 30)
        #expect(filtered.faults.map(\.records) == [(130..<150).map { "r\($0)" }])
        #expect(filtered.total.failures.map(\.record) == (130..<150).map { "r\($0)" })
    }

    @Test("Results of a wrong type are one fault, whatever was given")
    func wrongResults() throws {
        let survey = try Survey(Self.questions, "mean = function(r) return \"w\" .. r.speed end,")
        for number in 100..<190 { survey.add(["speed": .value(.integer(Int64(number)))], id: "r\(number)") }
        let faults = try survey.figure().faults
        #expect(faults.map(\.count) == [90])
        #expect(faults.first?.message.facts["found"] == "\"w100\"")
    }

    @Test(
        "A figure is met or on track only as far as the records that failed cannot undo it",
        arguments: [(50, Status.metUncertain), (1, .met), (0, .met)])
    func status(failing: Int, status: Status) throws {
        let survey = try Survey(
            Self.questions, "share = function(r) return r.speed >= 30 end, target = { at_least = 90, by = 2030 },")
        for number in 100..<200 { survey.add(["speed": 40], id: "r\(number)") }
        for number in 0..<failing { survey.add([:], id: "s\(number)") }
        let total = try survey.total("x")
        #expect((total.value, total.failed, total.status) == (100, failing, status))
    }

    @Test("A formula that calls itself without end is given up after some records")
    func recursion() throws {
        let survey = try Survey(
            Self.questions, "share = function(r) local function f(n) return f(n + 1) + 1 end return f(1) > 0 end,")
        for number in 0..<100_000 { survey.add(["speed": 40], id: "r\(number)") }
        let total = try survey.total("x")
        #expect(total.failed == 100_000)
        #expect(total.failures.first?.message.code.hasPrefix("E-LIMIT") == true)
    }

    @Test("A formula that fails differently on every record does not lose count")
    func manyWays() throws {
        let survey = try Survey(Self.questions, "share = function(r) error(r.unit) end,")
        for number in 100..<200 { survey.add([:], id: "r\(number)") }
        let figure = try survey.figure()
        #expect(figure.total.failed == 100)
        #expect(figure.faults.allSatisfy { $0.count == 1 })
        #expect(figure.faults.count == 20)
    }

    @Test(
        "What is neither a condition, a number nor a date where one is needed is a fault",
        arguments: [
            ("share = function(r) return 0 end,", "0"), ("share = function(r) return \"\" end,", "\"\""),
            ("count = function(r) return 1.5 end,", "1.5"), ("mean = function(r) return true end,", "true"),
            ("total = function(r) return \"7\" end,", "\"7\""), ("total = function(r) return 1 / 0 end,", "inf"),
            ("milestone = function(r) return 2026 end,", "2026"),
            ("among = function(r) return 1 end, share = function(r) return true end,", "1"),
            ("ratio = { numerator = function(r) return 1 end, denominator = function(r) return false end },", "false"),
        ])
    func wrongResults(computation: String, found: String) throws {
        let survey = try Survey(Self.questions, computation)
        survey.add([:], id: "a")
        let total = try survey.total()
        #expect((total.value, total.n, total.failed) == (nil, 0, 1))
        #expect(total.failures.map(\.message.code) == ["E-RESULT-001"])
        #expect(total.failures.first?.message.facts["found"] == found)
    }

    @Test("What a script says of itself is told in two hundred characters")
    func longError() throws {
        let survey = try Survey(Self.questions, "total = function(r) error((\"dài \"):rep(1e5)) end,")
        survey.add([:])
        let text = try #require(survey.total().failures.first?.message.text(in: .english))
        #expect(text.count < 250 && text.hasSuffix("…"))
    }

    @Test("A whole division by zero is told at its own line", arguments: ["return a // b", "return a % b"])
    func division(operation: String) throws {
        let survey = try Survey(
            "integer \"v\" { label = \"V\" },",
            "total = function(r)\nlocal a = r.v\nlocal b = 0\n\n\(operation)\nend,")
        survey.add(["v": 3])
        #expect(try survey.total().failures.map(\.place?.line) == [5])
    }

    @Test(
        "A sum beyond the largest number is no figure, and says why",
        arguments: [
            ("mean = function(r) return r.v end,", ""), ("total = function(r) return r.v end,", ""),
            ("share = function(r) return true end,", "design = \"d\","),
            ("count = function(r) return true end,", "design = \"d\","),
            ("ratio = { numerator = function(r) return r.v end, denominator = function(r) return 1e-300 end },", ""),
        ])
    func overflow(computation: String, design: String) throws {
        let survey = try Survey(
            "decimal \"v\" { label = \"V\" },", computation + design,
            rules: "design \"d\" { form = \"f\", weight = function(r) return r.v end }")
        survey.add(["v": .value(.decimal(1e308))])
        survey.add(["v": .value(.decimal(1e308))])
        let figure = try survey.figure(by: [["unit"]])
        #expect((figure.total.value, figure.total.n, figure.total.failed) == (nil, 2, 1))
        #expect(figure.total.failures.map(\.message.code) == ["E-RESULT-002"])
        #expect(figure.total.bounds == nil)
    }

    @Test("A table or function for a result is a fault that says so")
    func unsuitableResult() throws {
        let survey = try Survey(Self.questions, "share = function(r) return {} end,")
        survey.add([:])
        #expect(try survey.total().failed == 1)
        #expect(try survey.total().failures.count == 1)
    }

    @Test("A formula that changes an upvalue fails for every record, and the other indicators are given")
    func upvalues() throws {
        let survey = try Survey(
            form: "form \"f\" { version = 1, label = \"F\", integer \"v\" { label = \"V\" } }",
            rules: """
                local seen = 0
                indicator "x" { label = "X", over = "f", total = function(r) seen = seen + 1 return seen end }
                indicator "y" { label = "Y", over = "f", total = function(r) return r.v end }
                """)
        survey.add(["v": 1], round: "once", date: "2026-01-01")
        survey.add(["v": 2], round: "once", date: "2026-01-01")
        let figures = try survey.figures(["x", "y"], survey.options())
        #expect((figures[0].total.value, figures[0].total.failed) == (nil, 2))
        #expect(figures[0].failures.first?.message.code == "E-UPVALUE-001")
        #expect(figures[0].failures.first?.message.facts["name"] == "seen")
        #expect((figures[1].total.value, figures[1].failed) == (3, 0))
    }

    @Test("One record that runs out of time does not stop those after it")
    func time() throws {
        var fixture = Fixture(
            form: "form \"f\" { version = 1, label = \"F\", integer \"v\" { label = \"V\" } }",
            rules: """
                indicator "x" { label = "X", over = "f", total = function(r) while r.v == 2 do end return r.v end }
                """)
        fixture.limits.record = 0.05
        let workspace = try fixture.load()
        let records = MemoryRecords()
        let layout = try #require(workspace.form("f")).layout
        for v in 1...4 {
            records.add(
                Record(
                    id: "\(v)", form: "f", version: 1, round: "once", date: try #require(Day(iso: "2026-01-01")),
                    status: .complete, result: .completed,
                    root: RecordRow(answers: [.value(.integer(Int64(v)))], rosters: [])))
        }
        _ = layout
        let evaluator = Evaluator(
            workspace, source: records, options: EvaluationOptions(asOf: try #require(Day(iso: "2026-06-30"))))
        let total = try #require(evaluator.figures(of: workspace.indicators).first).total
        #expect((total.value, total.n, total.failed) == (8, 3, 1))
        #expect(total.failures.map(\.record) == ["2"])
        #expect(total.failures.map(\.message.code) == ["E-LIMIT-001"])
    }

    @Test("A dimension that fails leaves its records in the row of the unknown, and the figure is marked")
    func dimension() throws {
        let survey = try Survey(
            Self.questions, "share = function(r) return r.net end,",
            rules: """
                dimension "pace" { over = "f", label = "Pace",
                  value = function(r) if r.speed >= 30 then return "fast" end return "slow" end }
                """)
        survey.add(["net": true, "speed": 40])
        survey.add(["net": false, "speed": 40])
        survey.add(["net": true], id: "broken")
        let figure = try survey.figure(by: [["pace"]])
        #expect((figure.total.value, figure.total.n, figure.total.failed) == (200 / 3.0, 3, 0))
        #expect(try figure.row("pace", key: "fast").n == 2)
        let unknown = try figure.row("pace", key: SplitRow.unknown)
        #expect((unknown.n, unknown.numerator, unknown.failed) == (1, 1, 1))
        #expect(figure.failed == 1)
        #expect(figure.failures.map(\.record) == ["broken"])
        #expect(figure.failures.map(\.message.code) == ["E-DIM-001"])
        #expect(figure.faults.map(\.message.code) == ["E-DIM-001"])
        #expect(figure.faults.map(\.records) == [["broken"]])
        let filtered = try survey.figure(filters: [SplitFilter(name: "pace", key: "fast")])
        #expect((filtered.total.n, filtered.total.failed) == (2, 1))
    }
}
