import Foundation
import Testing

/// Data and expected values that lie in `Golden/`, made by `Golden/expected.R`.
enum Golden {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let value: Double

        var testDescription: String { name }
    }

    struct Missing: Error {
        let name: String
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    /// NHANES 2009–2010, which the repository keeps as an example.
    static let nhanes = "../../Examples/nhanes/nhanes.csv"

    static func data(_ file: String) throws -> Data { try Data(contentsOf: folder.appendingPathComponent(file)) }

    private static func lines(_ file: String) -> [[String]] {
        let text = (try? data(file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.split(separator: "\n").map(parts)
    }

    /// The parts of a line; commas within quotes do not part it.
    private static func parts(_ line: Substring) -> [String] {
        var parts = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: parts.append("")
            default: parts[parts.count - 1].append(character)
            }
        }
        return parts
    }

    /// The expected values of some cases.
    static func rows(_ cases: String...) -> [Row] {
        lines("Golden/expected.csv").dropFirst().compactMap { line in
            guard line.count == 2, let value = Double(line[1]) else { return nil }
            let first = line[0].prefix { $0 != "." && $0 != "|" }
            return cases.contains(String(first)) ? Row(name: line[0], value: value) : nil
        }
    }

    /// A data set: its columns by name.
    struct Table: Sendable {
        private let columns: [String: [String]]

        init(_ file: String) {
            let lines = Golden.lines(file)
            var columns: [String: [String]] = [:]
            for (place, name) in (lines.first ?? []).enumerated() {
                columns[name] = lines.dropFirst().map { $0[place] }
            }
            self.columns = columns
        }

        func texts(_ name: String) throws -> [String] {
            guard let column = columns[name] else { throw Missing(name: name) }
            return column
        }

        /// Not a number where a value is missing.
        func numbers(_ name: String) throws -> [Double] { try texts(name).map { Double($0) ?? .nan } }

        func codes(_ name: String) throws -> [Int] { try texts(name).map { Int($0) ?? -1 } }
    }
}
