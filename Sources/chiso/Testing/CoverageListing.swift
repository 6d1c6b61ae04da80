import FormModel
import ScriptTesting
import VietText

/// A script with, before each line, how often it ran: `!` where it never did, and below a line the conditions on it that
/// were never true or never false.
struct CoverageListing {
    let file: FileCoverage

    func text(in language: Language) -> String {
        let counts = Dictionary(file.lines.map { ($0.line, $0.count) }) { first, _ in first }
        let open = Dictionary(grouping: file.branches.filter { $0.passed == 0 || $0.failed == 0 }, by: \.probe.line)
        let source = file.text.split(omittingEmptySubsequences: false) { $0.isNewline }
        var lines = ["\(file.path): \(file.total.ran)/\(file.total.all)"]
        for (number, text) in zip(1..., source) {
            let count = counts[number].map { $0 == 0 ? "!" : "\($0)" } ?? ""
            let line = String(text).replacing("\t", with: " ").printableLine
            lines.append("\(count.padded(to: 7, .right)) \("\(number)".padded(to: 5, .right)) | \(line)")
            for branch in open[number] ?? [] {
                let blank = String(repeating: " ", count: max(0, branch.probe.column - 1))
                lines.append("      ?       | \(blank)^ \(note(branch, language))")
            }
        }
        return lines.joined(separator: "\n")
    }

    private func note(_ branch: ProbeCount, _ language: Language) -> String {
        switch (language, branch.passed > 0, branch.failed > 0) {
        case (.vietnamese, false, false): "chưa xét lần nào"
        case (.vietnamese, false, _): "chưa lần nào đúng"
        case (.vietnamese, _, _): "chưa lần nào sai"
        case (.english, false, false): "never reached"
        case (.english, false, _): "never true"
        case (.english, _, _): "never false"
        }
    }
}
