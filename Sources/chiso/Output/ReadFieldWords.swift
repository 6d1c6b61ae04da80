import Evaluation
import FormModel

/// What a record has in the fields that a formula reads, for whoever looks for its fault. What is personal is not shown.
struct ReadFieldWords {
    let language: Language

    private static let mask = "•••"

    /// `connection = Di động, speed_mbps = không được hỏi`; `nil` where there is none.
    func text(_ fields: [ReadField]) -> String? {
        guard !fields.isEmpty else { return nil }
        return fields.map { "\($0.question.name) = \(value($0))" }.joined(separator: ", ")
    }

    func value(_ field: ReadField) -> String {
        if field.question.personal, case .value = field.answer { return ReadFieldWords.mask }
        return AnswerWords(language: language).text(field.answer, of: field.question)
    }
}
