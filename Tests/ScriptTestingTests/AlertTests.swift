import Testing

@Suite("t:alert")
struct AlertTests {
    private var bed: TestBed {
        var bed = TestBed()
        bed.fixture.scripts["Rules/alerts/a.lua"] = """
            alert "few" { watch = function(data)
                return { { labels = { place = "x" }, label = "X", value = #data:records "slip" } } end,
              when = function(row) return row.value < 3 end, pending_for = "2d", keep_firing_for = "1d",
              message = function(row) return { vi = "Có " .. row.value, en = "There are " .. row.value } end }
            alert "calm" { watch = function() return { { labels = {} } } end, suppressed_by = "few",
              when = function() return true end, message = "c" }
            alert "broken" { watch = function() return 3 end, when = function() end, message = "b" }
            alert "closed" { watch = function(data) return { { labels = {}, label = data.period.id } } end,
              period = "last_closed", when = function(row) return true end, message = function(row) return row.label end }
            """
        return bed
    }

    @Test("a story through time: pending, firing, kept firing, resolved, and what is told")
    func story() throws {
        let found = try bed.found(
            """
            t:today("2026-07-01")
            t:alert("few", { pending = 1, firing = 0, sent = 0, message = false })
            t:today("2026-07-02")
            t:alert("few", { pending = 1 })
            t:today("2026-07-03")
            local found = t:alert("few", { firing = 1, sent = 1, message = "Có 0" })
            t:equal(found.sent[1], "firing")
            t:equal(found.alerts[1].labels.place, "x")
            t:check(found.text:find("Có 0", 1, true) ~= nil)
            t:alert("calm", { firing = 1, sent = 0 })
            for n = 1, 3 do t:record("slip", { rating = "1", item = { { name = "a" .. n } } }) end
            t:today("2026-07-04")
            t:alert("few", { firing = 1, sent = 0 })
            t:today("2026-07-05")
            t:equal(t:alert("few", { firing = 0, resolved = 1, sent = 1 }).sent[1], "resolved")
            """)
        #expect(found == nil)
    }

    @Test("a rule over what was closed has nothing to see until a period is")
    func closed() throws {
        #expect(
            try bed.found(
                """
                t:today("2026-07-15")
                t:alert("closed", { firing = 0 })
                t:close("2026-H1")
                t:today("2026-07-16")
                t:alert("closed", { firing = 1, message = "2026-H1" })
                """) == nil)
    }

    @Test(
        "a difference says what was expected and found",
        arguments: [
            ("t:alert(\"few\", { firing = 1 })", "E-TEST-004 few: firing is 0, expected 1"),
            ("t:alert(\"fw\", {})", "E-ALERT-002"), ("t:alert(\"few\", { fires = 1 })", "E-TEST-005"),
            ("t:alert(\"broken\")", "E-TEST-027 the rule 'broken' failed"),
            ("t:close(\"2026-H7\")", "E-CLI-002"),
            ("t:alert(\"few\") t:today(\"2026-01-01\") t:alert(\"few\")", "E-TEST-026"),
        ])
    func different(call: String, sentence: String) throws {
        let found = try #require(try bed.found(call))
        #expect(found.contains(sentence), "\(found)")
        #expect(try bed.found("t:alert(\"broken\", { failed = true })") == nil)
    }
}
