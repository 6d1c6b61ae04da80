import FormModel
import Messages
import VietText

/// Finds choices by what was typed: a code, a name, or words of the label.
public struct ChoiceReading {
    private let choices: [AskedChoice]

    /// Reads against the choices that are offered.
    public init(_ choices: [AskedChoice]) {
        self.choices = choices
    }

    /// The choice that is meant: by code or name; else the only one whose label has all the words.
    func one(_ text: String) throws(Message) -> AskedChoice {
        if let exact = exact(text) { return exact }
        let found = matching(text)
        let key = text.searchKey
        if let whole = found.first(where: { $0.label.searchKey == key }) { return whole }
        guard found.count < 2 else { throw Message("E-KEYING-011", ["found": text, "count": "\(found.count)"]) }
        guard let only = found.first, !text.allSatisfy(\.isNumber) else {
            throw Message("E-KEYING-005", ["found": text])
        }
        return only
    }

    /// The choices whose codes or names stand one after the other.
    func several(_ text: String) throws(Message) -> [String] {
        var names: [String] = []
        for part in text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ";" }) {
            guard let choice = exact(String(part)) else { throw Message("E-KEYING-005", ["found": String(part)]) }
            guard !names.contains(choice.name) else { throw Message("E-KEYING-012", ["found": String(part)]) }
            names.append(choice.name)
        }
        guard !names.isEmpty else { throw Message("E-KEYING-005", ["found": text]) }
        return names
    }

    private func exact(_ text: String) -> AskedChoice? {
        choices.first { $0.code == text } ?? choices.first { $0.name == text }
    }

    /// The choices whose labels have every word that was typed, each at the beginning of a word, without regard to marks
    /// and case: what a list is narrowed to while one types.
    public func matching(_ text: String) -> [AskedChoice] {
        let words = ChoiceReading.words(text)
        guard !words.isEmpty else { return choices }
        return choices.filter { choice in
            let labelled = ChoiceReading.words(choice.label)
            return words.allSatisfy { word in labelled.contains { $0.hasPrefix(word) } }
        }
    }

    private static func words(_ text: String) -> [Substring] {
        text.searchKey.split { !$0.isLetter && !$0.isNumber }
    }
}

/// Reads the rows that say yes to a question asked across a roster: `1 3 4`, `0` for nobody, `*` for all, `2k` for a
/// second row that does not know.
enum AcrossReading {
    static func read(_ text: String, _ question: AskedQuestion) throws(Message) -> InterviewEvent {
        switch text.searchKey {
        case "0", "khong ai", "nobody", "none": return .answerAcross(yes: [], others: [:])
        case "*", "tat ca", "all": return .answerAcross(yes: Set(question.rows.map(\.row)), others: [:])
        default: break
        }
        var yes: Set<Int> = []
        var others: [Int: MissingReason] = [:]
        var named: Set<Int> = []
        for part in text.lowercased().split(whereSeparator: { $0 == " " || $0 == "," || $0 == ";" }) {
            let digits = part.prefix { $0.isASCII && $0.isNumber }
            guard let position = Int(digits), let row = question.rows.first(where: { $0.position == position })?.row
            else { throw Message("E-KEYING-013", ["found": String(part)]) }
            guard named.insert(row).inserted else { throw Message("E-KEYING-012", ["found": String(digits)]) }
            let letter = part.dropFirst(digits.count)
            if letter.isEmpty {
                yes.insert(row)
            } else if let reason = SpecialCode.reason(letter), question.special.contains(reason) {
                others[row] = reason
            } else {
                throw Message("E-KEYING-013", ["found": String(part)])
            }
        }
        return .answerAcross(yes: yes, others: others)
    }
}
