import FormModel
import Interviewing
import Messages
import Storage
import VietText

/// The changes of a record as people read them: the question, what was answered, what is answered now.
struct ChangeList {
    /// The record as it was.
    let before: Interview
    /// The record as it is to be.
    let after: Interview
    /// Whether rows are called by their titles, and personal answers shown: an editor has just seen it all.
    var titles = RowTitles.shown

    private var language: Language { after.state.language }

    /// A line for each change.
    func lines(_ changes: [Difference]) -> [String] {
        changes.map { change in
            let (label, question) = caption(change.path)
            return "\(label): \(text(change.old, change, question)) → \(text(change.new, change, question))"
                .printableLine
        }
    }

    private func text(_ answer: Answer?, _ change: Difference, _ question: Question?) -> String {
        if titles == .leftOut, answer?.value != nil, change.personal || question?.personal ?? false { return "•••" }
        if question == nil, case .value(.text(let name))? = answer { return StatusWords.shown(name, language) }
        return AnswerWords(language: language).text(answer, of: question)
    }

    private func caption(_ path: String) -> (String, Question?) {
        if let code = ChangeList.ownParts[path] { return (Message(code).text(in: language), nil) }
        guard let spot = Spot(path) else {
            // A row without an answer: only its rows are named.
            let inside = Spot(path + "._")
            return (inside.map { caption(of: $0).rows.joined(separator: " · ") } ?? path, nil)
        }
        let place = caption(of: spot)
        return (place.text, place.question)
    }

    /// By the words of the record as it is to be; of what has gone from it, by those of before.
    private func caption(of spot: Spot) -> PlaceCaption {
        let now = after.caption(of: spot, titles: titles)
        return now.isThere ? now : before.caption(of: spot, titles: titles)
    }

    /// What a record says of itself.
    private static let ownParts = [
        "_status": "N-EDIT-011", "_result": "N-EDIT-012", "_round": "N-EDIT-013", "_date": "N-EDIT-014",
    ]
}
