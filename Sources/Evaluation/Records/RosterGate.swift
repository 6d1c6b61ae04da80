import FormModel
import Messages

/// Why a roster of a record has no rows: not asked or empty, or missing, since its count or relevance is
/// (`semantics.md` 1.7, 1.9). Records do not hold it; the form's own functions tell it again.
struct RosterGate {
    /// Whether any record's roster may be missing: one without rows whose count or relevance is a function.
    var mayBeMissing: Bool { missing.map { !$0.isEmpty } ?? (!conditions.isEmpty || count != nil) && !empty.isEmpty }
    /// The rows of the parent's set whose roster is missing, and why; `nil` while that is not worked out.
    var missing: [Int32: MissingReason]?
    private let parent: Int
    private let conditions: [FunctionReference]
    private let count: FunctionReference?
    private let empty: [Int32]

    /// - Parameters:
    ///   - roster: the roster's set.
    ///   - rows: its rows in a view.
    init(of roster: Int, in layout: FormLayout, rows: ViewSet) {
        let set = layout.sets[roster]
        let parent = set.parent ?? 0
        self.parent = parent
        self.empty = (0..<Int32(max(rows.starts.count - 1, 0))).filter { rows.children(ofRow: $0).isEmpty }
        let around = layout.sets[parent].roster?.nodes ?? layout.form.nodes
        self.conditions = RosterGate.conditions(of: set.name, in: around) ?? []
        if case .computed(let function)? = set.roster?.count { self.count = function } else { self.count = nil }
    }

    /// The relevance of the groups around a roster, outermost first, and its own; `nil` if it is not among the nodes.
    private static func conditions(of roster: String, in nodes: [FormNode]) -> [FunctionReference]? {
        for node in nodes {
            switch node {
            case .question: continue
            case .roster(let found):
                if found.name == roster { return [found.relevant].compactMap { $0 } }
            case .group(let group):
                if let inner = conditions(of: roster, in: group.nodes) {
                    return [group.relevant].compactMap { $0 } + inner
                }
            }
        }
        return nil
    }

    /// The reasons by row: the first missing of relevance and count. A fault is taken as the interview takes it, as
    /// something that could not be computed.
    func reasons(
        with formulas: any FormulaRunner, over view: RecordView
    ) throws(Message) -> [Int32: MissingReason] {
        var reasons: [Int32: MissingReason] = [:]
        var asked = empty
        for function in conditions + [count].compactMap({ $0 }) where !asked.isEmpty {
            let outcomes = try formulas.run(function, over: parent, rows: asked, of: view).outcomes
            var open: [Int32] = []
            for (row, outcome) in zip(asked, outcomes) {
                switch outcome {
                case .missing(let reason): reasons[row] = reason
                case .fault: reasons[row] = .notComputed
                case .none, .boolean(false): break
                case .boolean, .integer, .number, .text, .day: open.append(row)
                }
            }
            asked = open
        }
        return reasons
    }
}
