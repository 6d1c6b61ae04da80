import FormModel
import Foundation
import Messages

/// The times of alerts: to the millisecond, as the store keeps them, so that a time that is read again is the same.
enum AlertTime {
    /// An instant as it is kept.
    static func kept(_ instant: Date) -> Date {
        Date(timeIntervalSince1970: (instant.timeIntervalSince1970 * 1000).rounded() / 1000)
    }

    /// An instant for another process.
    static func text(_ instant: Date) -> String {
        "\(Int((instant.timeIntervalSince1970 * 1000).rounded()))ms"
    }

    /// The instant of `--now`: with an offset, or a local date (06:00) or local date and time.
    /// - Throws: `Failure` 64.
    static func read(_ text: String, _ open: OpenWorkspace) throws -> Date {
        if text.hasSuffix("ms"), let milliseconds = Int(text.dropLast(2)) {
            return Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        }
        // What the calendar does not have is not taken for another day.
        guard Day(iso: String(text.prefix(10))) != nil else {
            throw Failure(.usage, Message("E-CLI-007", ["value": text]))
        }
        if let instant = try? Date(text, strategy: .iso8601) { return kept(instant) }
        let local = text.count == 10 ? text + "T06:00" : text
        let style = Date.ISO8601FormatStyle(timeZone: open.timeZone).year().month().day()
            .dateTimeSeparator(.standard).time(includingFractionalSeconds: false)
        let full = local.count == 16 ? local + ":00" : local
        guard let instant = try? Date(full, strategy: style) else {
            throw Failure(.usage, Message("E-CLI-007", ["value": text]))
        }
        return kept(instant)
    }
}
