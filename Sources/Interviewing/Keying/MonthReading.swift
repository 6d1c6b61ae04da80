import FormModel
import VietText

/// Months as people type them, written as `2026-05`.
struct MonthReading {
    private let today: Day

    init(_ today: Day) {
        self.today = today
    }

    /// `5/2026`, `5-26`, `2026-05`, `tháng 5 năm 2026`; `5` is the last May that has begun.
    func month(_ text: String) -> String? {
        let numbers = text.searchKey.split { !($0.isASCII && $0.isNumber) }
        let words = text.searchKey.split { !$0.isLetter }
        guard words.allSatisfy({ ["thang", "nam", "t"].contains($0) }) else { return nil }
        let parts = numbers.compactMap { Int($0) }
        guard parts.count == numbers.count else { return nil }
        let now = today.components
        switch parts.count {
        case 1 where numbers[0].count <= 2: return written(parts[0] > now.month ? now.year - 1 : now.year, parts[0])
        case 2 where numbers[0].count == 4: return written(parts[0], parts[1])
        case 2 where numbers[1].count == 4: return written(parts[1], parts[0])
        case 2 where numbers[1].count == 2: return written(now.year / 100 * 100 + parts[1], parts[0])
        default: return nil
        }
    }

    private func written(_ year: Int, _ month: Int) -> String? {
        guard (1...12).contains(month), (1...9999).contains(year) else { return nil }
        return String(repeating: "0", count: 4 - "\(year)".count) + "\(year)-" + (month < 10 ? "0" : "") + "\(month)"
    }
}
