import VietText

/// A template whose comments stand in both languages, one under the other, and whose code stands there once:
///
///     --vi Khóa: những câu cho biết phiếu là của đơn vị nào.
///     --en The key: the questions that tell whose record it is.
///     key = { "village" },
///
/// In TOML the comments begin with `#vi` and `#en`. Within a line, `⟦tiếng Việt¦English⟧` is one or the other.
struct BilingualText {
    let template: String

    init(_ template: String) {
        self.template = template
    }

    /// The text with the comments of one language.
    func text(in language: TextLanguage) -> String {
        template.split(separator: "\n", omittingEmptySubsequences: false)
            .compactMap { line(String($0), in: language) }.joined(separator: "\n")
    }

    private func line(_ line: String, in language: TextLanguage) -> String? {
        guard let comment = line.wholeMatch(of: /( *)(--|#)(vi|en) (.*)/) else { return chosen(line, language) }
        guard comment.3 == language.rawValue else { return nil }
        return "\(comment.1)\(comment.2) \(comment.4)"
    }

    private func chosen(_ line: String, _ language: TextLanguage) -> String {
        line.replacing(/⟦([^¦⟧]*)¦([^⟧]*)⟧/) { language == .vietnamese ? $0.1 : $0.2 }
    }
}
