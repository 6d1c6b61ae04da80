import FormModel
import Messages
import Scripting

/// Computes the figures of indicators from records (`semantics.md` 3).
///
/// A workspace's formulas and a source of records come in; figures go out. Given the same scripts, records and options,
/// the figures are the same to the last bit.
public final class Evaluator {
    let workspace: Workspace
    let options: EvaluationOptions
    private let source: any RecordSource
    private let formulas: any FormulaRunner
    private var contexts: [ContextKey: ViewContext] = [:]
    private var forms: [String: FormRecords] = [:]
    private var figures: [String: Figure] = [:]
    private(set) var running: [String] = []
    /// Splits that were asked for and fit no indicator, or not this one.
    public private(set) var notes: [Message] = []

    private struct ContextKey: Hashable {
        let form: String
        let kind: RecordSelection.Kind
        let design: DesignChoice
    }

    private struct FormRecords {
        let headers: RecordHeaders
        let keys: [[String]?]
    }

    /// An evaluator of a workspace over records.
    public init(_ workspace: Workspace, source: any RecordSource, options: EvaluationOptions) {
        self.workspace = workspace
        self.source = source
        self.options = options
        self.formulas = InterpretedFormulas(workspace: workspace)
    }

    /// The figures of some indicators, in the given order.
    /// - Throws: `Message` where nothing can be computed: a source that fails, a design that does not hold.
    public func figures(of indicators: [Indicator]) throws(Message) -> [Figure] {
        workspace.host.today = options.date
        workspace.host.language = options.language
        defer { contexts.values.forEach { $0.view.unbind() } }
        var figures: [Figure] = []
        for indicator in indicators { figures.append(try figure(of: indicator)) }
        return figures
    }

    /// The figure of an indicator, worked out once.
    func figure(of indicator: Indicator) throws(Message) -> Figure {
        if let known = figures[indicator.id] { return known }
        if let start = running.firstIndex(of: indicator.id) {
            let circle = (running[start...] + [indicator.id]).compactMap(workspace.indicator)
            throw Message("E-CYCLE-001", ["path": circle.map { "\($0.id) (\($0.place))" }.joined(separator: " → ")])
        }
        running.append(indicator.id)
        defer { running.removeLast() }
        let figure =
            if case .derive(let function) = indicator.computation {
                try DerivedEvaluation(indicator, function: function, evaluator: self).figure()
            } else {
                try direct(indicator)
            }
        figures[indicator.id] = figure
        return figure
    }

    /// The splits of an indicator: its own, then those of the options.
    func splits(of indicator: Indicator) -> [[String]] {
        var wanted = options.ownSplits ? indicator.by.map { [$0] } : []
        for names in options.by where !wanted.contains(names) { wanted.append(names) }
        return wanted
    }

    private func direct(_ indicator: Indicator) throws(Message) -> Figure {
        guard let over = indicator.over, let binding = workspace.form(ofPath: over),
            let set = binding.layout.set(path: over)
        else { throw Message("E-REF-001", ["name": indicator.over ?? "", "place": "\(indicator.place)"]) }
        let context = try context(of: indicator, binding)
        context.view.bind()
        let evaluation = IndicatorEvaluation(indicator: indicator, set: set, context: context, options: options)
        let wanted = splits(of: indicator)
        let figure = try evaluation.figure(splits: wanted)
        for names in wanted where figure.split(names) == nil {
            notes.append(Message("N-EVAL-001", ["id": indicator.id, "name": names.joined(separator: ",")]))
        }
        return figure
    }

    // MARK: Views

    private func context(of indicator: Indicator, _ binding: FormBinding) throws(Message) -> ViewContext {
        let layout = binding.layout
        let kind: RecordSelection.Kind =
            indicator.latest.map { .latest($0) } ?? (layout.form.measures == .flow ? .flow : .state)
        let key = ContextKey(form: layout.form.id, kind: kind, design: indicator.design)
        if let known = contexts[key] { return known }
        let records = try records(of: layout)
        let designs = workspace.designs.filter { $0.form == layout.form.id }
        let selection = RecordSelector(
            layout: layout, headers: records.headers, keys: records.keys, designs: designs, options: options
        ).select(kind)
        let view = try RecordView(binding, selection: selection, source: source, state: workspace.state)
        view.bind()
        let context = try ViewContext(
            view, design: try design(indicator, designs, round: selection.round), headers: records.headers,
            workspace: workspace, formulas: formulas, language: options.language)
        contexts[key] = context
        return context
    }

    private func records(of layout: FormLayout) throws(Message) -> FormRecords {
        if let known = forms[layout.form.id] { return known }
        let headers = try source.headers(of: layout)
        var keys: [[String]?] = Array(repeating: [], count: headers.ids.count)
        for field in layout.keyFields {
            let column = try source.column(field, of: layout.root, in: layout)
            for record in keys.indices {
                keys[record] = column.key(at: record, of: field.question).flatMap { key in
                    keys[record].map { $0 + [key] }
                }
            }
        }
        let records = FormRecords(headers: headers, keys: keys)
        forms[layout.form.id] = records
        return records
    }

    /// The one design that fits: of the round, or of every round (`semantics.md` 3.2).
    private func design(_ indicator: Indicator, _ designs: [Design], round: String?) throws(Message) -> Design? {
        switch indicator.design {
        case .none: return nil
        case .named(let id):
            guard let design = workspace.designs.first(where: { $0.id == id }) else {
                throw Message("E-REF-003", ["name": id])
            }
            return design
        case .automatic:
            let fitting = designs.filter { $0.period == nil || $0.period == round }
            if fitting.count > 1 {
                throw Message(
                    "E-REF-004",
                    ["id": indicator.id, "first": fitting[0].id, "second": fitting[1].id, "form": fitting[0].form])
            }
            return fitting.first
        }
    }
}
