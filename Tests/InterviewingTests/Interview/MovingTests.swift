import FormModel
import Interviewing
import Testing

@Suite("Moving through an interview")
struct MovingTests {
    @Test("back goes along the path taken, forward along the form")
    func path() throws {
        let talk = Talk(try Bench(InterviewTests.household))
        talk.says(1)
        talk.says("An")
        talk.does(.jump(Spot("net")))
        talk.says(false)
        #expect(talk.here == "end")
        talk.does(.back)
        #expect(talk.here == "net")
        talk.does(.back)
        #expect(talk.here == "person[1].age")
        talk.does(.back)
        talk.does(.back)
        #expect(talk.here == "members")
        #expect(talk.does(.back) == ["told N-INTERVIEW-003"])
        // A place that is no longer asked is left out on the way back.
        try talk.says(0, at: "members")
        talk.does(.jump(Spot("members")))
        talk.does(.back)
        #expect(talk.here == "net")
    }

    @Test("Enter takes what is shown; a required question is not passed by Enter, but may be skipped")
    func accept() throws {
        let talk = Talk(try Bench(InterviewTests.household))
        #expect(talk.does(.accept) == ["refused E-INTERVIEW-002"])
        #expect(talk.does(.skip) == ["moved"])
        #expect(talk.here == "net")
        talk.does(.accept)
        #expect(talk.here == "end")
        talk.does(.advance)
        #expect(talk.here == "members")
    }

    @Test("to the same question of the next row, or that row's first")
    func rows() throws {
        let talk = Talk(try Bench(InterviewTests.household))
        talk.says(2)
        try talk.says(30, at: "person[1].age")
        talk.does(.jump(try #require(Spot("person[1].age"))))
        talk.does(.nextRow)
        #expect(talk.here == "person[2].age")
        #expect(talk.does(.nextRow) == ["told N-INTERVIEW-005"])
        talk.does(.previousRow)
        talk.does(.jump(try #require(Spot("person[1].vneid"))))
        talk.does(.nextRow)
        #expect(talk.here == "person[2].name")
        #expect(talk.interview.rowsHere.map(\.open) == [2, 2])
        #expect(talk.interview.sections.map(\.label) == ["F", "Person", "F"])
    }

    @Test("a place that is not asked cannot be gone to")
    func nowhere() throws {
        let talk = Talk(try Bench(InterviewTests.household))
        #expect(talk.does(.jump(Spot("speed"))) == ["refused E-INTERVIEW-005"])
        #expect(talk.does(.jump(try #require(Spot("person[4].age")))) == ["refused E-INTERVIEW-005"])
        #expect(talk.here == "members")
    }

    @Test("a roster without a count asks for one more; nested rows stand in theirs")
    func openRoster() throws {
        let talk = Talk(
            try Bench(
                """
                roster "model" { label = "Model", title = function(m) return m.name end,
                  text "name" { label = "Name" },
                  roster "task" { label = "Task", count = 2, text "what" { label = "What" } },
                },
                text "end_note" { label = "Z" },
                """))
        #expect(talk.stops == ["model", "end_note"])
        talk.does(.addRow(Spot("model")))
        #expect(talk.here == "model[1].name")
        talk.says("A")
        talk.says("a")
        talk.says("b")
        #expect(talk.here == "model")
        talk.does(.addRow(Spot("model")))
        talk.says("B")
        #expect(talk.here == "model[2].task[1].what")
        #expect(talk.interview.question?.row?.position == 1)
        try talk.says("c", at: "model[2].task[2].what")
        talk.resume()
        #expect(talk.kept("model[1].task[2].what") == "b")
        #expect(talk.kept("model[2].task[2].what") == "c")
        talk.does(.removeRow(Spot("model"), row: 1))
        #expect(talk.kept("model[1].name") == nil)
        talk.does(.addRow(Spot("model")))
        #expect(talk.here == "model[3].name")
        #expect(talk.does(.addRow(Spot("end_note"))) == ["refused E-INTERVIEW-005"])
    }

    @Test("one question is asked across all members, when all have come to it")
    func across() throws {
        let talk = Talk(
            try Bench(
                """
                integer "members" { label = "Members" },
                roster "person" { label = "Person", title = function(p) return p.name end,
                  count = function(h) return h.members end,
                  text "name" { label = "Name" }, integer "age" { label = "Age" },
                  yes_no "vneid" { label = "Who has VNeID?", across = "person", special = { "dont_know" },
                    relevant = function(p) return p.age >= 14 end },
                  yes_no "book" { label = "Book?" },
                },
                """))
        talk.says(3)
        for (row, age) in [30, 10, 70].enumerated() {
            try talk.says(.value(.text("N\(row)")), at: "person[\(row + 1)].name")
            try talk.says(.value(.integer(Int64(age))), at: "person[\(row + 1)].age")
        }
        #expect(talk.here == "person[0].vneid")
        #expect(talk.interview.question?.rows.map(\.title) == ["N0", "N2"])
        #expect(talk.interview.question?.rows.map(\.position) == [1, 3])
        #expect(talk.does(.accept) == ["refused E-INTERVIEW-004"])
        #expect(talk.does(.answerAcross(yes: [2], others: [:])) == ["refused E-INTERVIEW-003"])
        #expect(
            talk.does(.answerAcross(yes: [1], others: [3: .dontKnow])) == [
                "person[1].vneid = yes", "person[3].vneid = dont_know", "moved",
            ])
        #expect(talk.here == "person[1].book")
        // A later look at one member's answer leads to the question of all.
        talk.does(.jump(try #require(Spot("person[3].vneid"))))
        #expect(talk.here == "person[0].vneid")
        #expect(talk.does(.answerAcross(yes: [1, 3], others: [:])) == ["person[3].vneid = yes", "moved"])
    }

    @Test("labels change with the language, in mid-interview; answers do not")
    func language() throws {
        let talk = Talk(
            try Bench(
                """
                select_one "net" { label = { vi = "Mạng", en = "Net" }, choices = { { "f", vi = "Cáp", en = "Fibre" } } },
                text "name" { label = function(h) return { vi = "Tên", en = "Name" } end },
                """))
        #expect(talk.interview.question?.label == "Net")
        talk.does(.language(.vietnamese))
        #expect(talk.interview.question?.label == "Mạng")
        #expect(talk.interview.question?.choices.map(\.label) == ["Cáp"])
        talk.says("f")
        #expect(talk.interview.question?.label == "Tên")
        talk.resume()
        #expect(talk.interview.question?.label == "Tên")
        #expect(talk.kept("net") == "f")
    }

    @Test("an interview that was ended and is answered on has not ended")
    func answeredOn() throws {
        let talk = Talk(try Bench(InterviewTests.household))
        talk.says(0)
        talk.does(.stop(InterviewState.Ending(result: .postponed, reason: "19h")))
        #expect(talk.here == "end")
        talk.resume()
        talk.does(.advance)
        #expect(talk.interview.state.ending != nil)
        talk.says(false)
        #expect(talk.interview.state.ending == nil)
        #expect(talk.here == "end")
    }

    @Test("consent that is refused is said; the record then holds nothing personal")
    func consent() throws {
        let talk = Talk(
            try Bench(
                """
                integer "no" { label = "No." }, text "name" { label = "Name", personal = true },
                yes_no "agrees" { label = "May we?", consent = true },
                """))
        talk.says(4)
        talk.says("An")
        #expect(talk.says(false).contains("consent refused"))
        talk.does(.stop(InterviewState.Ending(result: .refused, reason: "")))
        #expect(talk.here == "end")
        #expect(talk.interview.given(.ofRefusal).answers == [nil, nil, false])
        #expect(talk.interview.given().answers == [4, "An", false])
    }
}
