import FormModel
import Foundation
import Interviewing
import Messages
import Storage
import VietText

/// The drafts of a form in a round, by the unit that each is about.
enum UnitDrafts {
    /// A draft whose unit is known.
    struct Draft {
        let summary: DraftSummary
        /// The key, in the order of the form's key.
        let key: [String]
        /// The question where it stands.
        let place: String
    }

    /// All drafts whose key is known, the one written last first.
    static func all(_ layout: FormLayout, round: String, _ open: OpenWorkspace) throws -> [Draft] {
        guard let store = try open.draftsToRead() else { return [] }
        let wanted = try store.drafts().filter { $0.header.form == layout.form.id && $0.header.round == round }
        return wanted.compactMap { summary in
            // Whoever holds it may have ended it since.
            guard let content = try? store.content(of: summary.id) else { return nil }
            let answers = Dictionary(content.answers.map { ($0.path, $0.answer) }) { first, _ in first }
            let key = layout.form.key.compactMap { answers[$0]?.value?.keyText }
            guard key.count == layout.form.key.count else { return nil }
            return Draft(summary: summary, key: key, place: place(content, layout))
        }
    }

    private static func place(_ content: DraftContent, _ layout: FormLayout) -> String {
        let answers = content.answers.map { (place: $0.path, answer: $0.answer) }
        guard let state = InterviewState(content.state, answers: answers, of: layout) else { return "" }
        guard let spot = state.cursor else { return Message("N-FIELD-015").text(in: Console.language) }
        guard case .constant(let label)? = layout.sets.lazy.compactMap({ $0.field(spot.name) }).first?.question.label
        else { return spot.description }
        return label.text(in: Console.language).truncated(to: 48)
    }
}
