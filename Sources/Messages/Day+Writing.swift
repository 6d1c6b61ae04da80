import FormModel
import VietText

extension Day {
    /// The day as it is written in tables as well.
    func written(in language: Language) -> String {
        let parts = components
        return DateStyle(language).short(year: parts.year, month: parts.month, day: parts.day)
    }

    /// The name of its day of the week.
    func weekday(in language: Language) -> String {
        // Day 0, 1 January 1970, was a Thursday.
        let place = ((number + 4) % 7 + 7) % 7
        let names =
            language == .vietnamese
            ? ["chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"]
            : ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
        return names[place]
    }
}
