import Foundation
import Testing

@Suite("chiso test")
struct TestCommandTests {
    private static let passing = "test(\"đúng\", function(t) t:check(true) end)\n"
    private static let failing = "test(\"sai\", function(t)\n  t:equal(1, 2)\nend)\n"

    private func workspace(_ files: [String: String]) throws -> SmallWorkspace {
        let workspace = try SmallWorkspace()
        for (name, text) in files { try workspace.write("Rules/tests/\(name).lua", text) }
        return workspace
    }

    @Test("tests that all pass end with 0, and the store is not made")
    func passed() throws {
        let workspace = try workspace(["a": TestCommandTests.passing])
        let result = try workspace.run("test")
        #expect(result.status == 0 && result.errors.isEmpty)
        #expect(result.output == "1 passed, 0 failed\n")
        #expect(!workspace.exists(".chiso"))
        #expect(try workspace.run("test", "--language", "vi").output == "1 đạt, 0 không đạt\n")
    }

    @Test("a test that fails ends with 1, and is shown as compilers show it; the others run")
    func failed() throws {
        let workspace = try workspace(["a": TestCommandTests.failing, "b": TestCommandTests.passing])
        let result = try workspace.run("test")
        #expect(result.status == 1 && result.output == "1 passed, 1 failed\n")
        #expect(
            result.errors == """
                Rules/tests/a.lua:2: error: the test 'sai' failed: found 1, expected 2 [E-TEST-002]
                      t:equal(1, 2)
                    expected:   2
                    got:        1
                    difference: -1

                """)
    }

    @Test("a path chooses files, a filter names, marks aside; what is not there is said")
    func choosing() throws {
        let workspace = try workspace(["a": TestCommandTests.failing, "b": TestCommandTests.passing])
        #expect(try workspace.run("test", "Rules/tests/b.lua").status == 0)
        #expect(try workspace.run("test", "Rules").output == "1 passed, 1 failed\n")
        #expect(try workspace.run("test", "--filter", "DUNG").output == "1 passed, 0 failed\n")
        let none = try workspace.run("test", "--filter", "khác")
        #expect(none.status == 0 && none.output.isEmpty)
        #expect(none.errors.contains("there are no tests whose name contains 'khác'"))
        let nowhere = try workspace.run("test", "Rules/testz")
        #expect(nowhere.status == 66 && nowhere.errors.contains("Rules/testz"))
        #expect(try workspace.run("test", "--format", "csv").status == 64)
        let empty = try SmallWorkspace().run("test")
        #expect(empty.status == 0 && empty.errors.contains("Rules/tests"))
    }

    @Test("a script that does not load ends with 65; tests of other files run, those over a broken form do not")
    func broken() throws {
        let half = TestCommandTests.failing + "test(\"a\", function(t)\n"
        let workspace = try workspace(["a": half, "b": TestCommandTests.passing])
        let result = try workspace.run("test")
        #expect(result.status == 65 && result.output == "1 passed, 0 failed\n")
        #expect(result.errors.contains("Rules/tests/a.lua:") && result.errors.contains("[E-SYNTAX-"))
        #expect(result.errors.contains("1 error in files of tests, whose tests were not run"))
        try workspace.write("Rules/tests/a.lua", TestCommandTests.failing + "error(\"x\")\n")
        let late = try workspace.run("test")
        #expect(late.status == 65 && late.output == "1 passed, 0 failed\n" && late.errors.contains("a.lua:4: error"))
        try workspace.remove("Rules/tests/a.lua")
        try workspace.write("Surveys/bad.lua", "form \"bad\" { labell = \"B\" }\n")
        let form = try workspace.run("test")
        #expect(form.status == 65 && form.output.isEmpty && form.errors.contains("Surveys/bad.lua:1:"))
    }

    @Test("the test of the scripts' own page passes as it stands there")
    func example() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("ScriptingTests/Example")
        let result = try Binary.run(["test", "--workspace", ".", "--language", "en"], in: folder)
        #expect(result.status == 0 && result.output == "1 passed, 0 failed\n" && result.errors.isEmpty)
    }

    @Test("JSON tells every test, with the place of what failed")
    func json() throws {
        let workspace = try workspace(["a": TestCommandTests.failing, "b": TestCommandTests.passing])
        let result = try workspace.run("test", "--format", "json")
        #expect(result.status == 1 && result.errors.isEmpty)
        let whole = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(Set(whole.keys) == ["passed", "failed", "tests", "diagnostics"])
        #expect(whole["passed"] as? Int == 1 && whole["failed"] as? Int == 1)
        let tests = try #require(whole["tests"] as? [[String: Any]])
        #expect(tests.map { $0["name"] as? String } == ["sai", "đúng"])
        #expect(tests.map { $0["status"] as? String } == ["failed", "passed"])
        let failure = try #require(tests[0]["failure"] as? [String: Any])
        #expect(failure["file"] as? String == "Rules/tests/a.lua" && failure["line"] as? Int == 2)
        #expect(failure["code"] as? String == "E-TEST-002" && failure["message"] as? String == "found 1, expected 2")
        #expect(tests[1]["failure"] is NSNull)
    }
}
