import Evaluation
import FormModel
import VietText

/// A column that a table of figures can have, by the name that scripts give it.
enum FigureColumn: String, CaseIterable {
    case code, label, value, target, expected, gap, status, n, missing, coverage, owner, source, frequency, definition
    case method, unit, change, updated, reaches

    /// The columns of a table that names none.
    static let standard: [FigureColumn] = [.code, .label, .value, .target, .expected, .status]

    /// Figures stand right, words left.
    var alignment: TextAlignment {
        switch self {
        case .value, .target, .expected, .gap, .n, .missing, .coverage, .change: .right
        case .code, .label, .status, .owner, .source, .frequency, .definition, .method, .unit, .updated, .reaches: .left
        }
    }

    /// The text of a figure or row.
    func text(_ cell: FigureCell) -> String {
        let indicator = cell.indicator
        let own = { (text: LocalizedText?) in text?.text(in: cell.words.language) ?? "" }
        return switch self {
        case .code: indicator.code ?? ""
        case .label: cell.label
        case .value: cell.noted
        case .target: indicator.target == nil ? "" : cell.targetText
        case .expected: indicator.target == nil ? "" : cell.expected
        case .gap: indicator.target == nil ? "" : cell.gapText
        case .status: FigureColumn.keepingWords(cell.status)
        case .n: cell.n
        case .missing: cell.missing
        case .coverage: cell.coverage
        case .owner: own(indicator.owner)
        case .source: own(indicator.source)
        case .frequency: own(indicator.frequency)
        case .definition: cell.words.definition(of: indicator) ?? ""
        case .method: cell.words.method(cell.method)
        case .unit: indicator.unit == "percent" ? "%" : indicator.unit
        // Of a figure or row, not of a cell: `ReportFigure` and `ReportRow` know.
        case .change, .updated, .reaches: ""
        }
    }

    /// Words of two syllables are not parted where a cell wraps.
    private static func keepingWords(_ text: String) -> String {
        ["tiến độ", "đơn vị", "báo cáo", "số liệu"].reduce(text) { text, word in
            text.replacing(word, with: word.replacing(" ", with: "\u{A0}"))
        }
    }

    /// The heading of a column that the script gives none.
    func header(in language: Language) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }

    /// Short headings are not parted.
    private var vietnamese: String {
        switch self {
        case .code: "Mã"
        case .label: "Chỉ tiêu"
        case .value: "Kết\u{A0}quả"
        case .target: "Mục tiêu"
        case .expected: "Lộ trình"
        case .gap: "Còn thiếu"
        case .status: "Đánh giá"
        case .n: "Đã tính"
        case .missing: "Không rõ"
        case .coverage: "Bao\u{A0}phủ"
        case .owner: "Chịu trách nhiệm"
        case .source: "Nguồn số liệu"
        case .frequency: "Kỳ số liệu"
        case .definition: "Định nghĩa"
        case .method: "Cách thu thập"
        case .unit: "Đơn vị"
        case .change: "So kỳ trước"
        case .updated: "Đến ngày"
        case .reaches: "Với nhịp hiện nay"
        }
    }

    private var english: String {
        switch self {
        case .code: "Code"
        case .label: "Indicator"
        case .value: "Value"
        case .target: "Target"
        case .expected: "Expected"
        case .gap: "Short by"
        case .status: "Status"
        case .n: "n"
        case .missing: "Missing"
        case .coverage: "Coverage"
        case .owner: "Responsible"
        case .source: "Source"
        case .frequency: "Frequency"
        case .definition: "Definition"
        case .method: "Method"
        case .unit: "Unit"
        case .change: "Change"
        case .updated: "Up to"
        case .reaches: "At this pace"
        }
    }
}
