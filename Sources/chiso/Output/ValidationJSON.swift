import Evaluation
import FormModel
import Messages

/// A check of rules as JSON; the keys are told in the help of `chiso data validate`.
struct ValidationJSON {
    private let check: ValidationCheck
    private let language: Language

    init(_ check: ValidationCheck, language: Language) {
        self.check = check
        self.language = language
    }

    var json: JSON {
        .object([
            ("period", .string(check.options.period?.id)), ("as_of", .string(check.options.asOf.iso)),
            ("errors", .integer(check.errors)), ("warnings", .integer(check.warnings)),
            ("rules", .array(check.results.map(rule))),
        ])
    }

    private func rule(_ result: ValidationResult) -> JSON {
        .object([
            ("id", .string(result.validation.id)), ("label", .string(result.validation.title(in: language))),
            ("severity", .string(result.validation.severity.rawValue)), ("over", .string(result.validation.over)),
            ("checked", .integer(result.checked)), ("passed", .integer(result.passed)),
            ("failed", .integer(result.failed)), ("failed_records", .integer(result.failedRecords)),
            ("not_evaluated", .integer(result.missingCount)),
            (
                "not_evaluated_reasons",
                .object(ValidationCheck.reasons(result).map { ($0.name, .integer($0.count)) })
            ),
            ("not_applicable", .integer(result.notApplicable)), ("no_earlier", .integer(result.noEarlier)),
            ("faults", .integer(result.faulty)), ("fault_groups", .array(result.faults.map(group))),
            ("records", check.tellsRecords ? .array(result.failures.map(record)) : .null),
        ])
    }

    private func group(_ group: FaultGroup) -> JSON {
        .object([
            ("place", .string(group.place.map { "\($0)" })), ("code", .string(group.message.code)),
            ("message", .string(group.message.text(in: language))), ("count", .integer(group.count)),
            ("records", .array(group.records.map { .string($0) })),
        ])
    }

    private func record(_ failure: ValidationFailure) -> JSON {
        .object([
            ("id", .string(failure.record)), ("row", .string(failure.row)),
            ("unit", .object(failure.unit.map { ($0.name, .string($0.key)) })), ("round", .string(failure.round)),
            ("date", .string(failure.date?.iso)), ("interviewer", .string(check.interviewers[failure.record])),
            ("message", .string(failure.message)), ("others", .array(failure.others.map { .string($0) })),
            ("next", .string(ValidationCheck.next(failure))),
        ])
    }
}
