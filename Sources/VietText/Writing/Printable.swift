extension String {
    /// The text with nothing in it that a terminal obeys instead of showing, composed (NFC).
    ///
    /// Whole escape sequences go, also those begun by the one-character C1 controls, so that no "[31m" is left behind;
    /// a sequence that never ends loses only its beginning, so that no text is swallowed. Line breaks of every kind
    /// become "\n", a tab becomes a space. Invisible format characters go too, above all those that turn the writing
    /// direction and make a text read otherwise than it is stored; the joiners inside emoji stay.
    public var printable: String {
        guard unicodeScalars.contains(where: \.needsCleaning) else { return composed }
        var cleaner = PrintableCleaner(Array(unicodeScalars))
        return cleaner.cleaned().composed
    }

    /// As `printable`, on one line: line breaks become spaces.
    public var printableLine: String {
        let text = printable
        return text.utf8.contains(UInt8(ascii: "\n")) ? String(text.map { $0.isNewline ? " " : $0 }) : text
    }
}

extension Unicode.Scalar {
    fileprivate var needsCleaning: Bool {
        if self == "\n" { return false }
        if value < 0x20 { return true }
        if isPlainNarrow { return false }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
}

/// Walks over a text once and keeps what is to be seen.
private struct PrintableCleaner {
    private let input: [Unicode.Scalar]
    private var position = 0
    private var output = String.UnicodeScalarView()

    init(_ input: [Unicode.Scalar]) {
        self.input = input
    }

    mutating func cleaned() -> String {
        while position < input.count {
            let scalar = input[position]
            position += 1
            switch scalar.value {
            case 0x0D:
                if position < input.count, input[position] == "\n" { position += 1 }
                output.append("\n")
            case 0x0A, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: output.append("\n")
            case 0x09: output.append(" ")
            case 0x1B: skipEscape()
            case 0x9B: skipControlSequence()
            case 0x90, 0x98, 0x9D, 0x9E, 0x9F: skipControlString()
            case 0x200C, 0x200D: output.append(scalar)
            default: if !scalar.needsCleaning { output.append(scalar) }
            }
        }
        return String(output)
    }

    private mutating func skipEscape() {
        guard position < input.count else { return }
        switch input[position] {
        case "[":
            position += 1
            if !skipControlSequence() { position -= 1 }
        case "]", "P", "X", "^", "_":
            position += 1
            if !skipControlString() { position -= 1 }
        default: skipShortEscape()
        }
    }

    /// ESC, intermediates, one final character.
    private mutating func skipShortEscape() {
        var end = position
        while end < input.count, (0x20...0x2F).contains(input[end].value) { end += 1 }
        if end < input.count, (0x30...0x7E).contains(input[end].value) { position = end + 1 }
    }

    /// Parameters, intermediates, one final character (ECMA-48, 5.4). False, and nothing skipped, if it is not whole.
    @discardableResult
    private mutating func skipControlSequence() -> Bool {
        var end = position
        while end < input.count, (0x30...0x3F).contains(input[end].value) { end += 1 }
        while end < input.count, (0x20...0x2F).contains(input[end].value) { end += 1 }
        guard end < input.count, (0x40...0x7E).contains(input[end].value) else { return false }
        position = end + 1
        return true
    }

    /// Text up to BEL or the string terminator. False, and nothing skipped, if it is not ended on its line.
    @discardableResult
    private mutating func skipControlString() -> Bool {
        var end = position
        while end < input.count, input[end] != "\n" {
            if input[end].value == 0x07 || input[end].value == 0x9C {
                position = end + 1
                return true
            }
            if input[end].value == 0x1B, end + 1 < input.count, input[end + 1] == "\\" {
                position = end + 2
                return true
            }
            end += 1
        }
        return false
    }
}
