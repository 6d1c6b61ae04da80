import FormModel
import Messages
import VietText

/// What a test expected beside what it got, of a failure that compares two values.
struct TestDifference {
    let expected: String
    let found: String

    /// - Returns: `nil` for a failure that compares nothing.
    init?(_ message: Message) {
        guard let expected = message.facts["expected"], let found = message.facts["found"],
            TestDifference.comparing.contains(message.code)
        else { return nil }
        self.expected = expected
        self.found = found
    }

    /// The codes of failures whose facts are two values.
    private static let comparing: Set<String> = ["E-TEST-002", "E-TEST-004", "E-TEST-028"]

    /// For numbers how much more was got than expected; for texts and tables where they part.
    var difference: String? {
        if let wanted = Double(expected), let got = Double(found) {
            let difference = got - wanted
            return (difference > 0 ? "+" : "") + Value.decimal(difference).plainText
        }
        // Of short values the whole is the difference.
        guard max(expected.count, found.count) > 12 else { return nil }
        let (wanted, got) = (Array(visible(expected)), Array(visible(found)))
        var (start, end) = (0, 0)
        while start < min(wanted.count, got.count), wanted[start] == got[start] { start += 1 }
        while end < min(wanted.count, got.count) - start, wanted[wanted.count - 1 - end] == got[got.count - 1 - end] {
            end += 1
        }
        guard start + end > 0, start < max(wanted.count, got.count) else { return nil }
        let missing = String(wanted[start..<(wanted.count - end)])
        let surplus = String(got[start..<(got.count - end)])
        return [missing.isEmpty ? nil : "[-\(missing)-]", surplus.isEmpty ? nil : "{+\(surplus)+}"]
            .compactMap { $0 }.joined(separator: " ")
    }

    /// With the blanks that look like others written out.
    private func visible(_ text: String) -> String { text.replacing("\u{A0}", with: "⍽") }

    func lines(in language: Language) -> [String] {
        let words = language == .vietnamese ? ["cần", "được", "khác"] : ["expected", "got", "difference"]
        let width = words.map(\.displayWidth).max() ?? 0
        return zip(words, [expected, found, difference]).compactMap { word, text in
            text.map { "\((word + ":").padded(to: width + 1, .left)) \($0.printableLine)" }
        }
    }
}
