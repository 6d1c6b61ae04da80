import Evaluation
import FormModel
import VietText

/// What an edit of the scripts changes in the figures, as a table, JSON or CSV.
struct ChangeTable {
    let comparison: FigureComparison
    let language: Language

    private var words: FigureText { FigureText(language: language) }

    /// The rows for people: only what differs.
    var table: PlainTable {
        let rows = comparison.changes.map { change in
            let (before, now) = (value(change.old, change.oldIndicator), value(change.new, change.newIndicator))
            return [
                change.indicator.id, row(change), before, now, difference(change), count(change), status(change),
            ]
        }
        var table = PlainTable(
            columns: ["indicator", "row", "before", "now", "difference", "n", "status"], rows: rows)
        if language == .vietnamese {
            table.titles = ["chỉ tiêu", "nhóm", "trước", "nay", "chênh lệch", "n", "trạng thái"]
        }
        return table
    }

    private func row(_ change: FigureChange) -> String {
        change.split.isEmpty
            ? "" : change.split.joined(separator: ",") + ": " + change.label.joined(separator: " · ")
    }

    private func value(_ values: FigureValues?, _ indicator: Indicator?) -> String {
        guard let values, let indicator else { return "" }
        return words.value(values, of: indicator) + words.marks(values)
    }

    private func difference(_ change: FigureChange) -> String {
        guard let old = change.old?.value, let new = change.new?.value, old != new,
            change.oldIndicator?.unit == change.newIndicator?.unit
        else { return "" }
        let sign = new > old ? "+" : "−"
        let decimals = FigureText.decimals(of: new - old, unit: change.indicator.unit)
        return sign + words.distance(abs(new - old), unit: change.indicator.unit, decimals: max(decimals, 2))
    }

    private func count(_ change: FigureChange) -> String {
        pair(change.old.map { words.count($0.n) }, change.new.map { words.count($0.n) })
    }

    private func status(_ change: FigureChange) -> String {
        pair(
            change.old.flatMap { old in change.oldIndicator.map { words.status(old, of: $0) } },
            change.new.flatMap { new in change.newIndicator.map { words.status(new, of: $0) } })
    }

    /// What it was and is; once, where that is the same.
    private func pair(_ old: String?, _ new: String?) -> String {
        let (old, new) = (old ?? "", new ?? "")
        return old == new
            ? new : "\(old.isEmpty ? FigureText.noValue : old) → \(new.isEmpty ? FigureText.noValue : new)"
    }

    /// The changes for programs.
    var json: JSON {
        .array(
            comparison.changes.map { change in
                .object([
                    ("id", .string(change.indicator.id)), ("code", .string(change.indicator.code)),
                    ("split", .array(change.split.map { .string($0) })),
                    ("key", .array(change.key.map { .string($0) })),
                    ("old", numbers(change.old)), ("new", numbers(change.new)),
                ])
            })
    }

    private func numbers(_ values: FigureValues?) -> JSON {
        guard let values else { return .null }
        return .object([
            ("value", .number(values.value)), ("n", .integer(values.n)), ("missing", .integer(values.missingCount)),
            ("failed", .integer(values.failed)), ("expected", .number(values.expected)),
            ("status", .string(values.status?.rawValue)),
        ])
    }
}
