import FormModel
import Foundation
import Interviewing
import Sampling
import Storage

/// The samples of a form in a round with what has become of each unit: from the records, their visits and the drafts.
struct FieldworkBoard {
    /// A unit with what is known of it.
    struct Item {
        let sample: StoredSample
        let assignment: Assignment
        /// The id that its record has, or will have.
        let record: String
        let visits: [Visit]
        let draft: UnitDrafts.Draft?

        /// The appointment that the last visit made, as it was said.
        var appointment: String? { visits.last?.appointment }
    }

    /// The units, sample by sample.
    let items: [Item]

    init(_ layout: FormLayout, round: String, _ store: Store, drafts: [UnitDrafts.Draft]) throws {
        let form = layout.form
        let samples = try store.samples(form: form.id, round: round).filter { $0.keyFields == form.key }
        guard !samples.isEmpty else {
            items = []
            return
        }
        let headers = try store.headers(form: form.id)
        let places = Dictionary(zip(headers.ids, headers.ids.indices)) { first, _ in first }
        let visits = Dictionary(grouping: try store.visits(form: form.id), by: \.record).mapValues { $0.map(\.visit) }
        let draftsByKey = Dictionary(drafts.map { ($0.key, $0) }) { first, _ in first }
        items = samples.flatMap { sample in
            func id(_ unit: DrawnUnit) -> String {
                RecordIdentity.id(form: form.id, key: unit.key, round: round)
            }
            let fieldwork = Fieldwork(sample.units, visitsMax: form.visitsMax) { unit in
                var progress = UnitProgress()
                progress.hasDraft = draftsByKey[unit.key] != nil
                guard let place = places[id(unit)] else { return progress }
                let own = visits[id(unit)] ?? []
                progress.record = UnitProgress.RecordStanding(
                    status: headers.statuses[place], result: headers.results[place])
                // A record that came from a file is of one visit, at least.
                progress.visits = max(own.count, 1)
                progress.lastVisit = own.last?.startedAt
                return progress
            }
            return fieldwork.assignments.map { assignment in
                Item(
                    sample: sample, assignment: assignment, record: id(assignment.unit),
                    visits: visits[id(assignment.unit)] ?? [], draft: draftsByKey[assignment.unit.key])
            }
        }
    }

    /// The unit of a key; `nil` for one that was not drawn. Of two samples, one in which it may be asked.
    subscript(key: [String]) -> Item? {
        let found = items.filter { $0.assignment.unit.key == key }
        return found.first { $0.assignment.state != .closed } ?? found.first
    }
}

extension DrawnUnit {
    /// The key as it is shown.
    var shownKey: String { key.joined(separator: " ") }
}
