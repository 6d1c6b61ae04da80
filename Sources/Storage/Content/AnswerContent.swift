import FormModel

/// Answers in JSON that tells their kind by itself, for where no form stands beside them: drafts and the audit log.
///
/// An answer is an object with one member: `{"integer":3}`, `{"date":"2026-06-30"}`, `{"missing":"refused"}`. Each reads
/// back as exactly the same answer, minus zero and combining letters included.
enum AnswerContent {
    static let notAsked = Array(#"{"not_asked":true}"#.utf8)
    static let unanswered = Array(#"{"missing":"unanswered"}"#.utf8)

    /// The bytes of an answer.
    ///
    /// - Throws: `UnfitValue` for a number that is not finite.
    static func encode(_ answer: Answer) throws -> [UInt8] {
        switch answer {
        case .notAsked: return notAsked
        case .missing(let reason): return member("missing") { $0.append(jsonString: reason.name) }
        case .value(let value): return try encode(value)
        }
    }

    /// The answer of some bytes.
    ///
    /// - Throws: `ContentFault` for anything that `encode` does not write.
    static func decode(_ content: UnsafeBufferPointer<UInt8>) throws -> Answer {
        var reader = ContentReader(content)
        let answer = try read(&reader)
        try reader.end()
        return answer
    }

    static func decode(_ content: [UInt8]) throws -> Answer {
        try content.withUnsafeBufferPointer { try decode($0) }
    }

    static func read(_ reader: inout ContentReader) throws -> Answer {
        var answer: Answer?
        try reader.object { reader, key in
            guard answer == nil else { throw reader.fault() }
            answer = try member(String(decoding: key, as: UTF8.self), &reader)
        }
        guard let answer else { throw reader.fault() }
        return answer
    }

    private static func member(_ kind: StaticString, _ value: (inout [UInt8]) throws -> Void) rethrows -> [UInt8] {
        var content: [UInt8] = [0x7B, 0x22]
        content.append(kind)
        content.append(contentsOf: [0x22, 0x3A])
        try value(&content)
        content.append(0x7D)
        return content
    }

    private static func encode(_ value: Value) throws -> [UInt8] {
        switch value {
        case .boolean(let flag): member("boolean") { $0.append(ascii: flag ? "true" : "false") }
        case .integer(let number): member("integer") { $0.append(ascii: String(number)) }
        case .decimal(let number): try member("decimal") { try $0.append(exactly: number) }
        case .text(let text): member("text") { $0.append(jsonString: text) }
        case .choices(let names): member("choices") { $0.append(jsonStrings: names) }
        case .ranking(let names): member("ranking") { $0.append(jsonStrings: names) }
        case .date(let day): member("date") { $0.append(day) }
        case .time(let minutes): member("time") { $0.append(ascii: String(minutes)) }
        case .dateTime(let day, let minutes):
            member("datetime") { content in
                content.append(0x5B)
                content.append(day)
                content.append(ascii: ",\(minutes)]")
            }
        case .geopoint(let point):
            try member("geopoint") { content in
                let parts = [point.latitude, point.longitude] + (point.accuracy.map { [$0] } ?? [])
                for (place, part) in parts.enumerated() {
                    content.append(place == 0 ? 0x5B : 0x2C)
                    try content.append(exactly: part)
                }
                content.append(0x5D)
            }
        }
    }

    private static func member(_ kind: String, _ reader: inout ContentReader) throws -> Answer {
        switch kind {
        case "not_asked":
            guard try reader.boolean() else { throw reader.fault() }
            return .notAsked
        case "missing":
            guard let reason = MissingReason(name: try reader.string()) else { throw reader.fault() }
            return .missing(reason)
        case "boolean": return .value(.boolean(try reader.boolean()))
        case "integer": return .value(.integer(try reader.integer()))
        case "decimal": return .value(.decimal(try finite(&reader)))
        case "text": return .value(.text(try reader.string()))
        case "choices": return .value(.choices(try reader.strings()))
        case "ranking": return .value(.ranking(try reader.strings()))
        case "date": return .value(.date(try day(&reader)))
        case "time": return .value(.time(minutes: Int(try reader.integer())))
        case "datetime":
            try reader.expect(0x5B)
            let day = try day(&reader)
            try reader.expect(0x2C)
            let minutes = Int(try reader.integer())
            try reader.expect(0x5D)
            return .value(.dateTime(day, minutes: minutes))
        case "geopoint":
            var parts: [Double] = []
            try reader.array { parts.append(try finite(&$0)) }
            guard parts.count == 2 || parts.count == 3,
                let point = GeoPoint(
                    latitude: parts[0], longitude: parts[1], accuracy: parts.count == 3 ? parts[2] : nil)
            else { throw reader.fault() }
            return .value(.geopoint(point))
        default: throw reader.fault()
        }
    }

    private static func finite(_ reader: inout ContentReader) throws -> Double {
        let number = try reader.decimal()
        guard number.isFinite else { throw reader.fault() }
        return number
    }

    private static func day(_ reader: inout ContentReader) throws -> Day {
        guard reader.next == 0x22 else { return Day(number: Int(try reader.integer())) }
        guard let day = Day(iso: try reader.string()) else { throw reader.fault() }
        return day
    }
}

extension [UInt8] {
    fileprivate mutating func append(exactly number: Double) throws {
        guard number.isFinite else { throw UnfitValue(reason: "not a finite number") }
        append(ascii: number.description)
    }

    fileprivate mutating func append(jsonStrings texts: [String]) {
        append(0x5B)
        for (place, text) in texts.enumerated() {
            if place > 0 { append(0x2C) }
            append(jsonString: text)
        }
        append(0x5D)
    }

    /// A day as people write it; one outside the years that are written so, by its number.
    fileprivate mutating func append(_ day: Day) {
        if Day(iso: day.iso) == day { append(jsonString: day.iso) } else { append(ascii: String(day.number)) }
    }
}
