import FormModel
import Storage

extension Store {
    /// Whether a period is closed, or a longer one that it is a part of.
    func isClosed(_ period: Period, _ calendar: PeriodCalendar) throws -> Bool {
        let all = try closings()
        let last = Dictionary(all.map { ($0.period, $0.run != nil) }) { _, later in later }
        return last.contains { id, isClosed in
            isClosed && (calendar.period(id: id).map { $0.contains(period) } ?? false)
        }
    }
}
