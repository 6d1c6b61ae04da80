import LuaRuntime
import Testing

/// On one line, so that no reading of a next line can stop it: each label is compared with every goto before it.
private var stuck: String {
    (0..<29_000).map { "::a\(String($0, radix: 16))::goto z " }.joined()
}

@Suite("The last resort")
struct LastResortTests {
    @Test("A script stuck in Lua's parser past limit and grace ends the process with code 65 and one line")
    func parser() async throws {
        let result = try await #require(
            processExitsWith: .exitCode(65), observing: [\.standardErrorContent, \.standardOutputContent]
        ) {
            let source = stuck
            var limits = LuaLimits()
            limits.grace = .milliseconds(20)
            let bench = try Workbench(limits: limits)
            _ = try bench.run(source, name: "Rules/stuck.lua", limit: .milliseconds(5))
        }
        let text = String(decoding: result.standardErrorContent, as: UTF8.self)
        let line = text.split(separator: "\n").first { $0.hasPrefix("Chiso: ") }
        #expect(line?.contains("Rules/stuck.lua") == true)
    }

    @Test("The line names the function that was called")
    func function() async throws {
        let result = try await #require(processExitsWith: .exitCode(65), observing: [\.standardErrorContent]) {
            let source = stuck
            var limits = LuaLimits()
            limits.grace = .milliseconds(20)
            let bench = try Workbench(limits: limits)
            bench.modules["slow"] = source
            let function = try bench.function("\nfunction() require 'slow' end")
            _ = try bench.state.call(function, [], limit: .milliseconds(5))
        }
        let text = String(decoding: result.standardErrorContent, as: UTF8.self)
        #expect(text.contains("Chiso: Rules/test.lua:2: "))
    }
}
