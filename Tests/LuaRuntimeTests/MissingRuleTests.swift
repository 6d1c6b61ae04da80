import LuaRuntime
import Testing

@Suite("The missing rule, by its numbers in the definition of meanings")
struct MissingRuleTests {
    /// Person 0: vneid true. Person 1: vneid don't know. Person 2: vneid and bank not asked.
    private func bench() throws -> Workbench {
        let bench = try Workbench()
        try bench.bindFamily()
        return bench
    }

    private static let missing = LuaOutcome.missing(reason: Workbench.dontKnow)

    @Test(
        "1.2 Reading: a value, nil where not asked, and missing ends the reading function",
        arguments: [
            (0, LuaOutcome.value(.boolean(true))), (1, missing), (2, .value(.none)),
        ])
    func reading(_ row: Int, _ outcome: LuaOutcome) throws {
        #expect(try bench().outcome("function(p) return p.vneid end", set: 1, row: Int32(row)) == outcome)
    }

    @Test("1.2 What is not read cannot be missing")
    func shortCircuit() throws {
        let formula = "function(p) return p.age >= 30 and p.vneid end"
        #expect(try bench().outcome(formula, set: 1, row: 1) == .value(.boolean(false)))
        #expect(try bench().outcome("function(p) return p.age >= 20 and p.vneid end", set: 1, row: 1) == Self.missing)
    }

    @Test("1.3 The first missing or fault in Lua's order wins, and helpers are transparent")
    func order() throws {
        let bench = try bench()
        #expect(try bench.outcome("function(p) local a = p.vneid error('x') end", set: 1, row: 1) == Self.missing)
        let fault = try bench.outcome("function(p) error('x') return p.vneid end", set: 1, row: 1).fault
        #expect(fault?.kind == .raised)
        let helper = "(function() local function has(p) return p.vneid end return function(p) return has(p) end end)()"
        #expect(try bench.outcome(helper, set: 1, row: 1) == Self.missing)
    }

    @Test("1.4 A member's condition gives true, false or nil; anything else is a fault", arguments: ["0", "''", "{}"])
    func conditions(_ value: String) throws {
        for function in ["any", "all", "count"] {
            let formula = "function(h) return \(function)(h.person, function(p) return \(value) end) end"
            #expect(try bench().outcome(formula).fault?.kind.label == "wrongResult")
        }
    }

    @Test(
        "1.5 Operations with nil are faults that name the operation",
        arguments: [
            ("p.bank + 1", "add"), ("1 - p.bank", "subtract"), ("p.bank * 2", "multiply"), ("2 / p.bank", "divide"),
            ("p.bank // 2", "divide"), ("p.bank % 2", "modulo"), ("p.bank ^ 2", "power"), ("-p.bank", "negate"),
            ("p.bank < 1", "compare"), ("1 <= p.bank", "compare"), ("p.bank > p.age", "compare"),
            ("'x' .. p.bank", "concat"), ("p.bank .. 'x'", "concat"), ("#p.bank", "length"), ("p.bank()", "call"),
            ("p.bank | 1", "bitwise or"), ("~p.bank", "bitwise not"), ("1 << p.bank", "shift"),
            ("p.born - p.bank", "subtract"), ("p.born < p.bank", "compare"), ("p.bank + p.born", "add"),
        ])
    func nilOperands(_ expression: String, _ operation: String) throws {
        let fault = try bench().outcome("function(p)\n return \(expression) end", set: 1, row: 2).fault
        #expect(fault?.kind == .nilOperand(operation: operation))
        #expect(fault?.line == 2)
    }

    @Test("1.5 Calling nil tells what was called")
    func calledName() throws {
        let fault = try bench().outcome("function(p) local t = {} return t.percnt(p) end", set: 1).fault
        #expect(fault?.kind == .nilOperand(operation: "call"))
        #expect(fault?.function == "percnt")
    }

    @Test("1.6 not x and x ~= c of a value not asked are true")
    func negation() throws {
        #expect(
            try bench().outcome("function(p) return not p.bank and p.bank ~= 3 and p.bank == nil end", set: 1, row: 2)
                == .value(.boolean(true)))
    }

    @Test(
        "1.7 Over a roster",
        arguments: [
            // Members by age: 30 true, 20 missing, 10 not asked.
            ("any(h.person, function(p) return p.vneid end)", LuaOutcome.value(.boolean(true))),
            ("any(h.person, function(p) return p.age < 30 and p.vneid end)", missing),
            ("any(h.person, function(p) return p.age < 20 and p.vneid end)", .value(.boolean(false))),
            (
                "any(h.person, function(p) if p.age == 10 then return true end return p.vneid and false end)",
                .value(.boolean(true))
            ),
            ("all(h.person, function(p) return p.vneid end)", .value(.boolean(false))),
            ("all(h.person, function(p) return p.age < 15 or p.vneid end)", missing),
            ("all(h.person, function(p) return p.age > 5 end)", .value(.boolean(true))),
            ("count(h.person, function(p) return p.vneid end)", missing),
            ("count(h.person, function(p) return p.age ~= 20 and p.vneid end)", .value(.integer(1))),
            ("count(h.person)", .value(.integer(3))),
            ("sum(h.person, function(p) return p.age end)", .value(.integer(60))),
            ("sum(h.person, function(p) return p.age / 4 end)", .value(.number(15))),
            ("sum(h.person, function(p) if p.age > 10 then return p.age end end)", .value(.integer(50))),
            ("sum(h.person, function(p) return p.vneid and 1 or 0 end)", missing),
        ])
    func rosters(_ expression: String, _ outcome: LuaOutcome) throws {
        #expect(try bench().outcome("function(h) return \(expression) end") == outcome)
    }

    @Test("1.7 An empty or not asked roster gives 0, 0, false, true", arguments: ["h.person", "nil"])
    func emptyRosters(_ roster: String) throws {
        let f = "function(p) return true end"
        let formula = """
            function(h) local r = \(roster)
            return { count(r, \(f)), sum(r, \(f)), any(r, \(f)), all(r, \(f)), count(r) } end
            """
        let expected: [LuaValue] = [.integer(0), .integer(0), .boolean(false), .boolean(true), .integer(0)]
        #expect(try bench().outcome(formula, row: 1) == .value(.table(LuaTable(array: expected))))
    }

    @Test("1.7 A roster whose count is missing is missing; one not asked reads as nil")
    func missingRosters() throws {
        let bench = try Workbench()
        try bench.defineFamily()
        bench.onRows = { _, _ in .missing(Workbench.refused) }
        #expect(try bench.outcome("function(h) return h.person end") == .missing(reason: Workbench.refused))
        bench.onRows = { _, _ in .notAsked }
        #expect(try bench.outcome("function(h) return h.person end") == .value(.none))
        #expect(try bench.outcome("function(h) return #h.person end").fault?.kind == .nilOperand(operation: "length"))
        bench.onRows = { _, _ in .rows([7, 5]) }
        bench.onRead = { _, row, field in field == 1 ? .value(.integer(Int64(row))) : .missing(1) }
        let source = "function(h) return sum(h.person, function(p) return p.age end) + h.person[2].age end"
        #expect(try bench.outcome(source) == .value(.integer(17)))
        bench.onRows = { _, _ in .notReady(9) }
        #expect(try bench.outcome("function(h) return count(h.person) end") == .notReady(9))
    }

    @Test(
        "1.7 any_of and all_of are the same over fields",
        arguments: [
            ("any_of(p, 'vneid', 'bank')", 0, LuaOutcome.value(.boolean(true))),
            ("any_of(p, 'vneid', 'bank')", 1, .value(.boolean(true))),
            ("any_of(p, 'bank', 'vneid')", 1, .value(.boolean(true))),
            ("all_of(p, 'vneid', 'bank')", 0, .value(.boolean(false))),
            ("all_of(p, 'vneid', 'bank')", 1, missing),
            ("any_of(p, 'vneid', 'bank')", 2, .value(.boolean(false))),
            ("all_of(p, 'vneid')", 2, .value(.boolean(false))),
            ("all_of(p)", 0, .value(.boolean(true))),
        ])
    func fields(_ expression: String, _ row: Int, _ outcome: LuaOutcome) throws {
        #expect(try bench().outcome("function(p) return \(expression) end", set: 1, row: Int32(row)) == outcome)
    }

    @Test("1.7 A field that is no condition, or is unknown, is a fault even where another decides")
    func oddFields() throws {
        #expect(
            try bench().outcome("function(p) return any_of(p, 'age') end", set: 1).fault?.kind.label == "wrongResult")
        let unknown = try bench().outcome("function(p) return any_of(p, 'vneid', 'bnak') end", set: 1).fault
        #expect(unknown?.kind.label == "unknownField")
    }

    @Test("1.7 A sum that no whole number can hold is a fault, and so is a sum of strings")
    func sums() throws {
        let bench = try bench()
        let large = "function(h) return sum(h.person, function(p) return math.maxinteger end) end"
        #expect(try bench.outcome(large).fault?.kind == .overflow(function: "sum"))
        let text = "function(h) return sum(h.person, function(p) return '1' end) end"
        #expect(
            try bench.outcome(text).fault?.kind == .wrongResult(function: "sum", needs: "a number", got: "string"))
    }

    @Test(
        "1.8 known and reason ask without stopping",
        arguments: [
            (0, [LuaValue.boolean(true), .string("none")]), (1, [.boolean(false), .string("dont_know")]),
            (2, [.boolean(false), .string("none")]),
        ])
    func asking(_ row: Int, _ values: [LuaValue]) throws {
        let formula = "function(p) return { known(p, 'vneid'), reason(p, 'vneid') or 'none' } end"
        #expect(try bench().outcome(formula, set: 1, row: Int32(row)) == .value(.table(LuaTable(array: values))))
    }

    @Test("1.8 An unknown field is a fault with the names there are; records are read-only")
    func unknownField() throws {
        let fields = ["age", "bank", "born", "household", "index", "name", "vneid"]
        for source in ["p.agee", "known(p, 'agee')", "reason(p, 'agee')"] {
            let fault = try bench().outcome("function(p) return \(source) end", set: 1).fault
            #expect(fault?.kind == .unknownField(name: "agee", of: "household.person", candidates: fields))
        }
        let write = try bench().outcome("function(p) p.age = 3 end", set: 1).fault
        #expect(write?.kind == .readOnly(name: "age", of: "record"))
    }

    @Test("1.10 Values: sets, dates, places, parents")
    func values() throws {
        let bench = try bench()
        let household = """
            function(h) return { h.devices.phone, h.devices.tablet, #h.devices, h.speed, h.village, #h.person,
            h.person[3].name, tostring(h.devices), h.person[1] == h.person[1], h.person[4] == nil } end
            """
        let expected: [LuaValue] = [
            .boolean(true), .boolean(false), .integer(2), .number(30.5), .string("dt1"), .integer(3), .string("Chi"),
            .string("phone laptop"), .boolean(true), .boolean(true),
        ]
        #expect(try bench.outcome(household) == .value(.table(LuaTable(array: expected))))
        let person = "function(p) return p.index .. p.household.village .. tostring(p.household == p.household) end"
        #expect(try bench.outcome(person, set: 1, row: 2) == .value(.string("3dt1true")))
        let unknown = try bench.outcome("function(h) return h.devices.phnoe end").fault
        #expect(
            unknown?.kind == .unknownField(name: "phnoe", of: "set", candidates: ["laptop", "phone", "tablet"]))
        #expect(try bench.outcome("function(h) return h.devices.phone end", row: 1) == Self.missing)
    }

    @Test("Rosters are gone through by ipairs and pairs, sets by pairs")
    func loops() throws {
        let formula = """
            function(h)
              local parts = {}
              for i, p in ipairs(h.person) do parts[#parts + 1] = i .. p.name end
              for i, p in pairs(h.person) do parts[#parts + 1] = p.age end
              for name in pairs(h.devices) do parts[#parts + 1] = name end
              return table.concat(parts, " ")
            end
            """
        #expect(try bench().outcome(formula) == .value(.string("1An 2Bình 3Chi 30 20 10 laptop phone")))
        let over = try bench().outcome("function(p) for _ in ipairs(p.bank) do end end", set: 1, row: 2).fault
        #expect(over?.kind == .nilOperand(operation: "iterate"))
    }
}
