import FormModel
import Messages
import VietText

/// What was typed at a question, read by the question's kind.
///
/// Codes and words, both Unicode forms, with or without marks: `1`, `có`, `co`, `1 3 5`, `30,5`, `5/3/2026`, `5 3`,
/// `14h30`. `/k`, `/t`, `/o` (in English `/d`, `/r`, `/n`) are don't know, refused, not applicable; `/x` takes the answer
/// away. A text that begins with a slash is typed with two.
public struct TypedAnswer: Hashable, Sendable {
    /// What the interviewer does with it.
    public let event: InterviewEvent
    /// How it was understood, where it could have been meant otherwise.
    public let notice: Message?

    private init(_ event: InterviewEvent, notice: Message? = nil) {
        self.event = event
        self.notice = notice
    }

    /// Reads what was typed; nothing at all takes what is shown.
    /// - Parameters:
    ///   - day: the day that `hôm nay` means, and whose year a date without one has.
    ///   - minutes: the minute of that day, for `bây giờ`.
    /// - Throws: a `Message` that says what is expected.
    public static func read(
        _ typed: String, for question: AskedQuestion, language: Language, day: Day, minutes: Int
    ) throws(Message) -> TypedAnswer {
        let text = typed.printable.storageForm
        guard !text.isEmpty else { return TypedAnswer(.accept) }
        switch question.stop {
        case .note: return TypedAnswer(.accept)
        case .roster:
            guard let more = YesNoWords.read(text) else { throw Message("E-KEYING-001") }
            return TypedAnswer(more ? .addRow(question.spot) : .skip)
        case .across: return TypedAnswer(try AcrossReading.read(text, question))
        case .question: break
        }
        if text.hasPrefix("/"), !text.hasPrefix("//") {
            guard let reason = SpecialCode.reason(text.dropFirst().lowercased()), reason != .notComputed else {
                throw specialUnknown(text, question, language)
            }
            guard reason == .unanswered || question.special.contains(reason) else {
                throw specialUnknown(text, question, language)
            }
            return TypedAnswer(.answer(.missing(reason)))
        }
        return try value(text.hasPrefix("//") ? String(text.dropFirst()) : text, question, language, day, minutes)
    }

    private static func specialUnknown(_ text: String, _ question: AskedQuestion, _ language: Language) -> Message {
        let offered = question.special.compactMap { SpecialCode.text(of: $0, language: language) }
        return Message("E-KEYING-002", ["found": text, "allowed": offered.joined(separator: ", ")])
    }

    private static func value(
        _ text: String, _ question: AskedQuestion, _ language: Language, _ day: Day, _ minutes: Int
    ) throws(Message) -> TypedAnswer {
        switch question.kind {
        case .text where question.spot.name == SystemField.leftMonth.rawValue:
            guard let month = MonthReading(day).month(text) else { throw Message("E-KEYING-014", ["found": text]) }
            return answer(.text(month))
        case .text, .barcode: return answer(.text(text))
        case .integer: return try number(text, language, isWhole: true)
        case .decimal: return try number(text, language, isWhole: false)
        case .yesNo:
            guard let value = YesNoWords.read(text) else { throw Message("E-KEYING-001") }
            return answer(.boolean(value))
        case .selectOne: return answer(.text(try ChoiceReading(question.choices).one(text).name))
        case .selectMultiple: return answer(.choices(try ChoiceReading(question.choices).several(text)))
        case .rank:
            let names = try ChoiceReading(question.choices).several(text)
            guard names.count == question.choices.count else {
                throw Message("E-KEYING-006", ["count": "\(question.choices.count)"])
            }
            return answer(.ranking(names))
        case .date:
            guard let date = DateReading(day, minutes).date(text) else { throw wrongDay(text, "E-KEYING-007") }
            return answer(.date(date))
        case .time:
            guard let time = DateReading(day, minutes).time(text) else { throw Message("E-KEYING-008") }
            return answer(.time(minutes: time))
        case .dateTime:
            guard let (date, time) = DateReading(day, minutes).dateTime(text) else {
                throw wrongDay(text, "E-KEYING-009")
            }
            return answer(.dateTime(date, minutes: time))
        case .geopoint:
            guard let point = point(text) else { throw Message("E-KEYING-010") }
            return answer(.geopoint(point))
        case .note, .calculate: return TypedAnswer(.accept)
        }
    }

    private static func wrongDay(_ text: String, _ code: String) -> Message {
        DateReading.impossible(in: text).map { Message("E-KEYING-021", ["found": $0]) } ?? Message(code)
    }

    private static func answer(_ value: Value, notice: Message? = nil) -> TypedAnswer {
        TypedAnswer(.answer(.value(value)), notice: notice)
    }

    private static func number(_ text: String, _ language: Language, isWhole: Bool) throws(Message) -> TypedAnswer {
        guard let reading = NumberReading(text, language: language) else {
            throw Message("E-KEYING-003", ["found": text])
        }
        if isWhole {
            let whole = Int64(reading.digits) ?? reading.otherwise.flatMap { Int64($0) }
            guard let whole else { throw Message("E-KEYING-004", ["found": text]) }
            return answer(.integer(whole))
        }
        let notice = reading.otherwise.map { otherwise in
            Message("N-KEYING-001", ["found": text, "meant": reading.digits, "otherwise": otherwise])
        }
        return answer(.decimal(reading.value), notice: notice)
    }

    /// Latitude and longitude, with a decimal point or comma, and the accuracy in metres.
    private static func point(_ text: String) -> GeoPoint? {
        let parts = text.replacing(";", with: " ").split(separator: " ").map { part in
            part.hasSuffix(",") ? part.dropLast() : part
        }
        let numbers = parts.compactMap { Double($0.replacing(",", with: ".")) }
        guard numbers.count == parts.count, (2...3).contains(numbers.count), numbers.allSatisfy(\.isFinite) else {
            return nil
        }
        return GeoPoint(
            latitude: numbers[0], longitude: numbers[1], accuracy: numbers.count == 3 ? numbers[2] : nil)
    }
}
