import FormModel
import Messages

/// What stands against completing an interview, or should be known before.
public struct InterviewReview: Hashable, Sendable {
    /// Something about one place.
    public struct Item: Hashable, Sendable {
        /// What kind of problem it is.
        public let kind: FormProblem.Kind
        /// Where: a place to jump to; `nil` for the record as a whole.
        public let spot: Spot?
        /// What is wrong.
        public let message: Message
    }

    /// Errors, unanswered required questions, faults of the form and unconfirmed warnings, in the order of the form.
    public var items: [Item] = []
    /// Answers that are kept though their questions are not asked: they are not part of the record.
    public var dropped: [Spot] = []
    /// Rows too many; they must go, or their count must grow.
    public var surplus: [SurplusRows] = []

    /// Whether the record can be complete.
    public var isComplete: Bool { surplus.isEmpty && items.allSatisfy { $0.kind == .fault } }
}

/// The end: everything is checked again (`semantics.md` 2.4), and what is asked makes the record (2.2).
extension Interview {
    /// Checks everything.
    public func review() -> InterviewReview {
        running {
            var review = InterviewReview()
            for problem in evaluation.problems() {
                var spot = layout.spot(of: problem)
                if ["E-ROW-005", "E-ROW-020"].contains(problem.message.code), let roster = spot {
                    spot = countQuestion(of: roster) ?? roster
                }
                if problem.kind == .warning, let spot, let confirmed = state.confirmed[spot],
                    confirmed == answer(at: spot)
                {
                    continue
                }
                review.items.append(InterviewReview.Item(kind: problem.kind, spot: spot, message: problem.message))
            }
            for problem in datingProblems(given()) {
                review.items.append(
                    InterviewReview.Item(kind: .error, spot: Spot(problem.field), message: problem.message))
            }
            review.dropped = droppedAnswers(evaluation.root)
            review.surplus = surplusRows
            for surplus in review.surplus {
                let facts = ["roster": label(of: surplus.roster), "count": "\(surplus.rows.count)"]
                review.items.append(
                    InterviewReview.Item(
                        kind: .error, spot: countQuestion(of: surplus.roster) ?? surplus.roster,
                        message: Message("N-INTERVIEW-006", facts)))
            }
            return review
        }
    }

    /// The question that says how many rows a roster has: where rows and number clash, it is mended there.
    private func countQuestion(of roster: Spot) -> Spot? {
        guard let target = resolve(roster), case .roster(let place) = target.item,
            case .computed(let function)? = layout.sets[layout.sets[target.set].rosters[place]].roster?.count
        else { return nil }
        let read = evaluation.fieldsRead(by: function, evaluation[target], for: target.item)
        return read.compactMap { found in stops.first { $0.target == found && $0.kind == .question }?.spot }.first
    }

    /// Answers that stand where nothing is asked now.
    private func droppedAnswers(_ instance: FormInstance) -> [Spot] {
        let set = layout.sets[instance.set]
        var dropped: [Spot] = []
        for item in engine.plans[instance.set].items {
            switch item {
            case .field(let place):
                guard instance.given.answers[place] != nil, instance.fieldRelevance[place] != .asked else { continue }
                dropped.append(evaluation.spot(of: instance, set.fields[place].name))
            case .roster(let place):
                let rows = instance.rosters[place].result?.instances ?? []
                if instance.rosterRelevance[place] != .asked, !instance.given.rosters[place].isEmpty {
                    dropped.append(evaluation.spot(of: instance, layout.sets[set.rosters[place]].name))
                }
                dropped += rows.flatMap(droppedAnswers)
            case .group, .note: break
            }
        }
        return dropped
    }

    /// Whether a question of consent that is asked now was answered with no.
    public var consentIsRefused: Bool {
        stops.last.map(isRefusedConsent) ?? false
    }

    /// Whether a stop is a question of consent that was answered with no.
    func isRefusedConsent(_ stop: Stop) -> Bool {
        guard let field = field(stop.target), field.question.consent else { return false }
        return evaluation[stop.target].given.answers[field.index] == .value(.boolean(false))
    }

    /// Whether the respondent refused, to the question of consent or at any other: nothing but which unit it
    /// is may be kept.
    public var isRefused: Bool { state.ending?.result == .refused || consentIsRefused }

    /// The answers that are asked now, as a record is made from them. Of who refused, only which unit it is, and the
    /// answer to the question of consent.
    public func given(_ answers: RecordedAnswers = .all) -> GivenRow {
        guard answers == .ofRefusal else { return given(evaluation.root) }
        var row = GivenRow(of: layout.root)
        row.row = 1
        for field in layout.root.fields
        where (layout.form.key.contains(field.name) || field.question.consent) && field.question.calculation == nil {
            guard !field.question.personal else { continue }
            row.answers[field.index] = evaluation.root.given.answers[field.index]
        }
        return row
    }

    private func given(_ instance: FormInstance) -> GivenRow {
        let set = layout.sets[instance.set]
        var row = GivenRow(of: set)
        row.row = instance.row
        for field in set.fields where instance.fieldRelevance[field.index] == .asked {
            guard field.question.calculation == nil else { continue }
            row.answers[field.index] = instance.given.answers[field.index]
            // What nobody has asked yet of a known member is not that he is new.
            if field.question.system == .member, row.answers[field.index] == nil, isCarried(instance) {
                row.answers[field.index] = .missing(.unanswered)
            }
        }
        for place in set.rosters.indices {
            row.rosters[place] = (instance.rosters[place].result?.instances ?? []).map(given)
        }
        return row
    }
}

/// What becomes of the answers.
public enum RecordedAnswers: Sendable {
    /// Those that are asked make the record.
    case all
    /// Nobody consented to their being kept.
    case ofRefusal
}
