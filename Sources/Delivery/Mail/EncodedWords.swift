import Foundation

/// Text of a header beyond ASCII (RFC 2047): encoded words of at most 75 characters, on lines of at most 76, none of
/// which divides what a reader sees as one character.
enum EncodedWords {
    private static let opening = "=?UTF-8?B?"
    private static let closing = "?="
    /// How long a line with an encoded word may be.
    private static let line = 76

    /// A header of a text, folded, without the line's end.
    static func header(_ name: String, _ text: String) -> String {
        let start = name + ": "
        if isPlain(text), start.utf8.count + text.utf8.count <= line { return start + text }
        return start + folded(text, behind: start.utf8.count)
    }

    /// A text as encoded words, each but the first on a line of its own.
    /// - Parameter used: how much of the first line is taken.
    static func folded(_ text: String, behind used: Int) -> String {
        var words: [String] = []
        var current: [UInt8] = []
        for piece in pieces(of: text) {
            if current.count + piece.count > room(behind: words.isEmpty ? used : 1) {
                // Where not even one fits beside what is taken, the first line has none.
                words.append(word(current))
                current = []
            }
            current += piece
        }
        words.append(word(current))
        return words.joined(separator: "\r\n ")
    }

    private static func word(_ bytes: [UInt8]) -> String {
        bytes.isEmpty ? "" : opening + Data(bytes).base64EncodedString() + closing
    }

    /// How many bytes a word holds, behind what stands on its line.
    private static func room(behind used: Int) -> Int {
        max(min(75, line - used) - opening.utf8.count - closing.utf8.count, 0) / 4 * 3
    }

    /// What is not divided: characters as readers see them, but for those that no word could hold.
    private static func pieces(of text: String) -> [[UInt8]] {
        text.flatMap { character in
            character.utf8.count <= room(behind: 1)
                ? [Array(character.utf8)] : character.unicodeScalars.map { Array(String($0).utf8) }
        }
    }

    /// Whether a text can stand in a header as it is: visible ASCII and single spaces, and nothing that would be taken for
    /// an encoded word.
    static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?") && !text.contains("  ")
            && text.first != " " && text.last != " " && !text.isEmpty
    }
}
