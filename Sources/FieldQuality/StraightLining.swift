import FormModel

/// Questions that follow each other and offer the same choices, so that they can all be answered alike without thought.
public struct Battery: Hashable, Sendable {
    /// The place of the set that they stand in.
    public let set: Int
    /// The places of the fields.
    public let fields: [Int]

    /// The batteries of a form: at least `least` questions in a row, all yes or no, or all with the same list of choices.
    /// Personal and calculated questions are in none.
    public static func all(of layout: FormLayout, least: Int) -> [Battery] {
        var found: [Battery] = []
        func walk(_ nodes: [FormNode], in set: RecordSet) {
            var run: [Field] = []
            func close() {
                if run.count >= max(2, least) { found.append(Battery(set: set.index, fields: run.map(\.index))) }
                run = []
            }
            for node in nodes {
                switch node {
                case .question(let question):
                    guard question.isField, let field = set.field(question.name) else { continue }
                    guard isOfBattery(question) else {
                        close()
                        continue
                    }
                    if let last = run.last, !isAlike(last.question, question) { close() }
                    run.append(field)
                case .group(let group):
                    close()
                    walk(group.nodes, in: set)
                case .roster(let roster):
                    close()
                    let child = set.rosters.first { layout.sets[$0].name == roster.name }
                    if let child { walk(roster.nodes, in: layout.sets[child]) }
                }
            }
            close()
        }
        walk(layout.form.nodes, in: layout.root)
        return found
    }

    private static func isOfBattery(_ question: Question) -> Bool {
        (question.kind == .yesNo || question.kind == .selectOne) && !question.isCalculated && !question.personal
            && !question.name.hasPrefix("_")
    }

    private static func isAlike(_ first: Question, _ second: Question) -> Bool {
        first.kind == second.kind && first.choices?.choices.map(\.name) == second.choices?.choices.map(\.name)
    }
}

/// How often a battery was answered all alike: simple nondifferentiation (Kim, Dykema, Stevenson, Black and Moberg 2019,
/// "Straightlining: Overview of Measurement, Comparison of Indicators, and Effects in Mail–Web Mixed-Mode Surveys").
///
/// It is a reason to look, not a proof: all may truly be no. Compare the groups.
public struct StraightLining: Hashable, Sendable {
    /// Rows that answered enough questions of the battery to tell.
    public var n = 0
    /// Those in which every answer is the same.
    public var alike = 0

    /// Counts.
    public init(n: Int = 0, alike: Int = 0) {
        self.n = n
        self.alike = alike
    }

    /// The counts of several batteries together.
    public static func sum(_ counts: [StraightLining]) -> StraightLining {
        StraightLining(n: counts.reduce(0) { $0 + $1.n }, alike: counts.reduce(0) { $0 + $1.alike })
    }

    /// The share, in percent.
    public var rate: Double? { FieldProgress.percent(alike, of: n) }

    /// For each group a count a battery, over completed interviews.
    /// - Parameter least: rows with fewer answers are not looked at.
    public static func of(
        _ form: CollectedForm, _ groups: RecordGroups, _ batteries: [Battery], least: Int
    ) -> [[StraightLining]] {
        var counts = groups.keys.map { _ in batteries.map { _ in StraightLining() } }
        let group = form.records.enumerated().map { $1.counts ? groups.ofRecord[$0] : nil }
        for (number, battery) in batteries.enumerated() {
            let rows = form.sets[battery.set]
            let questions = form.layout.sets[battery.set].fields
            let columns = battery.fields.map { (column: rows.columns[$0], question: questions[$0].question) }
            for row in rows.records.indices {
                guard let group = group[Int(rows.records[row])] else { continue }
                var answers = 0
                var first: String?
                var isAlike = true
                for (column, question) in columns {
                    guard let answer = column.key(at: row, of: question) else { continue }
                    answers += 1
                    if let first, first != answer { isAlike = false }
                    first = first ?? answer
                }
                guard answers >= max(2, least) else { continue }
                counts[group][number].n += 1
                if isAlike { counts[group][number].alike += 1 }
            }
        }
        return counts
    }
}
