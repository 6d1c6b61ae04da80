/// An encoding that Vietnamese files come in though they should be UTF-8.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    /// Windows' Vietnamese code page: tones are letters of their own.
    case windows1258
    /// Windows' Western European code page.
    case windows1252
    /// UTF-16, low byte first ("Unicode text" of older Excel).
    case utf16LittleEndian
    /// UTF-16, high byte first.
    case utf16BigEndian
    /// TCVN 5712 VN3, the "ABC" fonts (.VnTime).
    case tcvn3

    /// Its name as people know it.
    public var name: String {
        switch self {
        case .windows1258: "Windows-1258"
        case .windows1252: "Windows-1252"
        case .utf16LittleEndian: "UTF-16 LE"
        case .utf16BigEndian: "UTF-16 BE"
        case .tcvn3: "TCVN3 (ABC)"
        }
    }

    /// Its name for the program `iconv`.
    public var iconvName: String {
        switch self {
        case .windows1258: "CP1258"
        case .windows1252: "CP1252"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .tcvn3: "TCVN"
        }
    }

    /// The command that converts a file to UTF-8.
    public func conversion(of file: String) -> String {
        let quoted =
            file.contains { " '\"$\\".contains($0) }
            ? "'"
                + file.split(
                    separator: "'", omittingEmptySubsequences: false
                ).joined(separator: "'\\''") + "'" : file
        return "iconv -f \(iconvName) -t UTF-8 \(quoted) > utf8.csv"
    }

    /// What bytes that are not UTF-8 probably are.
    static func guess(_ bytes: some Collection<UInt8>) -> TextEncoding? {
        let sample = Array(bytes.prefix(65_536))
        return utf16(sample) ?? codePage(sample)
    }

    /// UTF-16 by its mark, or by the zeros beside the letters, commas and line ends of any table.
    static func utf16(_ sample: [UInt8]) -> TextEncoding? {
        if sample.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if sample.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        var (even, odd) = (0, 0)
        for (position, byte) in sample.enumerated() where byte == 0 {
            if position.isMultiple(of: 2) { even += 1 } else { odd += 1 }
        }
        guard (even + odd) * 8 > sample.count else { return nil }
        return odd > even ? .utf16LittleEndian : .utf16BigEndian
    }

    private static func codePage(_ sample: [UInt8]) -> TextEncoding? {
        var (windows, abc, high) = (0, 0, 0)
        var before: UInt8 = 0
        for byte in sample {
            if byte >= 0x80 {
                high += 1
                if isTone1258(byte), isVowel1258(before) { windows += 1 }
                // đ begins a syllable.
                if byte == 0xF0 || byte == 0xD0, !isLetter(before) { windows += 1 }
                // ă â ê ô ơ ư đ, à ả ã á ạ: signs that stand inside no word in the other two.
                if (0xA8...0xAE).contains(byte) || (0xB5...0xB9).contains(byte) { abc += isLetter(before) ? 2 : 1 }
            }
            before = byte
        }
        guard high > 0 else { return nil }
        if abc * 5 > high, abc > windows { return .tcvn3 }
        return windows * 8 > high ? .windows1258 : .windows1252
    }

    /// Grave, hook, tilde, acute and dot below, which follow their vowel.
    private static func isTone1258(_ byte: UInt8) -> Bool { [0xCC, 0xD2, 0xDE, 0xEC, 0xF2].contains(byte) }

    private static func isVowel1258(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: byte < 0x80
        // â ê ô ă ơ ư
        case 0xE2, 0xEA, 0xF4, 0xE3, 0xF5, 0xFD: true
        default: false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }
}

/// The place of the first byte that is not UTF-8 (Unicode 16, table 3-7), or `nil`.
func firstInvalidUTF8(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var position = 0
    while position < bytes.count {
        let lead = bytes[position]
        guard lead >= 0x80 else {
            position += 1
            continue
        }
        let (length, second): (Int, ClosedRange<UInt8>)
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return position
        }
        guard position + length <= bytes.count, second.contains(bytes[position + 1]) else { return position }
        for offset in 2..<max(2, length) where bytes[position + offset] & 0xC0 != 0x80 { return position }
        position += length
    }
    return nil
}
