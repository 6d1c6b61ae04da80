import FormModel
import Foundation
import Interviewing
import Messages
import Sampling
import Storage
import VietText

/// What an interviewer must know of a unit before its first question: that somebody else has a draft of it, that its
/// record of the round is complete, that its turn in the reserve has not come; and, where it may be asked, its earlier
/// visits.
struct EarlierInterview {
    let open: OpenWorkspace
    let layout: FormLayout
    /// The draft that asks.
    let draft: OpenDraft

    private var round: String { draft.header.round }

    /// How a unit stands. A store that cannot be read stops nobody: it is said, and the end looks once more.
    func standing(of key: [String]) -> UnitStanding {
        do {
            return try known(of: key)
        } catch {
            let text = (error as? StorageError)?.message.text(in: Console.language) ?? "\(error)"
            return .free([Message("W-UNIT-001", ["text": text])])
        }
    }

    private func known(of key: [String]) throws -> UnitStanding {
        let drafts = try UnitDrafts.all(layout, round: round, open)
        let id = RecordIdentity.id(form: layout.form.id, key: key, round: round)
        let store = try open.storeToRead()
        let header = isOwn(id) ? nil : try store?.header(of: id, form: layout.form.id)
        if let header, header.status.counts, header.result == .completed {
            return .taken([try completed(header, store)])
        }
        if let header, header.status == .approved {
            return .taken([Message("E-UNIT-004", ["id": id, "round": round])])
        }
        if let other = drafts.first(where: { $0.key == key && $0.summary.id != draft.id }) {
            return .taken([begun(other)])
        }
        var notices = listing(of: key) + (try header.map { try earlier($0, store) } ?? [])
        guard let store, !isOwn(id) else { return .free(notices) }
        let board = try FieldworkBoard(layout, round: round, store, drafts: drafts.filter { $0.summary.id != draft.id })
        guard !board.items.isEmpty else { return .free(notices) }
        guard let item = board[key] else { return .free(notices + [Message("N-UNIT-004", ["round": round])]) }
        let unit = item.assignment.unit
        if item.assignment.state == .closed {
            let facts = ["number": "\(unit.number)", "stratum": unit.stratum, "form": layout.form.id]
            return .taken([Message("E-UNIT-003", facts)])
        }
        if let replaced = item.assignment.replaces {
            notices.append(Message("N-UNIT-005", ["unit": replaced.shownKey]))
        }
        if let reserve = item.assignment.replacedBy {
            notices.append(Message("N-UNIT-009", ["unit": reserve.shownKey]))
        }
        if let name = unit.interviewer, let own = open.configuration.interviewer, !name.isSamePerson(as: own) {
            notices.append(Message("N-UNIT-003", ["name": name]))
        }
        return .free(notices)
    }

    /// What is said of a unit that the form's frame does not have: it may be new, or its number a slip.
    private func listing(of key: [String]) -> [Message] {
        guard let frame = layout.form.frame, !isEdit else { return [] }
        func plain(_ key: [String]) -> [String] {
            key.map { String($0.storageForm.lowercased().trimmingPrefix { $0 == "0" }) }
        }
        let wanted = plain(key)
        var nearest: [String]?
        for row in frame.rows.indices {
            let listed = frame.key(ofRow: row)
            if listed == key { return [] }
            if nearest == nil, plain(listed) == wanted { nearest = listed }
        }
        var facts = ["unit": key.joined(separator: " "), "list": frame.source]
        facts["other"] = nearest?.joined(separator: " ")
        return [Message("N-UNIT-007", facts)]
    }

    private var isEdit: Bool { if case .edit = draft.header.purpose { true } else { false } }

    /// Whether the draft is the editing of this record.
    private func isOwn(_ id: String) -> Bool {
        guard case .edit(let record, _) = draft.header.purpose else { return false }
        return record == id
    }

    private func begun(_ other: UnitDrafts.Draft) -> Message {
        Message(
            "E-UNIT-001",
            [
                "id": other.summary.id, "who": other.summary.header.who, "time": open.moment(other.summary.changedAt),
                "count": "\(other.summary.answerCount)", "question": other.place,
            ])
    }

    private func completed(_ header: RecordHeader, _ store: Store?) throws -> Message {
        let last = try store?.history(header.id, form: header.form).last
        return Message(
            "E-UNIT-002",
            [
                "id": header.id, "round": round, "who": last?.who ?? "",
                "time": last.map { open.moment($0.storedAt) } ?? "",
            ])
    }

    /// What is told of a record that does not count.
    private func earlier(_ header: RecordHeader, _ store: Store?) throws -> [Message] {
        guard let store, let last = try store.history(header.id, form: header.form).last else { return [] }
        var facts = ["id": header.id, "who": last.who, "time": open.moment(last.storedAt)]
        if header.status == .returned || header.status == .rejected {
            facts["status"] = header.status.rawValue
            facts["reason"] = last.why
            return [Message("N-UNIT-002", facts)]
        }
        let visits = try store.visits(of: header.id, form: header.form)
        let visit = visits.last?.visit
        let isUnfinished = header.result == .completed && header.status == .incomplete
        facts["result"] = isUnfinished ? header.status.rawValue : header.result.rawValue
        facts["reason"] = visit?.appointment ?? visit?.reason
        facts["count"] = "\(max(visits.count, 1))"
        facts["visit"] = "\(max(visits.count, 1) + 1)"
        var told = [Message("N-UNIT-001", facts)] + unfinished(header, store)
        if visits.count >= layout.form.visitsMax {
            told.append(Message("N-UNIT-008", ["count": "\(layout.form.visitsMax)"]))
        }
        return told
    }

    /// How many questions have an answer, the key left out.
    private func count(_ row: RecordRow, _ set: RecordSet) -> Int {
        let own = zip(set.fields, row.answers).count { field, answer in
            answer.value != nil && !field.question.isCalculated && !layout.form.key.contains(field.name)
        }
        return own
            + row.rosters.enumerated().reduce(0) { sum, roster in
                sum + roster.element.reduce(0) { $0 + count($1, layout.sets[set.rosters[roster.offset]]) }
            }
    }

    /// What an earlier visit has answered beside the key, where it may be gone on with.
    private func unfinished(_ header: RecordHeader, _ store: Store) -> [Message] {
        let mayGoOn = header.status == .incomplete || [.partlyCompleted, .postponed].contains(header.result)
        guard mayGoOn, let record = try? store.record(header.id, layout: layout)?.record else { return [] }
        let answered = count(record.root, layout.root)
        guard answered > 0 else { return [] }
        return [Message("N-UNIT-006", ["id": header.id, "count": "\(answered)"])]
    }
}

extension String {
    /// Whether two names are one, in whatever letters and Unicode form they are written.
    func isSamePerson(as other: String) -> Bool {
        storageForm.lowercased() == other.storageForm.lowercased()
    }
}
