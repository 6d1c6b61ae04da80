import Testing

@Suite("t:figure")
struct FigureTests {
    let bed = TestBed()

    static let homes = """
        t:record("home", { no = "1", members = 2, net = "fibre", visit = "08:30",
          person = { { name = "An", age = 30, vneid = true }, { name = "Bé", age = 10 } } })
        t:record("home", { no = "2", members = 2, net = "mobile", speed = 2.5, visit = "13:00",
          person = { { name = "Ba", age = 40, vneid = false }, { name = "Tư", age = 50, vneid = t.dont_know } } })
        t:record("home", { no = "3", members = 1, net = "mobile", speed = 4,
          person = { { name = "Tí", age = 5 } } })

        """

    @Test("only the keys that are given are compared, numbers to 1e-9")
    func equal() throws {
        #expect(
            try bed.found(
                FigureTests.homes + """
                    t:figure("vneid", { value = 50, numerator = 1, denominator = 2, n = 2, missing = 1,
                      missing_reasons = { dont_know = 1 }, missing_among = 0, bounds = { 100 / 3, 200 / 3 },
                      status = "on_track", failed = 0, coverage = false, date = false })
                    t:figure("speed", { value = 3.25 })
                    t:figure("speed", { value = 13 / 4 + 1e-10 })
                    t:figure("morning", { value = 50, n = 2, missing = 1 })
                    t:figure("happy", { value = false, n = 0, status = false })
                    """) == nil)
    }

    @Test("splits are compared by row; false says that a row is not there")
    func splits() throws {
        #expect(
            try bed.found(
                FigureTests.homes + """
                    t:figure("vneid", { by = { net = { fibre = { n = 1, value = 100 }, mobile = { n = 1, value = 0 },
                      none = false } } })
                    """) == nil)
    }

    @Test(
        "a wrong figure says what was expected and found, at its line",
        arguments: [
            ("\"vneid\", { value = 51 }", "E-TEST-004 vneid: value is 50, expected 51"),
            ("\"speed\", { n = 2, value = 3.2500001 }", "E-TEST-004 speed: value is 3.25, expected 3.2500001"),
            ("\"vneid\", { status = \"met\" }", "E-TEST-004 vneid: status is \"on_track\", expected \"met\""),
            ("\"happy\", { value = 0 }", "E-TEST-004 happy: value is false, expected 0"),
            (
                "\"vneid\", { missing_reasons = {} }",
                "E-TEST-004 vneid: missing_reasons is { dont_know = 1 }, expected {  }"
            ),
            (
                "\"vneid\", { by = { net = { mobile = { n = 2 } } } }",
                "E-TEST-004 vneid (net = mobile): n is 1, expected 2"
            ),
            (
                "\"vneid\", { by = { net = { fibre = false } } }",
                "E-TEST-011 vneid has a row net = fibre, and should not"
            ),
            (
                "\"vneid\", { by = { net = { mobil = { n = 2 } } } }",
                "E-TEST-010 vneid has no row net = mobil; there are: fibre, mobile (did you mean 'mobile'?)"
            ),
            ("\"vneid\", { by = { nett = {  x = { n = 1 } } } }", "(did you mean 'net'?)"),
            ("\"vneidd\", {}", "E-CLI-001 unknown indicator 'vneidd' (did you mean 'vneid'?)"),
            ("\"vneid\", { values = 3 }", "E-TEST-005 t:figure does not take 'values' (did you mean 'value'?)"),
            ("\"vneid\", { 50 }", "E-TEST-005 t:figure does not take '1'"),
            ("\"vneid\", {}, { \"2026\" }", "E-TEST-005 t:figure does not take '1'"),
            ("\"vneid\", {}, { perod = 3 }", "E-TEST-005 t:figure does not take 'perod' (did you mean 'period'?)"),
            ("\"vneid\", {}, { period = \"2026-H3\" }", "E-CLI-002 unknown period '2026-H3'; write 2026, "),
        ])
    func different(arguments: String, sentence: String) throws {
        let found = try #require(try bed.found(FigureTests.homes + "t:figure(\(arguments))"))
        #expect(found.hasPrefix("8 ") && found.contains(sentence), "\(found)")
    }

    @Test("a formula that fails on a record fails the test, with the formula's own line")
    func failing() throws {
        let found = try #require(try bed.found(FigureTests.homes + "t:figure(\"broken\", { n = 2 })"))
        #expect(found.hasPrefix("8 E-TEST-013 broken: the formula failed on 1 record: "), "\(found)")
        #expect(found.contains("Rules/indicators/r.lua:"))
        #expect(try bed.found(FigureTests.homes + "t:figure(\"broken\", { failed = 1, n = 2, value = 50 })") == nil)
    }

    @Test("the day is 2026-06-30, unless the test says another: an older state no longer counts")
    func days() throws {
        #expect(
            try bed.found(
                FigureTests.homes + """
                    t:equal(today(), "2026-06-30")
                    t:today "2027-07-01"
                    t:equal(today(), "2027-07-01")
                    t:figure("vneid", { n = 0, value = false })
                    """) == nil)
    }
}
