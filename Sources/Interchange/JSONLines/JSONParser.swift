/// Parses one line of JSON (RFC 8259), keeping where each value stands. Names given twice are errors.
struct JSONParser {
    /// What is wrong, and at which byte of the line.
    struct Failure: Error {
        let fault: JSONFault
        let offset: Int
    }

    static let depthLimit = 32

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The value that the bytes, which are UTF-8, hold, with nothing after it.
    static func parse(_ bytes: [UInt8]) throws(Failure) -> JSONNode {
        var parser = JSONParser(bytes)
        let node = try parser.node()
        parser.skipSpace()
        guard parser.position == bytes.count else { throw parser.expected("the end of the line") }
        return node
    }

    private mutating func node() throws(Failure) -> JSONNode {
        skipSpace()
        let start = position
        let value: JSONValue
        switch peek {
        case UInt8(ascii: "{"): value = try nested { parser throws(Failure) in .object(try parser.members()) }
        case UInt8(ascii: "["): value = try nested { parser throws(Failure) in .array(try parser.elements()) }
        case UInt8(ascii: "\""): value = .string(try string())
        case UInt8(ascii: "t"): value = try word("true", .boolean(true))
        case UInt8(ascii: "f"): value = try word("false", .boolean(false))
        case UInt8(ascii: "n"): value = try word("null", .null)
        default: value = .number(try number())
        }
        return JSONNode(range: start..<position, value: value)
    }

    private mutating func nested(
        _ parse: (inout JSONParser) throws(Failure) -> JSONValue
    ) throws(Failure) -> JSONValue {
        guard depth < JSONParser.depthLimit else {
            throw Failure(fault: .tooDeep(limit: JSONParser.depthLimit), offset: position)
        }
        depth += 1
        position += 1
        let value = try parse(&self)
        depth -= 1
        return value
    }

    private mutating func members() throws(Failure) -> [JSONMember] {
        var members: [JSONMember] = []
        var names: Set<String> = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return [] }
        repeat {
            skipSpace()
            let start = position
            guard peek == UInt8(ascii: "\"") else { throw expected("a name in quotes") }
            let name = try string()
            guard names.insert(name).inserted else { throw Failure(fault: .duplicateName(name: name), offset: start) }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw expected("':'") }
            members.append(JSONMember(name: name, start: start, node: try node()))
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw expected("',' or '}'") }
        return members
    }

    private mutating func elements() throws(Failure) -> [JSONNode] {
        var elements: [JSONNode] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return [] }
        repeat {
            elements.append(try node())
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw expected("',' or ']'") }
        return elements
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(Failure) -> JSONValue {
        guard bytes[position...].starts(with: word.utf8) else { throw expected("a value") }
        position += word.utf8.count
        return value
    }

    private mutating func number() throws(Failure) -> String {
        let start = position
        _ = take(UInt8(ascii: "-"))
        let isZero = peek == UInt8(ascii: "0")
        guard digits() > 0 else {
            position = start
            throw expected("a value")
        }
        if isZero, position - start > (bytes[start] == UInt8(ascii: "-") ? 2 : 1) {
            position = start
            throw expected("a number without zeros before it")
        }
        if take(UInt8(ascii: ".")), digits() == 0 { throw expected("a digit") }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "-")) { _ = take(UInt8(ascii: "+")) }
            if digits() == 0 { throw expected("a digit") }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = peek, (0x30...0x39).contains(byte) { position += 1 }
        return position - start
    }

    private mutating func string() throws(Failure) -> String {
        position += 1
        var text: [UInt8] = []
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                position += 1
                text.append(contentsOf: String(try escaped()).utf8)
            case 0..<0x20:
                throw expected("a control character written as \\u00…")
            default:
                text.append(byte)
                position += 1
            }
        }
        throw expected("a closing quote")
    }

    private mutating func escaped() throws(Failure) -> Unicode.Scalar {
        guard let byte = peek else { throw expected("a character") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try scalar()
        default:
            position -= 1
            throw expected("one of \"\\/bfnrtu")
        }
    }

    /// The character of `\u`, which may need a second one (a surrogate pair). U+0000 is none that a text may hold.
    private mutating func scalar() throws(Failure) -> Unicode.Scalar {
        let start = position
        let first = try hexadecimal()
        if (0xD800...0xDBFF).contains(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
            let second = try hexadecimal()
            if (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            {
                return scalar
            }
        }
        guard first > 0, let scalar = Unicode.Scalar(first) else {
            position = start
            throw expected("a character")
        }
        return scalar
    }

    private mutating func hexadecimal() throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw expected("four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A { position += 1 }
    }

    private func expected(_ what: String) -> Failure {
        let rest = String(decoding: bytes[position...].prefix(16), as: UTF8.self)
        let found = rest.first.map { "'\($0)'" } ?? "the end of the line"
        return Failure(fault: .syntax(expected: what, found: found), offset: position)
    }
}
