/// The escapes of a string between quotes (Lua 5.4 Reference Manual, section 3.1).
enum Escapes {
    /// The text with its escapes resolved; what is no escape stands for itself.
    static func resolved(_ text: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        var position = 0
        func peek(_ offset: Int = 0) -> UInt8? {
            position + offset < bytes.count ? bytes[position + offset] : nil
        }
        while let byte = peek() {
            position += 1
            guard byte == UInt8(ascii: "\\"), let escape = peek() else {
                result.append(byte)
                continue
            }
            position += 1
            switch escape {
            case UInt8(ascii: "z"):
                while let blank = peek(), blank == 0x20 || (0x09...0x0D).contains(blank) { position += 1 }
            case UInt8(ascii: "x"):
                result.append(UInt8(Lexer.decode(bytes[position..<min(position + 2, bytes.count)]), radix: 16) ?? 0x3F)
                position = min(position + 2, bytes.count)
            case UInt8(ascii: "u"):
                let close = bytes[position...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count
                let digits = Lexer.decode(bytes[min(position + 1, close)..<close])
                let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
                result += Array(String(Character(scalar)).utf8)
                position = min(close + 1, bytes.count)
            case _ where Lexer.isDigit(escape):
                var end = position
                while end < bytes.count, end < position + 2, Lexer.isDigit(bytes[end]) { end += 1 }
                result.append(UInt8(Lexer.decode(bytes[(position - 1)..<end])) ?? 0x3F)
                position = end
            case _ where Lexer.endsLine(escape):
                if let second = peek(), Lexer.endsLine(second), second != escape { position += 1 }
                result.append(UInt8(ascii: "\n"))
            default: result.append(letters[escape] ?? escape)
            }
        }
        return Lexer.decode(result[...])
    }

    private static let letters: [UInt8: UInt8] = [
        UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13,
        UInt8(ascii: "t"): 9, UInt8(ascii: "v"): 11,
    ]
}
