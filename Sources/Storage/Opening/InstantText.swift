import FormModel
import Foundation

/// Instants as the store writes them: UTC in ISO 8601 with milliseconds, so that their order is that of their texts.
enum InstantText {
    static func format(_ instant: Date) -> String {
        let milliseconds = Int((instant.timeIntervalSince1970 * 1000).rounded())
        let day = Int((Double(milliseconds) / 86_400_000).rounded(.down))
        var rest = milliseconds - day * 86_400_000
        let parts = [3_600_000, 60_000, 1000, 1].map { unit in
            defer { rest %= unit }
            return rest / unit
        }
        return Day(number: day).iso
            + "T\(padded(parts[0], 2)):\(padded(parts[1], 2)):\(padded(parts[2], 2)).\(padded(parts[3], 3))Z"
    }

    static func parse(_ text: String) -> Date? {
        let bytes = Array(text.utf8)
        guard bytes.count == 24, let day = Day(iso: text.prefix(10)), let hour = digits(bytes[11..<13]),
            let minute = digits(bytes[14..<16]), let second = digits(bytes[17..<19]), let rest = digits(bytes[20..<23])
        else { return nil }
        let milliseconds = (((day.number * 24 + hour) * 60 + minute) * 60 + second) * 1000 + rest
        return Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? { Int(String(decoding: bytes, as: UTF8.self)) }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
