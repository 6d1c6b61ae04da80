import FieldQuality
import FormModel
import Testing

@Suite("Answers that are missing or all alike")
struct AnswerTests {
    @Test("don't know and refused are told by question, of the times it was asked in completed interviews")
    func nonresponse() throws {
        var form = SmallForm()
        form.add("v1", nil, ["source": .missing(.dontKnow), "payments": .number(3)])
        form.add("v1", nil, ["source": .missing(.refused), "payments": .missing(.dontKnow)])
        form.add("v1", nil, ["source": .text("a")])
        form.add("v2", nil, ["source": .text("b"), "payments": .number(1)])
        form.add("v2", nil, ["source": .missing(.dontKnow)], result: .partlyCompleted)
        let collected = form.collected
        let (fields, counts) = ItemNonresponse.of(collected, collected.groups("village"), .special)
        #expect(fields == [collected.place("source"), collected.place("payments")])
        let (v2, v1) = (counts[0], counts[1])
        #expect(v1[0].asked == 3 && v1[0].dontKnow == 1 && v1[0].refused == 1)
        #expect(v1[1].asked == 2 && v1[1].dontKnowRate == 50)
        #expect(v2[0].asked == 1 && v2[0].dontKnow == 0)
        #expect(ItemNonresponse.sum(v1).asked == 5 && ItemNonresponse.sum(v1).dontKnowRate == 40)
    }

    @Test("a reason that a question does not offer was handed down, and is no answer of its own")
    func handedDown() throws {
        var form = SmallForm()
        form.add("v1", nil, ["payments": .number(3)])
        form.add("v1", nil, ["payments": .missing(.notApplicable)])
        form.add("v1", nil, ["payments": .missing(.notComputed)])
        form.add("v1", nil, ["payments": .missing(.unanswered)])
        let collected = form.collected
        let (fields, counts) = ItemNonresponse.of(collected, collected.groups(), .special)
        let payments = try #require(fields.firstIndex(of: collected.place("payments")))
        #expect(counts[0][payments].asked == 2 && counts[0][payments].unanswered == 1)
    }

    @Test("required questions without an answer are found in every interview that was begun")
    func required() {
        var form = SmallForm()
        form.add("v1", nil, ["payments": .number(3)])
        form.add("v1", nil, ["payments": .missing(.unanswered)], status: .incomplete)
        form.add("v1", nil, ["payments": .missing(.unanswered)], result: .partlyCompleted)
        form.add("v1", nil, ["payments": .missing(.unanswered)], result: .refused)
        let collected = form.collected
        let (fields, counts) = ItemNonresponse.of(collected, collected.groups(), .required)
        #expect(fields == [collected.place("village"), collected.place("payments")])
        #expect(counts[0].map(\.asked) == [3, 3] && counts[0].map(\.unanswered) == [0, 2])
        #expect(counts[0][1].unansweredRate.map { $0.rounded() } == 67)
    }

    @Test("a battery is a run of like questions; straight-lining is one answer to all of it")
    func straightLining() {
        var form = SmallForm()
        let answers = { (values: [Bool?]) in
            Dictionary(
                uniqueKeysWithValues: zip(SmallForm.yesNo, values).compactMap { name, value in
                    value.map { (name, Answer.yes($0)) }
                })
        }
        form.add("v1", nil, answers([true, true, true, true]))
        form.add("v1", nil, answers([false, false, false, false]))
        form.add("v1", nil, answers([true, false, true, true]))
        form.add("v1", nil, answers([false, false, false, nil]))
        form.add("v1", nil, answers([false, false, false, false]), status: .rejected)
        let collected = form.collected
        let batteries = Battery.all(of: collected.layout, least: 4)
        #expect(batteries.map { $0.fields.map { collected.layout.root.fields[$0].name } } == [SmallForm.yesNo])
        #expect(Battery.all(of: collected.layout, least: 5).isEmpty)
        let counts = StraightLining.of(collected, collected.groups(), batteries, least: 4)
        #expect(counts == [[StraightLining(n: 3, alike: 2)]])
        #expect(
            StraightLining.of(collected, collected.groups(), batteries, least: 3) == [[StraightLining(n: 4, alike: 3)]])
    }

    @Test("proxy answers are counted by member; a form that does not ask has none")
    func proxy() {
        var form = SmallForm()
        let answered = { (who: String) in ["_answered_by": Answer.text(who)] }
        form.add("v1", members: [answered("self"), answered("proxy"), answered("proxy"), [:]])
        form.add("v2", members: [answered("self")])
        form.add("v2", result: .partlyCompleted, members: [answered("proxy")])
        let collected = form.collected
        let counts = ProxyAnswers.of(collected, collected.groups("village"))
        #expect(counts.map(\.themselves) == [1, 1] && counts.map(\.proxy) == [0, 2])
        #expect(counts[1].rate.map { $0.rounded() } == 67)
    }
}
