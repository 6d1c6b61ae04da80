import LuaRuntime
import Testing

@Suite("Values cross whole")
struct ValueTests {
    static let values: [LuaValue] = [
        .none, .boolean(true), .boolean(false), .integer(.min), .integer(.max), .number(0.1), .number(-.infinity),
        .string(""), .string("a\0b"), .string("Thôn 1 – Đức Tân"), .date(LuaDate(days: -719_162)),
        .date(LuaDate(days: 20_000.25, hasTime: true)), .set(["phone", "laptop"]), .set([]),
        .row(LuaRow([.init("lat", .number(14.9)), .init("lon", .number(108.8))])),
        .list([.string("b"), .integer(1)]), .list([]),
        .table(LuaTable(array: [.integer(1), .table(LuaTable())])),
        .table(
            LuaTable(
                array: [.string("x")],
                fields: [
                    .init(.integer(-1), .boolean(true)), .init(.number(2.5), .integer(1)),
                    .init(.string("a"), .integer(2)),
                    .init(.boolean(true), .integer(3)),
                ])),
        .record(set: 1, row: 2), .roster(set: 1, parentRow: 0), .object(7),
    ]

    @Test("to a function and back, and to the host and back", arguments: values)
    func roundTrip(_ value: LuaValue) throws {
        let bench = try Workbench()
        try bench.bindFamily()
        let identity = try bench.function("function(x) return x end")
        #expect(try bench.state.call(identity, [value], limit: .seconds(20)) == .value(value))
        let through = try bench.function("function(x) return echo(x) end")
        #expect(try bench.state.call(through, [value], limit: .seconds(20)) == .value(value))
    }

    @Test("Functions are the same value each time, with their place; another state's are refused")
    func functions() throws {
        let bench = try Workbench()
        let source = "local function f()\n return 1\nend\nreturn { f, f, string.rep }"
        guard case .table(let table) = try bench.run(source), case .function(let first) = table.array[0],
            case .function(let library) = table.array[2]
        else { throw LuaFault(.runtime, message: "no functions") }
        #expect(table.array[0] == table.array[1])
        #expect(first.file == "Rules/test.lua" && first.line == 1 && first.lastLine == 3)
        #expect(library.file == nil)
        #expect(try bench.state.call(first, [], limit: .seconds(1)) == .value(.integer(1)))
        let other = try Workbench()
        #expect(try other.state.call(first, [], limit: .seconds(1)).fault?.kind == .unsuitableValue(got: "function"))
        try bench.state.release(first)
        #expect(try bench.state.call(first, [], limit: .seconds(1)).fault?.kind.label == "unsuitableValue")
    }

    @Test("Bytes that are not UTF-8 are repaired")
    func repair() throws {
        #expect(try Workbench().run("return 'a\\xFFb'") == .string("a\u{FFFD}b"))
    }

    @Test("A strict row faults on an absent name and cannot be changed")
    func rows() throws {
        let bench = try Workbench()
        let row = LuaValue.row(LuaRow([.init("lat", .number(1)), .init("lon", .number(2))]))
        bench.onCall = { _, _, _ in .value(row) }
        #expect(try bench.run("return echo().lat") == .number(1))
        #expect(
            try bench.fault("return echo().lot")?.kind
                == .unknownField(name: "lot", of: "row", candidates: ["lat", "lon"]))
        #expect(try bench.fault("echo().lat = 3")?.kind == .readOnly(name: "lat", of: "row"))
        #expect(
            try bench.run("local s = '' for k, v in pairs(echo()) do s = s .. k .. v end return s")
                == .string("lat1.0lon2.0"))
    }

    @Test("A list from the host is read-only and works with the table functions")
    func lists() throws {
        let bench = try Workbench()
        bench.onCall = { _, _, _ in .value(.list([.string("b"), .string("a")])) }
        #expect(try bench.run("local l = echo() return #l .. l[1] .. table.concat(l, '+')") == .string("2bb+a"))
        #expect(try bench.run("local a, b = table.unpack(echo()) return b .. a") == .string("ab"))
        #expect(try bench.run("return echo()[3]") == .none)
        #expect(try bench.fault("echo()[1] = 'x'")?.kind == .readOnly(name: "1", of: "list"))
        #expect(try bench.fault("table.insert(echo(), 'x')")?.kind == .runtime)
    }

    @Test("A value of the host that nests too deeply is a fault, not a crash")
    func depth() throws {
        let bench = try Workbench()
        var value = LuaValue.integer(1)
        for _ in 0..<200 { value = .table(LuaTable(array: [value])) }
        let deep = value
        bench.onCall = { _, _, _ in .value(deep) }
        #expect(try bench.fault("echo()")?.kind.label == "host")
        let identity = try bench.function("function(x) return x end")
        #expect(try bench.state.call(identity, [deep], limit: .seconds(1)).fault?.kind.label == "unsuitableValue")
    }
}

@Suite("Dates")
struct DateTests {
    @Test(
        "compare, subtract, add and name their parts",
        arguments: [
            ("d.year * 10000 + d.month * 100 + d.day", LuaValue.integer(20_241_004)), ("d - e", .integer(366)),
            ("e - d", .integer(-366)), ("tostring(d)", .string("2024-10-04")), ("(d + 1).day", .integer(5)),
            ("(1 + d) - d", .integer(1)), ("(d - 4).month", .integer(9)), ("d > e", .boolean(true)),
            ("d <= d + 0", .boolean(true)), ("d == e + 366", .boolean(true)), ("d ~= e", .boolean(true)),
            ("'x ' .. d", .string("x 2024-10-04")), ("tostring(d + 0.5)", .string("2024-10-04T12:00")),
            ("(d + 0.75).hour * 100 + (d + 0.51).minute", .integer(1814)), ("(d + 0.5) - d", .number(0.5)),
            ("d == 5", .boolean(false)), ("tostring(d - 739162)", .string("0001-01-01")),
        ].dropLast())
    func arithmetic(_ expression: String, _ value: LuaValue) throws {
        let bench = try Workbench()
        bench.onCall = { _, _, arguments in
            .value(.date(LuaDate(days: arguments == [.integer(1)] ? 20_000 : 19_634)))
        }
        #expect(try bench.run("local d, e = echo(1), echo(2) return \(expression)") == value)
    }

    @Test(
        "What a date cannot do is a fault",
        arguments: [
            ("d + d", "wrongResult"), ("d < 5", "wrongResult"), ("5 - d", "wrongResult"), ("d + nil", "nilOperand"),
            ("d < nil", "nilOperand"), ("nil .. d", "nilOperand"), ("d.hour", "unknownField"),
            ("d.yaer", "unknownField"),
            ("d + 1e300", "overflow"), ("d + 0/0", "overflow"), ("d - 1e7", "overflow"), ("d * 2", "runtime"),
        ])
    func refused(_ expression: String, _ kind: String) throws {
        let bench = try Workbench()
        bench.onCall = { _, _, _ in .value(.date(LuaDate(days: 20_000))) }
        #expect(try bench.fault("local d = echo() return \(expression)")?.kind.label == kind)
    }
}
