import FieldQuality
import FormModel
import LuaRuntime
import Messages

/// The rows by village, interviewer and question.
extension QualityObject {
    /// `assigned`, `records`, what became of them, `visits`, and AAPOR's rates in percent.
    func progress(_ grouping: Grouping) -> [QualityRow] {
        let all = FieldProgress.of(form, grouping.groups)
        return all.indices.map { group in
            let progress = all[group]
            var row = row(group, grouping.groups)
            row.add("assigned", progress.assigned)
            row.add("records", progress.total)
            row.add("completed", progress.count(.complete))
            row.add("partial", progress.count(.partial))
            row.add("refused", progress.count(.refusal))
            row.add("not_met", progress.count(.nonContact))
            row.add("other", progress.count(.other))
            row.add("not_found", progress.count(.unknownEligibility))
            row.add("not_eligible", progress.count(.notEligible))
            row.add("untouched", progress.assigned == nil ? nil : progress.untouched)
            row.add("incomplete", progress.statuses[.incomplete] ?? 0)
            row.add("returned", progress.statuses[.returned] ?? 0)
            row.add("rejected", progress.statuses[.rejected] ?? 0)
            row.add("approved", progress.statuses[.approved] ?? 0)
            row.add("visits", progress.visits)
            row.add("response_rate", progress.responseRate)
            row.add("cooperation_rate", progress.cooperationRate)
            row.add("refusal_rate", progress.refusalRate)
            row.add("contact_rate", progress.contactRate)
            return row
        }
    }

    /// `n` completed interviews with a log, `median`, `low` and `high` of their active minutes, `short` ones; `changes`,
    /// `moves` and `moves_back` an interview. Groups without one are left out.
    func lengths(_ grouping: Grouping) -> [QualityRow] {
        let all = InterviewLength.of(form, grouping.groups, traces, tooShort: tooShort)
        return all.indices.filter { all[$0].n > 0 }.map { group in
            let length = all[group]
            var row = row(group, grouping.groups)
            row.add("n", length.n)
            row.add("median", length.median)
            row.add("low", length.low)
            row.add("high", length.high)
            row.add("short", length.tooShort)
            row.add("changes", length.changes)
            row.add("moves", length.moves)
            row.add("moves_back", length.movesBack)
            return row
        }
    }

    /// `visits`, `days`, `most_on_a_day`, `earliest` and `latest` as times of day, visits `outside` of the usual hours,
    /// `overlapping` ones. Groups without a visit are left out.
    func hours(_ grouping: Grouping) -> [QualityRow] {
        let usual = options.dayBegins * 60..<options.dayEnds * 60
        let all = WorkHours.of(form, grouping.groups, usual: usual, localTime: data.data.fieldwork.localTime)
        return all.indices.filter { all[$0].visits > 0 }.map { group in
            let hours = all[group]
            var row = row(group, grouping.groups)
            row.add("visits", hours.visits)
            row.add("days", hours.days)
            row.add("most_on_a_day", hours.mostOnADay)
            row.add("earliest", hours.earliest.map { Value.time(minutes: $0).plainText })
            row.add("latest", hours.latest.map { Value.time(minutes: $0).plainText })
            row.add("outside", hours.outside)
            row.add("overlapping", hours.overlapping)
            return row
        }
    }

    /// `n` members for whom it is known who answered, `proxy` of them by another, `share` in percent.
    func proxy(_ grouping: Grouping) -> [QualityRow] {
        let all = ProxyAnswers.of(form, grouping.groups)
        return all.indices.filter { all[$0].themselves + all[$0].proxy > 0 }.map { group in
            var row = row(group, grouping.groups)
            let n = all[group].themselves + all[group].proxy
            row.add("n", n)
            guard !isHidden(n) else { return hidden(row) }
            row.add("proxy", all[group].proxy)
            row.add("share", all[group].rate)
            return row
        }
    }

    /// `asked`, `dont_know`, `refused`, `unanswered`, and of each its `…_rate` in percent. What was never asked is left out.
    func nonresponse(_ grouping: Grouping, _ scope: ItemNonresponse.Scope) -> [QualityRow] {
        let (fields, counts) = ItemNonresponse.of(form, grouping.groups, scope)
        return crossed(grouping, fields, counts, ItemNonresponse.sum) { row, count in
            guard count.asked > 0 else { return nil }
            row.add("asked", count.asked)
            guard !isHidden(count.asked) else { return hidden(row) }
            row.add("dont_know", count.dontKnow)
            row.add("refused", count.refused)
            row.add("unanswered", count.unanswered)
            row.add("dont_know_rate", count.dontKnowRate)
            row.add("refused_rate", count.refusalRate)
            row.add("unanswered_rate", count.unansweredRate)
            return row
        }
    }

    /// How often an unusual answer was `confirmed`, in how many `interviews` with a log. Questions without one are left out.
    func confirmed(_ grouping: Grouping) -> [QualityRow] {
        let groups = grouping.groups
        var interviews = groups.keys.map { _ in 0 }
        var counts: [[FieldPlace: Int]] = groups.keys.map { _ in [:] }
        for place in form.records.indices {
            guard let group = groups.ofRecord[place], let trace = traces[place] else { continue }
            interviews[group] += 1
            for field in trace.confirmed { counts[group][field, default: 0] += 1 }
        }
        let fields = Set(counts.flatMap(\.keys)).sorted { ($0.set, $0.field) < ($1.set, $1.field) }
        let table = counts.indices.map { group in
            fields.map { Confirmed(count: counts[group][$0] ?? 0, interviews: interviews[group]) }
        }
        let sum = { (all: [Confirmed]) in
            Confirmed(count: all.reduce(0) { $0 + $1.count }, interviews: all.first?.interviews ?? 0)
        }
        return crossed(grouping, fields, table, sum) { row, count in
            guard count.count > 0 else { return nil }
            row.add("confirmed", count.count)
            row.add("interviews", count.interviews)
            return row
        }
    }

    private struct Confirmed {
        let count: Int
        let interviews: Int
    }

    /// `n` rows that answered a battery of questions with the same choices, `alike` of them with one answer to all,
    /// `share` in percent; by `_question` a battery is called by its first question, with `questions` in it.
    func straightLining(_ grouping: Grouping) -> [QualityRow] {
        let batteries = Battery.all(of: form.layout, least: options.battery)
        let counts = StraightLining.of(form, grouping.groups, batteries, least: options.battery)
        let first = batteries.map { FieldPlace(set: $0.set, field: $0.fields[0]) }
        let sizes = Dictionary(zip(first, batteries.map(\.fields.count))) { known, _ in known }
        return crossed(grouping, first, counts, StraightLining.sum) { row, count in
            guard count.n > 0 else { return nil }
            row.add("n", count.n)
            guard !isHidden(count.n) else { return hidden(row) }
            row.add("alike", count.alike)
            row.add("share", count.rate)
            return row
        } more: { row, place in
            row.add("questions", sizes[place])
        }
    }

    /// Groups far from the others: `label`, `question` (or `length`, `nonresponse`), `n` interviews, `value`, `typical`,
    /// `score`; `is_share` of a share in percent.
    func outliers(_ grouping: Grouping) -> [QualityRow] {
        let least = max(options.minInterviews, form.layout.isConfidential ? data.data.smallCell : 1)
        return GroupOutlier.all(form, grouping.groups, traces, least: least).map { outlier in
            var row = row(outlier.group, grouping.groups)
            switch outlier.measure {
            case .field(let place):
                row.add("measure", path(of: place))
                row.add("question", label(of: place))
                row.add("is_share", form.layout.sets[place.set].fields[place.field].question.kind == .yesNo)
            case .length:
                row.add("measure", "length")
                row.add(
                    "question",
                    words.language == .vietnamese ? "Thời lượng phỏng vấn (phút)" : "Length of interviews (minutes)")
                row.add("is_share", false)
            case .nonresponse:
                row.add("measure", "nonresponse")
                row.add("question", words.language == .vietnamese ? "Không biết, từ chối" : "Don't know, refused")
                row.add("is_share", true)
            }
            row.add("n", outlier.interviews)
            row.add("value", outlier.value)
            row.add("typical", outlier.typical)
            row.add("score", outlier.score)
            return row
        }
    }

    // MARK: Rows by question

    private func hidden(_ row: QualityRow) -> QualityRow {
        var row = row
        row.add("hidden", true)
        return row
    }

    /// A row a question and group, or a row a group with all questions together; those that `fill` gives nothing for are
    /// left out.
    private func crossed<Count>(
        _ grouping: Grouping, _ fields: [FieldPlace], _ counts: [[Count]], _ sum: ([Count]) -> Count,
        fill: (inout QualityRow, Count) -> QualityRow?, more: (inout QualityRow, FieldPlace) -> Void = { _, _ in }
    ) -> [QualityRow] {
        let groups = grouping.groups
        guard grouping.byQuestion else {
            return counts.indices.compactMap { group in
                guard !fields.isEmpty else { return nil }
                var row = row(group, groups)
                return fill(&row, sum(counts[group]))
            }
        }
        return fields.indices.flatMap { number in
            counts.indices.compactMap { group in
                var row = row(group, groups)
                row.add("question", label(of: fields[number]))
                row.add("name", path(of: fields[number]))
                more(&row, fields[number])
                return fill(&row, counts[group][number])
            }
        }
    }
}
