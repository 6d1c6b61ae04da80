import Evaluation
import FormModel
import Messages
import Randomness
import Scripting
import Testing
import WorkspaceFixtures

/// Records of a small form and one rule `v` over them: what the rule finds.
private struct RuleBench {
    let survey: Survey

    /// - Parameters:
    ///   - rule: the properties of the rule, without its id and message.
    ///   - before: what stands before it in its file; `after` likewise.
    init(
        _ rule: String, message: String = "\"M\"", before: String = "", after: String = "",
        form: String = RuleBench.form
    ) throws {
        var fixture = Fixture(form: form)
        fixture.scripts["Rules/validations/v.lua"] =
            "\(before) validation \"v\" { message = \(message), \(rule) }\n\(after)"
        survey = try Survey(fixture)
    }

    init(_ survey: Survey) {
        self.survey = survey
    }

    static let form = """
        form "f" {
          version = 1, label = "F", key = { "unit" }, round = "half_year",
          text "unit" { label = "Unit" },
          select_one "village" { label = "Village", choices = { { "a", vi = "Thôn A", en = "Village A" },
            { "b", vi = "Thôn B", en = "Village B" } } },
          integer "members" { label = "Members" },
          text "phone" { label = "Phone", personal = true },
          roster "person" { label = "Person", integer "age" { label = "Age" },
            text "name" { label = "N", personal = true } },
        }
        """

    func result(_ change: (inout ValidationOptions) -> Void = { _ in }) throws -> ValidationResult {
        try #require(try check(change).results.first)
    }

    func check(_ change: (inout ValidationOptions) -> Void = { _ in }) throws
        -> (results: [ValidationResult], notes: [Message])
    {
        var options = ValidationOptions(asOf: try #require(Day(iso: "2026-12-31")))
        options.language = .english
        change(&options)
        let validator = Validator(survey.workspace, source: survey.records, options: options)
        return (try validator.results(of: survey.workspace.validations), validator.notes)
    }
}

extension ValidationResult {
    /// Passed, failed, missing, faulty.
    fileprivate var counts: [Int] { [passed, failed, missingCount, faulty] }
    fileprivate var ids: [String] { failures.compactMap(\.record) }
}

@Suite("Rules over records")
struct ValidationTests {
    @Test(
        "a rule is kept, broken, not evaluated or fails, each counted for itself",
        arguments: [
            ("return r.members > 2", [2, 1, 1, 1]),
            ("return known(r, 'members') and r.members > 2", [2, 3, 0, 0]),
            ("return nil", [0, 5, 0, 0]),
            ("return r.members", [0, 1, 1, 3]),
            ("return r.memberz > 2", [0, 0, 0, 5]),
            ("return r.members == nil or r.members > 2", [3, 1, 1, 0]),
        ])
    func conditions(body: String, counts: [Int]) throws {
        let bench = try RuleBench("over = \"f\", must = function(r) \(body) end")
        for members in [3, 4, 1] { bench.survey.add(["members": .value(.integer(Int64(members)))]) }
        bench.survey.add(["members": missing(.dontKnow)])
        bench.survey.add([:])
        let result = try bench.result()
        #expect(result.counts == counts)
        #expect(result.checked == 5)
        #expect(result.missing.keys.allSatisfy { $0 == .dontKnow })
        #expect(result.faults.map(\.count).reduce(0, +) == counts[3])
        for fault in result.faults { #expect(fault.place?.file == "Rules/validations/v.lua" && fault.place?.line == 1) }
    }

    @Test("`among` says whom a rule is about; who is not asked for is counted apart")
    func among() throws {
        let bench = try RuleBench(
            """
            over = "f.person", severity = "warning", among = function(p) return p.age >= 18 end,
              must = function(p) return p.age <= 105 end
            """)
        bench.survey.add([:], id: "r1", rosters: ["person": [["age": 10], ["age": 200], ["age": 20]]])
        bench.survey.add([:], id: "r2", rosters: ["person": [["age": missing(.refused)], ["age": 120], ["age": 130]]])
        let result = try bench.result()
        #expect(result.counts == [1, 3, 1, 0])
        #expect((result.notApplicable, result.failedRecords) == (1, 2))
        #expect(result.failures.map(\.row) == ["person[2]", "person[2]", "person[3]"])
        #expect(result.ids == ["r1", "r2", "r2"])
        #expect(result.validation.severity == .warning)
    }

    @Test("counted records of the period are checked; incomplete and returned ones only if asked for")
    func selection() throws {
        let bench = try RuleBench("over = \"f\", must = function(r) return false end")
        bench.survey.add([:], id: "h1")
        bench.survey.add([:], round: "2026-H2", id: "h2")
        for status in [RecordStatus.incomplete, .returned, .rejected] {
            bench.survey.add([:], status: status, id: status.rawValue)
        }
        bench.survey.add([:], status: .approved, result: .nobodyHome, id: "away")
        #expect(Set(try bench.result().ids) == ["h1", "h2"])
        let period = try #require(PeriodCalendar().period(id: "2026-H1"))
        #expect(try bench.result { $0.period = period }.ids == ["h1"])
        #expect(try bench.result { $0.until = Day(iso: "2026-06-30") }.ids == ["h1"])
        let all = try bench.result {
            $0.period = period
            $0.includesUnfinished = true
        }
        #expect(Set(all.ids) == ["h1", "incomplete", "returned"])
        let quarter = try #require(PeriodCalendar().period(id: "2025-Q4"))
        #expect(try bench.result { $0.period = quarter }.checked == 0)
    }

    @Test("a filter keeps the rows of a split; a rule that it does not fit is left out with a note")
    func filters() throws {
        let bench = try RuleBench(
            "over = \"f\", must = function(r) return false end",
            after: """
                form "g" { version = 1, label = "G", integer "x" { label = "X" } }
                validation "w" { over = "g", must = function() return true end, message = "W" }
                """)
        bench.survey.add(["village": "a"], id: "a1")
        bench.survey.add(["village": "b"], id: "b1")
        let (results, notes) = try bench.check { $0.filters = [SplitFilter(name: "village", key: "a")] }
        #expect(results.map(\.validation.id) == ["v"] && results[0].ids == ["a1"])
        #expect(notes == [Message("N-VALIDATE-001", ["id": "w", "name": "village"])])
    }

    @Test("failing records are told in the order of their units, with the key that is not personal, up to a limit")
    func told() throws {
        let bench = try RuleBench(
            "over = \"f\", must = function(r) return false end",
            message: "function(r) return { vi = 'có ' .. r.members, en = r.members .. ' members' } end",
            form: RuleBench.form.replacing("key = { \"unit\" }", with: "key = { \"village\", \"unit\", \"phone\" }"))
        for unit in ["10", "9", "2"] {
            bench.survey.add(
                ["village": "b", "unit": .value(.text(unit)), "phone": "0912", "members": 3], id: "r\(unit)")
        }
        bench.survey.add(["village": "a", "unit": "7", "phone": "0913", "members": missing(.refused)], id: "r7")
        let result = try bench.result { $0.told = 3 }
        #expect(result.failed == 4 && result.ids == ["r7", "r2", "r9"])
        #expect(result.failures.map(\.message) == ["…", "3 members", "3 members"])
        #expect(result.failures[0].unit.map(\.label) == ["Village A", "7"])
        let vietnamese = try bench.result { $0.language = .vietnamese }
        #expect(vietnamese.failures[1].message == "có 3" && vietnamese.failures[1].unit[0].label == "Thôn B")
    }

    @Test("a message that fails everywhere is asked for a few records only, and all are told")
    func failingMessage() throws {
        let bench = try RuleBench(
            "over = \"f\", must = function(r) return false end", message: "function(r) return r.members.x end")
        for unit in 1...9 { bench.survey.add(["members": .value(.integer(Int64(unit)))]) }
        let result = try bench.result()
        #expect(result.failures.map(\.message) == Array(repeating: "…", count: 9))
        #expect(result.faults.map(\.count) == [3] && result.failed == 9 && result.faulty == 0)
    }

    @Test("the order in which records are stored changes nothing")
    func reproducible() throws {
        let bench = try RuleBench("over = \"f.person\", unique = { \"age\", \"village\" }")
        for unit in 1...20 {
            bench.survey.add(
                ["village": unit % 2 == 0 ? "a" : "b"],
                rosters: ["person": [["age": .value(.integer(Int64(unit % 7)))], ["age": 50]]])
        }
        let first = try bench.result()
        #expect(first.failed > 20)
        var generator = Seeded(7)
        for _ in 0..<3 {
            bench.survey.records.shuffle(using: &generator)
            #expect(try bench.result() == first)
        }
    }
}

@Suite("Rules between records")
struct UniqueRuleTests {
    @Test("records of a round that are alike break the rule, all of them, each with the others")
    func fields() throws {
        let bench = try RuleBench("over = \"f\", unique = { \"village\", \"members\" }")
        for (id, village, members) in [("r1", "a", 1), ("r2", "a", 1), ("r3", "b", 1), ("r4", "a", 1)] {
            bench.survey.add(["village": .value(.text(village)), "members": .value(.integer(Int64(members)))], id: id)
        }
        bench.survey.add(["village": "a", "members": 1], round: "2026-H2", id: "later")
        bench.survey.add(["village": "a", "members": missing(.dontKnow)], id: "unknown")
        bench.survey.add(["village": "a"], id: "unasked")
        let result = try bench.result()
        #expect(result.counts == [2, 3, 1, 0] && result.notApplicable == 1)
        #expect(result.ids == ["r1", "r2", "r4"])
        #expect(result.failures[1].others == ["r1", "r4"])
    }

    @Test("members are compared across records; a filter narrows what is told, not what is alike")
    func members() throws {
        let bench = try RuleBench("over = \"f.person\", unique = { \"name\", \"age\" }")
        bench.survey.add(
            ["village": "a"], id: "r1", rosters: ["person": [["name": "An", "age": 3], ["name": "Ba", "age": 3]]])
        bench.survey.add(["village": "b"], id: "r2", rosters: ["person": [["name": "An", "age": 3]]])
        let result = try bench.result { $0.filters = [SplitFilter(name: "village", key: "b")] }
        #expect(result.counts == [0, 1, 0, 0] && result.ids == ["r2"])
        #expect(result.failures[0].others == ["r1/person[1]"])
        // What is alike is personal, and is told nowhere.
        #expect(!"\(result.failures)".contains("An"))
    }

    @Test(
        "a function gives what must be unique; nil leaves a record out",
        arguments: [
            ("return number(r.unit)", [1, 2, 0, 0]), ("return nil", [0, 0, 0, 0]), ("return r", [0, 0, 0, 3]),
            ("return r.unit", [3, 0, 0, 0]), ("return r.members", [0, 0, 3, 0]),
        ])
    func function(body: String, counts: [Int]) throws {
        let bench = try RuleBench("over = \"f\", unique = function(r) \(body) end")
        for unit in ["7", "007", "8"] {
            bench.survey.add(["unit": .value(.text(unit)), "members": missing(.unanswered)])
        }
        #expect(try bench.result().counts == counts)
    }
}

@Suite("Rules between rounds")
struct EarlierRuleTests {
    private func bench(_ rule: String = "", message: String = "\"M\"") throws -> RuleBench {
        let bench = try RuleBench(
            "over = \"f\", \(rule) previous = function(now, before) return now.members <= before.members + 1 end",
            message: message)
        for (id, unit, round, members) in [
            ("a1", "a", "2025-H2", 3), ("a2", "a", "2026-H1", 5), ("a3", "a", "2026-H2", 5), ("b1", "b", "2026-H1", 2),
        ] {
            bench.survey.add(
                ["unit": .value(.text(unit)), "members": .value(.integer(Int64(members)))], round: round, id: id)
        }
        return bench
    }

    @Test("a record is compared with its unit's latest of an earlier round; without one it is counted apart")
    func earlier() throws {
        let bench = try bench()
        let result = try bench.result()
        #expect(result.counts == [1, 1, 0, 0] && result.noEarlier == 2)
        #expect(result.ids == ["a2"] && result.failures[0].others == ["a1"])
        let period = try #require(PeriodCalendar().period(id: "2026-H2"))
        #expect(try bench.result { $0.period = period }.counts == [1, 0, 0, 0])
    }

    @Test("a record that does not count is none to compare with; a missing answer of either is not evaluated")
    func notCounted() throws {
        let bench = try bench()
        bench.survey.add(["unit": "c", "members": 1], round: "2025-H2", id: "c1")
        bench.survey.add(["unit": "c", "members": 9], round: "2026-H1", status: .rejected, id: "c2")
        bench.survey.add(["unit": "c", "members": 2], round: "2026-H2", id: "c3")
        bench.survey.add(["unit": "d", "members": missing(.refused)], round: "2026-H1", id: "d1")
        bench.survey.add(["unit": "d", "members": 2], round: "2026-H2", id: "d2")
        let result = try bench.result()
        #expect(result.counts == [2, 1, 1, 0] && result.missing == [.refused: 1])
    }

    @Test("`among` and the message get both records")
    func both() throws {
        let bench = try bench(
            "among = function(now, before) return now.members > before.members end,",
            message: "function(now, before) return before.members .. ' to ' .. now.members end")
        let result = try bench.result()
        #expect(result.counts == [0, 1, 0, 0] && result.notApplicable == 1 && result.noEarlier == 2)
        #expect(result.failures.map(\.message) == ["3 to 5"])
    }

    @Test("a fault is told with its place; a rule that changes what it keeps counts for nothing")
    func faults() throws {
        let bench = try RuleBench(
            "over = \"f\", previous = function(now, before) return now.members > before.nothing end")
        for round in ["2026-H1", "2026-H2"] { bench.survey.add(["unit": "u", "members": 1], round: round) }
        let result = try bench.result()
        #expect(result.counts == [0, 0, 0, 1])
        #expect(result.faults.map(\.message.code) == ["E-FIELD-001"] && result.faults[0].place?.line == 1)
        let changing = try RuleBench(
            "over = \"f\", previous = function() seen = seen + 1 return true end", before: "local seen = 0")
        for round in ["2026-H1", "2026-H2"] { changing.survey.add(["unit": "u"], round: round) }
        #expect(try changing.result().faults.map(\.message.code) == ["E-UPVALUE-001"])
    }
}

@Suite("Rules between forms")
struct FigureRuleTests {
    private static let file = """
        indicator "told" { component = true, label = "T", over = "g", total = function(g) return g.households end }
        indicator "found" { component = true, label = "F", over = "f", count = function() return true end }
        """

    private func bench(_ rule: String, message: String = "\"M\"") throws -> RuleBench {
        var fixture = Fixture(form: RuleBench.form)
        fixture.scripts["Surveys/g.lua"] = """
            form "g" { version = 1, label = "G", key = { "village" }, round = "half_year",
              select_one "village" { label = "V", choices = { { "a", en = "Village A" }, { "b", en = "Village B" } } },
              integer "households" { label = "H" } }
            """
        fixture.scripts["Rules/validations/v.lua"] =
            "validation \"v\" { message = \(message), \(rule) }\n\(FigureRuleTests.file)"
        let survey = try Survey(fixture)
        for (village, count) in [("a", 2), ("b", 3)] {
            for _ in 0..<count { survey.add(["village": .value(.text(village))], round: "2026-H2") }
        }
        survey.add(["village": "a", "households": 2], form: "g", round: "2026-H2")
        survey.add(["village": "b", "households": 4], form: "g", round: "2026-H2")
        return RuleBench(survey)
    }

    @Test("figures are compared over all, or in every row of a split")
    func compared() throws {
        let must = "must = function(i) return i.told.value == i.found.value end"
        let total = try bench(must).result()
        #expect(total.counts == [0, 1, 0, 0] && total.failures.map(\.record) == [nil])
        let split = try bench(
            "by = \"village\", \(must)",
            message: "function(i) return ('%d, not %d'):format(i.found.value, i.told.value) end"
        ).result()
        #expect(split.counts == [1, 1, 0, 0])
        #expect(split.failures.map(\.message) == ["3, not 4"])
        #expect(split.failures[0].unit.map(\.label) == ["Village B"])
    }

    @Test("a figure that is not there is not evaluated; what fails is told, and holds up nothing else")
    func notThere() throws {
        let bench = try bench("by = \"village\", must = function(i) return i.told.value == i.found.value end")
        let filtered = try bench.result { $0.filters = [SplitFilter(name: "village", key: "b")] }
        #expect(filtered.counts == [0, 1, 0, 0])
        let period = try #require(PeriodCalendar().period(id: "2024-H1"))
        #expect(try bench.result { $0.period = period }.checked == 0)
        let empty = try self.bench("must = function(i) return i.told.value == 6 end").result { $0.period = period }
        #expect(empty.counts == [0, 0, 1, 0])
        let wrong = try self.bench("must = function(i) return i.told.value end").result()
        #expect(wrong.counts == [0, 0, 0, 1] && wrong.faults[0].message.code == "E-RESULT-001")
        let failing = try self.bench("must = function(i) local x = i.told.value return x.y.z end").result()
        #expect(failing.counts == [0, 0, 0, 1] && failing.faults[0].place?.file == "Rules/validations/v.lua")
    }
}

@Suite("Rules and personal fields (semantics 6.1)")
struct PersonalRuleTests {
    private func result(_ message: String, _ rule: String = "") throws -> ValidationResult {
        let bench = try RuleBench(
            "over = \"f\", \(rule) must = function(r) return r.phone == \"x\" end", message: message)
        bench.survey.add(["phone": "0912345678"])
        return try bench.result()
    }

    @Test("a condition may read a personal field, a message may not; the leak is a fault that tells nothing")
    func message() throws {
        let leak = try result("function(r) return 'gọi ' .. r.phone end")
        #expect(leak.failed == 1 && leak.failures.map(\.message) == ["…"])
        #expect(leak.faults.map(\.message.code) == ["E-PERSONAL-001"])
        #expect(!"\(leak)".contains("0912"))
        let through = try result("function(r) return { vi = tostring(r.phone) } end")
        #expect(through.failures.map(\.message) == ["…"] && !"\(through)".contains("0912"))
    }

    @Test("a message may read what the rule lists")
    func listed() throws {
        let listed = try result("function(r) return 'gọi ' .. r.phone end", "uses_personal = { \"phone\" },")
        #expect(listed.failures.map(\.message) == ["gọi 0912345678"] && listed.faults.isEmpty)
    }

    @Test("what a rule raises, or gives instead of true and false, is masked")
    func faults() throws {
        for body in ["error(r.phone)", "return r.phone", "return r[r.phone]"] {
            let bench = try RuleBench("over = \"f\", must = function(r) \(body) end")
            bench.survey.add(["phone": "0912345678"])
            let found = try bench.result()
            #expect(found.faulty == 1 && !"\(found.faults)".contains("0912"), "\(body)")
        }
    }
}
