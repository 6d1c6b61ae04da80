import FormModel

/// Who answered for the members of a group: themselves, or another for them (the system question `_answered_by`).
public struct ProxyAnswers: Hashable, Sendable {
    /// Members who answered themselves.
    public var themselves = 0
    /// Members for whom another answered.
    public var proxy = 0

    /// The share answered by another, in percent.
    public var rate: Double? { FieldProgress.percent(proxy, of: themselves + proxy) }

    /// The name of the system question, and its choices.
    private static let field = "_answered_by"
    private static let selfName = "self"

    /// Whether a form asks who answered.
    public static func isAsked(in layout: FormLayout) -> Bool {
        layout.sets.contains { $0.field(ProxyAnswers.field) != nil }
    }

    /// The counts of each group, over completed interviews; of a form that does not ask, all are 0.
    public static func of(_ form: CollectedForm, _ groups: RecordGroups) -> [ProxyAnswers] {
        var counts = groups.keys.map { _ in ProxyAnswers() }
        for set in form.layout.sets {
            guard let field = set.field(ProxyAnswers.field) else { continue }
            let rows = form.sets[set.index]
            for row in rows.records.indices {
                let record = Int(rows.records[row])
                guard form.records[record].counts, let group = groups.ofRecord[record],
                    let answer = rows.columns[field.index].key(at: row, of: field.question)
                else { continue }
                if answer == ProxyAnswers.selfName {
                    counts[group].themselves += 1
                } else {
                    counts[group].proxy += 1
                }
            }
        }
        return counts
    }
}
