import Testing

@Suite("t:interview")
struct InterviewTests {
    let bed = TestBed()

    static let begun = """
        local i = t:interview "home"
        i:answer("no", "7")
        i:answer("members", 2)
        i:answer("person[1].name", "An")
        i:answer("person[1].age", 30)

        """

    @Test("answers lead through the form, and the record enters figures")
    func wholePath() throws {
        #expect(
            try bed.found(
                """
                local i = t:interview "home"
                t:equal(i:at(), "no")
                i:answer("no", "7")
                t:equal(i:at(), "members")
                i:answer("members", 2)
                t:equal(i:count("person"), 2)
                t:equal(i:at(), "person[1].name")
                local an, be = i:row("person", 1), i:row("person", 2)
                an:answer("name", "An")
                an:answer("age", 30)
                t:check(an:asked("vneid"))
                t:check(an:required("vneid"))
                t:equal(an:shown("vneid"), "An có VNeID?")
                an:answer("vneid", t.dont_know)
                t:equal(an:value("vneid"), nil)
                t:equal(an:reason("vneid"), "dont_know")
                be:answer("name", "Bé")
                be:answer("age", 10)
                t:check(not be:asked("vneid"))
                t:equal(i:value("adults"), 1)
                t:equal(i:choices("net"), { "fibre", "mobile", "none" })
                t:equal(i:problems(), { "net" })
                i:answer("net", "none")
                t:check(not i:asked("speed"))
                t:check(not i:asked("person[3].age"))
                t:check(i:asked("thanks"))
                t:equal(i:shown("thanks"), "Thanks")
                i:type("since", "5/3/2026")
                i:type("visit", "14h30")
                t:equal(i:value("since"), date(2026, 3, 5))
                local r = i:complete()
                t:equal(r.person[2].name, "Bé")
                t:equal(r.visit, 870)
                t:figure("vneid", { n = 0, missing = 1 })
                """) == nil)
    }

    @Test("going back follows the path taken")
    func back() throws {
        #expect(
            try bed.found(
                InterviewTests.begun + """
                    i:back()
                    t:equal(i:at(), "person[1].age")
                    i:answer("person[1].age", 10)
                    t:check(not i:asked("person[1].vneid"))
                    i:answer("person[1].age", 30)
                    i:skip()
                    t:equal(i:at(), "person[2].name")
                    """) == nil)
    }

    @Test("what is refused or asked about again is told, and not kept")
    func refused() throws {
        #expect(
            try bed.found(
                InterviewTests.begun + """
                    t:check(i:refused("members", 31))
                    t:check(not i:refused("members", 13))
                    t:check(i:warned("members", 13))
                    t:equal(i:message("members", 13), "Hơn 12 người?")
                    t:equal(i:message("members", 3), nil)
                    t:equal(i:value("members"), 2)
                    i:confirm("members", 13)
                    t:equal(i:value("members"), 13)
                    i:answer("net", "mobile")
                    t:check(i:refused("speed", 0))
                    t:equal(i:message("speed", 0), "Phải lớn hơn 0")
                    t:check(i:refused("net", t.refused))
                    t:equal(i:value("net"), "mobile")
                    """) == nil)
    }

    @Test("labels and messages are Vietnamese unless the test says otherwise, whoever runs it")
    func language() throws {
        #expect(try bed.found("t:equal(t:interview(\"home\"):shown(\"members\"), \"Số người\")") == nil)
        #expect(
            try bed.found("t:language \"en\"\nt:equal(t:interview(\"home\"):shown(\"members\"), \"Members\")") == nil)
        #expect(try bed.found("t:language \"fr\"") == "2 E-TEST-020 there is no language 'fr'; use: vi, en")
    }

    @Test("rows are added and removed where the interviewer decides how many there are")
    func rows() throws {
        #expect(
            try bed.found(
                """
                local i = t:interview "slip"
                i:type("on", "")
                t:equal(i:value("on"), "2026-06-30")
                i:add "item"
                i:row("item", 1):answer("name", "a")
                i:add "item"
                i:row("item", 2):answer("name", "b")
                i:remove("item", 1)
                t:equal(i:count("item"), 1)
                t:equal(i:complete().item[1].name, "b")
                """) == nil)
    }

    @Test("a visit that ends early makes a record that does not count")
    func stopped() throws {
        #expect(
            try bed.found(
                """
                local i = t:interview "home"
                i:answer("no", "7")
                i:stop("refused", "bận")
                i:complete()
                t:figure("vneid", { n = 0 })
                """) == nil)
    }

    @Test(
        "what cannot be done ends the test at its line",
        arguments: [
            ("i:answer(\"speed\", 3)", "E-INTERVIEW-005 'speed' is not asked now"),
            ("i:answer(\"person[3].age\", 3)", "E-INTERVIEW-005 'person[3].age' is not asked now"),
            ("i:answer(\"members\", 31)", "E-TEST-014 'members' does not accept 31: "),
            (
                "i:answer(\"members\", 13)",
                "E-TEST-015 'members': the form asks again about 13: '13' is unusual. Hơn 12 người?; "
            ),
            ("i:confirm(\"members\", 3)", "E-TEST-016 'members': the form takes 3 without asking again"),
            ("i:type(\"members\", \"ba\")", "E-TEST-014 'members' does not accept ba: 'ba' is no number"),
            ("i:answer(\"age\", 3)", "E-TEST-012 'age' stands in the roster 'person'; write :row(\"person\", 1)"),
            ("i:asked(\"membres\")", "E-FIELD-001 unknown field 'membres' of home (did you mean 'members'?)"),
            ("i:asked(\"persons[1].age\")", "E-FIELD-001 unknown field 'persons' of home (did you mean 'person'?)"),
            ("i:asked(\"person[x].age\")", "E-TEST-021"),
            ("i:answered(\"no\")", "E-FIELD-001 unknown field 'answered' of interview (did you mean 'answer'?)"),
            ("i:stop(\"completed\")", "E-TEST-005 interview:stop does not take 'completed'"),
            ("i:add(\"person\")", "E-INTERVIEW-006 how many rows 'person' has follows from another answer"),
            (
                "i:complete()",
                "E-TEST-017 the interview cannot be completed: person[1].vneid: "
            ),
        ])
    func impossible(call: String, sentence: String) throws {
        let found = try #require(try bed.found(InterviewTests.begun + call))
        #expect(found.hasPrefix("7 \(sentence)"), "\(found)")
    }
}
