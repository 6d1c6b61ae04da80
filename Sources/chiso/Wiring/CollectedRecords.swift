import Evaluation
import FieldQuality
import FormModel
import Foundation
import Messages
import Reporting
import Scripting
import Storage

/// What the store knows of the fieldwork of a form: records of any status, visits, audit logs.
struct CollectedRecords {
    let store: Store?
    let known: Known
    let open: OpenWorkspace
    let designs: [Design]
    let period: Period

    /// The work as reports read it.
    var fieldwork: Fieldwork {
        let read = self
        return Fieldwork(
            collected: { layout throws(Message) in
                try read.told { try read.collected(layout) }
            },
            eachStep: { layout, body throws(Message) in
                try read.told { try read.eachStep(layout, body) }
            },
            localTime: { read.open.localTime(of: $0) })
    }

    private func collected(_ layout: FormLayout) throws -> CollectedForm {
        let empty = Fieldwork.unknown
        guard let store else { return try assigning(try empty.collected(layout)) }
        let headers = try store.headers(form: layout.form.id, known: known)
        let records = (0..<headers.count).map { place in
            CollectedRecord(
                id: headers.ids[place], round: headers.rounds[place], date: headers.dates[place],
                status: headers.statuses[place], result: headers.results[place])
        }
        let sets = try layout.sets.map { set in
            let found = try store.columns(layout, set: set, fields: Array(set.fields.indices), known: known)
            return CollectedRows(records: found.records, columns: found.columns)
        }
        var form = CollectedForm(layout: layout, records: records, sets: sets)
        let places = Dictionary(headers.ids.enumerated().map { ($1, $0) }) { first, _ in first }
        form.visits = try store.visits(form: layout.form.id).compactMap { found in
            guard let place = places[found.record], known.at.map({ found.visit.startedAt <= $0 }) ?? true else {
                return nil
            }
            let visit = found.visit
            return FieldVisit(
                record: place, startedAt: visit.startedAt, endedAt: visit.endedAt, who: visit.who,
                result: visit.result)
        }
        return try assigning(form)
    }

    /// The units of a sample that was drawn are assigned, but for a reserve that stayed closed; else those of the form's
    /// frame, unless a design says that the period's records are a sample nobody here has drawn.
    private func assigning(_ form: CollectedForm) throws -> CollectedForm {
        let round = open.calendar.period(of: form.layout.form.round, containing: period.last).id
        let items = try store.map { try FieldworkBoard(form.layout, round: round, $0, drafts: []).items } ?? []
        guard items.isEmpty else {
            var form = form
            form.assigned = items.filter { $0.assignment.state != .closed }.map { item in
                AssignedUnit(key: item.assignment.unit.key, interviewer: item.assignment.unit.interviewer)
            }
            return form
        }
        guard let frame = form.layout.form.frame, !isSample(form.layout.form) else { return form }
        var form = form
        form.assigned = frame.rows.indices.map { AssignedUnit(key: frame.key(ofRow: $0)) }
        return form
    }

    private func isSample(_ form: Form) -> Bool {
        designs.contains { design in
            guard design.form == form.id else { return false }
            guard let id = design.period, let other = open.calendar.period(id: id) else { return true }
            return other.first <= period.last && period.first <= other.last
        }
    }

    private func eachStep(_ layout: FormLayout, _ body: (String, LoggedStep) -> Void) throws {
        try store?.eachAuditEvent(form: layout.form.id) { logged in
            let event = logged.event
            guard known.at.map({ event.at <= $0 }) ?? true else { return }
            let replaces = logged.withheld.contains(.old) || event.old.map(CollectedRecords.isAnswer) ?? false
            body(
                logged.record,
                LoggedStep(
                    at: event.at, kind: event.kind, path: event.path, replaces: replaces,
                    target: event.kind == "move" ? event.detail : nil, elapsed: event.elapsed))
        }
    }

    private static func isAnswer(_ answer: Answer) -> Bool {
        switch answer {
        case .value: true
        case .missing(let reason): reason != .unanswered
        case .notAsked: false
        }
    }

    /// A failure of the store in the report's own terms.
    private func told<Result>(_ body: () throws -> Result) throws(Message) -> Result {
        do {
            return try body()
        } catch let error as StorageError {
            throw error.message
        } catch let error as Message {
            throw error
        } catch {
            throw Message("E-STORE-unexpected", ["path": store?.path ?? "", "text": "\(error)"])
        }
    }
}
