import FormModel
import Messages
import TOMLKit

/// What `chiso.toml` says; every key has a default.
public struct Configuration: Hashable, Sendable {
    /// The path of the store, below the workspace unless it is absolute.
    public var storePath = ".chiso/store.sqlite"
    /// The language of what people read.
    public var language = Language.vietnamese
    /// The time zone that decides the day.
    public var timeZone = "Asia/Ho_Chi_Minh"
    /// The day of the month on which a new month begins.
    public var cutOffDay = 1
    /// Below this many, split cells of confidential forms are hidden.
    public var smallCell = 5
    /// The least coverage for a status, in percent.
    public var coverageMinimum = 90.0
    /// The limits of scripts.
    public var limits = ScriptLimits()
    /// The interviewer's name.
    public var interviewer: String?
    /// The device's name.
    public var device: String?
    /// The day of the year on which each report is due, as `07-10`, by the report's id.
    public var reportDue: [String: String] = [:]
    /// How messages are handed over.
    public var notifiers: [NotifierConfiguration] = []
    /// How alerts are run.
    public var alerts = AlertsConfiguration()

    /// The defaults.
    public init() {}

    /// Reads the text of a `chiso.toml`.
    /// - Throws: `Diagnostic` E-CONFIG-… that names the line or the key.
    public init(toml text: String, file: String = "chiso.toml") throws(Diagnostic) {
        if let before = text.firstIndex(of: "\0").map({ text[..<$0] }) {
            // The library takes it for the end of the text.
            let line = before.count { $0.isNewline } + 1
            throw Diagnostic(at: Place(file: file, line: line), Message("E-SYNTAX-014", ["found": "\\0"]))
        }
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw Diagnostic(
                at: Place(file: file, line: error.source.begin.line, column: error.source.begin.column),
                Message("E-CONFIG-004", ["text": error.description]))
        } catch {
            throw Diagnostic(at: Place(file: file, line: 1), Message("E-CONFIG-004", ["text": "\(error)"]))
        }
        try self.init(ConfigurationReader(table: table, file: file, text: text))
    }

    private init(_ reader: ConfigurationReader) throws(Diagnostic) {
        try reader.checkKeys()
        for (key, newest) in [("schema", 1), ("script_api", ScriptLibrary.version)] {
            guard let version = try reader.integer([key]) else { continue }
            guard version == newest else {
                throw reader.wrong([key], "E-CONFIG-003", ["value": "\(version)", "allowed": "\(newest)"])
            }
        }
        if reader.has(["store", "url"]) { throw reader.wrong(["store", "url"], "E-CONFIG-005", [:]) }
        storePath = try reader.string(["store", "path"]) ?? storePath
        if let code = try reader.string(["locale", "language"]) {
            guard let language = Language(rawValue: code) else {
                throw reader.wrong(["locale", "language"], "E-CONFIG-003", ["value": code, "allowed": "vi, en"])
            }
            self.language = language
        }
        timeZone = try reader.string(["locale", "time_zone"]) ?? timeZone
        cutOffDay = try reader.integer(["periods", "cut_off_day"], in: 1...28) ?? cutOffDay
        smallCell = try reader.integer(["report", "small_cell"], in: 1...1000) ?? smallCell
        coverageMinimum = try reader.number(["report", "coverage_min"], in: 0...100) ?? coverageMinimum
        limits.load = try reader.number(["limits", "load_s"], in: 0.01...3600) ?? limits.load
        limits.interview =
            try reader.number(["limits", "interview_ms"], in: 1...60_000).map { $0 / 1000 } ?? limits.interview
        limits.record = try reader.number(["limits", "record_ms"], in: 1...60_000).map { $0 / 1000 } ?? limits.record
        limits.report = try reader.number(["limits", "report_s"], in: 0.1...3600) ?? limits.report
        limits.test = try reader.number(["limits", "test_s"], in: 0.1...3600) ?? limits.test
        limits.memory = try reader.integer(["limits", "memory_mb"], in: 4...4096).map { $0 << 20 } ?? limits.memory
        interviewer = try reader.string(["interviewer", "name"])
        device = try reader.string(["interviewer", "device"])
        reportDue = try reader.reportDays()
        notifiers = try reader.notifiers()
        alerts = try reader.alerts()
    }
}
