import FormModel
import VietText

/// The sentences of every message, in Vietnamese and English, by code.
///
/// A sentence says what is wrong and, where that is not obvious, how to mend it. It begins in small letters and ends
/// without a full stop; how it names facts is told at `Template`. Two facts follow a sentence by themselves: `nearest`
/// as "did you mean", and `place` where the sentence does not name it. The fact `test` puts "the test '…' failed:" before.
public enum Catalogue {
    /// A sentence in both languages, as templates.
    struct Sentence {
        let vi: String
        let en: String

        func template(in language: Language) -> Template {
            switch language {
            case .vietnamese: Template(vi)
            case .english: Template(en)
            }
        }
    }

    static let sentences: [String: Sentence] = parts.reduce(into: [:]) { all, part in
        all.merge(part) { first, _ in first }
    }

    static let parts = [
        scripts, analysis, properties, running, data, records, interviews, figures, reports, quality, store, system,
        doctor,
        samples, tests, scaffolding, carrying, editing, runs, estimates, validations, rendering, explaining, alerts,
        delivery, lifting,
    ]

    /// The code of the sentence that names a test, around that of what failed in it.
    private static let failedTest = "E-TEST-001"

    /// The codes that have a sentence.
    public static var codes: [String] { sentences.keys.sorted() }

    static func sentence(code: String, facts: [String: String], language: Language) -> String {
        guard let found = sentences[code] else {
            // A code without a sentence still tells its facts: nothing is swallowed.
            return facts["text"] ?? code + facts.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        }
        let template = found.template(in: language)
        var text = template.filled(with: facts, in: language)
        if let test = facts["test"], code != failedTest {
            text = sentence(code: failedTest, facts: ["name": test, "text": text], language: language)
        }
        if let nearest = facts["nearest"], !nearest.isEmpty {
            text += language == .vietnamese ? " (có phải '\(nearest)' không?)" : " (did you mean '\(nearest)'?)"
        }
        if let place = facts["place"], !place.isEmpty, !template.facts.contains("place") {
            text += language == .vietnamese ? " (tại \(place))" : " (at \(place))"
        }
        return text
    }
}
