import Sampling

/// The assignments as JSON and as CSV.
extension AssignmentList {
    /// An object for each unit, in the order of the sample.
    var json: [JSON] {
        items.map { item in
            let (unit, progress) = (item.assignment.unit, item.assignment.progress)
            return .object([
                ("form", .string(layout.form.id)), ("round", .string(round)), ("design", .string(item.sample.design)),
                ("key", key(unit)), ("stratum", .string(unit.stratum)), ("role", .string(unit.role.rawValue)),
                ("order", .integer(unit.number)), ("interviewer", .string(unit.interviewer)),
                ("state", .string(item.assignment.state.rawValue)), ("visits", .integer(progress.visits)),
                ("status", .string(progress.record?.status.rawValue)),
                ("result", .string(progress.record?.result.rawValue)),
                ("last_visit", .string(progress.lastVisit.map(open.text))),
                ("appointment", .string(item.assignment.state == .appointment ? item.appointment : nil)),
                ("due", isDue(item).map { .boolean($0) } ?? .null), ("draft", draft(item)),
                ("record", progress.record == nil ? .null : .string(item.record)),
                ("replaces", item.assignment.replaces.map(key) ?? .null),
                ("replaced_by", item.assignment.replacedBy.map(key) ?? .null),
            ])
        }
    }

    private func key(_ unit: DrawnUnit) -> JSON {
        .object(zip(layout.form.key, unit.key).map { ($0, .string($1)) })
    }

    private func draft(_ item: FieldworkBoard.Item) -> JSON {
        guard let draft = item.draft else { return .null }
        return .object([
            ("id", .string(draft.summary.id)), ("who", .string(draft.summary.header.who)),
            ("changed_at", .string(open.text(of: draft.summary.changedAt))),
            ("answers", .integer(draft.summary.answerCount)), ("place", .string(draft.place)),
        ])
    }

    static let columns = [
        "form", "round", "design", "unit", "stratum", "role", "order", "interviewer", "state", "visits", "result",
        "appointment", "draft",
    ]

    /// A row for each unit, in the order of the sample.
    var rows: [[String]] {
        items.map { item in
            let (unit, progress) = (item.assignment.unit, item.assignment.progress)
            return [
                layout.form.id, round, item.sample.design, unit.shownKey, unit.stratum, unit.role.rawValue,
                "\(unit.number)", unit.interviewer ?? "", item.assignment.state.rawValue, "\(progress.visits)",
                progress.record?.result.rawValue ?? "",
                item.assignment.state == .appointment ? item.appointment ?? "" : "", item.draft?.summary.id ?? "",
            ]
        }
    }
}
