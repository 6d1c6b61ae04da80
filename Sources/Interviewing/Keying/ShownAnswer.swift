import FormModel
import VietText

/// Answers as an interviewer reads them.
public struct ShownAnswer {
    private let language: Language

    /// Answers in a language.
    public init(_ language: Language) {
        self.language = language
    }

    /// An answer to a question: the labels of choices, numbers and dates as people write them.
    public func text(_ answer: Answer, of question: AskedQuestion) -> String { text(answer, question.choices) }

    /// An answer, where these could be chosen.
    public func text(_ answer: Answer, _ choices: [AskedChoice]) -> String {
        switch answer {
        case .notAsked: "–"
        case .missing(let reason): text(of: reason)
        case .value(let value): text(value, choices: choices)
        }
    }

    /// A reason in words.
    public func text(of reason: MissingReason) -> String {
        switch (reason, language) {
        case (.unanswered, .vietnamese): "chưa trả lời"
        case (.dontKnow, .vietnamese): "không biết"
        case (.refused, .vietnamese): "từ chối trả lời"
        case (.notApplicable, .vietnamese): "không áp dụng"
        case (.notComputed, .vietnamese): "chưa tính được"
        case (.unanswered, .english): "not answered"
        case (.dontKnow, .english): "don't know"
        case (.refused, .english): "refused"
        case (.notApplicable, .english): "not applicable"
        case (.notComputed, .english): "not computed"
        }
    }

    private func text(_ value: Value, choices: [AskedChoice]) -> String {
        func label(_ name: String) -> String { choices.first { $0.name == name }?.label ?? name }
        switch value {
        case .boolean(let value): return yesOrNo(value)
        case .text(let text): return choices.isEmpty ? text : label(text)
        case .choices(let names): return names.map(label).joined(separator: "; ")
        case .ranking(let names): return names.enumerated().map { "\($0 + 1). \(label($1))" }.joined(separator: "; ")
        case .decimal: return value.plainText.replacing(".", with: language == .vietnamese ? "," : ".")
        case .date(let day): return date(day)
        case .dateTime(let day, let minutes): return "\(date(day)) \(Value.time(minutes: minutes).plainText)"
        case .integer, .time, .geopoint: return value.plainText
        }
    }

    /// Yes or no.
    public func yesOrNo(_ value: Bool) -> String {
        switch language {
        case .vietnamese: value ? "Có" : "Không"
        case .english: value ? "Yes" : "No"
        }
    }

    private func date(_ day: Day) -> String {
        let parts = day.components
        return DateStyle(language).short(year: parts.year, month: parts.month, day: parts.day)
    }
}
