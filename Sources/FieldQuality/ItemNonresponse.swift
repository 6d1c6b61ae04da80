import FormModel

/// How often questions got no answer in a group.
public struct ItemNonresponse: Hashable, Sendable {
    /// How many times the question was asked. A reason that the question does not offer was handed down by another one
    /// (`semantics.md` 1.9), so that it was not asked there; of a reason that it offers the record does not tell whose it
    /// was.
    public var asked = 0
    /// The respondent did not know.
    public var dontKnow = 0
    /// The respondent refused.
    public var refused = 0
    /// Nothing was answered.
    public var unanswered = 0

    /// Don't know, of the times asked, in percent.
    public var dontKnowRate: Double? { FieldProgress.percent(dontKnow, of: asked) }
    /// Refused, of the times asked, in percent.
    public var refusalRate: Double? { FieldProgress.percent(refused, of: asked) }
    /// Unanswered, of the times asked, in percent.
    public var unansweredRate: Double? { FieldProgress.percent(unanswered, of: asked) }

    /// Whose answers are looked at.
    public enum Scope: Sendable {
        /// Every question with a don't know or a refusal to offer, in completed interviews.
        case special
        /// Every question that demands an answer (`required = true`), in interviews that were begun. Where a function
        /// decides whether one is demanded, nothing is known without running it, and the question is left out.
        case required

        func takes(_ question: Question) -> Bool {
            guard !question.isCalculated, !question.name.hasPrefix("_") else { return false }
            return switch self {
            case .special: question.special.contains(.dontKnow) || question.special.contains(.refused)
            case .required: question.required == .constant(true)
            }
        }

        func takes(_ record: CollectedRecord) -> Bool {
            switch self {
            case .special: record.counts
            case .required: record.result == .completed || record.result == .partlyCompleted
            }
        }
    }

    /// The questions in scope, in the order of the form, and for each group a count a question.
    public static func of(
        _ form: CollectedForm, _ groups: RecordGroups, _ scope: Scope
    ) -> (fields: [FieldPlace], counts: [[ItemNonresponse]]) {
        let fields = form.layout.sets.flatMap { set in
            set.fields.filter { scope.takes($0.question) }.map { FieldPlace(set: set.index, field: $0.index) }
        }
        var counts = groups.keys.map { _ in fields.map { _ in ItemNonresponse() } }
        let group = form.records.enumerated().map { scope.takes($1) ? groups.ofRecord[$0] : nil }
        for (number, place) in fields.enumerated() {
            let rows = form.sets[place.set]
            let states = rows.columns[place.field].states
            let offered = form.layout.sets[place.set].fields[place.field].question.special
            for row in states.indices {
                guard states[row] != FieldColumn.notAsked, let group = group[Int(rows.records[row])] else { continue }
                let reason = FieldColumn.reason(of: states[row])
                if let reason, reason != .unanswered, !offered.contains(reason) { continue }
                counts[group][number].asked += 1
                switch reason {
                case .dontKnow: counts[group][number].dontKnow += 1
                case .refused: counts[group][number].refused += 1
                case .unanswered: counts[group][number].unanswered += 1
                case .notApplicable, .notComputed, nil: break
                }
            }
        }
        return (fields, counts)
    }

    /// The counts of several questions together.
    public static func sum(_ counts: [ItemNonresponse]) -> ItemNonresponse {
        counts.reduce(into: ItemNonresponse()) { sum, one in
            sum.asked += one.asked
            sum.dontKnow += one.dontKnow
            sum.refused += one.refused
            sum.unanswered += one.unanswered
        }
    }
}
