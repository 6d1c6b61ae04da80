/// The tables of a store of records that do not depend on any form.
enum Schema {
    /// `CHIS`, in the file's header.
    static let format = FileFormat(
        applicationId: 0x4348_4953, steps: [records, interviews, samples, runs, alerts],
        settings: ["records_sum": RecordsSum().hexadecimal])

    /// The names of the tables of each schema version.
    static func tableNames(ofVersion schema: Int64) -> [String] {
        let records = [
            "setting", "form_version", "form_set", "form_field", "import_batch", "record", "record_version",
            "personal_value", "run",
        ]
        let interviews = ["visit", "audit_event", "audit_chain", "audit_value"]
        let samples = ["sample", "assignment"]
        let runs = ["run_origin", "source_text", "run_source", "period_closing"]
        let alerts = [
            "alert_rule", "alert_instance", "alert_event", "alert_silence", "notice", "outbox", "alert_run",
        ]
        return records + (schema >= withInterviews ? interviews : []) + (schema >= withSamples ? samples : [])
            + (schema >= withRuns ? runs : []) + (schema >= withAlerts ? alerts : [])
    }

    /// Version 1: records and their versions.
    private static let records = """
        CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

        -- The text of every form version ever used.
        CREATE TABLE form_version (
            key INTEGER PRIMARY KEY, form TEXT NOT NULL, version INTEGER NOT NULL, hash TEXT NOT NULL,
            text TEXT NOT NULL, UNIQUE (form, version, hash));

        -- Which table holds which set of records, and what its columns hold.
        CREATE TABLE form_set (
            path TEXT PRIMARY KEY, form TEXT NOT NULL, name TEXT NOT NULL, parent TEXT REFERENCES form_set (path),
            data_table TEXT NOT NULL UNIQUE COLLATE NOCASE, position INTEGER NOT NULL);
        CREATE TABLE form_field (
            set_path TEXT NOT NULL REFERENCES form_set (path), name TEXT NOT NULL COLLATE NOCASE, kind TEXT NOT NULL,
            calculated_kinds INTEGER NOT NULL DEFAULT 0, position INTEGER NOT NULL, PRIMARY KEY (set_path, name));

        CREATE TABLE import_batch (
            key INTEGER PRIMARY KEY, form TEXT NOT NULL, name TEXT, file_hash TEXT NOT NULL,
            record_count INTEGER NOT NULL, stored_at TEXT NOT NULL, who TEXT NOT NULL);

        -- Every record, and every version of it ever.
        CREATE TABLE record (
            key INTEGER PRIMARY KEY, form TEXT NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL,
            version INTEGER NOT NULL, UNIQUE (form, id), UNIQUE (form, number));
        CREATE TABLE record_version (
            record INTEGER NOT NULL REFERENCES record (key), version INTEGER NOT NULL,
            form_version INTEGER NOT NULL REFERENCES form_version (key), hash TEXT NOT NULL, content TEXT NOT NULL,
            stored_at TEXT NOT NULL, who TEXT NOT NULL, device TEXT, why TEXT,
            batch INTEGER REFERENCES import_batch (key), UNIQUE (record, version));

        -- The personal values that contents name only by commitment; erasing a person deletes rows here.
        CREATE TABLE personal_value (
            record INTEGER NOT NULL, version INTEGER NOT NULL, path TEXT NOT NULL, salt BLOB NOT NULL,
            value TEXT NOT NULL, PRIMARY KEY (record, version, path),
            FOREIGN KEY (record, version) REFERENCES record_version (record, version)) WITHOUT ROWID;

        CREATE TABLE run (id TEXT PRIMARY KEY, content TEXT NOT NULL, created_at TEXT NOT NULL) WITHOUT ROWID;
        """

    /// The schema version from which a store holds visits and the audit log.
    static let withInterviews: Int64 = 2

    /// Version 2: the visits that records come from, and the log of what happened in them.
    private static let interviews = """
        CREATE TABLE visit (
            record INTEGER NOT NULL REFERENCES record (key), number INTEGER NOT NULL, started_at TEXT NOT NULL,
            ended_at TEXT, who TEXT NOT NULL, device TEXT, result TEXT NOT NULL, reason TEXT, appointment TEXT,
            PRIMARY KEY (record, number)) WITHOUT ROWID;

        -- Each event's hash is SHA-256 of the hash before it and its content; before the first stands that of the record.
        CREATE TABLE audit_event (
            record INTEGER NOT NULL REFERENCES record (key), number INTEGER NOT NULL, origin TEXT NOT NULL,
            sequence INTEGER NOT NULL, hash TEXT NOT NULL, content TEXT NOT NULL,
            PRIMARY KEY (record, number), UNIQUE (record, origin, sequence)) WITHOUT ROWID;

        -- How long each record's log is and its last hash, so that a log cut short is seen.
        CREATE TABLE audit_chain (
            record INTEGER PRIMARY KEY REFERENCES record (key), length INTEGER NOT NULL, hash TEXT NOT NULL);

        -- The personal parts that events name only by commitment; erasing a person deletes rows here.
        CREATE TABLE audit_value (
            record INTEGER NOT NULL, number INTEGER NOT NULL, part TEXT NOT NULL, salt BLOB NOT NULL,
            value TEXT NOT NULL, PRIMARY KEY (record, number, part),
            FOREIGN KEY (record, number) REFERENCES audit_event (record, number)) WITHOUT ROWID;

        CREATE TRIGGER audit_event_is_not_updated BEFORE UPDATE ON audit_event
        BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
        CREATE TRIGGER audit_event_is_not_deleted BEFORE DELETE ON audit_event
        BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
        """

    /// The schema version from which a store holds samples.
    static let withSamples: Int64 = 3

    /// Version 3: the samples that were drawn, and who is to ask which of their units.
    private static let samples = """
        -- Of the samples of a design and round, the one that was not replaced is in force.
        CREATE TABLE sample (
            key INTEGER PRIMARY KEY, design TEXT NOT NULL, form TEXT NOT NULL, round TEXT NOT NULL,
            key_fields TEXT NOT NULL, seed TEXT NOT NULL, drawn_at TEXT NOT NULL, who TEXT NOT NULL, replaced_at TEXT);
        CREATE UNIQUE INDEX sample_in_force ON sample (design, round) WHERE replaced_at IS NULL;

        -- The units of each sample; number is the order of drawing, in the reserve that of opening.
        CREATE TABLE assignment (
            sample INTEGER NOT NULL REFERENCES sample (key), position INTEGER NOT NULL, unit TEXT NOT NULL,
            stratum TEXT NOT NULL, role TEXT NOT NULL, number INTEGER NOT NULL, stratum_size INTEGER NOT NULL,
            stratum_selected INTEGER NOT NULL, interviewer TEXT, PRIMARY KEY (sample, position), UNIQUE (sample, unit)
        ) WITHOUT ROWID;
        """

    /// The schema version from which a store keeps what runs were made from, and which periods are closed.
    static let withRuns: Int64 = 4

    /// Version 4: what recorded runs were asked and made from, and the closed periods.
    private static let runs = """
        -- through is how many versions of records there were, in the order they came.
        CREATE TABLE run_origin (
            run TEXT PRIMARY KEY REFERENCES run (id), request TEXT NOT NULL, known_at TEXT, through INTEGER,
            who TEXT NOT NULL) WITHOUT ROWID;

        -- The files of all runs, each once, by SHA-256.
        CREATE TABLE source_text (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE run_source (
            run TEXT NOT NULL REFERENCES run (id), path TEXT NOT NULL, hash TEXT NOT NULL REFERENCES source_text (hash),
            PRIMARY KEY (run, path)) WITHOUT ROWID;

        -- Every closing, and every opening again (without a run); the last of a period is in force.
        CREATE TABLE period_closing (
            number INTEGER PRIMARY KEY, period TEXT NOT NULL, run TEXT REFERENCES run (id), note TEXT NOT NULL,
            who TEXT NOT NULL, closed_at TEXT NOT NULL);
        """

    /// The schema version from which a store keeps alerts.
    static let withAlerts: Int64 = 5

    /// Version 5: the states of alerts, what happened to them, what was told, and what of it is still to be delivered.
    private static let alerts = """
        CREATE TABLE alert_rule (id TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;

        -- An alert from its start on; resolved ones stay for 15 days.
        CREATE TABLE alert_instance (
            rule TEXT NOT NULL, labels TEXT NOT NULL, active_since TEXT NOT NULL, state TEXT NOT NULL,
            content TEXT NOT NULL, PRIMARY KEY (rule, labels, active_since)) WITHOUT ROWID;

        -- What happened to alerts and what was done about them.
        CREATE TABLE alert_event (
            number INTEGER PRIMARY KEY, at TEXT NOT NULL, rule TEXT NOT NULL, labels TEXT NOT NULL, kind TEXT NOT NULL,
            active_since TEXT, detail TEXT NOT NULL);
        CREATE TABLE alert_silence (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, content TEXT NOT NULL);

        -- What was told, and for each notifier what became of it.
        CREATE TABLE notice (
            id TEXT PRIMARY KEY, made_at TEXT NOT NULL, severity TEXT NOT NULL, kind TEXT NOT NULL,
            owners TEXT NOT NULL, labels TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, json TEXT NOT NULL)
            WITHOUT ROWID;
        CREATE TABLE outbox (
            notifier TEXT NOT NULL, notice TEXT NOT NULL REFERENCES notice (id), state TEXT NOT NULL,
            queued_at TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (notifier, notice)) WITHOUT ROWID;
        -- What was accepted is history; a run reads the rest.
        CREATE INDEX outbox_open ON outbox (notice) WHERE state <> 'accepted';
        CREATE TABLE alert_run (number INTEGER PRIMARY KEY, now TEXT NOT NULL, summary TEXT NOT NULL);
        """
}
