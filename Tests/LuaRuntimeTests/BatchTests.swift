import LuaRuntime
import Testing

@Suite("Formulas over many records")
struct BatchTests {
    @Test("Each row has its own end: values of every kind, missing, faults, not ready")
    func ends() throws {
        let bench = try Workbench()
        try bench.bindFamily()
        bench.onCall = { _, _, _ in .notReady(5) }
        let formula = try bench.function(
            """
            function(p)
              if p.age == 10 then return p.name end
              if p.age == 20 then return p.vneid end
              return p.born
            end
            """)
        var results = LuaResults()
        try bench.state.evaluate(formula, set: 1, rows: 0..<3, limit: .seconds(5), into: &results)
        #expect(results[0] == .value(.date(LuaDate(days: -1))))
        #expect(results[1] == .missing(reason: Workbench.dontKnow))
        #expect(results[2] == .value(.string("Chi")))
        let other = try bench.function(
            "function(p) if p.index == 1 then return echo() elseif p.index == 2 then return p.age / 8 end error('x') end"
        )
        try bench.state.evaluate(other, set: 1, rows: 0..<3, limit: .seconds(5), into: &results)
        #expect(results.count == 6)
        #expect(results[3] == .notReady(5))
        #expect(results[4] == .value(.number(2.5)))
        #expect(results[5].fault?.kind == .raised)
        #expect(results.faults.map(\.row) == [2])
        #expect(results.stopped == nil)
    }

    @Test("Columns of every type read as they were written, and strings keep one code")
    func columns() throws {
        let bench = try Workbench()
        let count = 1000
        let set = try bench.state.define(
            LuaRecordLayout(name: "r", fields: ["b", "i", "n", "s", "d", "t", "m"].map { .init($0) }))
        let range = 0..<count
        try bench.state.bind(
            set,
            LuaColumns(
                rowCount: count,
                fields: [
                    LuaColumn(.booleans(range.map { UInt8($0 % 2) })), LuaColumn(.integers(range.map(Int64.init))),
                    LuaColumn(.numbers(range.map { Double($0) / 4 })), LuaColumn(.strings(range.map { Int32($0 % 3) })),
                    LuaColumn(.dates(range.map(Int32.init))), LuaColumn(.datetimes(range.map { Double($0) + 0.5 })),
                    LuaColumn(.integers(range.map(Int64.init)), states: range.map { LuaCell.missing(UInt8($0 % 200)) }),
                ], pool: ["x", "y", "z y"]))
        var results = LuaResults()
        for field in ["b", "i", "n", "s", "d", "t", "m"] {
            let formula = try bench.function("function(r) return r.\(field) end")
            try bench.state.evaluate(formula, set: set, rows: 0..<Int32(count), limit: .seconds(5), into: &results)
        }
        for row in range {
            let expected: [LuaOutcome] = [
                .value(.boolean(row % 2 == 1)), .value(.integer(Int64(row))), .value(.number(Double(row) / 4)),
                .value(.string(["x", "y", "z y"][row % 3])), .value(.date(LuaDate(days: Double(row)))),
                .value(.date(LuaDate(days: Double(row) + 0.5, hasTime: true))), .missing(reason: UInt8(row % 200)),
            ]
            #expect((0..<7).map { results[$0 * count + row] } == expected)
        }
        #expect(results.strings == ["x", "y", "z y"])
    }

    @Test("Faults do not stop the others; the first twenty are kept, all are counted")
    func faults() throws {
        let bench = try Workbench()
        let set = try bench.state.define(LuaRecordLayout(name: "r", fields: [.init("i")]))
        try bench.state.bind(set, LuaColumns(rowCount: 100, fields: [LuaColumn(.integers((0..<100).map { $0 }))]))
        let formula = try bench.function("function(r) if r.i % 2 == 0 then error('số ' .. r.i) end return r.i end")
        var results = LuaResults()
        try bench.state.evaluate(formula, set: set, rows: 0..<50, limit: .seconds(5), into: &results)
        try bench.state.evaluate(formula, set: set, rows: 50..<100, limit: .seconds(5), into: &results)
        #expect(results.faultCount == 50)
        #expect(results.faults.count == 20)
        #expect(results.faults.last?.row == 38)
        #expect(results[4].fault?.message == "số 4")
        #expect(results[5] == .value(.integer(5)))
        #expect(results[98].fault?.message == "a fault that was not kept")
    }

    @Test("A record over its time ends the batch; the rows left are not run")
    func time() throws {
        let bench = try Workbench()
        try bench.bindFamily()
        let formula = try bench.function("function(p) while p.index == 2 do end return p.index end")
        var results = LuaResults()
        try bench.state.evaluate(formula, set: 1, rows: 0..<3, limit: .milliseconds(40), into: &results)
        #expect(results[0] == .value(.integer(1)))
        #expect(results[1].fault?.kind == .time)
        #expect(LuaResults.Tag(rawValue: results.tags[2]) == .notRun)
        #expect(results.stopped?.kind == .time)
        #expect(try bench.outcome("function(p) return p.age end", set: 1) == .value(.integer(30)))
    }

    @Test("A long batch of short records is not over the time of one")
    func longBatch() throws {
        let bench = try Workbench()
        let count: Int32 = 20_000
        let set = try bench.state.define(LuaRecordLayout(name: "r", fields: [.init("i")]))
        try bench.state.bind(
            set, LuaColumns(rowCount: Int(count), fields: [LuaColumn(.integers((0..<Int64(count)).map { $0 }))]))
        let formula = try bench.function("function(r) local s = 0 for i = 1, 500 do s = s + i end return s + r.i end")
        var results = LuaResults()
        try bench.state.evaluate(formula, set: set, rows: 0..<count, limit: .milliseconds(40), into: &results)
        #expect(results.stopped == nil)
        #expect(results[Int(count) - 1] == .value(.integer(125_250 + Int64(count) - 1)))
    }

    @Test(
        "A result that is no plain value is a fault of its row",
        arguments: ["{}", "h", "h.person", "ipairs", "h.devices"])
    func odd(_ value: String) throws {
        let bench = try Workbench()
        try bench.bindFamily()
        var results = LuaResults()
        let formula = try bench.function("function(h) return \(value) end")
        try bench.state.evaluate(formula, set: 0, rows: 0..<1, limit: .seconds(5), into: &results)
        #expect(results[0].fault?.kind.label == "wrongResult")
    }

    @Test(
        "Unbound sets, rows out of range, unknown sets and released functions are faults or the host's, never a crash")
    func edges() throws {
        let bench = try Workbench()
        try bench.bindFamily()
        let formula = try bench.function("function(p) return p.age end")
        var results = LuaResults()
        try bench.state.evaluate(formula, set: 1, rows: 2..<5, limit: .seconds(5), into: &results)
        #expect(results[0] == .value(.integer(10)))
        #expect(results[1].fault?.kind == .host(code: "no_data", facts: [:]))
        try bench.state.unbind(1)
        try bench.state.evaluate(formula, set: 1, rows: 0..<1, limit: .seconds(5), into: &results)
        #expect(results[3].fault?.kind == .host(code: "no_data", facts: [:]))
        var lost = LuaResults()
        try bench.state.evaluate(formula, set: 99, rows: 0..<1, limit: .seconds(5), into: &lost)
        #expect(lost.stopped?.kind.label == "unsuitableValue")
        #expect(LuaResults.Tag(rawValue: lost.tags[0]) == .notRun)
    }

    @Test("Columns that do not fit their rows are refused")
    func misfits() {
        #expect(throws: LuaFault.self) { try LuaColumns(rowCount: 2, fields: [LuaColumn(.integers([1]))]) }
        #expect(throws: LuaFault.self) { try LuaColumns(rowCount: 1, fields: [LuaColumn(.integers([1]), states: [])]) }
        #expect(throws: LuaFault.self) { try LuaColumns(rowCount: 1, fields: [], parentRows: []) }
        #expect(throws: LuaFault.self) { try LuaColumns(rowCount: 1, fields: [], rosters: [1: [3, 2]]) }
    }

    @Test("A code that the pool does not have is a fault")
    func codes() throws {
        let bench = try Workbench()
        let set = try bench.state.define(LuaRecordLayout(name: "r", fields: [.init("s")]))
        try bench.state.bind(set, LuaColumns(rowCount: 1, fields: [LuaColumn(.strings([3]))], pool: ["a"]))
        #expect(try bench.outcome("function(r) return r.s end", set: set).fault?.kind.label == "unsuitableValue")
    }
}

@Suite("Upvalues")
struct UpvalueTests {
    @Test(
        "What a formula changes is named",
        arguments: [
            ("local n = 0 return function(p) n = n + 1 end", ["n"]),
            ("local seen = {} return function(p) seen[p.age] = true end", ["seen"]),
            ("local t = { a = { b = 1 } } return function(p) t.a.b = 2 end", ["t"]),
            ("local n = 0 local function add() n = n + 1 end return function(p) add() end", ["n"]),
            ("local first return function(p) first = first or p end", ["first"]),
            ("local n, t = 1, { 1 } local function f() return n end return function(p) return f() + t[1] end", []),
            ("local t = {} t.t = t return function(p) return t.t end", []),
            ("local s = 'x' return function(p) s = s .. 'y' end", ["s"]),
            ("local s = 1 return function(p) s = 1 end", []),
        ])
    func changes(_ source: String, _ names: [String]) throws {
        let bench = try Workbench()
        try bench.bindFamily()
        guard case .function(let function) = try bench.run(source) else {
            throw LuaFault(.runtime, message: "no function")
        }
        let before = try bench.state.snapshotUpvalues(function)
        var results = LuaResults()
        try bench.state.evaluate(function, set: 1, rows: 0..<3, limit: .seconds(5), into: &results)
        #expect(try bench.state.changedUpvalues(function, since: before) == names)
    }
}
