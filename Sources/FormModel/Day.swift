/// A civil date of the Gregorian calendar, without a time zone: the day that people mean when they say a date.
///
/// Stored as days since 1970-01-01, so that days compare, subtract and index columns as integers. The conversions follow
/// Howard Hinnant's `days_from_civil` and `civil_from_days` (2013), exact for every year this type accepts.
public struct Day: Hashable, Comparable, Sendable, Codable {
    /// Days since 1970-01-01; negative before it.
    public let number: Int

    /// The day that lies `number` days after 1970-01-01.
    public init(number: Int) {
        self.number = number
    }

    /// The day of a year, month and day, or `nil` if the calendar has no such day (31 April, 29 February 2026).
    /// Years 1 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        self.init(unchecked: year, month, day)
    }

    /// A day of any year, of a month and day that there are.
    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.number = era * 146_097 + dayOfEra - 719_468
    }

    /// The day written in ISO 8601 (`2026-06-30`), or `nil` for anything else.
    public init?(iso text: some StringProtocol) { self.init(iso: String(text)) }

    /// The day written in ISO 8601 (`2026-06-30`), or `nil` for anything else.
    public init?(iso text: String) {
        var text = text
        let numbers: (year: Int, month: Int, day: Int)? = text.withUTF8 { bytes in
            guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
            var numbers = (year: 0, month: 0, day: 0)
            for place in 0..<10 where place != 4 && place != 7 {
                guard (0x30...0x39).contains(bytes[place]) else { return nil }
                let digit = Int(bytes[place]) - 0x30
                switch place {
                case ..<4: numbers.year = numbers.year * 10 + digit
                case ..<7: numbers.month = numbers.month * 10 + digit
                default: numbers.day = numbers.day * 10 + digit
                }
            }
            return numbers
        }
        guard let numbers else { return nil }
        self.init(year: numbers.year, month: numbers.month, day: numbers.day)
    }

    /// The calendar parts of this day.
    public var components: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The calendar year.
    public var year: Int { components.year }

    /// The day in ISO 8601, such as `2026-06-30`.
    public var iso: String {
        let parts = components
        if (0...9999).contains(parts.year) { return Day.iso(parts.year, parts.month, parts.day) }
        return "\(Day.padded(parts.year, 4))-\(Day.padded(parts.month, 2))-\(Day.padded(parts.day, 2))"
    }

    /// The ten characters of a day of a year that has at most four digits.
    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        String(unsafeUninitializedCapacity: 10) { text in
            for (place, digit) in [year / 1000, year / 100, year / 10, year].enumerated() {
                text[place] = 0x30 + UInt8(digit % 10)
            }
            for (place, number) in [(4, month), (7, day)] {
                text[place] = 0x2D
                text[place + 1] = 0x30 + UInt8(number / 10)
                text[place + 2] = 0x30 + UInt8(number % 10)
            }
            return 10
        }
    }

    /// The day `count` days later (earlier if negative).
    public func advanced(days count: Int) -> Day { Day(number: number + count) }

    /// The same day of the month `count` months later, or the last day of that month where it is shorter; also beyond
    /// the years that people write, so that a very long span has an end and the last month of all has one.
    public func advanced(months count: Int) -> Day {
        let parts = components
        let months = parts.year * 12 + parts.month - 1 + count
        let year = Int((Double(months) / 12).rounded(.down))
        let month = months - year * 12 + 1
        let day = min(parts.day, Day.length(ofMonth: month, year: year))
        return Day(unchecked: year, month, day)
    }

    /// Earlier days come first.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// The number of days of a month.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in bytes {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}

extension Day: CustomStringConvertible {
    /// The day in ISO 8601.
    public var description: String { iso }
}
