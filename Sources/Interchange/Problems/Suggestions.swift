import Synchronization
import VietText

/// Finds the name that was probably meant.
///
/// The first argument is what was found, the second the names that are valid; `nil` where none is near.
public typealias NameSuggester = @Sendable (String, [String]) -> String?

/// Suggests valid names, and remembers what it said: a column that is wrong is often wrong in every row.
///
/// After a thousand different names it suggests no more, so that a file that is wrong throughout is still read quickly.
final class Suggestions: Sendable {
    /// The nearest name by letters left out, put in, exchanged or swapped.
    static let nearestName: NameSuggester = { NearestName.candidates(for: $0, among: $1, limit: 1).first }

    private struct Question: Hashable {
        let found: String
        let names: [String]
    }

    private let suggester: NameSuggester
    private let known = Mutex<[Question: String?]>([:])

    init(_ suggester: @escaping NameSuggester) {
        self.suggester = suggester
    }

    /// A valid name that differs only in case, else the nearest.
    func callAsFunction(for found: String, among names: [String]) -> String? {
        known.withLock { known in
            let question = Question(found: found, names: names)
            if let answer = known[question] { return answer }
            guard known.count < ProblemLog.capacity else { return nil }
            let lowered = found.lowercased()
            let answer = names.first { $0.lowercased() == lowered } ?? suggester(found, names)
            known[question] = .some(answer)
            return answer
        }
    }
}
