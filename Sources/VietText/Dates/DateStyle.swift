/// How dates are written in a language. Days are given as numbers of the Gregorian calendar and are not checked.
public struct DateStyle: Hashable, Sendable {
    /// The language of the words.
    public let language: TextLanguage

    /// The style of a language.
    public init(_ language: TextLanguage) {
        self.language = language
    }

    /// `ngày 23 tháng 11 năm 2026`, or `23 November 2026`.
    ///
    /// In Vietnamese, days below 10 and the months 1 and 2 get a leading zero (`ngày 05 tháng 02 năm 2026`), as Nghị
    /// định 30/2020/NĐ-CP, Annex I, asks, so that no digit can be added to a signed date.
    public func long(year: Int, month: Int, day: Int) -> String {
        switch language {
        case .vietnamese: "ngày \(twoDigits(day)) tháng \(month < 3 ? twoDigits(month) : "\(month)") năm \(year)"
        case .english: "\(day) \(englishMonth(month)) \(year)"
        }
    }

    /// `23/11/2026`, day first, in both languages.
    public func short(year: Int, month: Int, day: Int) -> String {
        "\(twoDigits(day))/\(twoDigits(month))/\(year)"
    }

    private func twoDigits(_ number: Int) -> String {
        (0..<10).contains(number) ? "0\(number)" : "\(number)"
    }

    private func englishMonth(_ month: Int) -> String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return names.indices.contains(month - 1) ? names[month - 1] : "\(month)"
    }
}
