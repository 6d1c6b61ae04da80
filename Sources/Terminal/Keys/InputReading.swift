/// What the bytes that came from a terminal begin with.
enum InputReading {
    /// A key, or nothing where the bytes say none, and how many bytes that took.
    case key(Key?, length: Int)
    /// A paste begins after so many bytes.
    case paste(length: Int)
    /// More must come before it can be told.
    case unfinished

    /// Reads from the first byte; there must be at least one.
    init(_ bytes: ArraySlice<UInt8>) {
        switch bytes.first {
        case nil: self = .unfinished
        case 0x1B: self = Self.escape(bytes)
        // Lines that are pasted without brackets may end as files of other systems do.
        case 0x0D where bytes.dropFirst().first == 0x0A: self = .key(.enter, length: 2)
        case .some(let byte): self = Self.controlKey(byte).map { .key($0, length: 1) } ?? Self.character(bytes)
        }
    }

    private static func controlKey(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x0D, 0x0A: .enter
        case 0x09: .tab
        case 0x7F, 0x08: .backspace
        case 0x00: .control(" ")
        case 0x01...0x1A: .control(Unicode.Scalar(byte + 0x60))
        case 0x1C...0x1F: .control(Unicode.Scalar(byte + 0x40))
        default: nil
        }
    }

    private static func character(_ bytes: ArraySlice<UInt8>) -> InputReading {
        switch Utf8Reading(bytes) {
        case .unfinished: .unfinished
        // The one-byte introducers of terminals that send 8-bit controls.
        case .invalid(let length):
            switch bytes.first {
            case 0x9B: controlSequence(bytes, after: 1)
            case 0x8F: singleShift(bytes, after: 1)
            default: .key(nil, length: length)
            }
        case .scalar("\u{9B}", let length): controlSequence(bytes, after: length)
        case .scalar("\u{8F}", let length): singleShift(bytes, after: length)
        case .scalar(let scalar, let length):
            .key((0x80...0x9F).contains(scalar.value) ? nil : .character(scalar), length: length)
        }
    }

    /// Escape with a control character after it is the key itself, twice quickly or before Enter: nothing pressed is
    /// to be lost, and no one holds Alt with those. So rxvt's Alt with an arrow reads as Escape, arrow.
    private static func escape(_ bytes: ArraySlice<UInt8>) -> InputReading {
        guard let second = bytes.dropFirst().first else { return .unfinished }
        switch second {
        case UInt8(ascii: "["): return controlSequence(bytes, after: 2)
        case UInt8(ascii: "O"): return singleShift(bytes, after: 2)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
            return controlString(bytes)
        case 0x7F, 0x08: return .key(.named(.backspace, .alt), length: 2)
        case ..<0x20: return .key(.escape, length: 1)
        default: break
        }
        switch Utf8Reading(bytes.dropFirst()) {
        case .unfinished: return .unfinished
        case .invalid: return .key(.escape, length: 1)
        case .scalar(let scalar, let length):
            return .key((0x80...0x9F).contains(scalar.value) ? nil : .alt(scalar), length: 1 + length)
        }
    }

    private static func controlSequence(_ bytes: ArraySlice<UInt8>, after introducer: Int) -> InputReading {
        switch ControlSequence.read(bytes.dropFirst(introducer)) {
        case .unfinished: .unfinished
        case .broken(let length): .key(nil, length: introducer + length)
        case .whole(let sequence, let length):
            sequence.beginsPaste
                ? .paste(length: introducer + length) : .key(sequence.key, length: introducer + length)
        }
    }

    /// ESC O letter: cursor and keypad in application mode, F1 to F4. Old xterms put a modifier before the letter.
    private static func singleShift(_ bytes: ArraySlice<UInt8>, after introducer: Int) -> InputReading {
        let rest = bytes.dropFirst(introducer)
        let digits = rest.prefix { (0x30...0x3B).contains($0) }
        guard let letter = rest.dropFirst(digits.count).first else { return .unfinished }
        let length = introducer + digits.count
        guard (0x20...0x7E).contains(letter) else { return .key(nil, length: length) }
        let modifier = digits.last.map { Int($0) - 0x30 } ?? 1
        return .key(shiftedKey(letter, KeyModifiers(xterm: modifier)), length: length + 1)
    }

    private static func shiftedKey(_ letter: UInt8, _ modifiers: KeyModifiers) -> Key? {
        switch Unicode.Scalar(letter) {
        case "A", "B", "C", "D", "F", "H": cursorKey(letter).map { .named($0, modifiers) }
        case "a", "b", "c", "d": cursorKey(letter - 0x20).map { .named($0, .control) }
        case "P", "Q", "R", "S": .named(.function(Int(letter) - 0x4F), modifiers)
        case "I": .named(.tab, modifiers)
        case "M": .named(.enter, modifiers)
        case " ": .character(" ")
        case "X": .character("=")
        // The keypad sends the code of its sign, moved up by 0x40.
        case "j"..."y": .character(Unicode.Scalar(letter - 0x40))
        default: nil
        }
    }

    /// ESC ] … and its like: replies of the terminal, up to BEL or the string terminator. Any other control character
    /// breaks them off, so that Enter is never lost in one.
    private static func controlString(_ bytes: ArraySlice<UInt8>) -> InputReading {
        let body = bytes.dropFirst(2).prefix { $0 >= 0x20 }
        let length = 2 + body.count
        switch bytes.dropFirst(length).first {
        case nil: return .unfinished
        case 0x07: return .key(nil, length: length + 1)
        case 0x1B:
            guard let second = bytes.dropFirst(length + 1).first else { return .unfinished }
            return .key(nil, length: second == UInt8(ascii: "\\") ? length + 2 : length)
        case .some: return .key(nil, length: length)
        }
    }
}
