import FormModel
import Scripting
import Testing
import WorkspaceFixtures

@Suite("Large forms and records")
struct ScaleTests {
    /// A file-local table counts how often functions run; `runs` shows it, when everything else is known.
    private static let counting = "local ran = { times = 0 }\nlocal function run() ran.times = ran.times + 1 end"

    @Test("500 questions, each following from the next, run twice at most", arguments: ["calculation", "relevant"])
    func chain(_ property: String) throws {
        let count = 500
        let nodes = (1...count).map { number -> String in
            let next = number < count ? "h.q\(number + 1)" : "0"
            return property == "calculation"
                ? "calculate \"q\(number)\" { calculation = function(h) run() return \(next) + 1 end },"
                : """
                integer "q\(number)" { label = "Q", relevant = function(h)
                  run() return \(number < count ? "\(next) == 1" : "true")
                end },
                """
        }
        let last =
            "calculate \"runs\" { relevant = function(h) return h.q1 > 0 end, calculation = function() return ran.times end },"
        let bench = try Bench(nodes.joined(separator: "\n") + last, before: ScaleTests.counting)
        let cells = (1...count).map { ("q\($0)", Cell.answer(1)) }
        let form = bench.evaluate(property == "calculation" ? [:] : Dictionary(uniqueKeysWithValues: cells))
        #expect(form.short == [])
        #expect(try bench.answer("q1", in: form) == (property == "calculation" ? 500 : 1))
        #expect(try bench.answer("runs", in: form) == .value(.integer(Int64(2 * count - 1))))
    }

    @Test("a chain through 5,000 rows, each following from the next, ends")
    func rowChain() throws {
        let bench = try Bench(
            """
            roster "r" { label = "R", calculate "x" { calculation = function(r)
              local next = r.f.r[r.index + 1]
              return next and next.x + 1 or 1
            end } },
            """)
        let form = bench.evaluate(["r": .rows(Array(repeating: [:], count: 5000))])
        #expect(form.short == [])
        #expect(try bench.answer("r.1.x", in: form) == 5000)
    }

    @Test("1,000 rows are evaluated with one run of each function a row")
    func rows() throws {
        let bench = try Bench(
            """
            roster "person" { label = "P",
              integer "age" { label = "A", constraint = function(value) run() return value < 2000 end },
              yes_no "ok" { label = "OK", relevant = function(p) run() return p.age % 2 == 0 end },
              calculate "old" { calculation = function(p) run() return p.age >= 500 end },
            },
            calculate "olds" { calculation = function(h) return count(h.person, function(p) return p.old end) end },
            calculate "runs" { relevant = function(h) return h.olds > 0 end, calculation = function() return ran.times end },
            """, before: ScaleTests.counting)
        let rows = (0..<1000).map { ["age": Cell.value(.integer(Int64($0)))] }
        let form = bench.evaluate(["person": .rows(rows)])
        #expect(form.short == [])
        #expect(try bench.answer("olds", in: form) == 500)
        // Each row's relevance and calculation have run once by then, the constraints not yet.
        #expect(try bench.answer("runs", in: form) == 2000)
        let again = bench.evaluate(["person": .rows(rows)])
        #expect(try bench.answer("runs", in: again) == 5000)
    }

    @Test("a question before a roster of 1,000 rows that follows from all of them runs four times, not 1,000")
    func rowsAhead() throws {
        let bench = try Bench(
            """
            calculate "olds" { calculation = function(h)
              run()
              return count(h.person, function(p) return p.old end) + count(h.person, function(p) return p.ok end)
            end },
            calculate "runs" { relevant = function(h) return h.olds > 0 end, calculation = function() return ran.times end },
            roster "person" { label = "P",
              integer "age" { label = "A" },
              calculate "old" { calculation = function(p) return p.age >= 500 end },
              yes_no "ok" { label = "OK", relevant = function(p) return p.old end },
            },
            """, before: ScaleTests.counting)
        let rows = (0..<1000).map { number -> [String: Cell] in
            number < 500
                ? ["age": .value(.integer(Int64(number)))]
                : ["age": .value(.integer(Int64(number))), "ok": true]
        }
        let form = bench.evaluate(["person": .rows(rows)])
        #expect(form.short == [])
        #expect(try bench.answer("olds", in: form) == 1000)
        // It stops at the rows, at the first `old` and at the first `ok`; then it ends.
        #expect(try bench.answer("runs", in: form) == 4)
    }

    @Test("a function over its time limit is one fault, a row's or the record's, and is not run for ever again")
    func timeLimit() throws {
        var limits = ScriptLimits()
        limits.record = 0.02
        let bench = try Bench(
            """
            calculate "before" { calculation = function() return 1 end },
            roster "r" { label = "R",
              calculate "x" { calculation = function(r) run() while true do end end },
            },
            calculate "runs" { calculation = function() return ran.times end },
            """, before: ScaleTests.counting, limits: limits)
        let form = bench.evaluate(["r": .rows(Array(repeating: [:], count: 1000))])
        #expect(form.problems.count == 1000)
        #expect(Set(form.short) == ["fault x E-LIMIT-001"])
        #expect(Set(form.problems.map { $0.message.facts["place"] }) == ["Surveys/f.lua:6"])
        #expect(form.root.answers == [1, 3])
    }
}
