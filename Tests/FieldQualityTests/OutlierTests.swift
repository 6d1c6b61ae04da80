import FieldQuality
import FormModel
import Testing

@Suite("Interviewers far from the others")
struct OutlierTests {
    /// Five interviewers with three interviews each, whose mean payments are 10, 12, 11, 9 and 30.
    private var form: SmallForm {
        var form = SmallForm()
        for (who, mean) in zip(["An", "Bình", "Cúc", "Dũng", "Em"], [10, 12, 11, 9, 30]) {
            for step in [-1, 0, 1] {
                form.add("v1", nil, ["payments": .number(Int64(mean + step)), "q1": .yes(true)], who: who)
            }
        }
        return form
    }

    @Test("the modified z-score of Iglewicz and Hoaglin tells them")
    func score() throws {
        let collected = form.collected
        let found = GroupOutlier.all(
            collected, collected.groups("_interviewer"), collected.records.map { _ in nil }, least: 3)
        let outlier = try #require(found.first)
        // The median of 9 10 11 12 30 is 11, the deviations are 2 1 0 1 19, their median is 1: 0.6745 · 19 = 12.8155.
        #expect(found.count == 1 && outlier.group == 4)
        #expect(outlier.measure == .field(collected.place("payments")))
        #expect(outlier.value == 30 && outlier.typical == 11 && outlier.interviews == 3)
        #expect(abs(outlier.score - 12.8155) < 1e-12)
    }

    @Test("where most agree, the mean deviation takes the place of the median's")
    func withoutSpread() throws {
        var form = SmallForm()
        for (who, yes) in [("A", true), ("B", true), ("C", true), ("D", true), ("E", true), ("F", true), ("G", false)] {
            form.add("v1", nil, ["q1": .yes(yes)], who: who)
        }
        let collected = form.collected
        let groups = collected.groups("_interviewer")
        let found = GroupOutlier.all(collected, groups, collected.records.map { _ in nil }, least: 1)
        // Shares 100 six times and 0: MAD is 0, the mean deviation 100/7; −100 ÷ (1.253314 · 100/7) = −5.5852.
        #expect(found.map(\.group) == [6])
        #expect(try abs(#require(found.first).score + 7 / 1.253314) < 1e-9)
    }

    @Test("few interviews, few interviewers and unknown ones are not judged")
    func notJudged() {
        let collected = form.collected
        let traces: [InterviewTrace?] = collected.records.map { _ in nil }
        #expect(GroupOutlier.all(collected, collected.groups("_interviewer"), traces, least: 4).isEmpty)
        var few = SmallForm()
        for (who, payments) in [("An", 1), ("Bình", 2), ("Cúc", 90)] {
            few.add("v1", nil, ["payments": .number(Int64(payments))], who: who)
        }
        let three = few.collected
        #expect(GroupOutlier.all(three, three.groups("_interviewer"), [nil, nil, nil], least: 1).isEmpty)
    }
}
