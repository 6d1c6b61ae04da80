import Evaluation
import FormModel
import Messages

/// What a check of rules found, as it is printed.
struct ValidationCheck {
    let results: [ValidationResult]
    /// What was left out.
    let notes: [Message]
    let options: ValidationOptions
    /// Whether the records that break rules are told.
    let tellsRecords: Bool
    let interviewers: Interviewers

    /// How many rows break rules of severity error.
    var errors: Int { broken(.error) }
    /// How many rows break rules of severity warning.
    var warnings: Int { broken(.warning) }
    /// Whether there was nothing to be checked.
    var isEmpty: Bool {
        results.allSatisfy { result in
            // A rule between forms is asked of the whole even where no record is.
            let checked = result.validation.over == nil ? result.checked - result.missingCount : result.checked
            return checked + result.notApplicable + result.noEarlier == 0
        }
    }

    private func broken(_ severity: ValidationSeverity) -> Int {
        results.filter { $0.validation.severity == severity }.map(\.failed).reduce(0, +)
    }

    /// What a person does about a record.
    static func next(_ failure: ValidationFailure) -> String? { failure.record.map { "chiso data edit \($0)" } }

    /// The reasons why rows could not be evaluated.
    static func reasons(_ result: ValidationResult) -> [(name: String, count: Int)] {
        result.missing.sorted { $0.key < $1.key }.map { ($0.key.name, $0.value) }
    }
}
