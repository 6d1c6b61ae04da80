import Evaluation
import FormModel
import Interchange

/// A check of rules as CSV: a row a rule, or where they are asked for a row a record that breaks one.
struct ValidationCSV {
    private let check: ValidationCheck
    private let language: Language

    init(_ check: ValidationCheck, language: Language) {
        self.check = check
        self.language = language
    }

    var text: String {
        let sink = MemorySink()
        var writer = CSVWriter(sink)
        // A sink in memory takes everything.
        for row in check.tellsRecords ? records : rules { try? writer.write(row) }
        try? writer.close()
        return String(decoding: sink.bytes, as: UTF8.self)
    }

    private var rules: [[String]] {
        let header = [
            "rule", "severity", "over", "checked", "passed", "failed", "failed_records", "not_evaluated",
            "not_evaluated_reasons", "not_applicable", "no_earlier", "faults", "label",
        ]
        return [header] + check.results.map(row)
    }

    private func row(_ result: ValidationResult) -> [String] {
        let reasons = ValidationCheck.reasons(result).map { "\($0.name)=\($0.count)" }
        return [
            result.validation.id, result.validation.severity.rawValue, result.validation.over ?? "",
            "\(result.checked)", "\(result.passed)", "\(result.failed)", "\(result.failedRecords)",
            "\(result.missingCount)", reasons.joined(separator: " "), "\(result.notApplicable)",
            "\(result.noEarlier)", "\(result.faulty)", result.validation.title(in: language),
        ]
    }

    private var records: [[String]] {
        let header = [
            "_id", "rule", "severity", "row", "unit", "_round", "_date", "interviewer", "message", "others", "next",
        ]
        return [header] + check.results.flatMap { result in result.failures.map { row(of: $0, result.validation) } }
    }

    private func row(of failure: ValidationFailure, _ rule: Validation) -> [String] {
        let unit = failure.unit.map { "\($0.name)=\($0.key)" }
        return [
            failure.record ?? "", rule.id, rule.severity.rawValue, failure.row ?? "", unit.joined(separator: " "),
            failure.round ?? "", failure.date?.iso ?? "", check.interviewers[failure.record] ?? "", failure.message,
            failure.others.joined(separator: " "), ValidationCheck.next(failure) ?? "",
        ]
    }
}
