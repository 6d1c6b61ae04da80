import FormModel
import Messages

/// Finds the date and the round of a record (`semantics.md` 3.1, `cli.md` "Data in and out").
///
/// The date is what the form's `period_field` says, whatever the day on which the record was made; without it `_date`,
/// the last day of `_round`, or a default. The round is `_round`, or the one that holds the date.
final class RecordDating {
    private let layout: FormLayout
    private let calendar: PeriodCalendar
    /// The date of a record that nothing else dates.
    private let defaultDate: Day
    /// The round that holds a date: the last that was asked for, which is most often that of the next record, too.
    private var lastRound: (date: Day, id: String)?

    init(layout: FormLayout, calendar: PeriodCalendar, defaultDate: Day) {
        self.layout = layout
        self.calendar = calendar
        self.defaultDate = defaultDate
    }

    /// What is found, with what is wrong in it.
    struct Dated {
        var date: Day
        var round: String
        /// Whether nothing that was given dates the record, so that the default does.
        var isAssumed = false
        var problems: [(field: String, message: Message)] = []
    }

    /// - Parameter known: a date that takes the default's place.
    func date(_ given: GivenRecord, assuming known: Day? = nil) -> Dated {
        let defaultDate = known ?? self.defaultDate
        var problems: [(field: String, message: Message)] = []
        let fieldDate = periodFieldDate(given.root.answers, &problems)
        let stated = fieldDate ?? given.date
        guard let id = given.round else {
            let date = stated ?? defaultDate
            let round = round(containing: date)
            return Dated(date: date, round: round, isAssumed: stated == nil, problems: problems)
        }
        guard let round = calendar.period(id: id), round.length == layout.form.round else {
            problems.append(("_round", Message("E-ROW-013", ["found": id, "expected": layout.form.round.rawValue])))
            return Dated(date: stated ?? defaultDate, round: id, problems: problems)
        }
        // A visit may be made after the round it belongs to; what the record itself says it is about may not differ.
        if let fieldDate, !round.contains(fieldDate) {
            problems.append(("_round", Message("E-ROW-014", ["round": id, "date": fieldDate.iso])))
        }
        let isOnce = layout.form.round == .once
        return Dated(
            date: stated ?? (isOnce ? defaultDate : round.last), round: id, isAssumed: stated == nil && isOnce,
            problems: problems)
    }

    private func round(containing date: Day) -> String {
        if let lastRound, lastRound.date == date { return lastRound.id }
        let id = calendar.period(of: layout.form.round, containing: date).id
        lastRound = (date, id)
        return id
    }

    /// The day that the form's `period_field` gives: a date, or the last day of a month or year.
    private func periodFieldDate(_ answers: [Answer?], _ problems: inout [(field: String, message: Message)]) -> Day? {
        guard let name = layout.form.periodField, let field = layout.root.field(name),
            let value = answers[field.index]?.value
        else { return nil }
        switch value {
        case .date(let day), .dateTime(let day, _): return day
        case .text, .integer:
            if let period = calendar.period(id: value.plainText), period.length != .once { return period.last }
        case .boolean, .decimal, .choices, .ranking, .time, .geopoint: break
        }
        problems.append((name, Message("E-ROW-015", ["field": name, "found": value.plainText])))
        return nil
    }
}
