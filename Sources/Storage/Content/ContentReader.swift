import FormModel

/// A stored content that cannot be read.
struct ContentFault: Error {
    let reason: String
}

/// Reads canonical JSON from front to back, without building a tree.
struct ContentReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

    mutating func expect(_ byte: UInt8) throws {
        guard next == byte else { throw fault() }
        at += 1
    }

    /// Goes past a byte if it comes next.
    mutating func passes(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        at += 1
        return true
    }

    mutating func end() throws {
        guard at == bytes.count else { throw fault() }
    }

    /// Whether these bytes come next.
    func comes(_ text: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        return at + wanted.count <= bytes.count && bytes[at..<(at + wanted.count)].elementsEqual(wanted)
    }

    mutating func advance(by count: Int) { at += count }

    /// Reads the members of an object; `body` gets each key's bytes and reads, or skips, what follows.
    mutating func object(_ body: (inout ContentReader, UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        try expect(0x7B)
        if passes(0x7D) { return }
        repeat {
            try expect(0x22)
            let start = at
            while next != 0x22 {
                guard at < bytes.count, next != 0x5C else { throw fault() }
                at += 1
            }
            let key = UnsafeBufferPointer(rebasing: bytes[start..<at])
            at += 1
            try expect(0x3A)
            try body(&self, key)
        } while passes(0x2C)
        try expect(0x7D)
    }

    mutating func array(_ body: (inout ContentReader) throws -> Void) throws {
        try expect(0x5B)
        if passes(0x5D) { return }
        repeat { try body(&self) } while passes(0x2C)
        try expect(0x5D)
    }

    mutating func string() throws -> String {
        try expect(0x22)
        let start = at
        while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C { at += 1 }
        var text = Array(bytes[start..<at])
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case 0x22: return String(decoding: text, as: UTF8.self)
            case 0x5C: text.append(try escaped())
            default: text.append(byte)
            }
        }
        throw fault()
    }

    private mutating func escaped() throws -> UInt8 {
        let byte = next
        at += 1
        switch byte {
        case 0x22, 0x5C: return byte
        case 0x62: return 0x08
        case 0x74: return 0x09
        case 0x6E: return 0x0A
        case 0x66: return 0x0C
        case 0x72: return 0x0D
        case 0x75:
            guard at + 4 <= bytes.count,
                let code = UInt8(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16), code < 0x20
            else { throw fault() }
            at += 4
            return code
        default: throw fault()
        }
    }

    /// The text of a number, `true` or `false`.
    private mutating func word() -> String {
        let start = at
        while at < bytes.count, bytes[at] != 0x2C, bytes[at] != 0x5D, bytes[at] != 0x7D { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    mutating func integer() throws -> Int64 {
        guard let number = Int64(word()) else { throw fault() }
        return number
    }

    mutating func decimal() throws -> Double {
        guard let number = Double(word()) else { throw fault() }
        return number
    }

    mutating func boolean() throws -> Bool {
        switch word() {
        case "true": return true
        case "false": return false
        default: throw fault()
        }
    }

    /// A number: whole unless it is written with a fraction or an exponent.
    mutating func number() throws -> Value {
        let text = word()
        if let whole = Int64(text) { return .integer(whole) }
        guard let number = Double(text) else { throw fault() }
        return .decimal(number)
    }

    mutating func strings() throws -> [String] {
        var all: [String] = []
        try array { all.append(try $0.string()) }
        return all
    }

    mutating func skip() throws {
        switch next {
        case 0x22: _ = try string()
        case 0x7B: try object { reader, _ in try reader.skip() }
        case 0x5B: try array { try $0.skip() }
        default: _ = word()
        }
    }

    /// The value of a field.
    mutating func value(_ kind: StoredKind) throws -> Value {
        switch kind {
        case .boolean: return .boolean(try boolean())
        case .integer: return .integer(try integer())
        case .decimal: return .decimal(try decimal())
        case .text: return .text(try string())
        case .names: return .choices(try strings())
        case .ranking: return .ranking(try strings())
        case .date:
            guard let day = Day(iso: try string()) else { throw fault() }
            return .date(day)
        case .time:
            guard let minutes = ClockText.minutes(try string()) else { throw fault() }
            return .time(minutes: minutes)
        case .dateTime:
            guard let (day, minutes) = ClockText.dayAndMinutes(try string()) else { throw fault() }
            return .dateTime(day, minutes: minutes)
        case .geopoint:
            var parts: [Double] = []
            try array { parts.append(try $0.decimal()) }
            guard let point = GeoPoint(parts: parts) else { throw fault() }
            return .geopoint(point)
        case .calculated: return try calculatedValue()
        }
    }

    private mutating func calculatedValue() throws -> Value {
        switch next {
        case 0x74, 0x66: return .boolean(try boolean())
        case 0x22: return .text(try string())
        case 0x7B:
            var value: Value?
            try object { reader, key in
                guard let kind = StoredKind.tagged[String(decoding: key, as: UTF8.self)] else { throw reader.fault() }
                value = try reader.value(kind)
            }
            guard let value else { throw fault() }
            return value
        default: return try number()
        }
    }

    func fault() -> ContentFault { ContentFault(reason: "content unreadable at byte \(at)") }
}
