import FormModel

/// A stored record opened again, to be edited.
extension InterviewState {
    /// The state in which an interview opens a stored record: every answer as it is stored, no default offered anew.
    ///
    /// - Parameters:
    ///   - record: the record, with the answers of the engine's form.
    ///   - reason: why the visit ended, where the record is not that of a completed interview.
    public init(editing record: Record, with engine: FormEngine, language: Language, reason: String = "") {
        let layout = engine.layout
        self.init(layout, day: record.date, language: language)
        root = GivenRow(stored: record.root, of: layout.root, in: layout)
        dropReasonsHandedDown(engine)
        note(record.root, of: layout.root, at: [], layout)
        if record.result != .completed { ending = Ending(result: record.result, reason: reason) }
    }

    /// A question that was not asked since what decides it is missing has the same reason, though nobody gave it.
    private mutating func dropReasonsHandedDown(_ engine: FormEngine) {
        let interview = Interview(engine, state: self)
        func visit(_ instance: FormInstance, _ row: inout GivenRow) {
            for place in row.answers.indices where instance.fieldRelevance[place] != .asked {
                if case .missing? = row.answers[place] { row.answers[place] = nil }
            }
            for place in row.rosters.indices {
                for inner in instance.rosters[place].result?.instances ?? [] {
                    guard let found = row.rosters[place].firstIndex(where: { $0.row == inner.row }) else { continue }
                    visit(inner, &row.rosters[place][found])
                }
            }
        }
        visit(interview.evaluation.root, &root)
    }

    /// Notes the numbers of rows, and what was left without an answer: it is not asked for again, nor its default offered.
    private mutating func note(_ row: RecordRow, of set: RecordSet, at steps: [Spot.Step], _ layout: FormLayout) {
        for field in set.fields where row.answers[field.index] == .missing(.unanswered) {
            offered[Spot(field.name, in: steps)] = .missing(.unanswered)
        }
        for (place, index) in set.rosters.enumerated() {
            let roster = Spot(layout.sets[index].name, in: steps)
            for inner in row.rosters[place] {
                use(inner.row, of: roster)
                note(inner, of: layout.sets[index], at: roster.row(inner.row), layout)
            }
        }
    }

    /// Questions that the form has gained since the record was made wait for an answer like any other: nobody has passed
    /// them over.
    /// - Parameter paths: their places without rows, such as `person.age`.
    public mutating func open(added paths: Set<String>) {
        for spot in offered.keys where paths.contains((spot.steps.map(\.roster) + [spot.name]).joined(separator: ".")) {
            offered[spot] = nil
        }
    }

    /// Notes that a row's number was used, so that no other row gets it (`semantics.md` 2.5).
    public mutating func use(_ row: Int, of roster: Spot) {
        lastRows[roster] = Swift.max(lastRows[roster] ?? 0, row)
    }

    /// Takes the rows of an earlier version into account, so that none of their numbers is used again.
    public mutating func useRows(of record: Record, in layout: FormLayout) {
        func visit(_ row: RecordRow, _ set: RecordSet, _ steps: [Spot.Step]) {
            for (place, index) in set.rosters.enumerated() {
                let roster = Spot(layout.sets[index].name, in: steps)
                for inner in row.rosters[place] {
                    use(inner.row, of: roster)
                    visit(inner, layout.sets[index], roster.row(inner.row))
                }
            }
        }
        visit(record.root, layout.root, [])
    }

    /// Takes in what the log of the record's interviews says beside its answers: notes, confirmations, rows that went.
    /// The entries come in the order of the log.
    public mutating func recall(_ entry: InterviewStep.Entry) {
        guard let spot = entry.spot else { return }
        for (place, step) in spot.steps.enumerated() where step.row > 0 {
            use(step.row, of: Spot(step.roster, in: Array(spot.steps.prefix(place))))
        }
        switch entry.kind {
        case "note": notes[spot] = entry.detail.flatMap { $0.isEmpty ? nil : $0 }
        case "confirm": confirmed[spot] = entry.new
        case "remove_row":
            guard let row = entry.detail.flatMap({ Int($0) }) else { return }
            use(row, of: spot)
            let gone = spot.row(row)
            for noted in notes.keys where noted.isWithin(gone) { notes[noted] = nil }
            for place in confirmed.keys where place.isWithin(gone) { confirmed[place] = nil }
        default: break
        }
    }

    /// Every answer with its place, in the order of the form.
    public func answers(of layout: FormLayout) -> [(spot: Spot, answer: Answer)] {
        var found: [(spot: Spot, answer: Answer)] = []
        func visit(_ row: GivenRow, _ set: RecordSet, _ steps: [Spot.Step]) {
            for field in set.fields {
                if let answer = row.answers[field.index] { found.append((Spot(field.name, in: steps), answer)) }
            }
            for (place, index) in set.rosters.enumerated() {
                for inner in row.rosters[place] {
                    let roster = Spot(layout.sets[index].name, in: steps)
                    visit(inner, layout.sets[index], roster.row(inner.row ?? 0))
                }
            }
        }
        visit(root, layout.root, [])
        return found
    }
}
