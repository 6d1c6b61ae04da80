import FormModel
import Interviewing
import Messages

/// Answers as people read them in a list of changes: the labels of choices, numbers and dates as they are written.
struct AnswerWords {
    let language: Language

    /// - Parameter question: what was asked; `nil` for what is no question.
    func text(_ answer: Answer?, of question: Question?) -> String {
        guard let answer else { return "–" }
        if answer == .notAsked { return Message("N-EDIT-010").text(in: language) }
        let spot = Spot(question?.name ?? "_", in: [])
        var asked = AskedQuestion(spot: spot, stop: .question, kind: .text, label: "", number: 0, total: 0)
        asked.choices = (question?.choices?.choices ?? []).map {
            AskedChoice(code: "", name: $0.name, label: $0.label.text(in: language))
        }
        return ShownAnswer(language).text(answer, of: asked)
    }
}
