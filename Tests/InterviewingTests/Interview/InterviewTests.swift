import FormModel
import Interviewing
import Testing

/// `semantics.md` 2 as an interviewer meets it, each rule by its number.
@Suite("An interview")
struct InterviewTests {
    static let household = """
        integer "members" { label = "Members", required = true, min = 0, max = 30 },
        roster "person" {
          label = "Person", title = function(p) return p.name end, count = function(h) return h.members end,
          text "name" { label = "Name", required = true },
          integer "age" { label = "Age", constraint = function(v) return v <= 120 end,
            warn = function(v) return v <= 100 end },
          yes_no "vneid" { label = function(p) return p.name .. "?" end, special = { "dont_know" },
            relevant = function(p) return p.age >= 14 end },
        },
        calculate "adults" { calculation = function(h) return count(h.person, function(p) return p.age >= 18 end) end },
        yes_no "net" { label = "Net" },
        decimal "speed" { label = "Speed", relevant = function(h) return h.net and h.adults > 0 end },
        """

    @Test("2.1 after every answer what is asked is current")
    func current() throws {
        let talk = Talk(try Bench(Self.household))
        #expect(talk.stops == ["members", "net"])
        talk.says(2)
        #expect(talk.stops == ["members", "person[1].name", "person[1].age", "person[2].name", "person[2].age", "net"])
        talk.says("An")
        talk.says(30)
        #expect(talk.here == "person[1].vneid")
        #expect(talk.interview.question?.label == "An?")
        try talk.says(true, at: "net")
        // Person 2 has no age, so how many adults there are is not known, and neither is whether the speed is asked.
        #expect(!talk.stops.contains("speed"))
        try talk.says(10, at: "person[2].age")
        #expect(talk.stops.contains("speed"))
        try talk.says(5, at: "person[1].age")
        #expect(!talk.stops.contains("speed"))
        #expect(!talk.stops.contains("person[1].vneid"))
    }

    @Test("2.2 an answer that is not asked now is kept, and back when it is asked again; the record has none of it")
    func keptWhileNotAsked() throws {
        let talk = Talk(
            try Bench(
                """
                yes_no "net" { label = "Net" },
                decimal "speed" { label = "Speed", relevant = function(h) return h.net end },
                calculate "double" { calculation = function(h) return h.net and h.speed * 2 or 0 end },
                """))
        talk.says(true)
        talk.says(.value(.decimal(4)))
        try talk.says(false, at: "net")
        #expect(talk.stops == ["net"])
        #expect(talk.interview.review().dropped.map(\.description) == ["speed"])
        #expect(talk.interview.given().answers == [false, nil, nil])
        talk.resume()
        try talk.says(true, at: "net")
        #expect(talk.kept("speed") == .value(.decimal(4)))
        #expect(talk.interview.review().dropped.isEmpty)
        #expect(talk.interview.given().answers == [true, .value(.decimal(4)), nil])
    }

    @Test("2.3 a value that fails is not kept; an unusual one is when it is confirmed")
    func constraints() throws {
        let talk = Talk(try Bench(Self.household))
        #expect(talk.says(31) == ["refused E-ROW-008"])
        #expect(talk.here == "members")
        #expect(talk.kept("members") == nil)
        talk.says(1)
        talk.says("Bà Tư")
        #expect(talk.says(121) == ["refused E-ROW-010"])
        #expect(talk.says(104) == ["asks W-ROW-001"])
        #expect(talk.kept("person[1].age") == nil)
        #expect(talk.interview.question?.pending == 104)
        #expect(talk.does(.takeBack) == [])
        #expect(talk.interview.question?.pending == nil)
        talk.says(104)
        #expect(talk.does(.confirm).first == "person[1].age confirmed 104")
        #expect(talk.kept("person[1].age") == 104)
        #expect(talk.here == "person[1].vneid")
        // Confirmed for this value, not for the question.
        #expect(try talk.says(104, at: "person[1].age") == ["moved"])
        #expect(try talk.says(105, at: "person[1].age") == ["asks W-ROW-001"])
        #expect(talk.kept("person[1].age") == 104)
    }

    @Test("2.3 a constraint sees what follows from the value it judges")
    func trial() throws {
        let talk = Talk(
            try Bench(
                """
                integer "year" { label = "Year", constraint = function(v, h) return h.age >= 0 end },
                calculate "age" { calculation = function(h) return 2026 - h.year end },
                """))
        #expect(talk.says(2030) == ["refused E-ROW-010"])
        #expect(talk.says(2000) == ["year = 2000", "moved"])
        #expect(try talk.says(2027, at: "year") == ["refused E-ROW-010"])
        #expect(talk.kept("year") == 2000)
        #expect(talk.review == [])
    }

    @Test("2.4 an earlier answer that a later one makes wrong is found at the end, with its place")
    func review() throws {
        let talk = Talk(try Bench(Self.household))
        talk.says(2)
        talk.says("An")
        #expect(talk.review.contains("unanswered person[2].name E-ROW-006"))
        let bench = try Bench(
            """
            integer "a" { label = "A", constraint = function(v, h) return not known(h, "b") or v < h.b end },
            integer "b" { label = "B", required = true },
            """)
        let later = Talk(bench)
        later.says(5)
        #expect(later.review == ["unanswered b E-ROW-006"])
        later.says(3)
        #expect(later.here == "end")
        #expect(later.review == ["error a E-ROW-010"])
        #expect(!later.interview.review().isComplete)
        try later.says(2, at: "a")
        #expect(later.interview.review().isComplete)
    }

    @Test("2.5 a count that falls deletes nothing; a row goes by an explicit act, and its number with it")
    func surplus() throws {
        let talk = Talk(try Bench(Self.household))
        talk.says(3)
        for (row, name) in ["An", "Bình", "Chi"].enumerated() {
            try talk.says(.value(.text(name)), at: "person[\(row + 1)].name")
        }
        #expect(try talk.says(2, at: "members").contains("told N-INTERVIEW-002"))
        #expect(talk.interview.surplusRows.map(\.rows) == [[3]])
        #expect(talk.interview.rowsHere.map(\.title) == ["An", "Bình", "Chi"])
        #expect(talk.interview.rowsHere.map(\.position) == [1, 2, nil])
        #expect(!talk.interview.review().isComplete)
        talk.resume()
        #expect(talk.interview.surplusRows.map(\.rows) == [[3]])
        // Not the last one moved out, but the first.
        #expect(talk.does(.removeRow(Spot("person"), row: 1)).first == "person[1] gone")
        #expect(talk.interview.surplusRows == [])
        #expect(talk.interview.rowsHere.map(\.title) == ["Bình", "Chi"])
        try talk.says(3, at: "members")
        #expect(talk.interview.rowsHere.map(\.row) == [2, 3, 4])
        talk.does(.removeRow(Spot("person"), row: 3))
        #expect(talk.interview.rowsHere.map(\.row) == [2, 4, 5])
        #expect(talk.interview.rowsHere.map(\.position) == [1, 2, 3])
    }

    @Test("2.5 a count that was mistyped uses up no row numbers")
    func mistypedCount() throws {
        let talk = Talk(try Bench(Self.household))
        talk.says(22)
        try talk.says(2, at: "members")
        try talk.says(3, at: "members")
        #expect(talk.interview.surplusRows == [])
        #expect(talk.interview.rowsHere.map(\.row) == [1, 2, 3])
    }

    @Test("2.6 choices that a filter no longer offers go at once, and the interviewer is told")
    func filters() throws {
        let talk = Talk(
            try Bench(
                """
                select_one "district" { label = "D", choices = { { "a", en = "A" }, { "b", en = "B" } } },
                select_one "village" { label = "V", choice_filter = function(c, h) return c.name:sub(1, 1) == h.district end,
                  choices = { { "a1", en = "A1" }, { "b1", en = "B1" }, { "b2", en = "B2" } } },
                select_multiple "seen" { label = "S", choice_filter = function(c, h) return c.name ~= h.village end,
                  choices = { { "a1", en = "A1" }, { "b1", en = "B1" } } },
                """))
        talk.says("b")
        #expect(talk.interview.question?.choices.map(\.code) == ["2", "3"])
        #expect(talk.says("a1") == ["refused E-ROW-012"])
        talk.says("b2")
        talk.says(.value(.choices(["a1", "b1"])))
        #expect(
            try talk.says("b1", at: "village") == [
                "village = b1", "seen = a1", "told N-INTERVIEW-001", "moved",
            ])
        #expect(
            try talk.says("a", at: "district") == ["district = a", "village = –", "told N-INTERVIEW-001", "moved"])
        #expect(talk.kept("seen") == .value(.choices(["a1"])))
    }

    @Test("2.7 a default is offered once, when its question is first come to, and is no answer until it is taken")
    func defaults() throws {
        let talk = Talk(
            try Bench(
                """
                integer "a" { label = "A" },
                integer "b" { label = "B", default = function(h) return h.a + 1 end },
                integer "c" { label = "C", default = 7 },
                text "office" { label = "O", default = "UBND", read_only = true },
                """))
        talk.says(1)
        #expect(talk.interview.question?.proposal == 2)
        #expect(talk.kept("b") == nil)
        try talk.says(10, at: "a")
        // Set once: it does not follow what it was made of.
        #expect(talk.interview.question?.proposal == 2)
        #expect(talk.does(.accept) == ["b = 2", "moved"])
        #expect(talk.interview.given().answers == [10, 2, nil, nil])
        talk.says(.missing(.unanswered))
        #expect(talk.interview.question?.proposal == nil)
        #expect(talk.does(.accept).contains("moved"))
        // What is only shown is answered by being shown.
        #expect(talk.kept("office") == "UBND")
        #expect(talk.says("X") == ["refused E-INTERVIEW-001"])
        #expect(talk.does(.accept) == ["moved"])
        #expect(talk.here == "end")
    }

    @Test("2.7 a calculation follows what it reads, and is not asked")
    func calculations() throws {
        let talk = Talk(
            try Bench(
                """
                integer "a" { label = "A" },
                integer "b" { label = "B", calculation = function(h) return h.a * 2 end },
                calculate "c" { calculation = function(h) return h.b + 1 end },
                note "n" { label = function(h) return "c is " .. h.c end },
                """))
        #expect(talk.stops == ["a", "b", "n"])
        talk.says(4)
        #expect(talk.interview.question?.answer == 8)
        #expect(talk.interview.question?.isEditable == false)
        talk.does(.accept)
        #expect(talk.interview.question?.label == "c is 9")
        #expect(talk.interview.given().answers == [4, nil, nil])
    }

    @Test("2.8 a circle is told with its path, and the interview goes on")
    func circle() throws {
        let talk = Talk(
            try Bench(
                """
                integer "a" { label = "A" },
                integer "b" { label = "B", relevant = function(h) return h.a > 1 and h.c > 0 end },
                calculate "c" { calculation = function(h) return h.b + 1 end },
                integer "d" { label = "D" },
                """, isSound: false))
        #expect(talk.says(5).contains("fault E-CYCLE-001"))
        #expect(talk.here == "d")
        #expect(talk.says(1).contains("moved"))
    }

    @Test("1.5, 1.9 a function that fails stops nobody: the fault is told once, with its place")
    func fault() throws {
        let talk = Talk(
            try Bench(
                """
                integer "a" { label = "A" },
                integer "b" { label = "B", relevant = function(h) return h.a < 5 end },
                integer "c" { label = "C", relevant = function(h) return h.b > 1 end },
                integer "d" { label = function(h) return 1 + {} end, constraint = function(v) return v.x end },
                """))
        let effects = talk.says(9)
        #expect(effects.contains("fault E-NIL-001"), "\(effects)")
        #expect(talk.here == "d")
        #expect(talk.interview.question?.label == "…")
        talk.says(1)
        #expect(talk.here == "end")
        #expect(talk.kept("d") == 1)
    }
}
