import VietText

/// A line of text while it is being typed: keys come in, text and cursor go out.
///
/// The text is composed (NFC) after every key, whichever form the keyboard writes, and holds nothing that a terminal
/// obeys. The cursor stands between grapheme clusters: a letter with its marks is one step, and one Backspace.
///
/// ```swift
/// var editor = LineEditor()
/// editor.insert("Đa")
/// editor.insert("\u{300}")
/// editor.text  // "Đà"
/// ```
public struct LineEditor: Hashable, Sendable {
    /// Clusters the text may hold. There may be four times as many scalars, so that marks heaped upon one letter are
    /// bounded too.
    public let limit: Int

    /// What was typed, composed.
    public var text: String { String(characters) }

    /// The number of clusters before the cursor.
    public private(set) var cursor = 0

    /// Whether the last key was refused since the text would have become too long; then nothing of it was taken.
    public private(set) var wasRefused = false

    private(set) var characters: [Character] = []

    /// An editor with a text to go on from, the cursor behind it. A text longer than the limit is kept, and can only
    /// become shorter.
    public init(text: String = "", limit: Int = 10_000) {
        self.limit = limit
        characters = Array(text.printableLine)
        cursor = characters.count
    }

    /// Inserts a text at the cursor, without control characters; line breaks become spaces. A combining mark joins the
    /// cluster before the cursor.
    /// - Returns: false, and the text as before, if it would become too long.
    @discardableResult
    public mutating func insert(_ text: String) -> Bool {
        let changed = Self.joined(characters[..<cursor] + text.printableLine, characters[cursor...])
        wasRefused = !fits(changed.characters)
        if !wasRefused { (characters, cursor) = changed }
        return !wasRefused
    }

    /// Deletes the cluster before the cursor.
    public mutating func deleteBackward() {
        remove(from: max(0, cursor - 1), to: cursor)
    }

    /// Deletes the cluster after the cursor.
    public mutating func deleteForward() {
        remove(from: cursor, to: min(characters.count, cursor + 1))
    }

    /// Deletes all before the cursor.
    public mutating func deleteToStart() {
        remove(from: 0, to: cursor)
    }

    /// Deletes all after the cursor.
    public mutating func deleteToEnd() {
        remove(from: cursor, to: characters.count)
    }

    /// Deletes the word before the cursor, and the spaces between.
    public mutating func deleteWordBackward() {
        remove(from: wordStart, to: cursor)
    }

    /// Moves the cursor by clusters, to the left if negative, as far as there are any.
    public mutating func moveCursor(by clusters: Int) {
        wasRefused = false
        cursor = min(max(0, cursor + max(-characters.count, min(characters.count, clusters))), characters.count)
    }

    /// Moves the cursor before the first cluster.
    public mutating func moveToStart() { moveCursor(by: -cursor) }

    /// Moves the cursor behind the last cluster.
    public mutating func moveToEnd() { moveCursor(by: characters.count - cursor) }

    /// Moves the cursor to where the word before it begins.
    public mutating func moveWordLeft() { moveCursor(by: wordStart - cursor) }

    /// Moves the cursor to where the word after it ends.
    public mutating func moveWordRight() { moveCursor(by: wordEnd - cursor) }

    private var wordStart: Int {
        let word = characters[..<cursor].lastIndex { !$0.isWhitespace } ?? 0
        return characters[..<word].lastIndex(where: \.isWhitespace).map { $0 + 1 } ?? 0
    }

    private var wordEnd: Int {
        let word = characters[cursor...].firstIndex { !$0.isWhitespace } ?? characters.count
        return characters[word...].firstIndex(where: \.isWhitespace) ?? characters.count
    }

    private func fits(_ characters: [Character]) -> Bool {
        guard characters.count <= limit else { return false }
        return characters.reduce(0) { $0 + $1.unicodeScalars.count } <= 4 * limit
    }

    private mutating func remove(from start: Int, to end: Int) {
        wasRefused = false
        (characters, cursor) = Self.joined(characters[..<start], characters[end...])
    }

    /// The clusters of two texts put together, and how many of them the first one reaches into: at the seam marks,
    /// flags and joiners may make one cluster of two.
    private static func joined(
        _ before: ArraySlice<Character>, _ after: ArraySlice<Character>
    ) -> (characters: [Character], cursor: Int) {
        let start = String(before).composed
        let characters = Array((start + String(after)).composed)
        var reached = 0
        var length = 0
        while reached < characters.count, length < start.utf8.count {
            length += characters[reached].utf8.count
            reached += 1
        }
        return (characters, reached)
    }
}
