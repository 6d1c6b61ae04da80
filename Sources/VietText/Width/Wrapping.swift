extension String {
    /// The text as lines of at most `width` columns, broken between words.
    ///
    /// ```swift
    /// "- Tỷ lệ hộ gia đình có Internet".wrapped(to: 20, hangingIndent: 2)
    /// // ["- Tỷ lệ hộ gia đình", "  có Internet"]
    /// ```
    ///
    /// Runs of spaces become one; no-break spaces do not break; a newline in the text begins a new line. A word wider
    /// than a line is split between grapheme clusters. Widths below 2 are taken as 2, since a single cluster may need
    /// that. An empty text is one empty line.
    /// - Parameters:
    ///   - width: the columns a line may take.
    ///   - hangingIndent: spaces before every line but the first, at most `width - 2`.
    public func wrapped(to width: Int, hangingIndent: Int = 0) -> [String] {
        let width = Swift.max(2, width)
        var lines = LineFiller(width: width, indent: Swift.min(Swift.max(0, hangingIndent), width - 2))
        for paragraph in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            lines.beginParagraph()
            for word in paragraph.split(whereSeparator: \.isBreakingSpace) { lines.add(word) }
        }
        return lines.finished()
    }

    /// As `wrapped(to:)`, with lines as equal in length as their number allows: for titles and other centred text.
    public func wrappedEvenly(to width: Int) -> [String] {
        let lines = wrapped(to: width)
        let shortest = (lines.map(\.displayWidth).max() ?? 0) / 2
        // A text of many lines is no title: evening it out would take many times as long and change little.
        guard lines.count > 1, lines.count <= String.linesOfTitle, shortest < width else { return lines }
        for narrower in Swift.max(2, shortest)..<width {
            let candidate = wrapped(to: narrower)
            if candidate.count == lines.count, !candidate.splitsWords(of: lines) { return candidate }
        }
        return lines
    }

    private static let linesOfTitle = 50

    /// The width of the widest word: below this a column cannot go without splitting it.
    public var widestWord: Int {
        split { $0.isBreakingSpace || $0.isNewline }.map(\.displayWidth).max() ?? 0
    }
}

extension [String] {
    /// Whether these lines hold other words than `lines` do, which happens only where a long word was split anew.
    fileprivate func splitsWords(of lines: [String]) -> Bool {
        joined(separator: " ") != lines.joined(separator: " ")
    }
}

extension Character {
    /// Whether a line may end here: any white space but the no-break ones and newlines.
    var isBreakingSpace: Bool {
        switch self {
        case "\u{A0}", "\u{2007}", "\u{202F}": false
        default: isWhitespace && !isNewline
        }
    }
}

/// Collects words into lines.
private struct LineFiller {
    let width: Int
    let indent: Int
    private var lines: [String] = []
    private var line = ""
    private var used = 0
    private var isOpen = false

    init(width: Int, indent: Int) {
        self.width = width
        self.indent = indent
    }

    mutating func beginParagraph() {
        if isOpen { endLine() }
        isOpen = true
    }

    mutating func add(_ word: Substring) {
        let needed = word.displayWidth
        if used > 0, used + 1 + needed <= room {
            line += " " + word
            used += 1 + needed
            return
        }
        if used > 0 { endLine() }
        guard needed > room else {
            line = String(word)
            used = needed
            return
        }
        split(word)
    }

    mutating func finished() -> [String] {
        endLine()
        return lines
    }

    private var room: Int {
        lines.isEmpty ? width : width - indent
    }

    private mutating func split(_ word: Substring) {
        for character in word {
            let needed = character.displayWidth
            if used + needed > room, used > 0 { endLine() }
            line.append(character)
            used += needed
        }
    }

    private mutating func endLine() {
        let margin = lines.isEmpty || line.isEmpty ? "" : String(repeating: " ", count: indent)
        lines.append(margin + line)
        line = ""
        used = 0
    }
}
