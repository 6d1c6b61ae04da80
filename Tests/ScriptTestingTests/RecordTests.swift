import Testing

@Suite("t:record")
struct RecordTests {
    let bed = TestBed()

    @Test("relevance, defaults and calculations run, and the record can be read")
    func evaluated() throws {
        #expect(
            try bed.found(
                """
                local r = t:record("home", { no = "7", members = 2, net = "fibre", devices = { "tv", "phone" },
                  person = { { name = "An", age = 30, vneid = true }, { name = "Bé", age = 10 } } })
                t:equal(r.adults, 1)
                t:equal(r.since, "2026-06-30")
                t:equal(r.devices, { "phone", "tv" })
                t:equal(r.person[1].vneid, true)
                t:equal(r.person[2].vneid, nil)
                t:equal(r.speed, nil)
                """) == nil)
    }

    @Test(
        "an invalid record fails the test at its line and says which question, and why",
        arguments: [
            ("{ no = \"7\", members = 0, net = \"fibre\" }", "'members' is 0, but should be 1 to 30"),
            ("{ no = \"7\", members = 1, net = \"fibre\" }", "should have 1 row, but has 0"),
            (
                "{ no = \"7\", members = 1, net = \"fibre\", person = { { name = \"An\", age = 30 } } }",
                "person[1].vneid: 'vneid' must be answered, but is empty"
            ),
            ("{ no = \"x\", members = 1, net = \"none\", person = { { name = \"An\", age = 3 } } }", "'no': 'x'"),
            ("{ net = \"none\", speed = 3 }", "other problems"),
            ("{ no = \"7\", net = t.refused, members = 1, person = { { name = \"A\", age = 3 } } }", "'refused'"),
        ])
    func invalid(answers: String, sentence: String) throws {
        let found = try #require(try bed.found("local x = 1\nt:record(\"home\", \(answers))\nreturn x"))
        #expect(found.hasPrefix("3 E-TEST-008 ") && found.contains(sentence), "\(found)")
    }

    @Test(
        "names and values that do not fit are told with what was meant",
        arguments: [
            ("\"hom\", {}", "E-CLI-004 unknown form 'hom' (did you mean 'home'?)"),
            ("\"home\", { member = 1 }", "E-TEST-005 t:record does not take 'member' (did you mean 'members'?)"),
            ("\"home\", { members = \"two\" }", "E-TEST-007 t:record: 'members' must be a whole number, not \"two\""),
            (
                "\"home\", { net = \"fiber\" }",
                "E-ROW-011 'net': 'fiber' is not one of the choices (did you mean 'fibre'?)"
            ),
            (
                "\"home\", { net = t.dont_knov }",
                "E-FIELD-001 unknown field 'dont_knov' of t (did you mean 'dont_know'?)"
            ),
            (
                "\"home\", { person = { name = \"An\" } }",
                "E-TEST-007 t:record: 'person' must be a list, not { name = \"An\" }"
            ),
            (
                "\"home\", { person = { { ages = 3 } } }",
                "E-TEST-005 t:record does not take 'ages' (did you mean 'age'?)"
            ),
            ("\"home\", { since = \"30/6/2026\" }", "E-TEST-007 t:record: 'since' must be a date, not \"30/6/2026\""),
            ("\"home\", { _status = \"done\" }", "E-ROW-011 '_status': 'done' is not one of the choices"),
            (
                "\"home\", { _date = \"June\" }",
                "E-CLI-007 'June' is not a date; write year-month-day, such as 2026-06-30"
            ),
            ("\"home\", 3", "E-ARG-001 argument 2 of t:record must be a table { … }, not a number"),
            ("{}", "E-ARG-001 argument 1 of t:record must be a text in quotes, not a table { … }"),
        ])
    func wrong(arguments: String, sentence: String) throws {
        #expect(try bed.found("t:record(\(arguments))") == "2 \(sentence)")
    }

    @Test("don't know is no text: a text question may hold that word, a select_one's choice is never meant")
    func special() throws {
        #expect(
            try bed.found(
                """
                local r = t:record("home", { no = "7", members = 1, net = t.dont_know,
                  person = { { name = "dont_know", age = 20, vneid = t.refused } } })
                t:equal(r.net, nil)
                t:equal(r.person[1].name, "dont_know")
                t:figure("vneid", { value = false, n = 0, missing = 1, missing_reasons = { refused = 1 } })
                """) == nil)
    }

    @Test("one unit has one record a round; slips without a key may be alike")
    func twice() throws {
        let home =
            "t:record(\"home\", { no = \"7\", members = 1, net = \"none\", person = { { name = \"A\", age = 3 } }"
        #expect(
            try bed.found("\(home) })\n\(home) })")
                == """
                3 E-TEST-009 the unit has a record of home in round 2026-H1 in this test already; change its key or _round
                """)
        #expect(try bed.found("\(home) })\n\(home), _round = \"2025-H2\" })") == nil)
        #expect(
            try bed.found(
                """
                t:record("slip", { rating = "1" })
                t:record("slip", { rating = "1" })
                t:today "2026-07-01"
                t:record("slip", { rating = "1" })
                t:figure("happy", { n = 3, value = 0 })
                t:figure("happy", { n = 2 }, { period = "2026-06" })
                """) == nil)
    }

    @Test("_result and _status may be given: what does not count needs no answers and enters no figure")
    func notCounting() throws {
        #expect(
            try bed.found(
                """
                t:record("home", { no = "7", _result = "nobody_home" })
                t:record("home", { no = "8", _status = "incomplete", net = "mobile", speed = 5 })
                t:record("home", { no = "9", members = 1, person = { { name = "A", age = 3 } }, net = "mobile", speed = 7 })
                t:figure("speed", { value = 7, n = 1 })
                """) == nil)
    }
}
