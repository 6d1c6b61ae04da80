import FormModel

/// Reads `carry_over` of a form or a roster: the fields that a later round shows for confirmation.
struct CarryOverReader {
    private let reader: PropertyReader

    init(_ reader: PropertyReader) {
        self.reader = reader
    }

    /// The names that are given, each of them a question that can be answered among the nodes, groups opened; `nil`
    /// where there is no such property.
    func names(among nodes: [FormNode]) -> [String]? {
        guard reader.has("carry_over") else { return nil }
        let questions = CarryOverReader.questions(nodes)
        return (reader.names("carry_over") ?? []).filter { name in
            guard let question = questions.first(where: { $0.name == name }) else {
                let facts = DiagnosticSink.facts(unknown: name, among: questions.map(\.name))
                reader.report("E-REF-005", at: "carry_over", word: name, facts)
                return false
            }
            if question.isCalculated { reader.report("E-CARRY-001", at: "carry_over", word: name, ["name": name]) }
            return !question.isCalculated
        }
    }

    /// Reports what a form that carries over lacks: a key and rounds, without which no unit is met again; and rosters
    /// within rosters, whose rows are not carried over.
    func check(_ form: Form) {
        let panels = CarryOverReader.panels(form.nodes, isNested: false)
        guard !panels.isEmpty || !form.carryOver.isEmpty else { return }
        if form.key.isEmpty || form.round == .once { reader.report("E-CARRY-002") }
        for (roster, isNested) in panels where isNested {
            reader.sink.report("E-CARRY-003", at: roster.place, ["id": roster.name])
        }
    }

    private static func questions(_ nodes: [FormNode]) -> [Question] {
        nodes.flatMap { node -> [Question] in
            switch node {
            case .question(let question): return question.isField ? [question] : []
            case .group(let group): return questions(group.nodes)
            case .roster: return []
            }
        }
    }

    private static func panels(_ nodes: [FormNode], isNested: Bool) -> [(Roster, isNested: Bool)] {
        nodes.flatMap { node -> [(Roster, isNested: Bool)] in
            switch node {
            case .question: return []
            case .group(let group): return panels(group.nodes, isNested: isNested)
            case .roster(let roster):
                let inner = panels(roster.nodes, isNested: true)
                return roster.carryOver == nil ? inner : [(roster, isNested)] + inner
            }
        }
    }
}
