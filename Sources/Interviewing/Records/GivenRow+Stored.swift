import FormModel

extension GivenRow {
    /// A stored row as it was given: without what is calculated, what was not asked and what was not answered. A reason
    /// that the question does not offer was handed down by another question, or stands for what was erased.
    public init(stored row: RecordRow, of set: RecordSet, in layout: FormLayout) {
        self.init(of: set)
        self.row = row.row
        for field in set.fields where field.question.calculation == nil {
            switch row.answers[field.index] {
            case .value(let value): answers[field.index] = .value(value)
            case .missing(let reason) where field.question.special.contains(reason):
                answers[field.index] = .missing(reason)
            case .missing, .notAsked: break
            }
        }
        for (place, index) in set.rosters.enumerated() {
            rosters[place] = row.rosters[place].map { GivenRow(stored: $0, of: layout.sets[index], in: layout) }
        }
    }
}

extension RecordRow {
    /// This row, with what stands in `stored` wherever this says the same as `base`: what a change of answers does not
    /// touch stays as it was stored, calculations among it (`semantics.md` 2.7).
    ///
    /// - Parameters:
    ///   - stored: the row as it is stored.
    ///   - base: the row that the stored answers make today.
    public func keeping(_ stored: RecordRow, whereUnchangedFrom base: RecordRow) -> RecordRow {
        var kept = self
        for place in answers.indices where answers[place] == base.answers[place] {
            kept.answers[place] = stored.answers[place]
        }
        for place in rosters.indices {
            let before = Dictionary(stored.rosters[place].map { ($0.row, $0) }) { first, _ in first }
            let then = Dictionary(base.rosters[place].map { ($0.row, $0) }) { first, _ in first }
            kept.rosters[place] = rosters[place].map { row in
                guard let stored = before[row.row], let base = then[row.row] else { return row }
                return row.keeping(stored, whereUnchangedFrom: base)
            }
        }
        return kept
    }
}
