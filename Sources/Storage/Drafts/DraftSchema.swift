import GRDB

/// The tables of the file of drafts.
enum DraftSchema {
    /// `CHID`, in the file's header.
    static let format = FileFormat(applicationId: 0x4348_4944, steps: [drafts], settings: [:])

    /// Version 1.
    private static let drafts = """
        CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

        -- A key is never used again, so that the lock of a draft is never that of another. Of all drafts, the one with the
        -- greatest change was written last, whatever the clock says.
        CREATE TABLE draft (
            key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, change INTEGER NOT NULL,
            form TEXT NOT NULL, form_version INTEGER NOT NULL, form_hash TEXT NOT NULL, round TEXT NOT NULL,
            day TEXT NOT NULL, language TEXT NOT NULL, who TEXT NOT NULL, device TEXT, opened_at TEXT NOT NULL,
            purpose TEXT NOT NULL, record TEXT, record_version INTEGER, unit TEXT NOT NULL, label TEXT NOT NULL,
            changed_at TEXT NOT NULL, state TEXT NOT NULL);

        -- Who opened the draft last. Whether it is open is told by the lock alone.
        CREATE TABLE holder (
            draft INTEGER PRIMARY KEY REFERENCES draft (key), who TEXT NOT NULL, process INTEGER NOT NULL,
            host TEXT NOT NULL, since TEXT NOT NULL);

        CREATE TABLE answer (
            draft INTEGER NOT NULL REFERENCES draft (key), path TEXT NOT NULL, content TEXT NOT NULL,
            PRIMARY KEY (draft, path)) WITHOUT ROWID;
        CREATE TABLE event (
            draft INTEGER NOT NULL REFERENCES draft (key), sequence INTEGER NOT NULL, content TEXT NOT NULL,
            PRIMARY KEY (draft, sequence)) WITHOUT ROWID;

        -- The files that drafts began with, each content once.
        CREATE TABLE source (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL);
        CREATE TABLE draft_source (
            draft INTEGER NOT NULL REFERENCES draft (key), path TEXT NOT NULL,
            hash TEXT NOT NULL REFERENCES source (hash), PRIMARY KEY (draft, path)) WITHOUT ROWID;
        CREATE INDEX draft_source_by_hash ON draft_source (hash);
        """
}
