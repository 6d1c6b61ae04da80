import FormModel

/// The answers of a stored record, to be computed anew: nobody is to blame for what the form asks otherwise today.
private struct StoredAnswers: AnswerSource {
    let takesDefaults = false
    let triesValues = false
    let refusesUnasked = false

    func answer(to field: Field, _ instance: FormInstance, in evaluation: FormEvaluation) -> Answer? {
        instance.given.answers[field.index]
    }

    func rows(ofRoster place: Int, expected: Int?, _ instance: FormInstance, in evaluation: FormEvaluation)
        -> [GivenRow]
    {
        instance.given.rosters[place]
    }
}

/// A stored record computed anew by the form as it is now.
public struct RecomputedRecord: Sendable {
    /// The record: its answers, what is calculated from them now, and what is asked now.
    public let record: Record
    /// The functions that failed; the record cannot be relied on where there is one.
    public let faults: [FormProblem]
}

extension FormEngine {
    /// Computes a stored record anew: calculations, and what is asked. Answers stay as they are but for those that are no
    /// longer asked; what has no value stays without one for the reason that is stored. Nothing is checked: an answer
    /// that could not be given today is still what was answered.
    public func recomputed(_ record: Record) -> RecomputedRecord {
        let given = GivenRow(stored: record.root, of: layout.root, in: layout)
        return withEvaluation(given, today: record.date, source: StoredAnswers()) { evaluation in
            evaluation.settleAll(evaluation.root)
            var computed = record
            computed.version = layout.form.version
            computed.root = evaluation.root.record.keepingReasons(of: record.root)
            return RecomputedRecord(
                record: computed, faults: evaluation.problemsInOrder().filter { $0.kind == .fault })
        }
    }
}

extension RecordRow {
    /// This row, with the stored reason wherever neither has a value.
    fileprivate func keepingReasons(of stored: RecordRow) -> RecordRow {
        var kept = self
        for place in answers.indices {
            if case .missing = answers[place], case .missing = stored.answers[place] {
                kept.answers[place] = stored.answers[place]
            }
        }
        for place in rosters.indices {
            let before = Dictionary(stored.rosters[place].map { ($0.row, $0) }) { first, _ in first }
            kept.rosters[place] = rosters[place].map { row in before[row.row].map(row.keepingReasons) ?? row }
        }
        return kept
    }
}
