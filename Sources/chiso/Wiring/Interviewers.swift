import Evaluation
import Foundation
import Storage

/// Who interviewed for records: who completed each, else who came last.
struct Interviewers {
    private var visits: [String: RecordedVisit] = [:]

    /// Nobody is known.
    init() {}

    /// Those of the records that broke rules.
    init(of results: [ValidationResult], _ store: Store, knownAt: Date?) throws {
        let broken = results.filter { !$0.failures.isEmpty }
        let records = Set(broken.flatMap(\.failures).compactMap(\.record))
        for form in Set(broken.compactMap(\.validation.form)) {
            for visit in try store.visits(form: form)
            where records.contains(visit.record) && knownAt.map({ visit.visit.startedAt <= $0 }) ?? true {
                add(visit)
            }
        }
    }

    private mutating func add(_ visit: RecordedVisit) {
        guard let other = visits[visit.record]?.visit else { return visits[visit.record] = visit }
        let (completes, completed) = (visit.visit.result == .completed, other.result == .completed)
        if completes != completed ? completes : visit.visit.startedAt >= other.startedAt {
            visits[visit.record] = visit
        }
    }

    /// Who interviewed for a record; `nil` where no visit is known.
    subscript(record: String?) -> String? { record.flatMap { visits[$0]?.visit.who } }
}
