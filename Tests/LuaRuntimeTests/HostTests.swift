import Foundation
import LuaRuntime
import Testing

@Suite("The host's side")
struct HostTests {
    @Test("Host functions: values, missing, not ready and faults with code, facts and place")
    func replies() throws {
        let bench = try Workbench()
        let f = try bench.function("function()\n return echo(1) end")
        bench.onCall = { _, _, _ in .missing(3) }
        #expect(try bench.state.call(f, [], limit: .seconds(1)) == .missing(reason: 3))
        bench.onCall = { _, _, _ in .notReady(77) }
        #expect(try bench.state.call(f, [], limit: .seconds(1)) == .notReady(77))
        bench.onCall = { _, _, _ in .fault(code: "no_list", message: "không có", facts: ["list": "villages"]) }
        let fault = try bench.state.call(f, [], limit: .seconds(1)).fault
        #expect(fault?.kind == .host(code: "no_list", facts: ["list": "villages"]))
        #expect(fault?.message == "không có" && fault?.line == 2)
    }

    @Test("Host objects take . and : alike, and an unknown name tells those there are")
    func objects() throws {
        let bench = try Workbench()
        bench.onCall = { _, _, _ in .value(.object(4)) }
        bench.onProperty = { _, name in
            switch name {
            case "heading": .method
            case "label": .value(.string("nhãn"))
            default: .unknown(name: name, of: "doc", candidates: ["heading", "label"])
            }
        }
        bench.onInvoke = { object, method, arguments in .value(.string("\(object) \(method) \(arguments.count)")) }
        let source =
            "local d = echo() return d.label .. d:heading 'x' .. '|' .. d.heading('x', 2) .. '|' .. d.heading()"
        #expect(try bench.run(source) == .string("nhãn4 heading 1|4 heading 2|4 heading 0"))
        #expect(
            try bench.fault("echo():haeding 'x'")?.kind
                == .unknownField(name: "haeding", of: "doc", candidates: ["heading", "label"]))
        #expect(try bench.fault("echo().label = 1")?.kind == .readOnly(name: "label", of: "object"))
        #expect(try bench.run("return echo() == echo()") == .boolean(true))
    }

    @Test("A callback that enters the state that called it gets a fault, and the script goes on")
    func reentry() throws {
        let bench = try Workbench()
        let inner = try bench.function("function() return 1 end")
        nonisolated(unsafe) var seen: [String] = []
        bench.onCall = { bench, _, _ in
            seen.append((try? bench.state.call(inner, [], limit: .seconds(1)).fault?.kind.label) ?? "none")
            var results = LuaResults()
            try? bench.state.evaluate(inner, set: 0, rows: 0..<1, limit: .seconds(1), into: &results)
            seen.append(results.stopped?.kind.label ?? "none")
            seen.append((try? bench.fault("return 1")?.kind.label) ?? "none")
            return .value(.integer(5))
        }
        #expect(try bench.run("return echo() + echo()") == .integer(10))
        #expect(seen == Array(repeating: "reentry", count: 6))
    }

    @Test("Another state may be entered from a callback, and its fault is its own")
    func nesting() throws {
        let outer = try Workbench()
        let inner = try Workbench()
        let loop = try inner.function("function() while true do end end")
        outer.onCall = { _, _, _ in
            let outcome = (try? inner.state.call(loop, [], limit: .milliseconds(20))) ?? .value(.none)
            return .value(.string(outcome.fault?.kind.label ?? "none"))
        }
        #expect(try outer.run("return echo()", limit: .seconds(5)) == .string("time"))
    }

    /// Uses this thread's processor for a while.
    private static func work(_ milliseconds: UInt64) {
        func now() -> UInt64 {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
        }
        let end = now() + milliseconds * 1_000_000
        while now() < end {}
    }

    @Test("The time of callbacks is the script's, but for what they excuse")
    func timeOfCallbacks() throws {
        let bench = try Workbench()
        nonisolated(unsafe) var calls = 0
        bench.onCall = { _, _, _ in
            calls += 1
            HostTests.work(5)
            return .value(.none)
        }
        let loop = try bench.function("function() for i = 1, 1000 do echo() end end")
        #expect(try bench.state.call(loop, [], limit: .milliseconds(100)).fault?.kind == .time)
        #expect(calls < 40)
        bench.onCall = { bench, _, _ in
            try? bench.state.excusing { HostTests.work(200) }
            return .value(.none)
        }
        let once = try bench.function("function() echo() return 1 end")
        #expect(try bench.state.call(once, [], limit: .milliseconds(100)) == .value(.integer(1)))
        #expect(try bench.state.call(loop, [], limit: .milliseconds(100)).fault?.kind == .time)
    }

    @Test("Reading a personal field is noted in faults, and refused where personal fields are guarded")
    func personalFields() throws {
        let bench = try Workbench()
        let set = try bench.state.define(
            LuaRecordLayout(name: "f", fields: [.init("name", isPersonal: true), .init("age")]))
        bench.onRead = { _, _, field in .value(field == 0 ? .string("An") : .integer(3)) }
        func fault(_ body: String) throws -> LuaFault? {
            try bench.state.call(
                try bench.function("function(p) \(body) end"), [.record(set: set, row: 0)], limit: .seconds(5)
            ).fault
        }
        let read = ["p.name", "any_of(p, 'name')"]
        for body in ["local x = p.name error('x')", "local x = p.name return x.y.z", "error(p.name)"] {
            #expect(try fault(body)?.hasReadPersonal == true, "\(body)")
        }
        for body in ["error('x')", "local x = p.age error('x')", "local x = known(p, 'name') error('x')"] {
            #expect(try fault(body)?.hasReadPersonal == false, "\(body)")
        }
        for body in read {
            let refused = try bench.state.guardingPersonalFields(except: []) { try fault("local x = \(body)") }
            #expect(refused?.kind == .personalField(name: "name", of: "f"))
        }
        let allowed = [LuaField(set: set, field: 0)]
        #expect(try bench.state.guardingPersonalFields(except: allowed) { try fault("local x = p.name") } == nil)
        #expect(try bench.state.guardingPersonalFields(except: []) { try fault("local x = p.name") } != nil)
        #expect(try bench.state.guardingPersonalFields(except: []) { try fault("return known(p, 'name')") } == nil)
        #expect(try fault("local x = p.name") == nil)
    }

    @Test("States that call each other without end are stopped by depth")
    func nestingWithoutEnd() throws {
        let benches = try (0..<12).map { _ in try Workbench() }
        nonisolated(unsafe) var kinds: [String] = []
        for (outer, inner) in zip(benches, benches.dropFirst()) {
            outer.onCall = { _, _, _ in
                kinds.append((try? inner.fault("echo()")?.kind.label) ?? "none")
                return .value(.none)
            }
        }
        #expect(try benches[0].fault("echo()") == nil)
        #expect(kinds == ["stackDepth"] + Array(repeating: "none", count: kinds.count - 1))
        #expect(kinds.count < benches.count)
    }

    @Test("require gives each script its own instance, and one instance within a script")
    func require() throws {
        let bench = try Workbench()
        bench.modules = [
            "ages": "local m = { n = 0 } function m.next() m.n = m.n + 1 return m.n end return m",
            "twice": "local ages = require 'ages' ages.next() return ages",
            "nothing": "", "a": "\nreturn require 'b'", "b": "return require 'a'", "broken": "local x = 1\nx = = 2",
            "greedy": "return string.rep('x', 3)", "fails": "\n\nerror('trong mô-đun')",
        ]
        #expect(try bench.run("local a, b = require 'twice', require 'ages' return a.next() + b.next()") == .integer(5))
        #expect(try bench.run("return require('ages').next()") == .integer(1))
        #expect(try bench.run("return require 'nothing'") == .boolean(true))
        let cycle = try bench.fault("return require 'a'")
        #expect(cycle?.kind == .moduleCycle(name: "a") && cycle?.file == "Rules/lib/b.lua" && cycle?.line == 1)
        let unknown = try bench.fault("\nreturn require 'aegs'")
        #expect(unknown?.kind == .unknownModule(name: "aegs") && unknown?.line == 2)
        let broken = try bench.fault("return require 'broken'")
        #expect(broken?.kind == .syntax && broken?.file == "Rules/lib/broken.lua" && broken?.line == 2)
        #expect(try bench.fault("return require 'greedy'")?.kind == .unknownGlobal(name: "string"))
        let fails = try bench.fault("return require 'fails'")
        #expect(fails?.file == "Rules/lib/fails.lua" && fails?.line == 3 && fails?.message == "trong mô-đun")
    }

    @Test("A record of unbound sets is asked of the host: fields, parent, place")
    func unbound() throws {
        let bench = try Workbench()
        try bench.defineFamily()
        nonisolated(unsafe) var reads: [String] = []
        bench.onRead = { set, row, field in
            reads.append("\(set) \(row) \(field)")
            return switch field {
            case LuaRecordLayout.parentField: .value(.record(set: 0, row: 3))
            case LuaRecordLayout.indexField: .value(.integer(2))
            case 2 where set == 0: .value(.set(["phone"]))
            default: .value(.integer(40))
            }
        }
        let formula = "function(p) return p.age + p.index + (p.household.devices.phone and 100 or 0) end"
        #expect(try bench.outcome(formula, set: 1, row: 9) == .value(.integer(142)))
        #expect(reads == ["1 9 1", "1 9 -2", "1 9 -1", "0 3 2"])
        let unknown = try bench.outcome("function(h) return h.devices.phnoe end")
        #expect(unknown.fault?.kind.label == "unknownField")
    }

    @Test("A host that has gone is a fault")
    func goneHost() throws {
        var bench: Workbench? = try Workbench()
        let state = try #require(bench?.made)
        bench = nil
        let fault = #expect(throws: LuaFault.self) { try state.run("echo(1)", name: "a.lua", limit: .seconds(1)) }
        #expect(fault?.kind == .host(code: "no_host", facts: [:]))
    }
}
