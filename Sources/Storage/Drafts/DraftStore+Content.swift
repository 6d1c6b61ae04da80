import FormModel

/// What stands in a draft, for whoever does not hold it.
public struct DraftContent: Hashable, Sendable {
    /// The state that the last step gave; empty before the first.
    public let state: String
    /// The answers, ordered by their paths' bytes.
    public let answers: [DraftAnswer]
}

extension DraftStore {
    /// What stands in a draft now, whoever holds it.
    ///
    /// - Throws: `noSuchDraft`.
    public func content(of id: String) throws -> DraftContent {
        try reading { tables in
            let states = try RawStatement.rows(
                tables.database, "SELECT state FROM draft WHERE id = ?", [id], path: tables.path
            ) { $0.text(0) }
            guard let state = states.first else {
                throw StorageError(.noSuchDraft, path: path, facts: ["draft": id])
            }
            let sql =
                "SELECT path, content FROM answer WHERE draft = (SELECT key FROM draft WHERE id = ?) ORDER BY path"
            let answers = try tables.reading(id) {
                try RawStatement.rows(tables.database, sql, [id], path: tables.path) { row in
                    DraftAnswer(path: row.text(0), answer: try AnswerContent.decode(row.bytes(1)))
                }
            }
            return DraftContent(state: state, answers: answers)
        }
    }
}
