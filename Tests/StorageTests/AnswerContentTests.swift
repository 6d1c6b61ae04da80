import FormModel
import Randomness
import Testing

@testable import Storage

@Suite("Answers that tell their kind")
struct AnswerContentTests {
    @Test("every answer reads back exactly, to the last bit and letter", arguments: 1...20 as ClosedRange<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = RandomAnswers(seed: seed)
        for _ in 0..<300 {
            let answer = random.answer()
            let content = try AnswerContent.encode(answer)
            #expect(exact(try AnswerContent.decode(content)) == exact(answer))
            #expect(!content.contains { $0 < 0x20 })
        }
    }

    @Test(
        "an answer is an object of one member, named for its kind",
        arguments: [
            (Answer.notAsked, #"{"not_asked":true}"#), (.missing(.dontKnow), #"{"missing":"dont_know"}"#),
            (.value(.boolean(false)), #"{"boolean":false}"#), (.value(.integer(-3)), #"{"integer":-3}"#),
            (.value(.decimal(2)), #"{"decimal":2.0}"#), (.value(.text("a\"đ\n")), #"{"text":"a\"đ\n"}"#),
            (.value(.choices(["a", "b"])), #"{"choices":["a","b"]}"#), (.value(.choices([])), #"{"choices":[]}"#),
            (.value(.ranking(["b"])), #"{"ranking":["b"]}"#),
            (.value(.date(Day(number: 0))), #"{"date":"1970-01-01"}"#),
            (.value(.date(Day(number: 9_000_000))), #"{"date":9000000}"#),
            (.value(.time(minutes: 61)), #"{"time":61}"#),
            (.value(.dateTime(Day(number: 1), minutes: 5)), #"{"datetime":["1970-01-02",5]}"#),
        ])
    func form(answer: Answer, json: String) throws {
        #expect(String(decoding: try AnswerContent.encode(answer), as: UTF8.self) == json)
    }

    @Test("a number that is none is neither written nor read")
    func noNumber() {
        for number in [Double.nan, .infinity, -.infinity] {
            #expect(throws: UnfitValue.self) { try AnswerContent.encode(.value(.decimal(number))) }
            #expect(throws: ContentFault.self) { try AnswerContent.decode(Array("{\"decimal\":\(number)}".utf8)) }
        }
    }

    @Test(
        "anything else is a fault",
        arguments: [
            "", "{}", "3", #"{"integer":1.5}"#, #"{"integer":1,"text":"a"}"#, #"{"colour":"red"}"#, #"{"integer":1} "#,
            #"{"geopoint":[1]}"#, #"{"geopoint":[91,0]}"#, #"{"missing":"lost"}"#, #"{"date":"2026-02-30"}"#,
            #"{"not_asked":false}"#, #"{"text":"a"#,
        ])
    func fault(content: String) {
        #expect(throws: ContentFault.self) { try AnswerContent.decode(Array(content.utf8)) }
    }
}

/// An answer with every bit of its numbers and every byte of its texts: Swift takes -0.0 for 0.0 and é for e with an
/// accent.
func exact(_ answer: Answer) -> [UInt64] {
    func bytes(_ text: String) -> [UInt64] { text.utf8.map(UInt64.init) + [999] }
    func bits(_ number: Int) -> UInt64 { UInt64(bitPattern: Int64(number)) }
    switch answer {
    case .notAsked: return [0]
    case .missing(let reason): return [1, UInt64(reason.rawValue)]
    case .value(let value):
        return switch value {
        case .boolean(let flag): [2, flag ? 1 : 0]
        case .integer(let number): [3, UInt64(bitPattern: number)]
        case .decimal(let number): [4, number.bitPattern]
        case .text(let text): [5] + bytes(text)
        case .choices(let names): [6] + names.flatMap(bytes)
        case .ranking(let names): [7] + names.flatMap(bytes)
        case .date(let day): [8, bits(day.number)]
        case .time(let minutes): [9, bits(minutes)]
        case .dateTime(let day, let minutes): [10, bits(day.number), bits(minutes)]
        case .geopoint(let point):
            [11, point.latitude.bitPattern, point.longitude.bitPattern] + (point.accuracy.map { [$0.bitPattern] } ?? [])
        }
    }
}

/// Random answers of every kind, beyond what any form would take.
struct RandomAnswers {
    private var generator: Seeded

    init(seed: UInt64) { generator = Seeded(seed) }

    mutating func answer() -> Answer {
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: return .notAsked
        case 1: return .missing(MissingReason.allCases.randomElement(using: &generator) ?? .refused)
        case 2: return .value(.boolean(Bool.random(using: &generator)))
        case 3: return .value(.integer(Int64.random(in: .min ... .max, using: &generator)))
        case 4: return .value(.decimal(decimal()))
        case 5: return .value(.text(text()))
        case 6: return .value(.choices(texts()))
        case 7: return .value(.ranking(texts()))
        case 8: return .value(.date(day()))
        case 9: return .value(.time(minutes: Int.random(in: -10...2000, using: &generator)))
        case 10: return .value(.dateTime(day(), minutes: Int.random(in: 0..<1440, using: &generator)))
        default:
            let accuracy = Bool.random(using: &generator) ? Double.random(in: 0...50, using: &generator) : nil
            let latitude = Bool.random(using: &generator) ? -0.0 : Double.random(in: -90...90, using: &generator)
            let longitude = Double.random(in: -180...180, using: &generator)
            return GeoPoint(latitude: latitude, longitude: longitude, accuracy: accuracy).map { .value(.geopoint($0)) }
                ?? .notAsked
        }
    }

    /// Any pattern of bits that is a finite number.
    private mutating func decimal() -> Double {
        let special = [-0.0, 0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.1, 1e22, -1]
        if Int.random(in: 0..<4, using: &generator) == 0 { return special.randomElement(using: &generator) ?? 0 }
        let number = Double(bitPattern: generator.next())
        return number.isFinite ? number : 0.5
    }

    private mutating func day() -> Day { Day(number: Int.random(in: -2_000_000...9_000_000, using: &generator)) }

    private mutating func text() -> String {
        let parts = [
            "Nguyễn", "e\u{0301}", "\u{E9}", "\"", "\\", "\n\t\u{08}\u{0C}\r", "\u{00}\u{1B}[31m", "👨‍👩‍👧", "\u{2028}", " ",
            "{}", "\u{7F}", "", "đ", "'; --",
        ]
        return (0..<Int.random(in: 0...5, using: &generator))
            .map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
    }

    private mutating func texts() -> [String] {
        (0..<Int.random(in: 0...4, using: &generator)).map { _ in text() }
    }
}
