import Interviewing
import Messages
import Storage

/// Drafts whose record is in the store already: whoever was killed between storing the record and ending the draft left
/// them. They hold nothing that the store does not, and only have to go.
enum StoredDrafts {
    /// Ends them, but for those that somebody has open, and says so.
    /// - Returns: the ids of the drafts that went.
    @discardableResult
    static func end(_ open: OpenWorkspace) throws -> Set<String> {
        // A store that cannot be read stops no interview.
        guard let drafts = try open.draftsToRead(), let store = try? open.storeToRead() else { return [] }
        var ended: Set<String> = []
        for draft in try drafts.drafts() where !draft.isHeld {
            guard let record = record(of: draft), (try? isStored(draft, as: record, store)) == true else { continue }
            // Whoever took it up meanwhile ends it.
            guard (try? open.draftsToWrite().discard(draft.id)) != nil else { continue }
            ended.insert(draft.id)
            Console.note(Message("N-DRAFT-007", ["id": draft.id, "record": record]))
        }
        return ended
    }

    /// The id that the record of a draft has or will have; `nil` while its key is not whole. A form without a key needs
    /// none: storing its record twice keeps it once.
    private static func record(of draft: DraftSummary) -> String? {
        switch draft.header.purpose {
        case .edit(let record, _): record
        case .new where draft.header.unit.isEmpty: nil
        case .new:
            RecordIdentity.id(
                form: draft.header.form, key: draft.header.unit.map(\.value), round: draft.header.round)
        }
    }

    private static func isStored(_ draft: DraftSummary, as record: String, _ store: Store) throws -> Bool {
        guard try store.header(of: record, form: draft.header.form) != nil else { return false }
        return try store.auditEvents(of: record, form: draft.header.form).contains { event in
            guard event.origin == draft.id else { return false }
            return draft.header.purpose == .new || event.event.kind == EditEnd.eventKind
        }
    }
}
