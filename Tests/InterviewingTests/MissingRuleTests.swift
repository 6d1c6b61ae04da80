import FormModel
import Testing
import WorkspaceFixtures

/// `semantics.md` 1, each by its number, through the functions of a form.
@Suite("Answers and the missing rule in a form")
struct MissingRuleTests {
    /// A form with one field of every state, and a field `probe` that shows how a function ends: `true` → it is
    /// asked and has the value "yes"; `false` or `nil` → not asked; missing → missing with the reason.
    private func probe(_ expression: String, before: String = "") throws -> (answer: Answer, problems: [String]) {
        let bench = try Bench(
            """
            integer "five" { label = "5" },
            yes_no "nope" { label = "No" },
            integer "dk" { label = "DK", special = { "dont_know" } },
            yes_no "rf" { label = "RF", special = { "refused" } },
            integer "un" { label = "UN" },
            integer "hidden" { label = "H", relevant = function(h) return h.nope end },
            calculate "void" { calculation = function(h) return nil end },
            integer "n" { label = "N", special = { "dont_know" } },
            roster "m" { label = "M", count = function(h) return h.n end,
              integer "age" { label = "Age" },
              yes_no "ok" { label = "OK", relevant = function(m) return m.age >= 15 end, special = { "dont_know" } },
            },
            roster "none" { label = "None", count = 0, integer "x" { label = "X" } },
            roster "lost" { label = "Lost", count = function(h) return h.dk end, integer "y" { label = "Y" } },
            calculate "probe" {
              relevant = function(h) return \(expression) end,
              calculation = function() return "yes" end,
            },
            """, before: before)
        let form = bench.evaluate([
            "five": 5, "nope": false, "dk": .dontKnow, "rf": .refused, "n": 3,
            "m": [["age": 10], ["age": 30, "ok": true], ["age": 40, "ok": .dontKnow]],
        ])
        return (try bench.answer("probe", in: form), form.short)
    }

    private static let asked = Answer.value(.text("yes"))

    @Test(
        "1.2 a field reads as nil, as its value, or stops the reading function",
        arguments: [
            ("h.five == 5", asked), ("h.hidden == nil", asked), ("h.dk == 5", .missing(.dontKnow)),
            ("h.rf", .missing(.refused)), ("h.un > 3", .missing(.unanswered)), ("h.void", .missing(.notComputed)),
            ("h.five > 6 and h.dk > 3", .notAsked), ("h.five == 5 or h.dk > 3", asked),
            ("h.m[1].age >= 15 and h.m[1].ok", .notAsked), ("h.m[3].age >= 15 and h.m[3].ok", .missing(.dontKnow)),
        ])
    func reading(_ expression: String, _ expected: Answer) throws {
        let (answer, problems) = try probe(expression)
        #expect(answer == expected)
        #expect(problems == [])
    }

    @Test(
        "1.3 the first missing in Lua's order wins, through helpers too",
        arguments: [
            ("h.dk > 0 and h.rf", .missing(.dontKnow)), ("h.rf and h.dk > 0", .missing(.refused)),
            ("both(h)", .missing(.dontKnow)), ("half(h.dk) > 1", .missing(.dontKnow)),
        ] as [(String, Answer)])
    func first(_ expression: String, _ expected: Answer) throws {
        let (answer, problems) = try probe(
            expression,
            before: """
                local function half(x) return x / 2 end
                local function both(h) return half(h.dk) > 1 and h.rf end
                """)
        #expect(answer == expected)
        #expect(problems == [])
    }

    @Test(
        "1.4 a condition gives true or false; nil counts as false; anything else is a fault",
        arguments: [
            ("true", asked, []), ("false", .notAsked, []), ("nil", .notAsked, []), ("h.hidden", .notAsked, []),
            ("0", .missing(.notComputed), ["fault probe E-COND-001"]),
            ("\"\"", .missing(.notComputed), ["fault probe E-COND-001"]),
            ("h.five", .missing(.notComputed), ["fault probe E-COND-001"]),
        ] as [(String, Answer, [String])])
    func condition(_ expression: String, _ expected: Answer, _ problems: [String]) throws {
        let found = try probe(expression)
        #expect(found.answer == expected)
        #expect(found.problems == problems)
    }

    @Test(
        "1.5 ordering, arithmetic, concatenation and calling with nil is a fault, and the form goes on",
        arguments: [
            "h.hidden >= 30", "h.hidden + 1 == 2", "h.hidden .. \"\" == \"\"", "h.hidden()", "#h.hidden > 0",
        ])
    func operations(_ expression: String) throws {
        let found = try probe(expression)
        #expect(found.answer == .missing(.notComputed))
        #expect(found.problems == ["fault probe E-NIL-001"])
        let guarded = try probe("(h.hidden or 0) >= 0")
        #expect(guarded.answer == MissingRuleTests.asked)
    }

    @Test("1.6 not x and x ~= c of what was not asked are true", arguments: ["not h.hidden", "h.hidden ~= 7"])
    func negation(_ expression: String) throws {
        #expect(try probe(expression).answer == MissingRuleTests.asked)
    }

    @Test(
        "1.7 any, all, count and sum over a roster",
        arguments: [
            ("any(h.m, function(m) return m.ok end)", asked),
            ("any(h.m, function(m) return m.ok == false end)", .missing(.dontKnow)),
            ("any(h.m, function(m) return m.age > 99 end)", .notAsked),
            ("all(h.m, function(m) return m.age < 15 or m.ok end)", .missing(.dontKnow)),
            ("all(h.m, function(m) return m.age > 20 and m.ok end)", .notAsked),
            ("all(h.m, function(m) return m.age > 5 end)", asked),
            ("count(h.m, function(m) return m.ok end) == 1", .missing(.dontKnow)),
            ("count(h.m, function(m) return m.age >= 30 end) == 2", asked),
            ("count(h.m) == 3", asked), ("sum(h.m, function(m) return m.age end) == 80", asked),
            ("sum(h.m, function(m) if m.age > 15 then return m.age end end) == 70", asked),
            ("sum(h.m, function(m) return m.ok and 1 or 0 end) == 1", .missing(.dontKnow)),
            ("count(h.none) == 0 and sum(h.none, function(x) return x.x end) == 0", asked),
            ("any(h.none, function(x) return true end)", .notAsked),
            ("all(h.none, function(x) return false end)", asked),
            ("count(h.lost) == 0", .missing(.dontKnow)),
            ("any(h.lost, function(x) return true end)", .missing(.dontKnow)),
            ("any_of(h, \"nope\", \"hidden\")", .notAsked), ("any_of(h, \"nope\", \"rf\")", .missing(.refused)),
            ("all_of(h, \"nope\", \"rf\")", .notAsked),
        ] as [(String, Answer)])
    func rosters(_ expression: String, _ expected: Answer) throws {
        let (answer, problems) = try probe(expression)
        #expect(answer == expected)
        #expect(problems == [])
    }

    @Test(
        "1.8 known and reason ask without stopping",
        arguments: [
            ("known(h, \"five\")", asked), ("known(h, \"dk\")", .notAsked), ("known(h, \"hidden\")", .notAsked),
            ("reason(h, \"dk\") == \"dont_know\"", asked), ("reason(h, \"rf\") == \"refused\"", asked),
            ("reason(h, \"un\") == \"unanswered\"", asked), ("reason(h, \"void\") == \"not_computed\"", asked),
            ("reason(h, \"five\") == nil", asked), ("reason(h, \"hidden\") == nil", asked),
        ] as [(String, Answer)])
    func asking(_ expression: String, _ expected: Answer) throws {
        let (answer, problems) = try probe(expression)
        #expect(answer == expected)
        #expect(problems == [])
    }

    @Test("1.8 an unknown field is a fault with the nearest name and its place; records are read-only")
    func unknown() throws {
        let bench = try Bench(
            """
            integer "members" { label = "M" },
            calculate "a" { calculation = function(h) return h.membres end },
            calculate "b" { calculation = function(h) h.members = 1 return 1 end },
            calculate "c" { calculation = function(h) return known(h, "memberz") end },
            """, isSound: false)
        let form = bench.evaluate(["members": 2])
        #expect(form.short == ["fault a E-FIELD-001", "fault b E-RUN-003", "fault c E-FIELD-001"])
        #expect(form.problems[0].message.facts["nearest"] == "members")
        #expect(
            form.problems.map { $0.message.facts["place"] } == [
                "Surveys/f.lua:3:52", "Surveys/f.lua:4:45", "Surveys/f.lua:5",
            ])
        #expect(form.root.answers[0] == 2)
    }

    @Test(
        "1.1 a special answer that a question offers stands; one that it does not offer is an error, asked or guarded")
    func special() throws {
        let bench = try Bench(
            """
            integer "a" { label = "A", special = { "dont_know", "refused" } },
            integer "b" { label = "B", special = { "dont_know" } },
            integer "c" { label = "C", special = { "dont_know" }, relevant = function(h) return h.b == nil or true end },
            integer "d" { label = "D" },
            """)
        let form = bench.evaluate(["a": .refused, "b": .dontKnow, "c": .refused, "d": .dontKnow])
        #expect(
            form.root.answers == [.missing(.refused), .missing(.dontKnow), .missing(.dontKnow), .missing(.dontKnow)])
        #expect(form.short == ["error c E-ROW-001", "error d E-ROW-007"])
        let known = bench.evaluate(["b": 1, "c": .refused])
        #expect(known.short == ["error c E-ROW-007"])
        #expect(known.problems.first?.message.facts["allowed"] == "dont_know")
    }
}
