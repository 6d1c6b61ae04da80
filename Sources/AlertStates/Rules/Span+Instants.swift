import FormModel
import Foundation

extension Span {
    /// The first instant at which something that began at `instant` has lasted for this span: as many months and days
    /// later, by the same local clock.
    ///
    /// Months and days are those of the calendar, as `end(from:)` of a day counts them: from 31 January a month lasts
    /// until 28 February. A day in which the clocks change has 23 or 25 hours; in Việt Nam each has 24.
    public func end(from instant: Date, in timeZone: TimeZone) -> Date {
        let offset = timeZone.secondsFromGMT(for: instant)
        let local = ((instant.timeIntervalSince1970 + Double(offset)) / 86_400).rounded(.down)
        guard let day = Int(exactly: local).map(Day.init(number:)) else { return instant }
        // Whole days are added to the instant itself, so that no fraction of a second is lost on the way.
        let sameClock = instant.addingTimeInterval(Double(end(from: day).number - day.number) * 86_400)
        return sameClock.addingTimeInterval(Double(offset - timeZone.secondsFromGMT(for: sameClock)))
    }

    /// Whether what began at `start` has lasted for this span at `time`.
    func hasPassed(from start: Date, to time: Date, in timeZone: TimeZone) -> Bool {
        time >= end(from: start, in: timeZone)
    }
}
