import FormModel
import Interviewing
import Messages
import Storage

/// What computing a form's stored records anew would change (`semantics.md` 2.7).
struct Recomputation {
    /// Why a place differs.
    enum Kind: String {
        /// A calculation gives something else.
        case calculated
        /// The question is no longer asked; its answer would go from the record, and stay in its history.
        case noLongerAsked = "no_longer_asked"
        /// The question is asked now, and nobody has answered it.
        case nowAsked = "now_asked"
    }

    /// One place of a record that differs.
    struct Change {
        let difference: Difference
        let kind: Kind
    }

    /// A record that differs.
    struct Changed {
        let stored: StoredRecord
        let computed: Record
        let changes: [Change]
    }

    /// A fault that kept records from being computed.
    struct Fault {
        let message: Message
        var records: [String]
    }

    /// The records that differ, in the order they came.
    private(set) var changed: [Changed] = []
    /// What failed; those records are left as they are.
    private(set) var faults: [Fault] = []
    /// How many records were computed.
    private(set) var count = 0

    private let engine: FormEngine

    init(_ engine: FormEngine) {
        self.engine = engine
    }

    private var layout: FormLayout { engine.layout }

    /// Computes a record anew.
    mutating func add(_ stored: StoredRecord) {
        let computed = engine.recomputed(stored.record)
        let id = stored.record.id
        guard computed.faults.isEmpty else {
            for fault in computed.faults { note(fault.message, id) }
            return
        }
        let differences = layout.differences(from: stored.record, to: computed.record)
        // What was calculated from an erased value cannot be made again.
        let isLost = differences.contains { $0.old?.value != nil && $0.new == .missing(.notComputed) }
        if isLost, hasErased(stored.record.root, layout.root) { return note(Message("E-RECOMPUTE-005"), id) }
        count += 1
        guard !differences.isEmpty else { return }
        // Who the record is of, and of when, is no matter of computing.
        let fixed = layout.form.key + [layout.form.periodField].compactMap { $0 }
        if let moved = differences.first(where: { fixed.contains($0.path) }) {
            return note(Message("E-RECOMPUTE-001", ["field": moved.path]), id)
        }
        changed.append(
            Changed(
                stored: stored, computed: computed.record,
                changes: differences.map { Change(difference: $0, kind: kind(of: $0)) }))
    }

    /// Whether a personal value was erased: it reads as refused where nobody could refuse.
    private func hasErased(_ row: RecordRow, _ set: RecordSet) -> Bool {
        set.fields.contains { field in
            field.question.personal && !field.question.isCalculated && !field.question.special.contains(.refused)
                && row.answers[field.index] == .missing(.refused)
        }
            || zip(set.rosters, row.rosters).contains { index, rows in
                rows.contains { hasErased($0, layout.sets[index]) }
            }
    }

    private mutating func note(_ message: Message, _ id: String) {
        guard let place = faults.firstIndex(where: { $0.message == message }) else {
            return faults.append(Fault(message: message, records: [id]))
        }
        if faults[place].records.last != id { faults[place].records.append(id) }
    }

    private func kind(of difference: Difference) -> Kind {
        if let spot = Spot(difference.path), let question = layout.question(at: spot), question.isCalculated {
            return .calculated
        }
        switch difference.old {
        case .value: return .noLongerAsked
        case .notAsked, .missing, nil:
            return difference.new == .notAsked || difference.new == nil ? .noLongerAsked : .nowAsked
        }
    }

    /// How many records differ at each question, most first.
    var countsByQuestion: [(path: String, kind: Kind, records: Int)] {
        var counts: [(path: String, kind: Kind, records: Int)] = []
        for record in changed {
            var seen: Set<String> = []
            for change in record.changes {
                let path = Recomputation.withoutRows(change.difference.path)
                guard seen.insert(path + change.kind.rawValue).inserted else { continue }
                if let place = counts.firstIndex(where: { $0.path == path && $0.kind == change.kind }) {
                    counts[place].records += 1
                } else {
                    counts.append((path, change.kind, 1))
                }
            }
        }
        return counts.sorted { $0.records > $1.records }
    }

    /// `person.age` of `person[3].age`.
    private static func withoutRows(_ path: String) -> String { path.replacing(/\[[0-9]+\]/, with: "") }
}
