import Foundation
import Testing

@Suite("chiso test measures what the tests run")
struct CoverageTests {
    private static let rules = """
        indicator "old" {
          label = "Old", over = "household", component = true,
          share = function(h)
            if h.members > 5 then
              return h.members > 10
            end
            return false
          end,
        }
        """

    private func workspace(_ test: String) throws -> SmallWorkspace {
        let workspace = try SmallWorkspace()
        try workspace.write("Rules/indicators/old.lua", Self.rules)
        try workspace.write("Rules/tests/t.lua", test)
        return workspace
    }

    private static let test = """
        test("few", function(t)
          t:list("villages", { { name = "dt1", label_vi = "Thôn 1" } })
          t:check(t:figure("old", { n = 0 }) == nil)
        end)
        """

    @Test("by lines and branches, as a table, a listing and LCOV; less than is asked for ends with 1")
    func forms() throws {
        let workspace = try workspace(Self.test)
        let result = try workspace.run("test", "--coverage", "--coverage-min", "95", "--lcov", "c.info")
        #expect(result.status == 1)
        #expect(result.output.contains("Rules/indicators/old.lua"))
        #expect(result.errors.contains("95") && result.errors.contains("--listing"))
        let lcov = try workspace.text("c.info")
        #expect(lcov.contains("SF:Rules/indicators/old.lua\n") && lcov.contains("BRDA:4,0,0,-\n"))
        #expect(lcov.contains("DA:1,1\n") || lcov.contains("DA:1,2\n"), "\(lcov)")
        let listing = try workspace.run("test", "--listing", "Rules/indicators/old.lua").output
        #expect(listing.contains("      !     5 |       return h.members > 10\n"), "\(listing)")
        #expect(listing.contains("never reached"))
    }

    @Test("JUnit has a case for each test, with what failed")
    func junit() throws {
        let workspace = try workspace(
            """
            test("good & sound", function(t) t:check(true) end)
            test("bad", function(t) t:equal("Thôn <1>", "Thôn 2") end)
            """)
        #expect(try workspace.run("test", "--junit", "r.xml").status == 1)
        let text = try workspace.text("r.xml")
        #expect(text.contains("<testsuite name=\"Rules/tests/t.lua\" tests=\"2\" failures=\"1\""))
        #expect(text.contains("name=\"good &amp; sound\""))
        #expect(text.contains("<failure type=\"E-TEST-002\"") && text.contains("Thôn &lt;1&gt;"))
    }

    @Test("coverage below 0 or above 100 is refused")
    func percentages() throws {
        #expect(try workspace(Self.test).run("test", "--coverage-min", "101").status == 64)
    }
}
