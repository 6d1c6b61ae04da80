import Testing

@Suite("t:validation")
struct ValidationTests {
    private var bed: TestBed {
        var bed = TestBed()
        bed.fixture.scripts["Rules/validations/v.lua"] = """
            validation "adult" { over = "home", must = function(h) return h.adults > 0 end,
              message = function(h) return { vi = "Hộ " .. h.no, en = "Home " .. h.no } end }
            validation "broken" { over = "home", must = function(h) return h.speed > 3 end, message = "B" }
            validation "fast" { over = "home", among = function(h) return h.net == "mobile" end,
              must = function(h) return h.speed > 3 end, message = "F" }
            """
        return bed
    }

    @Test("only the keys that are given are compared")
    func equal() throws {
        #expect(
            try bed.found(
                FigureTests.homes + """
                    t:validation("adult", { checked = 3, passed = 2, failed = 1, missing = 0, message = "Hộ 3" })
                    t:validation("fast", { failed = 1, not_applicable = 1, no_earlier = 0 })
                    t:validation("broken", { faults = 1 })
                    t:validation("adult", { checked = 0, message = false }, { period = "2025-H1" })
                    """) == nil)
    }

    @Test(
        "a difference says what was expected and found, at its line",
        arguments: [
            ("\"adult\", { failed = 2 }", "E-TEST-004 adult: failed is 1, expected 2"),
            ("\"adult\", { message = false }", "E-TEST-004 adult: message is \"Hộ 3\", expected false"),
            ("\"adults\", {}", "E-VALIDATE-001 unknown rule 'adults' (did you mean 'adult'?)"),
            ("\"adult\", { fail = 1 }", "E-TEST-005 t:validation does not take 'fail' (did you mean 'failed'?)"),
            ("\"adult\"", "E-ARG-001"), ("\"adult\", {}, { period = \"x\" }", "E-CLI-002"),
            ("\"broken\", { failed = 1 }", "E-TEST-013 broken: the formula failed on 1 record: "),
        ])
    func different(arguments: String, sentence: String) throws {
        let found = try #require(try bed.found(FigureTests.homes + "t:validation(\(arguments))"))
        #expect(found.hasPrefix("8 ") && found.contains(sentence), "\(found)")
    }
}
