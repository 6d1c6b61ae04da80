import FormModel
import Messages
import Scripting

/// Makes records out of what is given: finds date and round, evaluates the form, gives the id (`semantics.md` 3.1,
/// `cli.md` "Data in and out").
///
/// One builder serves one file: it counts the rows without a key that are alike.
public final class RecordBuilder {
    private let engine: FormEngine
    private let dating: RecordDating
    private let batch: String?
    /// How often each content without a key was given, by the id of its first.
    private var occurrences: [String: Int] = [:]

    /// - Parameters:
    ///   - defaultDate: the date of a record that nothing else dates.
    ///   - batch: enters the ids of records without a key.
    public init(_ engine: FormEngine, calendar: PeriodCalendar, defaultDate: Day, batch: String? = nil) {
        self.engine = engine
        self.dating = RecordDating(layout: engine.layout, calendar: calendar, defaultDate: defaultDate)
        self.batch = batch
    }

    /// A record, and what is wrong with it.
    public struct Built: Sendable {
        /// The record.
        public let record: Record
        /// What is wrong: first with the record as a whole, then in the order of the form.
        public let problems: [FormProblem]

        /// Whether the record may be stored: nothing is wrong but warnings, or required questions are unanswered in a
        /// record that does not count (an incomplete one, or that of a unit that was not interviewed).
        public var isAcceptable: Bool {
            problems.allSatisfy { problem in
                switch problem.kind {
                case .warning: true
                case .unanswered: !record.counts
                case .error, .fault: false
                }
            }
        }
    }

    private var form: Form { engine.layout.form }

    /// The record that is given.
    public func build(_ given: GivenRecord) -> Built {
        let dated = dating.date(given)
        let evaluated = engine.evaluate(given.root, today: dated.date)
        let (id, idProblem) = identity(given, evaluated.root, round: dated.round)
        let record = Record(
            id: id, form: form.id, version: form.version, round: dated.round, date: dated.date,
            status: given.status ?? .complete, result: given.result ?? .completed, root: evaluated.root)
        let problems = (dated.problems + (idProblem.map { [$0] } ?? [])).map { field, message in
            FormProblem(kind: .error, set: 0, rows: [], source: given.root.source, field: field, message: message)
        }
        return Built(record: record, problems: problems + evaluated.problems)
    }

    // MARK: Id

    private func identity(_ given: GivenRecord, _ root: RecordRow, round: String)
        -> (id: String, problem: (field: String, message: Message)?)
    {
        guard let firstKey = form.key.first else { return (given.id ?? contentIdentity(given), nil) }
        let key = engine.layout.keyFields.compactMap { root.answers[$0.index].value?.keyText }
        guard key.count == form.key.count else {
            let message = Message("E-ROW-016", ["fields": form.key.joined(separator: ", ")])
            return (given.id ?? "", (firstKey, message))
        }
        let id = RecordIdentity.id(form: form.id, key: key, round: round)
        guard let stated = given.id, stated != id else { return (id, nil) }
        return (id, ("_id", Message("E-ROW-017", ["found": stated, "expected": id])))
    }

    /// Over the answers and the given columns, never a date that was only assumed.
    private func contentIdentity(_ given: GivenRecord) -> String {
        let content = RecordIdentity.content(of: given)
        let first = RecordIdentity.id(form: form.id, content: content, batch: batch, occurrence: 1)
        let occurrence = occurrences[first, default: 0] + 1
        occurrences[first] = occurrence
        guard occurrence > 1 else { return first }
        return RecordIdentity.id(form: form.id, content: content, batch: batch, occurrence: occurrence)
    }
}
