import Messages

extension Message {
    /// The message as it is said at the question itself, which needs no name.
    public var atQuestion: Message {
        let codes = [
            "E-ROW-007": "E-ASKED-001", "E-ROW-008": "E-ASKED-002", "E-ROW-009": "E-ASKED-003",
            "E-ROW-010": "E-ASKED-004", "E-ROW-011": "E-ASKED-005", "E-ROW-012": "E-ASKED-006",
            "E-ROW-014": "E-INTERVIEW-010",
            "E-ROW-021": "E-KEYING-014", "W-ROW-001": "W-ASKED-001", "W-ROW-002": "W-ASKED-002",
        ]
        return codes[code].map { Message($0, facts) } ?? self
    }
}
