import FormModel

/// A record that was drawn, as `RecordBuilder` takes it: what an interviewer would have brought back, with what the form
/// made of the answers while they were drawn, so that it need not be asked again.
public struct DrawnRecord: Sendable {
    /// What is brought back.
    public let given: GivenRecord
    /// The form over these answers; `nil` for a visit without an interview.
    let evaluated: EvaluatedForm?
    /// The day on which they were given.
    let today: Day
}
