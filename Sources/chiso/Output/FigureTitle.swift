import Evaluation

/// The headings of tables of figures on the command line.
enum FigureTitle {
    case code, indicator, value, target, status, missing, coverage
}

extension FigureText {
    /// A heading.
    func title(_ title: FigureTitle) -> String {
        let isVietnamese = language == .vietnamese
        return switch title {
        case .code: isVietnamese ? "Mã" : "Code"
        case .indicator: isVietnamese ? "Chỉ tiêu" : "Indicator"
        case .value: isVietnamese ? "Giá trị" : "Value"
        case .target: isVietnamese ? "Mục tiêu" : "Target"
        case .status: isVietnamese ? "Kết quả" : "Status"
        case .missing: isVietnamese ? "Thiếu" : "Missing"
        case .coverage: isVietnamese ? "Bao phủ" : "Coverage"
        }
    }
}
