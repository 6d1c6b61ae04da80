import FieldQuality
import FormModel
import Foundation
import Testing

@Suite("What the audit log tells")
struct InterviewTraceTests {
    private func step(
        _ kind: String, _ path: String? = nil, _ seconds: Int = 0, replaces: Bool = false, to target: String? = nil
    ) -> LoggedStep {
        LoggedStep(
            at: Date(timeIntervalSince1970: 0), kind: kind, path: path, replaces: replaces, target: target,
            elapsed: seconds * 1000)
    }

    @Test("active time is the sum of the steps, a pause counted to its limit; changes, moves and confirmations count")
    func trace() throws {
        var form = SmallForm()
        form.add()
        let collected = form.collected
        var tracer = InterviewTracer(collected, idleSeconds: 300)
        for step in [
            step("opened", "village"), step("answer", "village", 10), step("answer", "number", 20),
            step("answer", "payments", 400), step("confirm", "payments", 3), step("move", "payments", 5, to: "number"),
            step("answer", "number", 7, replaces: true), step("opened"),
            step("move", "number", 2, to: "person[2].name"),
            step("answer", "person[2].name", 8), step("move", "person[2].name", 1, to: "person[1].birth_year"),
            step("confirm", "person[1].birth_year", 1), step("move", "person[1].birth_year", 1, to: "end"),
            step("fault", nil, 0),
        ] { tracer.add(step, of: "r0") }
        tracer.add(step("answer", "village", 50), of: "another form's record")
        let trace = try #require(tracer.traces[0])
        #expect(trace.activeSeconds == 10 + 20 + 300 + 3 + 5 + 7 + 2 + 8 + 1 + 1 + 1)
        #expect(trace.answers == 5 && trace.changes == 1 && trace.sittings == 2 && trace.faults == 1)
        #expect(trace.moves == 4 && trace.movesBack == 2)
        #expect(trace.confirmed == [collected.place("payments"), collected.place("birth_year", in: 1)])
    }

    @Test("lengths are told by median and deciles; who goes at half the usual pace is too short")
    func lengths() throws {
        var form = SmallForm()
        for _ in 0..<11 { form.add() }
        let refused = form.add(result: .refused)
        let collected = form.collected
        // Minutes 10, 20 … 100 with 10 answers each, one of 100 minutes with 50, and one that was refused.
        var tracer = InterviewTracer(collected, idleSeconds: 1e9)
        var interviews = (1...10).map { (place: $0 - 1, seconds: $0 * 60, answers: 10) }
        interviews += [(10, 120, 50), (refused, 6, 10)]
        for interview in interviews {
            for _ in 1...interview.answers {
                tracer.add(step("answer", "payments", interview.seconds), of: "r\(interview.place)")
            }
        }
        let short = InterviewLength.tooShort(collected, tracer.traces, part: 0.5) { _ in true }
        // The paces are 1, 2 … 10 and 2 minutes an answer, their median is 5; below 2.5 are 10, 20 and the last.
        #expect(short.indices.filter { short[$0] } == [0, 1, 10])
        let length = try #require(
            InterviewLength.of(collected, collected.groups(), tracer.traces, tooShort: short).first)
        #expect(length.n == 11 && length.tooShort == 3)
        #expect(length.median == 60 && length.low == 20 && length.high == 100)
    }

    @Test("fewer than ten interviews say nothing of what is usual")
    func tooFew() {
        var form = SmallForm()
        for _ in 0..<9 { form.add() }
        let collected = form.collected
        var tracer = InterviewTracer(collected, idleSeconds: 300)
        for place in 0..<9 { tracer.add(step("answer", "payments", place * 20 + 1), of: "r\(place)") }
        #expect(!InterviewLength.tooShort(collected, tracer.traces, part: 0.5) { _ in true }.contains(true))
    }

    @Test("hours of work: days, the fullest day, visits outside of the usual hours and those that overlap")
    func hours() throws {
        var form = SmallForm()
        // 05:59, 08:00 (ten minutes each), 08:05, the next day 20:59 and 21:00.
        let minutes: [(String, Double)] = [
            ("An", 359), ("An", 480), ("An", 485), ("An", 1440 + 1259), ("Bình", 1440 + 1260),
        ]
        for (who, minute) in minutes { form.add(who: who, at: minute * 60) }
        let collected = form.collected
        let hours = WorkHours.of(collected, collected.groups("_interviewer"), usual: 6 * 60..<21 * 60) { instant in
            let seconds = Int(instant.timeIntervalSince1970)
            return (Day(number: seconds / 86_400), seconds % 86_400 / 60)
        }
        #expect(hours.map(\.visits) == [4, 1] && hours.map(\.days) == [2, 1])
        #expect(hours.map(\.mostOnADay) == [3, 1] && hours.map(\.outside) == [1, 1])
        #expect(hours.map(\.overlapping) == [1, 0])
        #expect(hours[0].earliest == 359 && hours[0].latest == 20 * 60 + 59)
    }
}
