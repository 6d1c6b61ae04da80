import FormModel

/// Where the answers of an evaluation come from: what was given, or what is drawn.
protocol AnswerSource {
    /// Whether a question that is asked and not answered takes its default. A default never shown to anyone is no
    /// answer (`semantics.md` 2.7).
    var takesDefaults: Bool { get }

    /// Whether answering may put values on trial, and so settle other items.
    var triesValues: Bool { get }

    /// Whether an answer to what is not asked, or a row too many, is an error. An interview keeps both for the time when
    /// they are asked for again (`semantics.md` 2.2, 2.5).
    var refusesUnasked: Bool { get }

    /// The answer to a question that is asked and not calculated; `nil` for none.
    func answer(to field: Field, _ instance: FormInstance, in evaluation: FormEvaluation) throws(Unsettled) -> Answer?

    /// Whether a row of a roster that carries over is known from an earlier round: then what has become of it is asked;
    /// else it is new by itself.
    func isKnownEarlier(_ instance: FormInstance, in evaluation: FormEvaluation) -> Bool

    /// The rows of a roster that is asked, by its place in the set of `instance`; `expected` is how many there must be,
    /// if the form says so.
    func rows(ofRoster place: Int, expected: Int?, _ instance: FormInstance, in evaluation: FormEvaluation)
        -> [GivenRow]
}

extension AnswerSource {
    func isKnownEarlier(_ instance: FormInstance, in evaluation: FormEvaluation) -> Bool { false }
}

/// The answers that were given, as they are.
struct GivenAnswers: AnswerSource {
    var takesDefaults = false
    let triesValues = false
    let refusesUnasked = true

    func answer(to field: Field, _ instance: FormInstance, in evaluation: FormEvaluation) -> Answer? {
        instance.given.answers[field.index]
    }

    func rows(ofRoster place: Int, expected: Int?, _ instance: FormInstance, in evaluation: FormEvaluation)
        -> [GivenRow]
    {
        instance.given.rosters[place]
    }
}
