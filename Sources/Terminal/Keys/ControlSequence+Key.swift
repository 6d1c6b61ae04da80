extension ControlSequence {
    /// Whether a paste begins here.
    var beginsPaste: Bool { final == UInt8(ascii: "~") && parameters == [200] }

    /// The key that was pressed; nil for replies of the terminal and for what no keyboard is known to send.
    var key: Key? {
        guard !isPrivate else { return nil }
        if parameters == [Self.consoleFunction] { return consoleKey }
        switch Unicode.Scalar(final) {
        case "A", "B", "C", "D", "F", "H": return cursorKey(final).map { .named($0, modifiers) }
        case "a", "b", "c", "d": return cursorKey(final - 0x20).map { .named($0, .shift) }
        case "P", "Q", "S": return .named(.function(Int(final - 0x4F)), modifiers)
        case "R": return thirdFunctionKey
        case "Z": return .named(.tab, modifiers.union(.shift))
        case "~": return parameters.first == 27 ? characterKey(at: 2) : numberedKey(modifiers)
        case "^": return numberedKey(.control)
        case "$": return numberedKey(.shift)
        case "@": return numberedKey([.control, .shift])
        case "u": return characterKey(at: 0)
        default: return nil
        }
    }

    /// xterm's second parameter, 1 more than the bits; konsole's old single one.
    private var modifiers: KeyModifiers {
        let value: Int? =
            switch final {
            case UInt8(ascii: "~"), UInt8(ascii: "u"): parameters.dropFirst().first
            default: parameters.last
            }
        return KeyModifiers(xterm: value ?? 1)
    }

    /// F3 held with a modifier is written as a report of the cursor in the first row would be; only what can be F3 is.
    private var thirdFunctionKey: Key? {
        if parameters.isEmpty { return .function(3) }
        guard parameters.count == 2, parameters[0] == 1, (2...16).contains(parameters[1]) else { return nil }
        return .named(.function(3), modifiers)
    }

    private var consoleKey: Key? {
        (0x41...0x45).contains(final) ? .function(Int(final) - 0x40) : nil
    }

    private func numberedKey(_ modifiers: KeyModifiers) -> Key? {
        guard let number = parameters.first, let key = numberedKeys[number] else { return nil }
        return .named(key, modifiers)
    }

    /// A key told by its character, as terminals do that were asked to tell keys apart (CSI u, modifyOtherKeys).
    private func characterKey(at index: Int) -> Key? {
        guard index < parameters.count, let scalar = Unicode.Scalar(UInt32(parameters[index])) else { return nil }
        let modifiers = modifiers
        switch scalar.value {
        case 9: return .named(.tab, modifiers)
        case 13: return .named(.enter, modifiers)
        case 27: return .named(.escape, modifiers)
        case 8, 127: return .named(.backspace, modifiers)
        case ..<0x20, 0x80...0x9F: return nil
        default: break
        }
        if modifiers.contains(.control) {
            let letter = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
            return letter.isASCII ? .control(letter) : nil
        }
        return modifiers.contains(.alt) ? .alt(scalar) : .character(scalar)
    }
}

extension KeyModifiers {
    /// What xterm's parameter says: 1 more than the bits. Bits past Ctrl (Meta, Super) are left out.
    init(xterm parameter: Int) {
        self.init(rawValue: parameter > 1 ? UInt8((parameter - 1) & 7) : 0)
    }
}

/// The key that a letter after "ESC [" or "ESC O" stands for.
func cursorKey(_ letter: UInt8) -> NamedKey? {
    switch Unicode.Scalar(letter) {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "F": .end
    case "H": .home
    default: nil
    }
}

/// VT220's numbers before "~", and those that xterm, rxvt and the Linux console added.
private let numberedKeys: [Int: NamedKey] = {
    var keys: [Int: NamedKey] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    ]
    let functions = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34]
    for (index, number) in functions.enumerated() { keys[number] = .function(index + 1) }
    return keys
}()
