import FormModel
import Interviewing
import Messages

/// Whether the form itself takes the keys of drawn units: its patterns, bounds and constraints. A unit whose key it
/// refuses could not be asked.
struct KeyCheck {
    let engine: FormEngine
    /// The day on which the units are asked.
    let day: Day

    /// What is wrong with a key.
    func problems(_ key: [Value]) -> [Message] {
        var given = GivenRow(of: engine.layout.root)
        for (field, value) in zip(engine.layout.keyFields, key) { given.answers[field.index] = .value(value) }
        return engine.evaluate(given, today: day).problems.filter { problem in
            problem.kind == .error && problem.set == 0 && engine.layout.form.key.contains(problem.field ?? "")
        }.map(\.message)
    }
}
