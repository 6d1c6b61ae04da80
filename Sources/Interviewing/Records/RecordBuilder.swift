import FormModel
import Messages
import Scripting

/// Makes records out of what is given: finds date and round, evaluates the form, gives the id (`semantics.md` 3.1,
/// `cli.md` "Data in and out").
public final class RecordBuilder {
    private let engine: FormEngine
    private let calendar: PeriodCalendar
    private let defaultDate: Day
    private let batch: String?
    private var occurrences: [String: Int] = [:]

    /// - Parameters:
    ///   - defaultDate: the date of a record that nothing else dates.
    ///   - batch: enters the ids of records without a key.
    public init(_ engine: FormEngine, calendar: PeriodCalendar, defaultDate: Day, batch: String? = nil) {
        self.engine = engine
        self.calendar = calendar
        self.defaultDate = defaultDate
        self.batch = batch
    }

    /// A record, and what is wrong with it. With an error among the problems, the record must not be stored.
    public struct Built: Sendable {
        /// The record.
        public let record: Record
        /// What is wrong.
        public let problems: [FormProblem]

        /// Whether the record may be stored: nothing but warnings, or it does not claim to be complete and what is
        /// missing is only missing.
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
        var problems: [FormProblem] = []
        let (date, round) = dateAndRound(given, &problems)
        let status = given.status ?? .complete
        let result = given.result ?? .completed
        let evaluated = engine.evaluate(given.root, today: date)
        problems += evaluated.problems
        var root = evaluated.root
        if result != .completed || status == .incomplete {
            // A unit that was not interviewed has no answers to count: what is missing stays missing.
            root = evaluated.root
        }
        let id = identity(given, root, round, &problems)
        let record = Record(
            id: id, form: form.id, version: form.version, round: round, date: date, status: status, result: result,
            root: root)
        return Built(record: record, problems: problems)
    }

    private func problem(_ given: GivenRecord, _ field: String?, _ message: Message) -> FormProblem {
        FormProblem(kind: .error, set: 0, row: 1, source: given.root.source, field: field, message: message)
    }

    // MARK: Date and round

    private func dateAndRound(_ given: GivenRecord, _ problems: inout [FormProblem]) -> (Day, String) {
        let dated = periodFieldDate(given, &problems) ?? given.date
        if let id = given.round {
            guard let period = calendar.period(id: id), period.length == form.round else {
                problems.append(
                    problem(given, "_round", Message("E-ROW-013", ["found": id, "expected": form.round.rawValue])))
                return (dated ?? defaultDate, id)
            }
            let date = dated ?? (form.round == .once ? defaultDate : period.last)
            if form.round != .once, !period.contains(date), form.periodField != nil {
                problems.append(
                    problem(given, "_round", Message("E-ROW-014", ["round": id, "date": date.iso])))
            }
            return (date, id)
        }
        let date = dated ?? defaultDate
        return (date, calendar.period(of: form.round, containing: date).id)
    }

    /// The date that the form's `period_field` gives: a date, a month (its last day) or a year (its last day).
    private func periodFieldDate(_ given: GivenRecord, _ problems: inout [FormProblem]) -> Day? {
        guard let name = form.periodField, let field = engine.layout.root.field(name),
            case .value(let value)? = given.root.answers[field.index]
        else { return nil }
        switch value {
        case .date(let day), .dateTime(let day, _): return day
        case .text, .integer:
            if let period = calendar.period(id: value.plainText) { return period.last }
        default: break
        }
        problems.append(problem(given, name, Message("E-ROW-015", ["field": name, "found": value.plainText])))
        return nil
    }

    // MARK: Id

    private func identity(
        _ given: GivenRecord, _ root: RecordRow, _ round: String, _ problems: inout [FormProblem]
    ) -> String {
        guard !form.key.isEmpty else { return given.id ?? contentIdentity(given) }
        let answers = engine.layout.keyFields.map { root.answers[$0.index] }
        let key = answers.compactMap { $0.value?.keyText }
        guard key.count == form.key.count else {
            problems.append(
                problem(given, form.key.first, Message("E-ROW-016", ["fields": form.key.joined(separator: ", ")])))
            return given.id ?? ""
        }
        let id = RecordIdentity.id(form: form.id, key: key, round: round)
        if let stated = given.id, stated != id {
            problems.append(problem(given, "_id", Message("E-ROW-017", ["found": stated, "expected": id])))
        }
        return id
    }

    /// Over the answers and the given columns, never a date that was only assumed.
    private func contentIdentity(_ given: GivenRecord) -> String {
        var content = [
            given.date?.iso ?? "", given.round ?? "", given.status?.rawValue ?? "", given.result?.rawValue ?? "",
        ]
        RecordBuilder.append(given.root, to: &content)
        let key = content.joined(separator: "\u{1F}")
        let occurrence = occurrences[key, default: 0] + 1
        occurrences[key] = occurrence
        return RecordIdentity.id(form: form.id, content: content, batch: batch, occurrence: occurrence)
    }

    private static func append(_ row: GivenRow, to content: inout [String]) {
        for answer in row.answers { content.append(answer.map(\.plainText) ?? "") }
        for rows in row.rosters {
            content.append("\(rows.count)")
            for row in rows { append(row, to: &content) }
        }
    }
}
