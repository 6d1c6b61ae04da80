import FormModel
import GRDB

/// Verifies the logs of a form's records: every link of every chain, and personal values against their commitments.
struct AuditCheck {
    private let form: String
    private let events: RawStatement
    private let values: RawStatement
    private let chains: RawStatement
    /// How many events were seen.
    private(set) var count = 0

    init(form: String, _ database: Database, path: String) throws {
        self.form = form
        events = try RawStatement(
            database,
            """
            SELECT e.record, r.id, e.number, e.origin, e.sequence, e.hash, e.content FROM record r
            JOIN audit_event e ON e.record = r.key WHERE r.form = ? ORDER BY e.record, e.number
            """, path: path)
        values = try RawStatement(database, AuditValue.query, path: path)
        chains = try RawStatement(
            database,
            """
            SELECT r.id, c.length, c.hash, e.hash, (SELECT count(*) FROM audit_event a WHERE a.record = r.key)
            FROM record r LEFT JOIN audit_chain c ON c.record = r.key
            LEFT JOIN audit_event e ON e.record = r.key AND e.number = c.length WHERE r.form = ? ORDER BY r.key
            """, path: path)
    }

    mutating func run(_ report: inout CheckReport) throws {
        try checkLinks(&report)
        try checkEnds(&report)
    }

    private mutating func checkLinks(_ report: inout CheckReport) throws {
        var record: Int64?
        var chain = AuditChain(length: 0, hash: "")
        events.bind(form, at: 1)
        while try events.step() {
            count += 1
            let id = events.text(1)
            let number = events.integer(2)
            func note(_ kind: CheckProblem.Kind, _ detail: String) {
                report.note(kind, form: form, record: id, "event \(number): \(detail)")
            }
            if record != events.integer(0) {
                record = events.integer(0)
                chain = AuditChain(form: form, record: id)
            }
            let content = events.array(6)
            if number == chain.length + 1 {
                chain.append(content)
                if chain.hash != events.text(5) { note(.brokenChain, "it does not follow from the event before") }
            } else {
                note(.lostEvent, "event \(chain.length + 1) should stand here")
            }
            // One fault is told once: the next event is judged by the hash that is kept.
            chain = AuditChain(length: number, hash: events.text(5))
            try checkContent(content, of: events.integer(0), number: number, note)
        }
        events.restart()
    }

    private func checkContent(
        _ content: [UInt8], of record: Int64, number: Int64, _ note: (CheckProblem.Kind, String) -> Void
    ) throws {
        do {
            var read = try content.withUnsafeBufferPointer { try AuditContent(reading: $0) }
            if read.origin != events.text(3) || Int64(read.event.sequence) != events.integer(4) {
                note(.wrongEvent, "the content is another event's")
            }
            for value in try AuditValue.read(values, record: record, number: number) {
                guard read.commitments[value.part] == commitment(salt: value.salt, value: value.value) else {
                    note(.wrongPersonalValue, "\(value.part.rawValue) does not fit its commitment")
                    continue
                }
                try read.restore(value)
            }
        } catch let fault as ContentFault {
            note(.wrongEvent, fault.reason)
        }
    }

    private func checkEnds(_ report: inout CheckReport) throws {
        chains.bind(form, at: 1)
        while try chains.step() {
            let count = chains.integer(4)
            guard count != chains.integer(1) || chains.text(2) != chains.text(3) else { continue }
            report.note(
                .lostEvent, form: form, record: chains.text(0),
                "the log should have \(chains.integer(1)) events and ends otherwise, after \(count)")
        }
    }
}
