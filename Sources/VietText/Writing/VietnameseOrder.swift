import Foundation

/// The order of Vietnamese dictionaries: letters a ă â b c d đ e ê …, then tones ngang huyền hỏi ngã sắc nặng, then small
/// before capital letters, as Unicode's collation for Vietnamese (CLDR `vi`) has it.
///
/// Numbers inside names compare by their value, so "Thôn 2" stands before "Thôn 10": lists of villages and schools are
/// read by number, not by digit. Spaces stand before punctuation, then come other signs, digits, letters. Texts that
/// collate alike ("Thôn 1" and "Thôn 01") are ordered by their scalars, so that a list always comes out in one order.
///
/// Foundation's own `compare(_:options:range:locale:)` is not used: with `vi_VN` on Linux (Swift 6.3) it is no order
/// ("aơ" and "ă" each come out after the other), and what it gives may change with the machine's ICU.
public enum VietnameseOrder {
    /// How `first` stands to `second`. The same only where both are one text, in whichever Unicode form.
    public static func compare(_ first: String, _ second: String) -> ComparisonResult {
        let (first, second) = (CollationKey(first), CollationKey(second))
        if first < second { return .orderedAscending }
        return second < first ? .orderedDescending : .orderedSame
    }

    /// Whether `first` stands before `second`.
    public static func precedes(_ first: String, _ second: String) -> Bool {
        CollationKey(first) < CollationKey(second)
    }
}

extension Sequence {
    /// The elements in Vietnamese order of the text that `text` gives for each; those with the same text keep theirs.
    public func sortedInVietnamese(by text: (Element) -> String) -> [Element] {
        map { (key: CollationKey(text($0)), element: $0) }
            .sorted { $0.key < $1.key }
            .map(\.element)
    }
}

extension Sequence where Element == String {
    /// The texts in Vietnamese order.
    public func sortedInVietnamese() -> [String] {
        sortedInVietnamese { $0 }
    }
}
