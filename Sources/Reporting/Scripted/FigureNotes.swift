import Evaluation
import FormModel
import Messages

/// What the reader of some figures must know of how they came about, as footnotes of the table or chart that they stand
/// in: on which records formulas failed, why a figure could not be computed, and what is said of the design of a sample.
/// Each is told once, with the indicators that it is about where it is not about all.
struct FigureNotes {
    /// What stands behind a value of whose figure something is said.
    private static let noteMark = "(*)"
    /// So many indicators are named in a footnote.
    private static let named = 5
    /// So many footnotes name the records that formulas failed on; where records differ from figure to figure in more
    /// ways, only how many they are is told.
    private static let lists = 5

    private let cells: [FigureCell]
    private let words: FigureText
    private let name: (FigureCell) -> String

    /// - Parameter name: what a cell is called in a note.
    init(_ cells: [FigureCell], words: FigureText, name: @escaping (FigureCell) -> String = \.name) {
        self.cells = cells
        self.name = name
        self.words = words
    }

    /// The mark of a figure of which something is said, after a space.
    static func mark(of figure: Figure) -> String { figure.remarks.isEmpty ? "" : "\u{A0}" + noteMark }

    /// The footnotes.
    var footnotes: [Table.Footnote] { failed + obstacles + exceeding + remarks }

    private var failed: [Table.Footnote] {
        let found = cells.filter { !$0.hidesValue && $0.values.failed > 0 && $0.figure.failedRecordCount > 0 }
        let notes = footnotes(FigureText.failedMark, of: found) { cell in
            [words.failedNote(cell.figure.failedRecordCount, records: cell.figure.failedRecords)]
        }
        guard notes.count > FigureNotes.lists, let most = found.map(\.figure.failedRecordCount).max() else {
            return notes
        }
        return [Table.Footnote(PlainText(FigureText.failedMark), PlainText(words.failedNote(most: most)))]
    }

    private var obstacles: [Table.Footnote] {
        footnotes(FigureText.failedMark, of: cells) { $0.figure.obstacles.map(words.obstacleNote) }
    }

    private var exceeding: [Table.Footnote] {
        let open = cells.filter { !$0.hidesValue }
        guard let most = open.map(\.values.exceeding).max(), most > 0 else { return [] }
        return [Table.Footnote(PlainText(FigureText.exceedingMark), PlainText(words.exceedingNote(most: most)))]
    }

    private var remarks: [Table.Footnote] {
        footnotes(FigureNotes.noteMark, of: cells) { $0.figure.remarks.map { $0.text(in: words.language) + "." } }
    }

    /// A footnote for each sentence, behind the indicators that it is about.
    private func footnotes(
        _ mark: String, of some: [FigureCell], _ sentences: (FigureCell) -> [String]
    ) -> [Table.Footnote] {
        var order: [String] = []
        var names: [String: [String]] = [:]
        for cell in some {
            for sentence in sentences(cell) {
                if names[sentence] == nil { order.append(sentence) }
                if names[sentence]?.contains(name(cell)) != true { names[sentence, default: []].append(name(cell)) }
            }
        }
        let all = Set(cells.map(name)).count
        return order.map { sentence in
            let told = names[sentence] ?? []
            let whose = told.count == all ? "" : self.names(told) + ": "
            return Table.Footnote(PlainText(mark), PlainText(whose + sentence))
        }
    }

    private func names(_ names: [String]) -> String {
        let more = names.count - FigureNotes.named
        return names.prefix(FigureNotes.named).joined(separator: ", ")
            + (more > 0 ? words.vi(" và \(more) chỉ tiêu khác", en: " and \(more) more") : "")
    }
}

extension FigureCell {
    /// What its indicator is called in a note.
    var name: String { indicator.code ?? indicator.label.text(in: words.language) }
}

extension Figure {
    /// What is to be said of it, but for what keeps it from being computed.
    fileprivate var remarks: [Message] {
        let obstacles = obstacles
        return notes.filter { !obstacles.contains($0) }
    }
}
