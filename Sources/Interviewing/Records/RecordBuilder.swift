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
    private let defaults: DefaultAnswers
    private let form: Form
    private let keyFields: [Field]
    /// How often each content without a key was given, by the id of its first.
    private var occurrences: [String: Int] = [:]

    /// - Parameters:
    ///   - defaultDate: the date of a record that nothing else dates.
    ///   - batch: enters the ids of records without a key.
    ///   - defaults: what becomes of the defaults of questions that are asked and not answered.
    public init(
        _ engine: FormEngine, calendar: PeriodCalendar, defaultDate: Day, batch: String? = nil,
        defaults: DefaultAnswers = .leftOut
    ) {
        self.engine = engine
        self.form = engine.layout.form
        self.keyFields = engine.layout.keyFields
        self.dating = RecordDating(layout: engine.layout, calendar: calendar, defaultDate: defaultDate)
        self.batch = batch
        self.defaults = defaults
    }

    /// A record, and what is wrong with it.
    public struct Built: Sendable {
        /// The record.
        public let record: Record
        /// Whether nothing that was given dates the record, so that a default does.
        public let hasAssumedDate: Bool
        /// What is wrong: first with the record as a whole, then in the order of the form.
        public let problems: [FormProblem]

        /// Whether the record may be stored: nothing is wrong but warnings, or required questions are unanswered in a
        /// record that does not count (an incomplete one, or that of a unit that was not interviewed).
        public var isAcceptable: Bool {
            problems.allSatisfy { problem in
                switch problem.kind {
                case .warning: true
                case .unanswered: !record.counts
                case .error: problem.isOpen && !record.counts
                case .fault: false
                }
            }
        }
    }

    /// The record that is given.
    public func build(_ given: GivenRecord) -> Built { build(given) { _ in nil } }

    /// The record that was drawn by a simulator of the same form.
    public func build(_ drawn: DrawnRecord) -> Built {
        let dated = dating.date(drawn.given)
        // On another day the form may say something else.
        guard let evaluated = drawn.evaluated, dated.date == drawn.today, !dated.isAssumed else {
            return build(drawn.given)
        }
        return built(drawn.given, identity(drawn.given, evaluated.root, round: dated.round), dated, evaluated)
    }

    /// The record that is given.
    /// - Parameter storedDate: the date of the record of an id, where it is known already. A date that is only assumed
    ///   makes no record differ: then the known one stays, and with it the round that follows from it.
    public func build(_ given: GivenRecord, storedDate: (String) throws -> Day?) rethrows -> Built {
        var dated = dating.date(given)
        var evaluated = engine.evaluate(given.root, today: dated.date, defaults: defaults)
        let identity = identity(given, evaluated.root, round: dated.round)
        if dated.isAssumed, let known = try storedDate(identity.id), known != dated.date {
            dated = dating.date(given, assuming: known)
            evaluated = engine.evaluate(given.root, today: known, defaults: defaults)
        }
        return built(given, identity, dated, evaluated)
    }

    private func built(
        _ given: GivenRecord, _ identity: Identity, _ dated: RecordDating.Dated, _ evaluated: EvaluatedForm
    ) -> Built {
        let record = Record(
            id: identity.id, form: form.id, version: form.version, round: dated.round, date: dated.date,
            status: given.status ?? .complete, result: given.result ?? .completed, root: evaluated.root)
        let problems = self.problems(dated, identity.problem, evaluated, given)
        return Built(record: record, hasAssumedDate: dated.isAssumed, problems: problems)
    }

    /// What is wrong with a record of which not everything could be read, as far as it can be told: what may follow
    /// from the unread answers is passed over.
    public func problems(inReadable given: GivenRecord) -> [FormProblem] {
        let dated = dating.date(given)
        let evaluated = engine.evaluate(given.root, today: dated.date, defaults: defaults)
        let problems = self.problems(dated, incompleteKey(evaluated.root), evaluated, given)
        return problems.filter { problem in
            let isCertain = !RecordBuilder.followingCodes.contains(problem.message.code)
            return isCertain && (problem.kind == .error || problem.kind == .unanswered)
        }
    }

    /// Whether something is asked, how many rows there are and what is calculated may depend on an unread answer.
    private static let followingCodes: Set<String> = [
        "E-ROW-001", "E-ROW-002", "E-ROW-003", "E-ROW-004", "E-ROW-005", "E-ROW-018", "E-ROW-020",
    ]

    private typealias Problem = (field: String, message: Message)
    private typealias Identity = (id: String, problem: Problem?)

    private func problems(
        _ dated: RecordDating.Dated, _ idProblem: Problem?, _ evaluated: EvaluatedForm, _ given: GivenRecord
    ) -> [FormProblem] {
        let own = (dated.problems + (idProblem.map { [$0] } ?? [])).map { field, message in
            FormProblem(kind: .error, set: 0, rows: [], source: given.root.source, field: field, message: message)
        }
        guard idProblem?.message.code == "E-ROW-016" else { return own + evaluated.problems }
        // A key field without an answer is told once.
        return own
            + evaluated.problems.filter { problem in
                problem.kind != .unanswered || problem.set != 0 || !form.key.contains(problem.field ?? "")
            }
    }

    // MARK: Id

    private func identity(_ given: GivenRecord, _ root: RecordRow, round: String) -> Identity {
        guard !form.key.isEmpty else { return (given.id ?? contentIdentity(given), nil) }
        if let problem = incompleteKey(root) { return (given.id ?? "", problem) }
        let key = keyFields.compactMap { root.answers[$0.index].value?.keyText }
        let id = RecordIdentity.id(form: form.id, key: key, round: round)
        guard let stated = given.id, stated != id else { return (id, nil) }
        return (id, ("_id", Message("E-ROW-017", ["found": stated, "expected": id])))
    }

    /// The first key field without an answer.
    private func incompleteKey(_ root: RecordRow) -> Problem? {
        guard let missing = keyFields.first(where: { root.answers[$0.index].value?.keyText == nil }) else { return nil }
        return (missing.name, Message("E-ROW-016", ["fields": form.key.joined(separator: ", ")]))
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
