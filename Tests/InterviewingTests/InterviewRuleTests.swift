import FormModel
import Testing
import WorkspaceFixtures

/// `semantics.md` 2, as far as one full evaluation can show it, each by its number.
@Suite("The interview's rules over a set of answers")
struct InterviewRuleTests {
    @Test("2.1 relevance, choices, calculations, required, texts and counts follow the answers")
    func follows() throws {
        let bench = try Bench(
            """
            integer "members" { label = "Members" },
            yes_no "net" { label = "Net" },
            decimal "speed" { label = "Speed", relevant = function(h) return h.net end },
            roster "person" {
              label = "Person", count = function(h) return h.members end,
              integer "age" { label = "Age" },
            },
            calculate "adults" { calculation = function(h) return count(h.person, function(p) return p.age >= 18 end) end },
            """)
        let form = bench.evaluate(["members": 2, "net": false, "person": [["age": 40], ["age": 10]]])
        #expect(form.short == [])
        #expect(form.root.answers == [2, false, .notAsked, 1])
        let other = bench.evaluate(["members": 1, "net": true, "speed": 2.5, "person": [["age": 40]]])
        #expect(other.root.answers == [1, true, .decimal(2.5), 1])
    }

    @Test("2.1 questions may follow from later ones, and a function runs as often as it must only")
    func order() throws {
        let bench = try Bench(
            """
            calculate "c" { calculation = function(h) ran("c") return h.b + h.a end },
            calculate "b" { relevant = function(h) ran("rb") return h.a > 0 end,
              calculation = function(h) ran("b") return h.a * 2 end },
            integer "a" { label = "A", relevant = function(h) ran("ra") return true end },
            calculate "runs" { relevant = function(h) return h.c > 0 end, calculation = function()
              return table.concat(runs, " ")
            end },
            """, before: "local runs = {}\nlocal function ran(name) runs[#runs + 1] = name end")
        let form = bench.evaluate(["a": 3])
        #expect(form.short == [])
        #expect(try bench.answer("c", in: form) == 9)
        // `c` stops at `b`, whose relevance stops at `a`; each then runs once more. Nothing else runs twice.
        #expect(try bench.answer("runs", in: form) == "c rb ra rb b c")
    }

    @Test("2.2 an answer to what is not asked is not in the record, and said to be there")
    func notAsked() throws {
        let bench = try Bench(
            """
            yes_no "net" { label = "Net" },
            group "g" { label = "G", relevant = function(h) return h.net end,
              group "inner" { label = "I", integer "speed" { label = "S" } },
              roster "device" { label = "D", integer "age" { label = "A" } },
            },
            calculate "devices" { calculation = function(h) return count(h.device) end },
            """)
        let form = bench.evaluate(["net": false, "speed": 5, "device": [["age": 1]]])
        #expect(form.short == ["error speed E-ROW-001", "error device E-ROW-004"])
        #expect(form.root.answers == [false, .notAsked, 0])
        #expect(bench.count("device", in: form) == 0)
        #expect(bench.evaluate(["net": false, "speed": .notAsked]).short == [])
        #expect(bench.evaluate(["net": true, "speed": .notAsked]).short == ["error speed E-ROW-002"])
        #expect(bench.evaluate(["net": true, "speed": 5, "device": [["age": 1]]]).short == [])
    }

    @Test("2.3 a constraint is asked only of a value; a warning is no error")
    func constraint() throws {
        let bench = try Bench(
            """
            decimal "speed" { label = "Speed", special = { "dont_know" },
              constraint = function(value) return value > 0 end,
              constraint_message = { vi = "Lớn hơn 0", en = "Above 0" },
              warn = function(value) return value >= 5 end, warn_message = "Unusually slow" },
            """)
        #expect(bench.evaluate().short == [])
        #expect(bench.evaluate(["speed": .dontKnow]).short == [])
        #expect(bench.evaluate(["speed": 30.0]).short == [])
        let slow = bench.evaluate(["speed": 2.0])
        #expect(slow.short == ["warning speed W-ROW-001"])
        #expect(slow.isComplete)
        let wrong = bench.evaluate(["speed": -1.0])
        #expect(wrong.short == ["error speed E-ROW-010", "warning speed W-ROW-001"])
        #expect(wrong.problems.map { $0.message.facts["text"] } == ["Above 0", "Unusually slow"])
        #expect(!wrong.isComplete)
        #expect(wrong.root.answers == [.decimal(-1)])
    }

    @Test("2.3 min, max and pattern: the bounds are allowed, the pattern is for the whole value")
    func bounds() throws {
        let bench = try Bench(
            """
            integer "i" { label = "I", min = 0, max = 30 },
            decimal "d" { label = "D", max = 1.5 },
            text "no" { label = "No", pattern = "%d+" },
            text "price" { label = "P", pattern = "^%d+%$$" },
            text "percent" { label = "P", pattern = "%d+%%$" },
            barcode "code" { label = "C", pattern = "[A-Z][A-Z]%-%d" },
            """)
        for cells: [String: Cell] in [
            ["i": 0], ["i": 30], ["d": 1.5], ["no": "0123"], ["price": "30$"], ["percent": "5%"], ["code": "VN-7"],
        ] { #expect(bench.evaluate(cells).short == [], "\(cells)") }
        for (name, cell, code) in [
            ("i", -1, "E-ROW-008"), ("i", 31, "E-ROW-008"), ("d", 1.51, "E-ROW-008"), ("no", "12a", "E-ROW-009"),
            ("no", "a12", "E-ROW-009"), ("price", "30", "E-ROW-009"), ("price", "30$$", "E-ROW-009"),
            ("percent", "5%%", "E-ROW-009"), ("code", "VN-77", "E-ROW-009"), ("code", "vn-7", "E-ROW-009"),
        ] as [(String, Cell, String)] {
            #expect(bench.evaluate([name: cell]).short == ["error \(name) \(code)"], "\(name)")
        }
    }

    @Test("2.4 an earlier answer that a later one makes wrong is found, and every question is checked")
    func recheck() throws {
        let bench = try Bench(
            """
            integer "payments" { label = "P", constraint = function(value, h) return value >= h.cashless end },
            integer "cashless" { label = "C" },
            text "name" { label = "N", required = true },
            roster "person" { label = "P", integer "age" { label = "A", required = true, max = 120 } },
            text "last" { label = "L", required = true },
            """)
        #expect(bench.evaluate(["payments": 3, "cashless": 2, "name": "A", "last": "B"]).isComplete)
        let form = bench.evaluate(["payments": 3, "cashless": 4, "person": [["age": 130], [:]]])
        // In the order of the form, rows among the questions around them.
        #expect(
            form.short == [
                "error payments E-ROW-010", "unanswered name E-ROW-006", "error age E-ROW-008",
                "unanswered age E-ROW-006", "unanswered last E-ROW-006",
            ])
        #expect(form.problems.map(\.rows) == [[], [], [1], [2], []])
        #expect(!form.isComplete)
    }

    @Test("2.5 rows beyond the count, and rows that lack, are refused; none is lost in silence")
    func surplus() throws {
        let bench = try Bench(
            """
            integer "n" { label = "N", special = { "dont_know" } },
            roster "person" { label = "P", count = function(h) return h.n end, integer "age" { label = "A" } },
            """)
        #expect(bench.evaluate(["n": 1, "person": [["age": 1]]]).short == [])
        #expect(bench.evaluate(["n": 1, "person": [["age": 1], ["age": 2]]]).short == ["error person E-ROW-005"])
        #expect(bench.evaluate(["n": 2, "person": [["age": 1]]]).short == ["error person E-ROW-005"])
        #expect(bench.evaluate(["n": .dontKnow]).short == [])
        #expect(bench.evaluate(["n": .dontKnow, "person": [["age": 1]]]).short == ["error person E-ROW-018"])
        #expect(bench.evaluate(["person": [["age": 1]]]).short == ["error person E-ROW-018"])
        #expect(bench.evaluate(["n": -1]).short == ["fault person E-COUNT-001"])
    }

    @Test("2.5 each row has a permanent number; those without one get numbers never used")
    func rowNumbers() throws {
        let bench = try Bench(
            "roster \"person\" { label = \"P\", integer \"age\" { label = \"A\" }, calculate \"i\" { calculation = function(p) return p.index end } },"
        )
        let form = bench.evaluate(["person": [["_row": 7], [:], ["_row": 3], [:]]])
        #expect(form.short == [])
        #expect(form.root.rosters[0].map(\.row) == [7, 8, 3, 9])
        #expect(form.root.rosters[0].map { $0.answers[1] } == [1, 2, 3, 4])
        let beyond = bench.evaluate(["person": [["_row": 9_223_372_036_854_775_807], [:]]])
        #expect(beyond.short == ["error person E-ROW-019"])
        let twice = bench.evaluate(["person": [["_row": 2], ["_row": 2]]])
        #expect(twice.short == ["error person E-ROW-019"])
        for number in [0, 1_000_000_001, .max] {
            let wrong = bench.evaluate(["person": [["_row": .value(.integer(Int64(number)))], [:]]])
            #expect(wrong.short == ["error person E-ROW-019"])
        }
    }

    @Test("2.6 a choice that the filter no longer offers is refused, each by its name")
    func filters() throws {
        let villages = [["name", "unit"], ["dt1", "dt"], ["dt2", "dt"], ["dh1", "dh"]]
        let bench = try Bench(
            """
            select_one "unit" { label = "U", choices = { { "dt" }, { "dh" } } },
            select_one "village" { label = "V", choices = from_csv "villages",
              choice_filter = function(choice, h) return choice.unit == h.unit end },
            select_multiple "near" { label = "N", choices = from_csv "villages",
              choice_filter = function(choice, h) return choice.name ~= h.village end },
            calculate "of" { calculation = function(h)
              local row = choice(h, "village")
              return row and row.unit
            end },
            """, lists: ["villages": villages])
        let fine = bench.evaluate(["unit": "dt", "village": "dt2", "near": .choices("dt1", "dh1")])
        #expect(fine.short == [])
        #expect(try bench.answer("of", in: fine) == "dt")
        let form = bench.evaluate(["unit": "dh", "village": "dt2", "near": .choices("dt1", "dt2")])
        #expect(form.short == ["error village E-ROW-012", "error near E-ROW-012"])
        #expect(form.problems.map { $0.message.facts["found"] } == ["dt2", "dt2"])
        #expect(bench.evaluate(["village": "dt9"]).short == ["error village E-ROW-011"])
    }

    @Test("2.7 a calculation is computed anew: what is given must be the same, or nothing")
    func calculations() throws {
        let bench = try Bench(
            """
            integer "a" { label = "A", special = { "dont_know" } },
            calculate "half" { calculation = function(h) return h.a / 2 end },
            integer "b" { label = "B", calculation = function(h) return h.a + 1 end, max = 10 },
            """)
        #expect(bench.evaluate(["a": 4]).root.answers == [4, .decimal(2), 5])
        #expect(bench.evaluate(["a": 4, "half": 2, "b": 5]).short == [])
        #expect(bench.evaluate(["a": 4, "half": 2.5]).short == ["error half E-ROW-003"])
        #expect(bench.evaluate(["a": 4, "half": .notAsked]).short == ["error half E-ROW-003"])
        #expect(bench.evaluate(["a": .dontKnow, "half": 2.0]).short == ["error half E-ROW-003"])
        #expect(bench.evaluate(["a": .dontKnow, "half": .answer(.missing(.notComputed))]).short == [])
        #expect(bench.evaluate(["a": 20]).short == ["error b E-ROW-008"])
    }

    @Test("2.7 a default is no answer of a record that is given")
    func defaults() throws {
        let bench = try Bench("integer \"a\" { label = \"A\", default = 3, required = true },")
        #expect(bench.evaluate().root.answers == [.missing(.unanswered)])
        #expect(bench.evaluate().short == ["unanswered a E-ROW-006"])
    }

    @Test("today() is the day of the record")
    func today() throws {
        let bench = try Bench("calculate \"t\" { calculation = function() return today() end },")
        #expect(bench.evaluate().root.answers == [.date("2026-06-30")])
        #expect(bench.evaluate(today: Day(number: 0)).root.answers == [.date("1970-01-01")])
    }
}
