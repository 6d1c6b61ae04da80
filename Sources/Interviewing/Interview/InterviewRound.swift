import FormModel
import Messages

/// The round that an interview is made for, by which the field that dates the record is judged (`semantics.md` 3.1).
public struct InterviewRound: Hashable, Sendable {
    /// The workspace's calendar.
    public let calendar: PeriodCalendar
    /// The round's id.
    public let id: String

    /// A round.
    public init(calendar: PeriodCalendar, id: String) {
        self.calendar = calendar
        self.id = id
    }
}

extension Interview {
    /// What is wrong with the date of the record, and at which field it is to be mended.
    func datingProblems(_ root: GivenRow) -> [(field: String, message: Message)] {
        guard let round, let field = layout.form.periodField else { return [] }
        let dating = RecordDating(layout: layout, calendar: round.calendar, defaultDate: state.day)
        var given = GivenRecord(root: root)
        given.round = round.id
        return dating.date(given).problems.map { (field, $0.message) }
    }
}
