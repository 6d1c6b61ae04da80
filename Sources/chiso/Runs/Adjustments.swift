import Evaluation
import FormModel
import Foundation
import Messages
import Reporting
import Scripting
import Storage

/// What has become of the figures of the period before, which was closed: later corrections of its records change them.
struct Adjustments {
    let open: OpenWorkspace
    let store: Store?
    let signed: SignedScripts
    let options: EvaluationOptions

    /// The figures that were signed, beside those of now by the same scripts.
    func found() throws -> [ReportData.Adjustment] {
        guard let store, let period = options.period, let closing = try closing(before: period, store),
            let closed = options.calendar.period(id: closing.period)
        else { return [] }
        let run = try RunArchive(open: open).find(closing.run ?? "", in: store)
        let values = SignedFigures(run.content).values
        let figures = try signed.figures(of: closed)
        return figures.compactMap { figure in
            guard let old = values[figure.indicator.id] else { return nil }
            return ReportData.Adjustment(
                period: closing.period, indicator: figure.indicator, old: old, new: figure.total.value)
        }
    }

    /// The closing of the last period of the same length that had ended before this one began.
    private func closing(before period: Period, _ store: Store) throws -> PeriodClosing? {
        let earlier = Set(try store.closings().map(\.period)).compactMap(options.calendar.period(id:)).filter {
            $0.length == period.length && $0.last < period.first
        }
        guard let last = earlier.max(by: { $0.last < $1.last }) else { return nil }
        return try store.closing(of: last.id)
    }
}

/// The values that a recorded run gives.
private struct SignedFigures: Decodable {
    private struct Figure: Decodable {
        let id: String
        let value: Double?
    }

    private let indicators: [Figure]

    init(_ content: String) {
        self =
            (try? JSONDecoder().decode(SignedFigures.self, from: Data(content.utf8))) ?? SignedFigures(indicators: [])
    }

    private init(indicators: [Figure]) { self.indicators = indicators }

    /// The values by id; `nil` for a figure without one.
    var values: [String: Double?] { Dictionary(indicators.map { ($0.id, $0.value) }) { first, _ in first } }
}
