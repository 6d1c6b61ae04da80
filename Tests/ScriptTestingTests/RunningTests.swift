import FormModel
import Testing

@Suite("Running tests")
struct RunningTests {
    let bed = TestBed()

    @Test("a check or an equality that does not hold says so, with the author's words")
    func assertions() throws {
        #expect(try bed.found("t:check(true)\nt:check(1 == 1, \"one\")\nt:equal({ 1, a = 2 }, { 1.0, a = 2 })") == nil)
        #expect(try bed.found("t:check(false)") == "2 E-TEST-003 the condition does not hold")
        #expect(try bed.found("t:check(nil, \"không có\")") == "2 E-TEST-003 không có")
        #expect(
            try bed.found("t:check(0)")
                == "2 E-ARG-001 argument 1 of t:check must be true or false, not a number")
        #expect(try bed.found("t:equal(1, 2)") == "2 E-TEST-002 found 1, expected 2")
        #expect(try bed.found("t:equal(\"a\", nil, \"chữ\")") == "2 E-TEST-002 chữ: found \"a\", expected nil")
        #expect(try bed.found("t:equal({ 1 }, { 1, 2 })") == "2 E-TEST-002 found { 1 }, expected { 1, 2 }")
        #expect(try bed.found("t:equal(nil, nil)") == nil)
        #expect(
            try bed.found("t:equal(1)") == "2 E-ARG-001 argument 2 of t:equal must be a value, not nil")
        #expect(
            try bed.found("t:figure(\"happy\")")
                == "2 E-ARG-001 argument 2 of t:figure must be a table { … }, not nil")
        #expect(try bed.found("t:equal(true, 1)") == "2 E-TEST-002 found true, expected 1")
    }

    @Test("a list of a test stands in the place of the workspace's, file or none, and comes first")
    func list() throws {
        var bed = bed
        bed.fixture.scripts["Surveys/shop.lua"] = """
            form "shop" { version = 1, label = "Shop", key = { "no" }, round = "half_year", frame = from_csv "shops",
              text "no" { label = "No", required = true },
              calculate "kind" { calculation = function(s) local row = listed(s) return row and row.kind end } }
            """
        let rows = "t:list(\"shops\", { { no = 7, kind = \"big\" }, { no = \"8\" } })\n"
        let shop = "local i = t:interview \"shop\"\ni:answer(\"no\", \"7\")\nt:equal(i:value \"kind\", "
        #expect(try bed.found(rows + shop + "\"big\")") == nil)
        #expect(try bed.found(shop + "nil)") == nil)
        bed.fixture.lists["shops"] = [["no", "kind"], ["7", "small"]]
        // A list that is only a frame is data, and none of a test's that does not give it.
        #expect(try bed.found(shop + "nil)") == nil)
        #expect(try bed.found(rows + shop + "\"big\")") == nil)
        #expect(try bed.found(shop + "nil)\n" + rows)?.hasPrefix("5 E-TEST-023") == true)
        #expect(try bed.found("t:list(\"shops\", { 7 })")?.hasPrefix("2 E-ARG-001") == true)
        #expect(try bed.found("t:list(\"shops\", { { no = {} } })")?.hasPrefix("2 E-TEST-024") == true)
    }

    @Test("`.` and `:` are alike, and both Unicode forms are one text")
    func alike() throws {
        #expect(try bed.found("t.equal(1, 1)\nt.check(true)") == nil)
        let decomposed = "Be\u{301}"
        #expect(
            try bed.found(
                """
                local r = t:record("home", { no = "1", members = 1, net = "none",
                  person = { { name = "\(decomposed)", age = 3 } } })
                t:equal(r.person[1].name, "Bé")
                """) == nil)
    }

    @Test("an error of the script itself is told with its line, and the other tests run")
    func scriptErrors() throws {
        let found = try bed.found(
            file: """
                test("a", function(t)
                  local x = nil + 1
                end)
                test("b", function(t) t:check(true) end)
                test("c", function(t) error("sai") end)
                test("d", function(t) t.recrod("home") end)
                """)
        #expect(found.count == 4 && found[1] == nil)
        #expect(found[0]?.hasPrefix("2 E-NIL-") == true)
        #expect(found[2] == "5 E-RUN-001 the script stopped itself: sai")
        #expect(found[3] == "6 E-FIELD-001 unknown field 'recrod' of t (did you mean 'record'?)")
    }

    @Test("a test that loops or eats memory fails by itself, and the others run")
    func limits() throws {
        var bed = bed
        bed.settings.limits.test = 0.1
        bed.settings.limits.memory = 8 << 20
        let found = try bed.found(
            file: """
                test("loops", function(t)
                  while true do end
                end)
                test("calls without end", function(t) while true do t:check(true) end end)
                test("eats", function(t)
                  local all = {}
                  for n = 1, 1e9 do all[n] = { n } end
                end)
                test("works", function(t) t:record("slip", { rating = "1" }) end)
                """)
        #expect(found.count == 4 && found[3] == nil)
        #expect(found[0]?.contains("E-LIMIT-001") == true && found[1]?.contains("E-LIMIT-001") == true)
        // Whichever of the two limits comes first.
        #expect(found[2]?.contains("E-LIMIT-00") == true)
    }

    @Test("nothing that a test does is seen by the next one: its script, modules, forms and records are new")
    func isolation() throws {
        var bed = bed
        bed.fixture.modules["memory"] = "local memory = { count = 0 }\nreturn memory"
        bed.fixture.scripts["Surveys/counting.lua"] = """
            local memory = require "memory"
            form "counting" { version = 1, label = "C", round = "day",
              calculate "calls" { calculation = function()
                memory.count = memory.count + 1
                return memory.count
              end } }
            """
        let test = """
            function(t)
              count = count + 1
              memory.count = memory.count + 1
              t:equal(count, 1)
              t:equal(memory.count, 1)
              t:equal(t:record("counting").calls, 1)
              t:figure("happy", { n = 0 })
              t:record("slip", { rating = "2" })
              t:figure("happy", { n = 1 })
            end
            """
        let found = try bed.found(
            file: """
                local memory = require "memory"
                local count = 0
                test("a", \(test))
                test("b", \(test))
                """)
        #expect(found == [nil, nil])
    }

    @Test("tests are found in the order of files and lines, and of the wanted files only")
    func order() throws {
        var bed = bed
        bed.fixture.scripts["Rules/tests/a.lua"] = "test(\"2\", function() end)\ntest(\"1\", function() end)"
        let runner = try bed.runner("test(\"0\", function() end)")
        #expect(try runner.load { _ in true }.tests.map(\.name) == ["2", "1", "0"])
        #expect(try runner.load { $0.hasSuffix("t.lua") }.tests.map(\.name) == ["0"])
    }

    @Test("a test without its function, and one name twice, are faults of the file")
    func declarations() throws {
        let runner = try bed.runner("test(\"a\", function() end)\ntest(\"a\", function() end)\ntest(\"b\")")
        let loaded = try runner.load { _ in true }
        #expect(loaded.tests.isEmpty)
        #expect(loaded.diagnostics.map(\.place?.line) == [2, 3])
        #expect(loaded.diagnostics.allSatisfy { $0.severity == .error })
    }
}
