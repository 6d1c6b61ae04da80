import FormModel

/// A value that cannot be stored in a field.
struct UnfitValue: Error {
    let reason: String
}

/// Canonical JSON, written: keys sorted by their bytes, no spaces, numbers in their shortest exact form.
///
/// The same content always gives the same bytes, so that a hash over them means the content.
extension [UInt8] {
    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(ascii text: String) { append(contentsOf: text.utf8) }

    mutating func append(jsonKey key: [UInt8]) {
        append(0x22)
        append(contentsOf: key)
        append(0x22)
        append(0x3A)
    }

    /// Writes a whole number in decimal digits.
    mutating func append(integer number: Int64) {
        if number < 0 { append(0x2D) }
        var rest = number.magnitude
        let start = count
        repeat {
            append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        self[start...].reverse()
    }

    mutating func append(jsonString text: String) {
        append(0x22)
        var text = text
        text.withUTF8 { bytes in
            if bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
                append(contentsOf: bytes)
            } else {
                for byte in bytes { append(jsonEscaped: byte) }
            }
        }
        append(0x22)
    }

    private mutating func append(jsonEscaped byte: UInt8) {
        switch byte {
        case 0x22: append("\\\"")
        case 0x5C: append("\\\\")
        case 0x08: append("\\b")
        case 0x09: append("\\t")
        case 0x0A: append("\\n")
        case 0x0C: append("\\f")
        case 0x0D: append("\\r")
        case 0..<0x20:
            append("\\u00")
            append(hexadecimalDigit(byte >> 4))
            append(hexadecimalDigit(byte & 0xF))
        default: append(byte)
        }
    }

    /// Writes the value of a field; what the field's kind does not tell (a calculation's) is told by a tag.
    mutating func append(_ value: Value, as kind: StoredKind) throws {
        let given = StoredKind(of: value)
        if kind == .calculated {
            guard let tag = given.tag else { return try append(untagged: value) }
            append("{\"")
            append(tag)
            append("\":")
            try append(untagged: value)
            append(0x7D)
        } else {
            guard given == kind else { throw UnfitValue(reason: "\(given.rawValue) given for \(kind.rawValue)") }
            try append(untagged: value)
        }
    }

    private mutating func append(untagged value: Value) throws {
        switch value {
        case .boolean(let flag): if flag { append("true") } else { append("false") }
        case .integer(let number): append(integer: number)
        case .decimal(let number):
            guard number.isFinite else { throw UnfitValue(reason: "not a finite number") }
            // Minus zero equals zero, so it must not have another hash.
            append(ascii: number == 0 ? "0.0" : number.description)
        case .text(let text): append(jsonString: text)
        case .choices(let names), .ranking(let names): try append(names: names)
        case .date(let day): append(jsonString: day.iso)
        case .time(let minutes): append(jsonString: try ClockText.format(minutes))
        case .dateTime(let day, let minutes): append(jsonString: try ClockText.format(day, minutes))
        case .geopoint(let point):
            append(0x5B)
            append(ascii: point.parts.map(\.description).joined(separator: ","))
            append(0x5D)
        }
    }

    private mutating func append(names: [String]) throws {
        guard !names.isEmpty, names.allSatisfy({ !$0.isEmpty && !$0.utf8.contains(0x20) }) else {
            throw UnfitValue(reason: "names of choices are not empty and hold no space")
        }
        append(0x5B)
        for (place, name) in names.enumerated() {
            if place > 0 { append(0x2C) }
            append(jsonString: name)
        }
        append(0x5D)
    }
}

extension StoredKind {
    /// The key that tells the kind of a calculation's value where JSON does not; `nil` where it does.
    var tag: StaticString? {
        switch self {
        case .boolean, .integer, .decimal, .text, .calculated: nil
        case .names: "_names"
        case .ranking: "_ranking"
        case .date: "_date"
        case .time: "_time"
        case .dateTime: "_datetime"
        case .geopoint: "_geopoint"
        }
    }

    static let tagged: [String: StoredKind] = [
        "_names": .names, "_ranking": .ranking, "_date": .date, "_time": .time, "_datetime": .dateTime,
        "_geopoint": .geopoint,
    ]
}

extension GeoPoint {
    /// Latitude, longitude and, where known, accuracy; minus zero as zero.
    var parts: [Double] {
        ([latitude, longitude] + (accuracy.map { [$0] } ?? [])).map { $0 == 0 ? 0 : $0 }
    }

    init?(parts: [Double]) {
        guard parts.count == 2 || parts.count == 3 else { return nil }
        self.init(latitude: parts[0], longitude: parts[1], accuracy: parts.count == 3 ? parts[2] : nil)
    }
}

/// Times of day as the store writes them: `07:05`, `2026-06-30T07:05`.
enum ClockText {
    static func format(_ minutes: Int) throws -> String {
        guard (0..<1440).contains(minutes) else { throw UnfitValue(reason: "no time of day") }
        let digits = [minutes / 600, minutes / 60 % 10, minutes % 60 / 10, minutes % 10].map { String($0) }
        return "\(digits[0])\(digits[1]):\(digits[2])\(digits[3])"
    }

    static func format(_ day: Day, _ minutes: Int) throws -> String {
        // Columns count such an instant in minutes since 1970, in 32 bits.
        guard Int32(exactly: day.number * 1440 + minutes) != nil else { throw UnfitValue(reason: "too far a date") }
        return "\(day.iso)T\(try format(minutes))"
    }

    static func minutes(_ text: some StringProtocol) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == 0x3A,
            [0, 1, 3, 4].allSatisfy({ (0x30...0x39).contains(bytes[$0]) })
        else { return nil }
        let digit = { (place: Int) in Int(bytes[place]) - 0x30 }
        let hour = digit(0) * 10 + digit(1)
        let minute = digit(3) * 10 + digit(4)
        return hour < 24 && minute < 60 ? hour * 60 + minute : nil
    }

    static func dayAndMinutes(_ text: some StringProtocol) -> (Day, Int)? {
        guard text.utf8.count == 16, text.dropFirst(10).first == "T", let day = Day(iso: text.prefix(10)),
            let minutes = minutes(text.suffix(5))
        else { return nil }
        return (day, minutes)
    }
}
