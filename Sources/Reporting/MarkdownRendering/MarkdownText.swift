import VietText

extension PlainText {
    /// The text within a line of Markdown: nothing in it is taken for a mark, a tag or an address; a line break stays one.
    var markdown: String { string.markdown }

    /// The text at the beginning of a line, where a number or a dash would begin a list.
    var markdownLine: String { string.markdown(atLineStart: true) }
}

extension String {
    /// The text within a line of Markdown: nothing in it is taken for a mark, a tag or an address; a line break stays one.
    var markdown: String { markdown(atLineStart: false) }

    /// The text in bold, line by line; nothing of an empty one.
    var markdownBold: String {
        split(separator: "\n").map { $0.trimmingSpaces.inMarkdown(atLineStart: false) }.filter { !$0.isEmpty }
            .map { "**\($0)**" }.joined(separator: "<br>")
    }

    fileprivate func markdown(atLineStart: Bool) -> String {
        split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { $1.trimmingSpaces.inMarkdown(atLineStart: atLineStart && $0 == 0) }.joined(separator: "<br>")
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return self[first...last]
    }

    fileprivate func inMarkdown(atLineStart: Bool) -> String {
        var result = ""
        for (place, character) in zip(indices, self) {
            let isWritten = isMark(character) || isAddress(character, at: place)
            if isWritten || (atLineStart && beginsBlock(character, at: place)) { result.append("\\") }
            result.append(character)
        }
        return result
    }

    /// Whether Markdown would read the character as something else than itself, wherever it stands.
    private func isMark(_ character: Character) -> Bool {
        "\\`*_[]<>|~&$#".contains(character)
    }

    /// Whether the character would make a list, a rule or a heading of the line that it begins.
    private func beginsBlock(_ character: Character, at place: Index) -> Bool {
        switch character {
        case "+", "-", "=", ":": place == startIndex
        case ".", ")": place != startIndex && isListNumber(before: place)
        default: false
        }
    }

    /// Whether all that stands before is the number of a point: at most nine digits (CommonMark 0.31, 5.2).
    private func isListNumber(before place: Index) -> Bool {
        let start = prefix(10)
        return place <= start.endIndex && self[..<place].allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// Whether GitHub would make a link of what stands around the character.
    private func isAddress(_ character: Character, at place: Index) -> Bool {
        switch character {
        case "@": place != startIndex
        case ":": self[place...].hasPrefix("://")
        case ".": self[..<place].suffix(3).lowercased() == "www"
        default: false
        }
    }
}
