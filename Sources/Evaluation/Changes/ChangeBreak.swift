import FormModel

/// What sets two figures of one indicator apart, so that their difference is no change (`semantics.md` 3.13).
public enum ChangeBreak: Hashable, Sendable {
    /// They came about in other ways: a census and a sample, say.
    case source
    /// The records were made with other versions of the form.
    case formVersion(form: String, earlier: [Int], now: [Int])
    /// The indicator's author says so.
    case declared(SeriesBreak)
    /// The definition has changed since the earlier figure was signed.
    case definition

    /// Its kind, by its name in JSON.
    public var kind: String {
        switch self {
        case .source: "source"
        case .formVersion: "form_version"
        case .declared: "declared"
        case .definition: "definition"
        }
    }
}

extension Figure {
    /// What sets this figure apart from an earlier one of the indicator.
    /// - Parameters:
    ///   - days: the days of the two figures.
    ///   - calendar: says when the period of a declared break begins.
    public func breaks(
        since earlier: Figure, days: (earlier: Day, now: Day), calendar: PeriodCalendar
    ) -> [ChangeBreak] {
        var breaks: [ChangeBreak] = []
        if isSample != earlier.isSample || method != earlier.method { breaks.append(.source) }
        for mine in versions {
            guard let theirs = earlier.versions.first(where: { $0.form == mine.form }), mine != theirs,
                !mine.versions.isEmpty, !theirs.versions.isEmpty
            else { continue }
            breaks.append(.formVersion(form: mine.form, earlier: theirs.versions, now: mine.versions))
        }
        for declared in declaredBreaks {
            guard let first = calendar.period(id: declared.period)?.first, days.earlier < first, first <= days.now
            else {
                continue
            }
            breaks.append(.declared(declared))
        }
        return breaks
    }

    /// Whether it rests on a sample, itself or by what it is made from.
    var isSample: Bool { !designs.isEmpty || total.error != nil }
}
