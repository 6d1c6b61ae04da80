import Evaluation
import FormModel
import Messages

/// Tells which records formulas failed on; figures with such records are printed all the same.
enum FailedRecords {
    /// Tells them on standard error.
    /// - Throws: `Failure` 65 where there are any.
    static func tell(_ figures: [Figure]) throws {
        let failed = figures.filter { $0.failed > 0 }
        guard !failed.isEmpty else { return }
        for figure in failed {
            for failure in figure.failures {
                let place = failure.place.map { "\($0): " } ?? ""
                Terminal.diagnostic(
                    "\(place)\(figure.indicator.id), \(failure.record): \(failure.message.text(in: Terminal.language)) [\(failure.message.code)]"
                )
            }
        }
        let count = failed.map(\.failed).reduce(0, +)
        throw Failure(.badData, Message("E-CLI-014", ["count": "\(count)"]))
    }
}
