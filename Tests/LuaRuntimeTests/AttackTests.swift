import Foundation
import LuaRuntime
import Testing

@Suite("Attacks end in one located fault, and the state goes on")
struct AttackTests {
    @Test("at top level", arguments: Attack.all)
    func topLevel(_ attack: Attack) throws {
        let bench = try Workbench()
        try bench.bindFamily()
        do {
            _ = try bench.run(attack.source, limit: attack.limit)
            Issue.record("no fault")
        } catch let fault as LuaFault {
            expect(fault, attack)
        }
        try expectSane(bench)
    }

    @Test("in a formula over a record", arguments: Attack.all)
    func formula(_ attack: Attack) throws {
        let bench = try Workbench()
        try bench.bindFamily()
        do {
            let formula = try bench.function("function(h) " + attack.source + "\nend")
            var results = LuaResults()
            try bench.state.evaluate(formula, set: 0, rows: 0..<1, limit: attack.limit, into: &results)
            #expect(results.faultCount == 1)
            expect(try #require(results.faults.first).fault, attack)
        } catch let fault as LuaFault {
            expect(fault, attack)
        }
        try expectSane(bench)
    }

    @Test("in one state, one after the other, which stays within its memory")
    func together() throws {
        let bench = try Workbench()
        try bench.bindFamily()
        for attack in Attack.all where attack.kind != "time" {
            #expect(throws: LuaFault.self) { try bench.run(attack.source, limit: attack.limit) }
        }
        try expectSane(bench)
        #expect(try bench.state.memoryUsed <= LuaLimits.testing.memory)
    }

    @Test(
        "Depth is bounded on a thread with a small stack",
        arguments: Attack.recursion + Attack.parsing + Attack.patterns)
    func smallStack(_ attack: Attack) throws {
        nonisolated(unsafe) var fault: LuaFault?
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            do {
                let bench = try Workbench()
                try bench.bindFamily()
                _ = try bench.run(attack.source, limit: attack.limit)
            } catch {
                fault = error as? LuaFault
            }
            done.signal()
        }
        thread.stackSize = 384 << 10
        thread.start()
        done.wait()
        expect(try #require(fault), attack)
    }

    private func expect(_ fault: LuaFault, _ attack: Attack) {
        #expect(fault.kind.label == attack.kind, "\(fault)")
        #expect(fault.file == "Rules/test.lua")
        #expect(fault.line == attack.line, "\(fault)")
        #expect(!fault.message.contains("0x"))
        #expect(!fault.message.contains("test.lua:"))
    }

    private func expectSane(_ bench: Workbench) throws {
        let outcome = try bench.outcome("function(p) return p.age + 1 end", set: 1, row: 0)
        #expect(outcome == .value(.integer(31)))
        #expect(try bench.run("return ('%d|%s'):format(3, ('ab'):rep(2))") == .string("3|abab"))
    }
}

@Suite("What cannot be written")
struct SourceTests {
    @Test("Compiled Lua is refused with its own message")
    func bytecode() throws {
        let bench = try Workbench()
        let bytes: [UInt8] = [0x1B] + Array("Lua\u{54}\0\u{19}".utf8)
        for source in [bytes, [0xEF, 0xBB, 0xBF] + bytes] {
            #expect {
                try bench.state.run(source, name: "a.lua", limit: .seconds(1))
            } throws: {
                ($0 as? LuaFault)?.kind == .bytecode && ($0 as? LuaFault)?.file == "a.lua"
            }
        }
    }

    @Test("A source over the size limit is refused")
    func size() throws {
        let bench = try Workbench()
        let source = String(repeating: "-", count: 600 << 10)
        #expect(try bench.fault(source)?.kind == .sourceTooLarge)
    }

    @Test("A byte order mark is skipped, and an empty source is a script")
    func mark() throws {
        let bench = try Workbench()
        #expect(try bench.run("\u{FEFF}return 1") == .integer(1))
        #expect(try bench.run("") == .none)
        #expect(try bench.run("\u{FEFF}") == .none)
    }

    @Test("A syntax error in a file with a long name has its line and no place in its message")
    func longName() throws {
        let bench = try Workbench()
        let name = "Rules/" + String(repeating: "rất-dài-", count: 20) + ".lua"
        let fault = #expect(throws: LuaFault.self) {
            try bench.state.run("local a\nlocal b = = 1", name: name, limit: .seconds(1))
        }
        #expect(fault?.kind == .syntax)
        #expect(fault?.file == name)
        #expect(fault?.line == 2)
        #expect(fault?.message.hasPrefix("unexpected symbol") == true)
    }

    @Test(
        "What is not on the list is not there",
        arguments: [
            "next", "io", "os", "debug", "load", "loadstring", "loadfile", "dofile", "package", "collectgarbage",
            "setmetatable", "getmetatable", "rawget", "rawset", "rawequal", "rawlen", "pcall", "xpcall", "coroutine",
            "print", "warn", "_G", "_VERSION", "where", "host", "library",
        ])
    func absent(_ name: String) throws {
        let bench = try Workbench()
        #expect(try bench.fault("return \(name)")?.kind == .unknownGlobal(name: name))
    }

    @Test("Scripts share no globals and no library tables that could be changed")
    func isolation() throws {
        let bench = try Workbench()
        _ = try bench.fault("rawx = 1")
        #expect(try bench.fault("return rawx")?.kind == .unknownGlobal(name: "rawx"))
        #expect(try bench.fault("string.rep = nil") != nil)
        #expect(try bench.run("return ('x'):rep(2)") == .string("xx"))
        #expect(try bench.run("local _ENV = { y = 1 } return y") == .integer(1))
        #expect(try bench.fault("return y")?.kind == .unknownGlobal(name: "y"))
    }
}
