import FormModel
import VietText

/// Dates and times as people type them, day first.
struct DateReading {
    private let today: Day
    private let now: Int

    init(_ today: Day, _ now: Int) {
        self.today = today
        self.now = now
    }

    /// `5/3/2026`, `5-3-2026`, `05032026`, `5 3` (of this year), `5/3/26`, `2026-03-05`, `hôm nay`, `hôm qua`.
    func date(_ text: String) -> Day? {
        if let day = Day(iso: text) { return day }
        switch text.searchKey {
        case "hom nay", "today", "h": return today
        case "hom qua", "yesterday", "q": return today.advanced(days: -1)
        default: break
        }
        var parts = text.split(whereSeparator: { "/-. ".contains($0) })
        if parts.count == 1, let only = parts.first, only.count == 8 {
            parts = [only.prefix(2), only.dropFirst(2).prefix(2), only.dropFirst(4)]
        }
        let numbers = parts.compactMap { part in part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil }
        guard numbers.count == parts.count, (2...3).contains(numbers.count), parts[0].count <= 2, parts[1].count <= 2
        else { return nil }
        return Day(
            year: numbers.count == 3 ? year(numbers[2], parts[2].count) : today.year, month: numbers[1], day: numbers[0]
        )
    }

    /// The part of a text that is written as a date of no calendar, such as `31/2` or `31/02/2026`.
    static func impossible(in text: String) -> String? {
        for match in text.matches(of: /\b([0-9]{1,2})[\/\-. ]([0-9]{1,2})(?:[\/\-. ]([0-9]{4}|[0-9]{2}))?\b/) {
            guard let day = Int(match.1), let month = Int(match.2) else { continue }
            // Without a year, the day is one of some year: 29/2.
            let year = match.3.flatMap { Int($0) } ?? 2024
            if Day(year: year, month: month, day: day) == nil { return String(match.0) }
        }
        return nil
    }

    /// Two digits mean the last year that ends so, this one included; else the year as it stands.
    private func year(_ number: Int, _ digits: Int) -> Int {
        guard digits <= 2 else { return number }
        let year = today.year / 100 * 100 + number
        return year > today.year ? year - 100 : year
    }

    /// `14:30`, `14h30`, `14 30`, `14h`, `1430`, `bây giờ`; in minutes since midnight.
    func time(_ text: String) -> Int? {
        switch text.searchKey {
        case "bay gio", "now": return now
        default: break
        }
        var parts = text.split(whereSeparator: { ":.hHgG ".contains($0) })
        if parts.count == 1, let only = parts.first, (3...4).contains(only.count) {
            parts = [only.dropLast(2), only.suffix(2)]
        }
        let numbers = parts.compactMap { part in part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil }
        guard numbers.count == parts.count, let hour = numbers.first, numbers.count <= 2 else { return nil }
        if numbers.count == 1, !text.contains(where: { "hHgG".contains($0) }) { return nil }
        let minute = numbers.count == 2 ? numbers[1] : 0
        return (0..<24).contains(hour) && (0..<60).contains(minute) ? hour * 60 + minute : nil
    }

    /// A date and a time, or `bây giờ`.
    func dateTime(_ text: String) -> (Day, Int)? {
        if ["bay gio", "now"].contains(text.searchKey) { return (today, now) }
        let text = text.replacing("T", with: " ")
        let words = text.split(separator: " ")
        for split in words.indices.dropFirst().reversed() {
            let (head, tail) = (words[..<split].joined(separator: " "), words[split...].joined(separator: " "))
            if let day = date(head), let time = time(tail) { return (day, time) }
        }
        return nil
    }
}
