import FormModel
import Messages
import TOMLKit
import VietText

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

    /// The defaults.
    public init() {}

    /// Reads the text of a `chiso.toml`.
    /// - Throws: `Diagnostic` E-CONFIG-… that names the line or the key.
    public init(toml text: String, file: String = "chiso.toml") throws(Diagnostic) {
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
        for (key, newest) in [("schema", 1), ("script_api", 1)] {
            guard let version = try reader.integer(key) else { continue }
            guard version == newest else {
                throw reader.wrong(key, "E-CONFIG-003", ["value": "\(version)", "allowed": "\(newest)"])
            }
        }
        if reader.has("store.url") { throw reader.wrong("store.url", "E-CONFIG-005", [:]) }
        storePath = try reader.string("store.path") ?? storePath
        if let code = try reader.string("locale.language") {
            guard let language = Language(rawValue: code) else {
                throw reader.wrong("locale.language", "E-CONFIG-003", ["value": code, "allowed": "vi, en"])
            }
            self.language = language
        }
        timeZone = try reader.string("locale.time_zone") ?? timeZone
        cutOffDay = try reader.integer("periods.cut_off_day", in: 1...28) ?? cutOffDay
        smallCell = try reader.integer("report.small_cell", in: 1...1000) ?? smallCell
        coverageMinimum = try reader.number("report.coverage_min", in: 0...100) ?? coverageMinimum
        limits.load = try reader.number("limits.load_s", in: 0.01...3600) ?? limits.load
        limits.interview =
            try reader.number("limits.interview_ms", in: 1...60_000).map { $0 / 1000 } ?? limits.interview
        limits.record = try reader.number("limits.record_ms", in: 1...60_000).map { $0 / 1000 } ?? limits.record
        limits.report = try reader.number("limits.report_s", in: 0.1...3600) ?? limits.report
        limits.memory = try reader.integer("limits.memory_mb", in: 4...4096).map { $0 << 20 } ?? limits.memory
        interviewer = try reader.string("interviewer.name")
        device = try reader.string("interviewer.device")
    }
}

/// Reads the keys of a configuration, each by its type; the library reports a wrong type as a missing key, so that
/// types are checked here.
struct ConfigurationReader {
    let table: TOMLTable
    let file: String
    let text: String

    private static let keys: [String: [String]] = [
        "": ["schema", "script_api", "store", "locale", "periods", "report", "limits", "interviewer", "notifiers"],
        "store": ["path", "url"], "locale": ["language", "time_zone"], "periods": ["cut_off_day", "report_due"],
        "report": ["small_cell", "coverage_min"],
        "limits": ["load_s", "interview_ms", "record_ms", "report_s", "memory_mb"], "interviewer": ["name", "device"],
    ]
    private static let sections = ["store", "locale", "periods", "report", "limits", "interviewer", "notifiers"]

    /// Refuses keys that mean nothing.
    func checkKeys() throws(Diagnostic) {
        for key in table.keys {
            let known = ConfigurationReader.keys[""] ?? []
            guard known.contains(key) else { throw unknown(key, among: known) }
            guard ConfigurationReader.sections.contains(key) else { continue }
            guard let section = table[key]?.table else { throw wrongType(key, expected: "[\(key)]") }
            guard let allowed = ConfigurationReader.keys[key] else { continue }
            for inner in section.keys where !allowed.contains(inner) {
                throw unknown("\(key).\(inner)", among: allowed)
            }
        }
    }

    func has(_ key: String) -> Bool { value(key) != nil }

    func string(_ key: String) throws(Diagnostic) -> String? {
        guard let value = value(key) else { return nil }
        guard value.type == .string, let text = value.string else { throw wrongType(key, expected: "\"…\"") }
        return text
    }

    func integer(_ key: String, in range: ClosedRange<Int> = Int.min...Int.max) throws(Diagnostic) -> Int? {
        guard let value = value(key) else { return nil }
        guard value.type == .int, let number = value.int else { throw wrongType(key, expected: "1, 2, 3 …") }
        guard range.contains(number) else {
            throw wrong(
                key, "E-CONFIG-003", ["value": "\(number)", "allowed": "\(range.lowerBound)–\(range.upperBound)"])
        }
        return number
    }

    func number(_ key: String, in range: ClosedRange<Double>) throws(Diagnostic) -> Double? {
        guard let value = value(key) else { return nil }
        let number: Double? =
            switch value.type {
            case .int: value.int.map(Double.init)
            case .double: value.double
            default: nil
            }
        guard let number else { throw wrongType(key, expected: "1, 2.5 …") }
        guard range.contains(number) else {
            throw wrong(
                key, "E-CONFIG-003", ["value": "\(number)", "allowed": "\(range.lowerBound)–\(range.upperBound)"])
        }
        return number
    }

    func wrong(_ key: String, _ code: String, _ facts: [String: String]) -> Diagnostic {
        var facts = facts
        facts["key"] = key
        return Diagnostic(at: place(of: key), Message(code, facts))
    }

    private func wrongType(_ key: String, expected: String) -> Diagnostic {
        wrong(key, "E-CONFIG-002", ["expected": expected, "found": value(key).map { "\($0.type)" } ?? "–"])
    }

    private func unknown(_ key: String, among known: [String]) -> Diagnostic {
        let last = key.split(separator: ".").last.map(String.init) ?? key
        var facts: [String: String] = [:]
        facts["nearest"] = NearestName.candidates(for: last, among: known, limit: 1).first
        return wrong(key, "E-CONFIG-001", facts)
    }

    private func value(_ key: String) -> (any TOMLValueConvertible)? {
        let parts = key.split(separator: ".").map(String.init)
        if parts.count == 2 { return table[parts[0]]?.table?[parts[1]] }
        return table[parts[0]]
    }

    /// The line of a key; the first line where the text does not show it.
    private func place(of key: String) -> Place {
        let last = key.split(separator: ".").last.map(String.init) ?? key
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let trimmed = line.drop { $0 == " " || $0 == "\t" || $0 == "[" }
            guard trimmed.hasPrefix(last) else { continue }
            let next = trimmed.dropFirst(last.count).first { $0 != " " }
            if next == "=" || next == "]" || next == "." { return Place(file: file, line: number + 1) }
        }
        return Place(file: file, line: 1)
    }
}
