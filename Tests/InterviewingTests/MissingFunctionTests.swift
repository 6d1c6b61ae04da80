import FormModel
import Messages
import Testing
import WorkspaceFixtures

/// `semantics.md` 1.9: what a function of the form that is missing, or at fault, comes to.
@Suite("Functions of a form that are missing or at fault")
struct MissingFunctionTests {
    private static let base = """
        integer "a" { label = "A", special = { "dont_know" } },
        yes_no "nope" { label = "No" },
        integer "hidden" { label = "H", relevant = function(h) return h.nope end },

        """

    @Test("1.9 a missing relevance: not asked, but read as missing with the same reason")
    func relevance() throws {
        let bench = try Bench(
            MissingFunctionTests.base + """
                integer "b" { label = "B", required = true, relevant = function(h) return h.a > 3 end },
                group "g" { label = "G", relevant = function(h) return h.a > 3 end,
                  integer "c" { label = "C", required = true, special = { "refused" } },
                  calculate "d" { calculation = function() return 1 end },
                },
                roster "r" { label = "R", relevant = function(h) return h.a > 3 end, integer "x" { label = "X" } },
                calculate "why" { calculation = function(h) return reason(h, "b") .. " " .. reason(h, "c") end },
                calculate "rows" { relevant = function(h) return count(h.r) == 0 end, calculation = function() return 1 end },
                """)
        let form = bench.evaluate(["a": .dontKnow])
        for name in ["b", "c", "d", "rows"] {
            #expect(try bench.answer(name, in: form) == .missing(.dontKnow), "\(name)")
        }
        #expect(try bench.answer("why", in: form) == "dont_know dont_know")
        #expect(form.short == [])
        // Nobody can answer what was not asked, so that nothing is demanded, and nothing is taken.
        #expect(bench.evaluate([:]).short == [])
        #expect(
            bench.evaluate(["a": .dontKnow, "b": 1, "r": [["x": 1]]]).short == [
                "error b E-ROW-001", "error r E-ROW-004",
            ])
        // What an export writes for it comes back in.
        #expect(bench.evaluate(["a": .dontKnow, "b": .dontKnow, "c": .dontKnow]).short == [])
        #expect(bench.evaluate(["a": .dontKnow, "b": .notAsked, "c": .notAsked]).short == [])
    }

    @Test("1.9 a missing constraint or warning has passed; one that is not missing decides")
    func constraints() throws {
        let bench = try Bench(
            MissingFunctionTests.base + """
                integer "b" { label = "B", constraint = function(value, h) return value > h.a end,
                  warn = function(value, h) return value > h.a + 10 end },
                """)
        #expect(bench.evaluate(["a": .dontKnow, "b": 1]).short == [])
        #expect(bench.evaluate(["b": 1]).short == [])
        #expect(bench.evaluate(["a": 3, "b": 1]).short == ["error b E-ROW-010", "warning b W-ROW-001"])
        #expect(bench.evaluate(["a": 3, "b": 5]).short == ["warning b W-ROW-001"])
        #expect(bench.evaluate(["a": 3, "b": 50]).short == [])
    }

    @Test("1.9 a missing required is not required; a computed one decides")
    func required() throws {
        let bench = try Bench(
            MissingFunctionTests.base + "integer \"b\" { label = \"B\", required = function(h) return h.a > 3 end },")
        #expect(bench.evaluate(["a": .dontKnow]).short == [])
        #expect(bench.evaluate(["a": 1]).short == [])
        #expect(bench.evaluate(["a": 5]).short == ["unanswered b E-ROW-006"])
        #expect(bench.evaluate(["a": 5, "b": 1]).short == [])
    }

    @Test("1.9 a missing choice filter offers every choice")
    func filter() throws {
        let bench = try Bench(
            MissingFunctionTests.base + """
                select_one "b" { label = "B", choices = { { "1" }, { "2" }, { "3" } },
                  choice_filter = function(choice, h) return number(choice.name) <= h.a end },
                """)
        #expect(bench.evaluate(["a": .dontKnow, "b": "3"]).short == [])
        #expect(bench.evaluate(["a": 2, "b": "2"]).short == [])
        #expect(bench.evaluate(["a": 2, "b": "3"]).short == ["error b E-ROW-012"])
    }

    @Test("1.9 a missing calculation is not computed, whatever the reason")
    func calculation() throws {
        let bench = try Bench(
            MissingFunctionTests.base + """
                calculate "b" { calculation = function(h) return h.a + 1 end },
                text "c" { label = "C", calculation = function(h) return "  " end },
                select_multiple "d" { label = "D", choices = { { "x" } }, calculation = function(h) return {} end },
                """)
        let form = bench.evaluate(["a": .dontKnow])
        for name in ["b", "c", "d"] { #expect(try bench.answer(name, in: form) == .missing(.notComputed), "\(name)") }
        #expect(form.short == [])
    }

    @Test("1.9 a text shows a field that is missing as …", arguments: [Language.vietnamese, .english])
    func texts(_ language: Language) throws {
        let bench = try Bench(
            MissingFunctionTests.base + """
                text "name" { label = "Name", special = { "refused" } },
                integer "b" { label = "B", constraint = function() return false end,
                  constraint_message = function(h)
                    if language() == "vi" then return h.name .. ": sai " .. h.a end
                    return { en = h.name .. ": wrong " .. h.a, vi = "–" }
                  end },
                integer "c" { label = "C", constraint = function() return false end,
                  constraint_message = function(h) return ("%d"):format(h.a) end },
                """, language: language)
        func said(_ cells: [String: Cell]) -> [String?] {
            bench.evaluate(cells).problems.map { $0.message.facts["text"] }
        }
        let wrong = language == .vietnamese ? "sai" : "wrong"
        #expect(said(["name": "Lan", "a": 3, "b": 1]) == ["Lan: \(wrong) 3"])
        #expect(said(["name": .refused, "a": 3, "b": 1]) == ["…: \(wrong) 3"])
        #expect(said(["a": .dontKnow, "b": 1]) == ["…: \(wrong) …"])
        #expect(said(["a": .dontKnow, "c": 1]) == ["…"])
    }

    @Test("2.7 a calculation, count or relevance at fault is reported with its place, and the rest is evaluated")
    func faults() throws {
        let bench = try Bench(
            MissingFunctionTests.base + """
                integer "b" { label = "B", relevant = function(h) return h.hidden > 3 end },
                calculate "c" { calculation = function(h) error("no way") end },
                integer "d" { label = "D", constraint = function(value, h) return h.hidden < value end,
                  warn = function(value, h) return 1 end },
                integer "e" { label = "E", required = function(h) return h.hidden < 1 end },
                select_one "f" { label = "F", choices = { { "1" } },
                  choice_filter = function(choice, h) return h.hidden < 1 end },
                text "g" { label = "G", pattern = "%" },
                roster "r" { label = "R", count = function(h) return "two" end, integer "x" { label = "X" } },
                group "q" { label = "Q", relevant = function(h) return h.hidden > 1 end, integer "i" { label = "I" } },
                integer "j" { label = "J", calculation = function(h) return "seven" end },
                calculate "last" { calculation = function(h) return h.a * 2 end },
                """)
        let form = bench.evaluate(["a": 4, "nope": false, "d": 1, "f": "1", "g": "x", "r": [["x": 1], ["x": 2]]])
        #expect(
            form.short == [
                "fault b E-NIL-001", "fault c E-RUN-001", "fault d E-NIL-001", "fault d E-COND-001",
                "fault e E-NIL-001", "fault f E-NIL-001", "fault g E-PATTERN-001", "fault r E-COUNT-001",
                "fault q E-NIL-001", "fault j E-CALC-001",
            ])
        let lines = form.problems.map { $0.message.facts["place"] ?? "" }
        #expect(
            lines
                == ["5:67", "6", "7:76", "8", "9:67", "11:55", "12:1", "13", "14:65", "15"]
                .map { "Surveys/f.lua:\($0)" })
        #expect(try bench.answer("last", in: form) == 8)
        #expect(try bench.answer("b", in: form) == .missing(.notComputed))
        #expect(try bench.answer("i", in: form) == .missing(.notComputed))
        #expect(bench.count("r", in: form) == 2)
    }
}
