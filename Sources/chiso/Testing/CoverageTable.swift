import FormModel
import ScriptTesting
import VietText

/// How much the tests ran of each script, and of all together.
struct CoverageTable {
    let coverage: Coverage

    func text(in language: Language) -> String {
        let isVietnamese = language == .vietnamese
        let style = NumberStyle(language)
        func cells(_ name: String, _ lines: CoverageCount, _ branches: CoverageCount) -> [String] {
            let all = lines + branches
            return [
                name, "\(lines.ran)/\(lines.all)", "\(branches.ran)/\(branches.all)",
                // Rounded down: 100 % only where all ran.
                style.percent((all.percent * 10).rounded(.down) / 10),
            ]
        }
        let lines = coverage.files.map(\.lineCount).reduce(CoverageCount()) { $0 + $1 }
        let branches = coverage.files.map(\.branchCount).reduce(CoverageCount()) { $0 + $1 }
        return PlainTable(
            columns: ["file", "lines", "branches", "percent"],
            titles: isVietnamese ? ["Tệp", "Dòng", "Nhánh", "Đã chạy"] : ["File", "Lines", "Branches", "Ran"],
            numeric: [1, 2, 3],
            rows: coverage.files.map { cells($0.path, $0.lineCount, $0.branchCount) } + [
                cells(isVietnamese ? "Tổng" : "Total", lines, branches)
            ]
        ).text(as: .table)
    }
}
