import FormModel

/// The questions of the records of a set that models are made of: those that people answer, that tell of nobody, and
/// that are no part of the key.
struct AskedQuestions {
    /// A question, and whether it is asked whatever was answered before.
    struct Entry {
        let question: Question
        let isAlwaysAsked: Bool
    }

    /// In the order of the form.
    private(set) var entries: [Entry] = []
    private let key: [String]

    init(of set: RecordSet, in layout: FormLayout) {
        key = set.parent == nil ? layout.form.key : []
        add(set.roster?.nodes ?? layout.form.nodes, always: true)
    }

    private mutating func add(_ nodes: [FormNode], always: Bool) {
        for node in nodes {
            switch node {
            case .question(let question) where isFit(question):
                entries.append(Entry(question: question, isAlwaysAsked: always && question.relevant == nil))
            case .group(let group): add(group.nodes, always: always && group.relevant == nil)
            case .question, .roster: break
            }
        }
    }

    private func isFit(_ question: Question) -> Bool {
        question.isField && !question.isCalculated && question.kind != .calculate && !question.personal
            && !question.consent && !question.name.hasPrefix("_") && !key.contains(question.name)
    }

    /// The first of some kinds, those that are always asked before the others.
    func first(_ kinds: Set<QuestionKind>) -> Entry? {
        let fit = entries.filter { kinds.contains($0.question.kind) }
        return fit.first(where: \.isAlwaysAsked) ?? fit.first
    }
}

extension RecordSet {
    /// The names that figures of these records are best split by: a key field with choices, and one more question.
    func splits(in layout: FormLayout, except measured: String?) -> [String] {
        let keys = layout.keyFields.filter { $0.question.kind == .selectOne && $0.question.hasFewChoices }.map(\.name)
        let others = AskedQuestions(of: self, in: layout).entries.filter {
            $0.isAlwaysAsked && $0.question.kind == .selectOne && $0.question.hasFewChoices
        }.map(\.question.name)
        return Array(keys.prefix(1)) + others.filter { $0 != measured }.prefix(1)
    }
}

extension Question {
    /// Whether a table with a row for each choice can be read.
    fileprivate var hasFewChoices: Bool {
        !personal && (1...60).contains(choices?.choices.count ?? 0)
    }
}
