import FormModel
import Testing
import WorkspaceFixtures

@Suite("Circles")
struct CycleTests {
    /// The path of the one circle found.
    private func path(_ nodes: String, before: String = "", cells: [String: Cell] = [:]) throws -> String? {
        let bench = try Bench(
            nodes + "\ncalculate \"sound\" { calculation = function() return 1 end },", before: before)
        let form = bench.evaluate(cells)
        let circles = form.problems.filter { $0.message.code == "E-CYCLE-001" }
        #expect(circles.count == 1)
        #expect(circles.first?.kind == .fault)
        #expect(try bench.answer("sound", in: form) == 1)
        return circles.first?.message.facts["path"]
    }

    @Test("2.8 a circle that the text shows is found when the form is loaded, naming every question")
    func textual() throws {
        let bench = try Bench(
            """
            calculate "a" { calculation = function(h) return h.b end },
            calculate "b" { calculation = function(h) return h.c end },
            calculate "c" { calculation = function(h) return h.a end },
            """, isSound: false)
        #expect(bench.workspace.diagnostics.map(\.message.code) == ["E-CYCLE-001"])
        let found = bench.evaluate().problems.first?.message.facts["path"]
        #expect(
            found == "a (Surveys/f.lua:2:1) → b (Surveys/f.lua:3:1) → c (Surveys/f.lua:4:1) → a (Surveys/f.lua:2:1)")
    }

    @Test("2.8 a circle through a helper, naming every question with file and line")
    func helpers() throws {
        let found = try path(
            """
            calculate "a" { calculation = function(h) return get(h, "b") end },
            integer "b" { label = "B", relevant = function(h) return get(h, "a") == 1 end },
            """, before: "local function get(h, name) return h[name] end")
        #expect(found == "a (Surveys/f.lua:3:1) → b (Surveys/f.lua:4:1) → a (Surveys/f.lua:3:1)")
    }

    @Test("2.8 a question that follows from itself")
    func itself() throws {
        let found = try path(
            "integer \"a\" { label = \"A\", relevant = function(h) local form = h return form.a == 1 end },",
            cells: ["a": 1])
        #expect(found == "a (Surveys/f.lua:2:1) → a (Surveys/f.lua:2:1)")
    }

    @Test("2.8 a roster whose count follows from its own rows")
    func count() throws {
        let found = try path(
            "roster \"r\" { label = \"R\", count = function(h) local form = h return count(form.r) end, integer \"x\" { label = \"X\" } },"
        )
        #expect(found == "r (Surveys/f.lua:2:1) → r (Surveys/f.lua:2:1)")
    }

    @Test("2.8 a group whose relevance follows from a question in it")
    func group() throws {
        let found = try path(
            """
            group "g" { label = "G", relevant = function(h) return h.x == 1 end,
              integer "x" { label = "X" },
            },
            """, cells: ["x": 1])
        #expect(found == "x (Surveys/f.lua:3:3) → g (Surveys/f.lua:2:1) → x (Surveys/f.lua:3:3)")
    }

    @Test("2.8 a circle through the rows of a roster and its count")
    func rows() throws {
        let found = try path(
            """
            calculate "n" { calculation = function(h) local form = h return sum(form.r, function(r) return r.x end) end },
            roster "r" { label = "R", count = 1,
              calculate "x" { calculation = function(r) return r.f.n + 1 end },
            },
            """, cells: ["r": [[:]]])
        #expect(found == "n (Surveys/f.lua:2:1) → x (Surveys/f.lua:4:3) → n (Surveys/f.lua:2:1)")
    }

    @Test("2.8 a path that only some answers close is no circle while they do not")
    func opened() throws {
        let bench = try Bench(
            """
            yes_no "first" { label = "F" },
            calculate "a" { calculation = function(h) if h.first then return 1 end return get(h, "b") end },
            calculate "b" { calculation = function(h) if h.first then return get(h, "a") + 1 end return 5 end },
            """, before: "local function get(h, name) return h[name] end")
        #expect(bench.evaluate(["first": true]).root.answers == [true, 1, 2])
        #expect(bench.evaluate(["first": false]).root.answers == [false, 5, 5])
        #expect(bench.evaluate(["first": true]).short == [])
    }
}
