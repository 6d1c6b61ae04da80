/// Strings and numbers.
extension Lexer {
    mutating func shortString(quote: UInt8) {
        let begin = mark()
        var wrong: (fault: LexicalFault, place: Mark)?
        position += 1
        while let byte = peek(), byte != quote {
            if Lexer.endsLine(byte) {
                return append(.invalid(.unfinishedString), begin)
            }
            guard byte == UInt8(ascii: "\\") else {
                position += 1
                continue
            }
            let escape = mark()
            if !self.escape(), wrong == nil { wrong = (.invalidEscape(text(from: escape)), escape) }
        }
        guard peek() == quote else { return append(.invalid(.unfinishedString), begin) }
        position += 1
        if let wrong { return append(.invalid(wrong.fault), wrong.place) }
        append(.string(Lexer.decode(bytes[(begin.start + 1)..<(position - 1)])), begin)
    }

    /// After `\`: whether what follows may; the position is left behind it.
    private mutating func escape() -> Bool {
        position += 1
        guard let byte = peek() else { return false }
        switch byte {
        case UInt8(ascii: "z"):
            position += 1
            while let byte = peek(), byte == 0x20 || (0x09...0x0D).contains(byte) {
                if Lexer.endsLine(byte) { newLine() } else { position += 1 }
            }
            return true
        case _ where Lexer.endsLine(byte):
            newLine()
            return true
        case UInt8(ascii: "x"):
            position += 1
            return hexadecimal(atMost: 2).count == 2
        case UInt8(ascii: "u"):
            position += 1
            guard peek() == UInt8(ascii: "{") else { return false }
            position += 1
            let digits = hexadecimal(atMost: 8)
            guard peek() == UInt8(ascii: "}"), let code = UInt32(digits, radix: 16) else { return false }
            position += 1
            return code < 0x8000_0000
        case _ where Lexer.isDigit(byte):
            let start = position
            while let byte = peek(), Lexer.isDigit(byte), position - start < 3 { position += 1 }
            return Int(Lexer.decode(bytes[start..<position])).map { $0 < 256 } ?? false
        default:
            position += 1
            while let byte = peek(), byte & 0xC0 == 0x80 { position += 1 }
            return Array("abfnrtv\\\"'".utf8).contains(byte)
        }
    }

    private mutating func hexadecimal(atMost count: Int) -> String {
        let start = position
        while let byte = peek(), position - start < count, Lexer.isHexadecimal(byte) { position += 1 }
        return Lexer.decode(bytes[start..<position])
    }

    mutating func longString() {
        let begin = mark()
        guard let level = longBracketLevel() else { return }
        guard skipLongBracket(level: level) else { return append(.invalid(.unfinishedLongBracket), begin) }
        append(.string(Lexer.decode(bytes[(begin.start + level + 2)..<(position - level - 2)])), begin)
    }

    /// The number of `=` of a long bracket that opens here, or `nil`.
    func longBracketLevel() -> Int? {
        guard peek() == UInt8(ascii: "[") else { return nil }
        var level = 0
        while peek(1 + level) == UInt8(ascii: "=") { level += 1 }
        return peek(1 + level) == UInt8(ascii: "[") ? level : nil
    }

    /// Goes past a long bracket; false, at the end of the source, where it is never closed.
    mutating func skipLongBracket(level: Int) -> Bool {
        position += level + 2
        let close = [UInt8(ascii: "]")] + Array(repeating: UInt8(ascii: "="), count: level) + [UInt8(ascii: "]")]
        while let byte = peek() {
            if byte == UInt8(ascii: "]"), bytes[position...].starts(with: close) {
                position += close.count
                return true
            }
            if Lexer.endsLine(byte) { newLine() } else { position += 1 }
        }
        return false
    }

    /// Takes what Lua takes for one number, and asks afterwards whether it is one (`read_numeral` of `llex.c`).
    mutating func number() {
        let begin = mark()
        let isHexadecimal = peek() == UInt8(ascii: "0") && (peek(1) ?? 0) | 0x20 == UInt8(ascii: "x")
        let exponent = UInt8(ascii: isHexadecimal ? "p" : "e")
        while let byte = peek() {
            let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            let follows = position > begin.start && bytes[position - 1] | 0x20 == exponent
            guard Lexer.isNameStart(byte) || Lexer.isDigit(byte) || byte == UInt8(ascii: ".") || (isSign && follows)
            else { break }
            position += 1
        }
        let digits = bytes[begin.start..<position]
        let isNumber = Lexer.isNumber(isHexadecimal ? digits.dropFirst(2) : digits, isHexadecimal: isHexadecimal)
        append(isNumber ? .number(text(from: begin)) : .invalid(.malformedNumber(text(from: begin))), begin)
    }

    /// Digits with at most one point and at least one digit, then perhaps an exponent.
    private static func isNumber(_ digits: ArraySlice<UInt8>, isHexadecimal: Bool) -> Bool {
        let exponent = UInt8(ascii: isHexadecimal ? "p" : "e")
        let parts = digits.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 | 0x20 == exponent }
        guard let mantissa = parts.first else { return false }
        let isDigit = isHexadecimal ? Lexer.isHexadecimal : Lexer.isDigit
        let point = UInt8(ascii: ".")
        guard mantissa.contains(where: isDigit), mantissa.allSatisfy({ isDigit($0) || $0 == point }),
            mantissa.count(where: { $0 == point }) <= 1
        else { return false }
        guard parts.count == 2 else { return true }
        let power = parts[1].first.map { $0 == 0x2B || $0 == 0x2D } == true ? parts[1].dropFirst() : parts[1]
        return !power.isEmpty && power.allSatisfy(Lexer.isDigit)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
    }
}
