import Foundation

/// Figures as the page writes them.
enum Wording {
    /// Three digits that count: `0.0138 s`, `0.368 s`, `71.5 s`, `228 s`.
    static func seconds(_ seconds: Double) -> String { "\(significant(seconds)) s" }

    /// From seconds.
    static func milliseconds(_ seconds: Double) -> String { String(format: "%.1f ms", 1000 * seconds) }

    /// From MiB.
    static func memory(_ mebibytes: Double) -> String { "\(Int(mebibytes.rounded())) MiB" }

    static func ratio(_ ratio: Double) -> String { String(format: "%.2f", ratio) }

    /// With a comma before every third digit: `1,000,000`.
    static func count(_ count: Int) -> String {
        let digits = String(count)
        return digits.enumerated().map { place, digit in
            let left = digits.count - place
            return place > 0 && left % 3 == 0 ? ",\(digit)" : "\(digit)"
        }.joined()
    }

    static func rate(_ rows: Int, in seconds: Double) -> String {
        "\(count(rows)) rows, \(count(Int((Double(rows) / seconds).rounded()))) a second"
    }

    private static func significant(_ value: Double) -> String {
        let places = value >= 99.5 ? 0 : value >= 9.95 ? 1 : value >= 0.995 ? 2 : value >= 0.0995 ? 3 : 4
        return String(format: "%.\(places)f", value)
    }
}
