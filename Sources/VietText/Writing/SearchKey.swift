import Foundation

extension String {
    /// The text as people search for it: lower case, without diacritics, đ as d, one space between words.
    ///
    /// ```swift
    /// "Nguyễn Thị  Đào".searchKey  // "nguyen thi dao"
    /// ```
    ///
    /// Both Unicode forms give the same key.
    public var searchKey: String {
        folded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private var folded: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
        let options: String.CompareOptions = [.caseInsensitive, .diacriticInsensitive, .widthInsensitive]
        // Unicode does not take đ for a d with a mark: it has no decomposition, so folding leaves it.
        return String(folding(options: options, locale: nil).map { $0 == "đ" || $0 == "Đ" ? "d" : $0 })
    }
}
