import FormModel
import Messages
import Scripting
import VietText

/// A view of records with what all indicators over it share: design, weights, splits.
final class ViewContext {
    let view: RecordView
    let formulas: any FormulaRunner
    /// The id of each record of the view.
    let ids: [String]
    /// The days between which the records' dates lie.
    let dates: ClosedRange<Day>?
    /// The design, if the records are a sample.
    let design: Design?
    private let recordWeights: [Double]?
    private let resolver: SplitResolver
    private var splits: [String: SplitKeys?] = [:]

    init(
        _ view: RecordView, design: Design?, headers: RecordHeaders, workspace: Workspace, formulas: any FormulaRunner,
        language: Language
    ) throws(Message) {
        self.view = view
        self.formulas = formulas
        self.ids = view.selection.records.map { headers.ids[$0] }
        let days = view.selection.records.map { headers.dates[$0] }
        self.dates = days.min().flatMap { first in days.max().map { first...$0 } }
        self.design = design
        let resolver = SplitResolver(workspace: workspace, view: view, formulas: formulas, language: language)
        self.resolver = resolver
        var weights: [Double]?
        if let design {
            weights = try DesignWeights(design, view: view, splits: resolver, formulas: formulas, ids: ids).weights
        }
        self.recordWeights = weights
    }

    /// A weight for each row of a set; `nil` where every record counts once.
    func weights(of set: RecordSet) -> [Double]? {
        recordWeights.map { weights in view.sets[set.index].roots.map { weights[Int($0)] } }
    }

    /// The split of a set by a name; worked out once.
    func split(_ name: String, over set: RecordSet) throws(Message) -> SplitKeys? {
        let key = "\(set.path) \(name)"
        if let known = splits[key] { return known }
        let keys = try resolver.keys(name, over: set)
        splits[key] = .some(keys)
        return keys
    }
}
