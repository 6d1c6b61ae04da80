import Evaluation
import FormModel
import VietText

/// A check of rules as people read it: a line a rule, and where they are asked for the records that break each.
struct ValidationTable {
    private let check: ValidationCheck
    private let isVietnamese: Bool
    private let language: Language
    private let width: Int?
    private let numbers: NumberStyle

    init(_ check: ValidationCheck, language: Language, width: Int?) {
        self.check = check
        self.language = language
        self.isVietnamese = language == .vietnamese
        self.width = width
        self.numbers = NumberStyle(language)
    }

    var text: String {
        guard check.tellsRecords else { return rules }
        let told = check.results.filter { $0.failed > 0 || !$0.missing.isEmpty }.map(records)
        return ([rules] + told).joined(separator: "\n")
    }

    // MARK: Rules

    /// What is counted of a rule, by its heading.
    private var counts: [(title: String, number: (ValidationResult) -> Int)] {
        let all: [(vi: String, en: String, number: (ValidationResult) -> Int)] = [
            ("đã xét", "checked", \.checked), ("đạt", "passed", \.passed), ("sai", "failed", \.failed),
            ("thiếu", "missing", \.missingCount), ("hỏng", "faults", \.faulty),
        ]
        // Only rules between rounds know this one.
        let earlier = [("chưa có kỳ trước", "no earlier", { (result: ValidationResult) in result.noEarlier })]
        let known = check.results.contains { $0.noEarlier > 0 }
        return (all + (known ? earlier : [])).map { (isVietnamese ? $0.0 : $0.1, $0.2) }
    }

    private var rules: String {
        let (named, what) = (
            isVietnamese ? ["quy tắc", "mức"] : ["rule", "severity"], isVietnamese ? "nội dung" : "what"
        )
        let columns =
            named.map { TextTable.Column($0, .left) } + counts.map { TextTable.Column($0.title, .right) }
            + [TextTable.Column(what, .left, most: 120, least: 24)]
        let rows = check.results.map { result in
            [result.validation.id, word(result.validation.severity)] + counts.map { count($0.number(result)) }
                + [result.validation.title(in: language)]
        }
        return TextTable(columns: columns, rows: rows).text(fitting: width)
    }

    private func count(_ number: Int) -> String { numbers.text(number) }

    private func word(_ severity: ValidationSeverity) -> String {
        switch (severity, isVietnamese) {
        case (.error, true): "lỗi"
        case (.warning, true): "cảnh báo"
        case (.error, false): "error"
        case (.warning, false): "warning"
        }
    }

    // MARK: Records

    private func records(_ result: ValidationResult) -> String {
        let known = result.failures.contains { check.interviewers[$0.record] != nil }
        var titles =
            isVietnamese
            ? ["phiếu", "đơn vị", "dòng", "kỳ", "người hỏi", "vì sao"]
            : ["record", "unit", "row", "round", "interviewer", "why"]
        let hasRows = result.failures.contains { $0.row != nil }
        let left = [hasRows ? nil : 2, known ? nil : 4].compactMap { $0 }
        titles = ValidationTable.without(left, titles)
        let columns = titles.enumerated().map { place, title in
            TextTable.Column(
                title, .left, most: place == titles.count - 1 ? 160 : 44, least: place == titles.count - 1 ? 24 : nil)
        }
        let rows = result.failures.map { failure in
            ValidationTable.without(
                left,
                [
                    failure.record.map { String($0.prefix(12)) } ?? "–",
                    failure.unit.map(\.label).joined(separator: ", "), failure.row ?? "", failure.round ?? "",
                    check.interviewers[failure.record] ?? "", failure.message,
                ])
        }
        let more = result.failed - result.failures.count
        let head = head(result)
        guard !result.failures.isEmpty else { return head }
        return head + TextTable(columns: columns, rows: rows).text(fitting: width)
            + (more > 0 ? "… +\(count(more)) (--limit)\n" : "")
    }

    /// How many rows break the rule, and why others could not be evaluated.
    private func head(_ result: ValidationResult) -> String {
        let broken = isVietnamese ? "\(count(result.failed)) sai" : "\(count(result.failed)) failed"
        let reasons = ValidationCheck.reasons(result).map { reason in
            "\(StatusWords.word(reason.name, language)) \(count(reason.count))"
        }
        let missing = isVietnamese ? "chưa xét được" : "not evaluated"
        let rest = reasons.isEmpty ? "" : "; \(missing): " + reasons.joined(separator: ", ")
        return "\(result.validation.id): \(broken)\(rest)\n"
    }

    private static func without(_ places: [Int], _ cells: [String]) -> [String] {
        cells.enumerated().filter { !places.contains($0.offset) }.map(\.element)
    }
}
