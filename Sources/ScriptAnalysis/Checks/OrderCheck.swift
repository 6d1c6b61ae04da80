import FormModel
import LuaSyntax
import Scripting

/// What questions read of each other, also through locals and helper functions: a question that refers to a later one,
/// and circles.
struct OrderCheck {
    let forms: FormMap
    let tell: (Finding) -> Void
    /// What the functions of each question read, with the place.
    private var reads: [FieldKey: [(field: FieldKey, property: String, place: Place)]] = [:]

    /// The references to later questions, told once it is known which are part of a circle.
    private var later: [(own: FieldKey?, finding: Finding)] = []

    init(_ forms: FormMap, tell: @escaping (Finding) -> Void) { (self.forms, self.tell) = (forms, tell) }

    /// Takes note of what a formula of a form reads.
    mutating func note(_ formula: Formula, reads field: FieldKey, at place: Place) {
        guard let order = formula.order, formula.form == field.set.form else { return }
        if let own = formula.field { reads[own, default: []].append((field, formula.property, place)) }
        guard OrderCheck.asking.contains(formula.property), field != formula.field,
            let other = forms.functions(of: field), other.order > order, let question = forms.field(field)?.question,
            !question.isCalculated, field.set == formula.field?.set ?? field.set
        else { return }
        let facts = ["kind": formula.kind, "id": formula.id, "property": formula.property, "name": question.name]
        later.append((formula.field, Finding("W-ORDER-001", .warning, at: place, facts)))
    }

    /// The properties that are asked for before a question is.
    private static let asking: Set<String> = [
        "relevant", "required", "default", "choice_filter", "label", "hint", "guidance_hint", "rows",
    ]

    /// Tells of each circle once, from the first of its questions on; then of references to later questions.
    func check() {
        var (done, inCircles): (Set<FieldKey>, Set<FieldKey>) = ([], [])
        for key in reads.keys.sorted(by: { order($0) < order($1) }) {
            var path: [FieldKey] = []
            walk(key, &path, &done, &inCircles)
        }
        for (own, finding) in later where own.map({ !inCircles.contains($0) }) ?? true { tell(finding) }
    }

    private func walk(
        _ key: FieldKey, _ path: inout [FieldKey], _ done: inout Set<FieldKey>, _ inCircles: inout Set<FieldKey>
    ) {
        if let start = path.firstIndex(of: key) {
            inCircles.formUnion(path[start...])
            return tell(circle: Array(path[start...]))
        }
        guard !done.contains(key) else { return }
        path.append(key)
        for step in reads[key] ?? [] where ["relevant", "calculation", "choice_filter"].contains(step.property) {
            walk(step.field, &path, &done, &inCircles)
        }
        path.removeLast()
        done.insert(key)
    }

    private func tell(circle: [FieldKey]) {
        let first = circle.indices.min { order(circle[$0]) < order(circle[$1]) } ?? 0
        let turned = circle[first...] + circle[..<first] + [circle[first]]
        let steps = turned.compactMap { forms.field($0)?.question }
        guard let place = steps.first?.place else { return }
        let path = steps.map { "\($0.name) (\($0.place))" }.joined(separator: " → ")
        tell(Finding("E-CYCLE-001", .error, at: place, ["path": path]))
    }

    private func order(_ key: FieldKey) -> Int { forms.functions(of: key)?.order ?? 0 }
}
