import FormModel

/// What people call a place: the words of a list of changes, or of a history.
public struct PlaceCaption: Hashable, Sendable {
    /// The rows that lead to it, outermost first: their titles, or what a row is called with its number.
    public let rows: [String]
    /// The question's or roster's label; its name where it has none.
    public let label: String
    /// The question; `nil` for a roster, a note or a name that the form does not have.
    public let question: Question?
    /// Whether there is such a place now.
    public let isThere: Bool

    /// The caption in a line: `Thành viên 2 · Tuổi`.
    public var text: String { (rows + [label]).joined(separator: " · ") }
}

extension Interview {
    /// What a place is called; also one that is not asked now, or whose row is gone.
    ///
    /// - Parameter titles: whether rows are called by their titles, which may be personal.
    public func caption(of spot: Spot, titles: RowTitles) -> PlaceCaption {
        running {
            let rows = spot.steps.indices.map { caption(ofRow: spot.steps[...$0], titles) }
            let question = layout.question(at: spot)
            func named(_ label: String?) -> PlaceCaption {
                PlaceCaption(rows: rows, label: label ?? spot.name, question: question, isThere: resolve(spot) != nil)
            }
            guard let target = resolve(spot) else { return named(constantLabel(spot, question)) }
            let label: FormText? =
                switch target.item {
                case .field(let place): layout.sets[target.set].fields[place].question.label
                case .note(let place): engine.plans[target.set].notes[place].question.label
                case .roster(let place): layout.sets[layout.sets[target.set].rosters[place]].roster?.label
                case .group: nil
                }
            // A label that is made of answers may say what is personal.
            if case .computed? = label, titles == .leftOut { return named(plainLabel(spot)) }
            return named(label.map { text($0, target) })
        }
    }

    private func caption(ofRow steps: ArraySlice<Spot.Step>, _ titles: RowTitles) -> String {
        guard let step = steps.last else { return "" }
        if titles == .shown, let row = instance(at: Array(steps)), let title = title(of: row) { return title }
        let set = layout.set(holding: Spot(step.roster, in: Array(steps)))
        // Row 0 stands for all rows at once.
        let number = step.row == 0 ? "" : " \(step.row)"
        guard case .constant(let label)? = set?.roster?.label else { return step.roster + number }
        return label.text(in: state.language) + number
    }

    private func constantLabel(_ spot: Spot, _ question: Question?) -> String? {
        let roster = layout.set(
            path: ([layout.form.id] + spot.steps.map(\.roster) + [spot.name]).joined(separator: "."))
        switch question?.label ?? roster?.roster?.label {
        case .constant(let label)?: return label.text(in: state.language)
        case .computed?: return plainLabel(spot)
        case nil: return nil
        }
    }

    /// The label of a question in no particular row, with `…` for whatever it takes from the answers.
    func plainLabel(_ spot: Spot) -> String? {
        guard let set = layout.set(holding: spot), let field = set.field(spot.name), let label = field.question.label
        else { return nil }
        return running(on: GivenRow(of: layout.root)) { evaluation in
            var instance = evaluation.root
            for (place, step) in spot.steps.enumerated() {
                let path = spot.steps[...place].map(\.roster)
                guard let inner = layout.set(path: ([layout.form.id] + path).joined(separator: ".")) else { return nil }
                instance = evaluation.add(
                    GivenRow(of: inner), set: inner.index, parent: instance, position: 1, row: max(step.row, 1))
            }
            return evaluation.settling { () throws(Unsettled) in
                try evaluation.text(label, instance, for: .field(field.index))
            }
        }
    }
}

extension FormLayout {
    /// The question of a place; `nil` for what is no field of the form.
    public func question(at spot: Spot) -> Question? { set(holding: spot)?.field(spot.name)?.question }
}

/// Whether the rows of rosters are called by their titles.
public enum RowTitles: Sendable {
    /// By their titles, where they have one.
    case shown
    /// By what a row is called and its number.
    case leftOut
}
