import FormModel
import VietText

/// Sentences of Lua, of the store's check and of other libraries, in the reader's language, for reading only: what kind
/// of fault it is, is known before.
///
/// A sentence that is not here is shown as it is.
struct Phrases {
    /// An English sentence, `%` for each part that it fills in, and its translation, which names the parts `%1`, `%2` in
    /// their order; a part that is a sentence of its own is translated as well. The first that fits is taken.
    private let sentences: [(en: String, vi: String)]

    init(_ sentences: [(en: String, vi: String)]) {
        self.sentences = sentences
    }

    /// The text in a language.
    func text(_ text: String, in language: Language) -> String {
        guard language == .vietnamese else { return text }
        for sentence in sentences {
            guard let parts = Phrases.parts(of: text, by: sentence.en) else { continue }
            return zip(1..., parts).reduce(sentence.vi) { filled, part in
                let shown = part.1 == text ? part.1 : self.text(part.1, in: language)
                return filled.replacing("%\(part.0)", with: shown)
            }
        }
        return text
    }

    /// The sentences without parts, as a vocabulary has them.
    var words: [String: Catalogue.Sentence] {
        let plain = sentences.filter { Phrases.parts(of: $0.en, by: $0.en) == [] }
        return Dictionary(plain.map { ($0.en, Catalogue.Sentence(vi: $0.vi, en: $0.en)) }) { first, _ in first }
    }

    /// What stands in a text where a pattern has `%`; `nil` where the rest differs.
    private static func parts(of text: String, by pattern: String) -> [String]? {
        var rest = text[...]
        var parts: [String] = []
        // A `%` before a digit is Lua's own.
        let pieces = pattern.split(separator: /%(?![0-9])/, omittingEmptySubsequences: false)
        for (number, piece) in pieces.enumerated() {
            if number == 0 {
                guard rest.hasPrefix(piece) else { return nil }
                rest = rest.dropFirst(piece.count)
            } else if number == pieces.count - 1 {
                guard rest.hasSuffix(piece) else { return nil }
                parts.append(String(rest.dropLast(piece.count)))
                rest = ""
            } else {
                guard let found = rest.firstRange(of: piece) else { return nil }
                parts.append(String(rest[..<found.lowerBound]))
                rest = rest[found.upperBound...]
            }
        }
        return rest.isEmpty ? parts : nil
    }
}
