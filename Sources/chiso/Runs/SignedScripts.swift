import Evaluation
import FormModel
import Messages
import Scripting
import Storage

/// The figures of closed periods by the scripts that they were signed with, from the records as they are now: where they
/// differ from those by the scripts of now, it is the definition that has changed.
final class SignedScripts {
    private let open: OpenWorkspace
    private let store: Store?
    private let known: Known
    private let options: EvaluationOptions
    private var figures: [Period: [Figure]] = [:]

    init(open: OpenWorkspace, store: Store?, known: Known, options: EvaluationOptions) {
        self.open = open
        self.store = store
        self.known = known
        self.options = options
    }

    /// The figures of a closed period, without components and splits; none where it is not closed.
    func figures(of period: Period) throws -> [Figure] {
        if let found = figures[period] { return found }
        let found = try computed(period)
        figures[period] = found
        return found
    }

    private func computed(_ period: Period) throws -> [Figure] {
        guard let store, let closing = try store.closing(of: period.id) else { return [] }
        let archive = RunArchive(open: open)
        let origin = try archive.origin(of: try archive.find(closing.run ?? "", in: store), in: store)
        let workspace = try origin.files.load(
            [.surveys, .indicators], limits: open.configuration.limits, language: options.language)
        _ = workspace.unavailableIndicators()
        var request = origin.options
        request.asOf = options.asOf
        request.language = options.language
        request.ownSplits = false
        let evaluator = Evaluator(workspace, source: StoreRecords(store, known: known), options: request)
        return try evaluator.figures(of: workspace.indicators.filter { !$0.isComponent })
    }

    /// Whether an indicator's figure of a closed period is another by the scripts that it was signed with.
    /// - Parameter value: that by the scripts of now.
    func hasNewDefinition(_ indicator: Indicator, _ period: Period, value: Double?) throws(Message) -> Bool {
        let figures: [Figure] = try Message.told { try self.figures(of: period) }
        guard let signed = figures.first(where: { $0.indicator.id == indicator.id }) else { return false }
        guard let old = signed.total.value, let value else { return (signed.total.value == nil) != (value == nil) }
        return abs(old - value) > 1e-9 * max(abs(old), abs(value))
    }
}
