import FormModel
import Scripting

/// Gathers findings: each once, and none of what loading has told already.
final class Collector {
    private var known: Set<String>
    /// The lines on which loading found an error.
    private let errorLines: Set<Place>
    private var found: [Diagnostic] = []

    init(known: [Diagnostic]) {
        self.known = Set(known.map(Collector.key))
        errorLines = Set(
            known.filter { $0.severity == .error }.compactMap(\.place).map { Place(file: $0.file, line: $0.line) })
    }

    func tell(_ finding: Finding) {
        let line = Place(file: finding.place.file, line: finding.place.line)
        // What a script stumbled over while it was read is no second mistake.
        if finding.code.hasPrefix("E-GLOBAL"), errorLines.contains(line) { return }
        let diagnostic = finding.diagnostic
        guard known.insert(Collector.key(diagnostic)).inserted else { return }
        found.append(diagnostic)
    }

    /// Whether something was told of what stands between two places of a file.
    func isTold(_ first: Place, _ last: Place) -> Bool {
        found.contains { diagnostic in
            guard let place = diagnostic.place, place.file == first.file, diagnostic.severity != .note else {
                return false
            }
            let (line, column) = (place.line, place.column ?? 0)
            return (first.line, first.column ?? 0) <= (line, column) && (line, column) <= (last.line, last.column ?? 0)
        }
    }

    /// One place has one diagnostic of a code.
    private static func key(_ diagnostic: Diagnostic) -> String {
        "\(diagnostic.message.code) \(diagnostic.place.map { "\($0)" } ?? "")"
    }

    /// What was found, in the order of files and lines.
    var sorted: [Diagnostic] { found.sortedByPlace }
}
