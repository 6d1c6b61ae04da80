import FormModel
import VietText

extension FigureText {
    /// A period as documents name it: "6 tháng đầu năm 2026", "quý III năm 2026".
    public func period(_ period: Period) -> String {
        let parts = period.id.split(separator: "-").map(String.init)
        let year = parts.first ?? period.id
        let number = parts.count > 1 ? Int(parts[1].drop { !$0.isNumber }) ?? 0 : 0
        switch period.length {
        case .once: return ""
        case .day: return date(period.first)
        case .month: return vi("tháng \(number) năm \(year)", en: "month \(number) of \(year)")
        case .quarter:
            let roman = ["I", "II", "III", "IV"]
            let name = roman.indices.contains(number - 1) ? roman[number - 1] : "\(number)"
            return vi("quý \(name) năm \(year)", en: "quarter \(name) of \(year)")
        case .halfYear:
            return number == 1
                ? vi("6 tháng đầu năm \(year)", en: "the first half of \(year)")
                : vi("6 tháng cuối năm \(year)", en: "the second half of \(year)")
        case .year: return vi("năm \(year)", en: "the year \(year)")
        }
    }
}
