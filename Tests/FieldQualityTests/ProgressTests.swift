import FieldQuality
import FormModel
import Testing

@Suite("Progress and response rates")
struct ProgressTests {
    /// 60 complete, 5 partial, 10 refused, 8 not met, 4 others, 3 not found, 7 not eligible.
    private var form: SmallForm {
        var form = SmallForm()
        for (result, status, count) in [
            (VisitResult.completed, RecordStatus.complete, 59), (.completed, .approved, 1),
            (.partlyCompleted, .complete, 2), (.completed, .incomplete, 2), (.completed, .returned, 1),
            (.refused, .complete, 10), (.nobodyHome, .complete, 8), (.postponed, .complete, 2),
            (.incapable, .complete, 1), (.completed, .rejected, 1), (.notFound, .complete, 3),
            (.vacant, .complete, 4), (.movedAway, .complete, 1), (.merged, .complete, 1),
            (.notEligible, .complete, 1),
        ] {
            for _ in 0..<count { form.add(result: result, status: status) }
        }
        return form
    }

    @Test("each record has one disposition, and the rates are AAPOR's")
    func rates() throws {
        let form = form.collected
        let progress = try #require(FieldProgress.of(form, form.groups()).first)
        #expect(progress.total == 97)
        #expect(
            Disposition.allCases.map(progress.count) == [60, 5, 10, 8, 4, 3, 7])
        // By hand: eligible or unknown 60 + 5 + 10 + 8 + 4 + 3 = 90; contacted 60 + 5 + 10 + 4 = 79.
        #expect(progress.responseRate == 100 * 60.0 / 90)
        #expect(progress.cooperationRate == 100 * 60.0 / 79)
        #expect(progress.refusalRate == 100 * 10.0 / 90)
        #expect(progress.contactRate == 100 * 79.0 / 90)
        #expect(progress.statuses[.returned] == 1)
    }

    @Test("units without a record count among those that may be eligible")
    func untouched() throws {
        var form = form
        form.assigned = (1...127).map { AssignedUnit(key: ["v1", "\($0)"]) }
        let collected = form.collected
        let progress = try #require(FieldProgress.of(collected, collected.groups()).first)
        #expect(progress.assigned == 127 && progress.untouched == 30)
        #expect(progress.responseRate == 50)
    }

    @Test("a village without a record has a row; by interviewer nobody knows who was assigned unless it is given out")
    func assigned() {
        var form = SmallForm()
        form.add("v1", who: "An")
        form.assigned = [AssignedUnit(key: ["v1", "1"]), AssignedUnit(key: ["v2", "1"])]
        let open = form.collected
        #expect(open.groups("village").keys == [["v2"], ["v1"]])
        #expect(FieldProgress.of(open, open.groups("village")).map(\.total) == [0, 1])
        #expect(FieldProgress.of(open, open.groups("_interviewer")).map(\.assigned) == [nil])
        form.assigned = [AssignedUnit(key: ["v1", "1"], interviewer: "Bé")]
        let given = form.collected
        #expect(given.groups("_interviewer").keys == [["An"], ["Bé"]])
        #expect(FieldProgress.of(given, given.groups("_interviewer")).map(\.assigned) == [0, 1])
    }

    @Test("the interviewer is who completed the interview, else who came last; visits are counted")
    func interviewers() {
        var form = SmallForm()
        let place = form.add(result: .completed, at: 0)
        form.add(result: .refused)
        for (record, result, who, time) in [
            (place, VisitResult.nobodyHome, "Cúc", 100.0), (place, .completed, "An", 200),
            (place, .refused, "Bình", 300), (1, .nobodyHome, "An", 100), (1, .refused, "Bình", 400),
        ] {
            form.visits.append(
                FieldVisit(record: record, startedAt: .init(timeIntervalSince1970: time), who: who, result: result))
        }
        #expect(form.collected.interviewers == ["An", "Bình"])
        #expect(FieldProgress.of(form.collected, form.collected.groups("_interviewer")).map(\.visits) == [3, 2])
    }

    @Test("nothing comes of nothing")
    func empty() {
        let form = SmallForm().collected
        let progress = FieldProgress.of(form, form.groups())
        #expect(progress.map(\.responseRate) == [nil])
        #expect(FieldProgress.of(form, form.groups("village")).isEmpty)
    }
}
