import FormModel
import Messages
import TOMLKit
import VietText

/// Reads the keys of a configuration, each by its type; the library reports a wrong type as a missing key, so that
/// types are checked here.
struct ConfigurationReader {
    let table: TOMLTable
    let file: String
    let text: String

    private static let keys: [String: [String]] = [
        "": [
            "schema", "script_api", "store", "locale", "periods", "report", "limits", "interviewer", "notifiers",
            "alerts",
        ],
        "store": ["path", "url"], "locale": ["language", "time_zone"], "periods": ["cut_off_day", "report_due"],
        "report": ["small_cell", "coverage_min"],
        "limits": ["load_s", "interview_ms", "record_ms", "report_s", "test_s", "memory_mb"],
        "interviewer": ["name", "device"],
        "alerts": ["heartbeat_file", "heartbeat_url", "keeper", "backup_days", "limit_s"],
    ]
    private static let sections = [
        "store", "locale", "periods", "report", "limits", "interviewer", "notifiers", "alerts",
    ]

    /// Refuses keys that mean nothing.
    func checkKeys() throws(Diagnostic) {
        for key in table.keys {
            let known = ConfigurationReader.keys[""] ?? []
            guard known.contains(key) else { throw unknown([key], among: known) }
            guard ConfigurationReader.sections.contains(key) else { continue }
            guard let section = table[key]?.table else { throw wrongType([key], expected: "[\(key)]") }
            guard let allowed = ConfigurationReader.keys[key] else { continue }
            for inner in section.keys where !allowed.contains(inner) {
                throw unknown([key, inner], among: allowed)
            }
        }
    }

    /// The day of the year on which each report is due, as `07-10`; days that not every year has are refused.
    func reportDays() throws(Diagnostic) -> [String: String] {
        guard let value = value(["periods", "report_due"]) else { return [:] }
        guard let table = value.table else {
            throw wrongType(["periods", "report_due"], expected: "{ six_month = \"07-10\" }")
        }
        var days: [String: String] = [:]
        for name in table.keys {
            let path = ["periods", "report_due", name]
            guard let day = try string(path) else { continue }
            // 2025 has no 29 February.
            guard Day(iso: "2025-\(day)") != nil else {
                throw wrong(path, "E-CONFIG-003", ["value": "\"\(day)\"", "allowed": "\"01-01\"–\"12-31\""])
            }
            days[name] = day
        }
        return days
    }

    func has(_ path: [String]) -> Bool { value(path) != nil }

    func string(_ path: [String]) throws(Diagnostic) -> String? {
        guard let value = value(path) else { return nil }
        guard value.type == .string, let text = value.string else { throw wrongType(path, expected: "\"…\"") }
        return text
    }

    func integer(_ path: [String], in range: ClosedRange<Int> = Int.min...Int.max) throws(Diagnostic) -> Int? {
        guard let value = value(path) else { return nil }
        guard value.type == .int, let number = value.int else { throw wrongType(path, expected: "1, 2, 3 …") }
        guard range.contains(number) else {
            throw wrong(
                path, "E-CONFIG-003", ["value": "\(number)", "allowed": "\(range.lowerBound)–\(range.upperBound)"])
        }
        return number
    }

    func number(_ path: [String], in range: ClosedRange<Double>) throws(Diagnostic) -> Double? {
        guard let value = value(path) else { return nil }
        let number: Double? =
            switch value.type {
            case .int: value.int.map(Double.init)
            case .double: value.double
            default: nil
            }
        guard let number else { throw wrongType(path, expected: "1, 2.5 …") }
        guard range.contains(number) else {
            throw wrong(
                path, "E-CONFIG-003", ["value": "\(number)", "allowed": "\(range.lowerBound)–\(range.upperBound)"])
        }
        return number
    }

    func wrong(_ path: [String], _ code: String, _ facts: [String: String]) -> Diagnostic {
        var facts = facts
        facts["key"] = path.joined(separator: ".")
        return Diagnostic(at: place(of: path), Message(code, facts))
    }

    func wrongType(_ path: [String], expected: String) -> Diagnostic {
        wrong(path, "E-CONFIG-002", ["expected": expected, "found": value(path).map { "\($0.type)" } ?? "–"])
    }

    func unknown(_ path: [String], among known: [String]) -> Diagnostic {
        var facts: [String: String] = [:]
        facts["nearest"] = path.last.flatMap { NearestName.candidates(for: $0, among: known, limit: 1).first }
        return wrong(path, "E-CONFIG-001", facts)
    }

    func value(_ path: [String]) -> (any TOMLValueConvertible)? {
        var inner: TOMLTable? = table
        for section in path.dropLast() { inner = inner?[section]?.table }
        return path.last.flatMap { inner?[$0] }
    }

    /// The line of a key; the first line where the text does not show it.
    private func place(of path: [String]) -> Place {
        let last = path.last ?? ""
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            // Within an inline table, or at the end of a table's dotted name, it does not begin the line.
            for found in line.ranges(of: last) {
                let before = line[..<found.lowerBound].last
                guard before.map({ " \t[{,.\"'".contains($0) }) ?? true else { continue }
                let next = line[found.upperBound...].first { !" \t\"'".contains($0) }
                if next == "=" || next == "]" || next == "." { return Place(file: file, line: number + 1) }
            }
        }
        return Place(file: file, line: 1)
    }
}
