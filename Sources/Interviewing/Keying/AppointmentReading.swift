import FormModel
import Messages
import VietText

/// The day of an appointment, as interviewers write it down: `25/11`, `25/11 19h`, `tối mai`, `thứ bảy`.
public enum AppointmentReading {
    /// The day that is meant: today or later, within a year.
    /// - Throws: a `Message` that says what is wrong with it.
    public static func coming(_ text: String, saidOn said: Day) throws(Message) -> Day {
        guard let day = day(text, saidOn: said) else {
            let impossible = DateReading.impossible(in: text)
            throw impossible.map { Message("E-KEYING-021", ["found": $0]) } ?? Message("E-KEYING-018", ["found": text])
        }
        if impossibleTime(in: text) != nil { throw Message("E-KEYING-008") }
        guard day >= said else { throw Message("E-KEYING-019", ["date": day.iso]) }
        guard day <= said.advanced(months: 12) else { throw Message("E-KEYING-020", ["date": day.iso]) }
        return day
    }

    /// The day that is meant; `nil` where the words name none.
    /// - Parameter said: the day on which it was agreed.
    public static func day(_ text: String, saidOn said: Day) -> Day? {
        let words = text.storageForm.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
        let reading = DateReading(said, 0)
        if let day = reading.dateTime(text.storageForm)?.0 ?? reading.date(text.storageForm) {
            return coming(day, said, isYearGiven: isYearGiven(text))
        }
        for word in words where word.contains(where: { "/-".contains($0) }) {
            if let day = reading.date(word) { return coming(day, said, isYearGiven: isYearGiven(word)) }
        }
        return day(named: " \(text.searchKey) ", said)
    }

    private static func isYearGiven(_ text: String) -> Bool {
        text.firstMatch(of: /[0-9]{4}|[0-9]+[\/\-.][0-9]+[\/\-.][0-9]+/) != nil
    }

    /// A day without a year that was long ago this year is meant of the next: 5/1, said in December. One that has just
    /// gone by is a slip.
    private static func coming(_ day: Day, _ said: Day, isYearGiven: Bool) -> Day {
        isYearGiven || said.number - day.number < 180 ? day : day.advanced(months: 12)
    }

    /// The part of a text that is written as a time of no day, such as `25h` or `14:70`.
    private static func impossibleTime(in text: String) -> String? {
        for match in text.matches(of: /\b([0-9]{1,2})\s?(?:[hHgG:])([0-9]{0,2})/) {
            guard let hour = Int(match.1) else { continue }
            if hour > 23 || (Int(match.2) ?? 0) > 59 { return String(match.0) }
        }
        return nil
    }

    private static func day(named text: String, _ said: Day) -> Day? {
        func names(_ words: [String]) -> Bool { words.contains { text.contains(" \($0) ") } }
        if names(["ngay kia", "ngay mot"]) { return said.advanced(days: 2) }
        let parts = ["ngay", "sang", "trua", "chieu", "toi", "dem"]
        if names(parts.map { "\($0) mai" } + ["tomorrow"]) || text.hasPrefix(" mai ") { return said.advanced(days: 1) }
        if names(parts.map { "\($0) nay" } + ["hom nay", "today", "tonight"]) { return said }
        let weekdays = [
            ["chu nhat", "sunday"], ["thu hai", "thu 2", "monday"], ["thu ba", "thu 3", "tuesday"],
            ["thu tu", "thu 4", "wednesday"], ["thu nam", "thu 5", "thursday"], ["thu sau", "thu 6", "friday"],
            ["thu bay", "thu 7", "saturday"],
        ]
        guard let wanted = weekdays.firstIndex(where: names) else { return nil }
        // Day 0, 1 January 1970, was a Thursday.
        let today = ((said.number + 4) % 7 + 7) % 7
        let distance = (wanted - today + 7) % 7
        return said.advanced(days: distance == 0 ? 7 : distance)
    }
}
