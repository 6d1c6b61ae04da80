import VietText

/// Turns the bytes that a terminal sends into keys.
///
/// Bytes come in as they were read, in pieces of any length; keys go out in the order they were pressed. Sequences of
/// xterm, VT220, rxvt and the Linux console are known; what is unknown, and what the terminal says of itself, is
/// swallowed whole, never taken for text. Bytes that are no UTF-8 vanish.
///
/// ```swift
/// var decoder = KeyDecoder()
/// decoder.decode([0x1B, 0x5B])  // []
/// decoder.decode([0x41])        // [.up]
/// ```
///
/// Some bytes can be told only by what follows, above all a lone ESC. Whoever reads waits for `patience`, and calls
/// `timeOut()` if nothing came. Then no input is ever held back for good.
public struct KeyDecoder: Sendable {
    /// Pastes come in pieces of at most so many bytes.
    public static let largestPaste = 1 << 20

    /// No sequence is longer: what seems to be is given up.
    private static let longestSequence = 4096
    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    private var pending: [UInt8] = []
    private var paste: [UInt8]?
    /// Before this index of the paste its end does not begin.
    private var searched = 0

    /// A decoder that has seen nothing.
    public init() {}

    /// How long to wait for more before `timeOut()`; nil where nothing is held back.
    public var patience: Duration? {
        if paste != nil { return .seconds(1) }
        if pending.isEmpty { return nil }
        // Slow lines part a sequence seldom, but then for long; a person who pressed Escape waits only once.
        return pending == [0x1B] ? .milliseconds(100) : .seconds(1)
    }

    /// Takes bytes in, and gives the keys that are now known.
    public mutating func decode(_ bytes: some Sequence<UInt8>) -> [Key] {
        if paste == nil { pending += bytes } else { paste?.append(contentsOf: bytes) }
        var keys: [Key] = []
        while true {
            if paste != nil {
                guard endPaste(into: &keys) else { break }
            } else {
                guard readPending(into: &keys) else { break }
            }
        }
        return keys
    }

    /// Gives what was held back, since no more came: a lone Escape, a paste without end. What was begun and never
    /// finished is dropped.
    public mutating func timeOut() -> [Key] {
        if let text = paste {
            paste = nil
            return Self.pasted(text.dropLast(Self.unfinishedEnd(of: text)))
        }
        let held = pending
        pending = []
        switch held.count {
        case 1 where held[0] == 0x1B: return [.escape]
        case 2 where held[0] == 0x1B && held[1] < 0x80: return [.alt(Unicode.Scalar(held[1]))]
        default: return []
        }
    }

    /// Reads keys until the bytes end; true where a paste has begun.
    private mutating func readPending(into keys: inout [Key]) -> Bool {
        var rest = pending[...]
        defer { pending = Array(rest) }
        while !rest.isEmpty {
            switch InputReading(rest) {
            case .key(let key, let length):
                if let key { keys.append(key) }
                rest = rest.dropFirst(length)
            case .paste(let length):
                beginPaste(rest.dropFirst(length))
                rest = []
                return true
            case .unfinished:
                if rest.count > Self.longestSequence { rest = [] }
                return false
            }
        }
        return false
    }

    /// Looks for the end of the paste, and gives it, or a piece of it; false where more must come.
    private mutating func endPaste(into keys: inout [Key]) -> Bool {
        guard let text = paste else { return false }
        let end = text[searched...].firstIndex(ofSequence: Self.pasteEnd)
        searched = max(searched, text.count - Self.pasteEnd.count + 1)
        if (end ?? text.count) > Self.largestPaste {
            let cut = Self.scalarBoundary(in: text, at: Self.largestPaste - Self.pasteEnd.count)
            keys += Self.pasted(text[..<cut])
            beginPaste(text[cut...])
            return true
        }
        guard let end else { return false }
        keys += Self.pasted(text[..<end])
        pending = Array(text[(end + Self.pasteEnd.count)...])
        paste = nil
        return true
    }

    private mutating func beginPaste(_ bytes: ArraySlice<UInt8>) {
        paste = Array(bytes)
        searched = 0
    }

    private static func pasted(_ bytes: ArraySlice<UInt8>) -> [Key] {
        let text = String(skippingInvalid: bytes).printable
        return text.isEmpty ? [] : [.paste(text)]
    }

    /// How much of the end of `text` may be the beginning of the mark that ends a paste.
    private static func unfinishedEnd(of text: [UInt8]) -> Int {
        (1..<pasteEnd.count).last { text.count >= $0 && text.suffix($0).elementsEqual(pasteEnd.prefix($0)) } ?? 0
    }

    private static func scalarBoundary(in text: [UInt8], at index: Int) -> Int {
        var index = index
        while index > 0, text[index] & 0xC0 == 0x80 { index -= 1 }
        return index
    }
}

extension ArraySlice<UInt8> {
    /// Where `sequence` begins first.
    fileprivate func firstIndex(ofSequence sequence: [UInt8]) -> Int? {
        var rest = self
        while let start = rest.firstIndex(of: sequence[0]) {
            if rest[start...].starts(with: sequence) { return start }
            rest = rest[(start + 1)...]
        }
        return nil
    }
}
