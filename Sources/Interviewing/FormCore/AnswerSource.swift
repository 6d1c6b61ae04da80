import FormModel

/// Where the answers of an evaluation come from: what was given, or what is drawn.
protocol AnswerSource {
    /// Whether a question that is asked and not answered takes its default. A default never shown to anyone is no
    /// answer (`semantics.md` 2.7).
    var takesDefaults: Bool { get }

    /// The answer to a question that is asked and not calculated; `nil` for none.
    func answer(to field: Field, _ instance: FormInstance, in evaluation: FormEvaluation) -> Answer?

    /// The rows of a roster that is asked; `expected` is how many there must be, if the form says so.
    func rows(of set: RecordSet, expected: Int?, _ instance: FormInstance, in evaluation: FormEvaluation) -> [GivenRow]
}

/// The answers that were given, as they are.
struct GivenAnswers: AnswerSource {
    let takesDefaults = false

    func answer(to field: Field, _ instance: FormInstance, in evaluation: FormEvaluation) -> Answer? {
        instance.given.answers[field.index]
    }

    func rows(of set: RecordSet, expected: Int?, _ instance: FormInstance, in evaluation: FormEvaluation) -> [GivenRow]
    {
        let sets = evaluation.layout.sets[instance.set].rosters
        return sets.firstIndex(of: set.index).map { instance.given.rosters[$0] } ?? []
    }
}
