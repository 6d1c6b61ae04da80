import FormModel
import Messages
import Scripting

/// Computes the figures of indicators from records (`semantics.md` 3).
///
/// A workspace's formulas and a source of records come in; figures go out. Given the same scripts, records and options,
/// the figures are the same to the last bit, in whatever order records are stored and indicators are asked for.
public final class Evaluator {
    let workspace: Workspace
    let options: EvaluationOptions
    private let source: any RecordSource
    private let formulas: ColumnFormulas
    private var forms: [String: FormRecords] = [:]
    private var contexts: [ContextKey: ViewContext] = [:]
    private var figures: [String: EvaluatedFigure] = [:]
    private var running: [String] = []
    /// What was left out: splits that do not fit an indicator (N-EVAL-001), and indicators that a filter does not fit
    /// (E-EVAL-003).
    public private(set) var notes: [Message] = []

    private struct ContextKey: Hashable {
        let form: String
        let kind: RecordSelection.Kind
    }

    private struct EvaluatedFigure {
        let figure: Figure
        /// The splits that were tried; the figure has those of them that fit.
        let tried: [[String]]
    }

    /// An evaluator of a workspace over records.
    public convenience init(_ workspace: Workspace, source: any RecordSource, options: EvaluationOptions) {
        self.init(workspace, source: source, options: options, formulas: ColumnFormulas(workspace: workspace))
    }

    /// - Parameter formulas: what runs the formulas.
    init(_ workspace: Workspace, source: any RecordSource, options: EvaluationOptions, formulas: ColumnFormulas) {
        self.workspace = workspace
        self.source = source
        self.options = options
        self.formulas = formulas
    }

    /// The figures of some indicators, in the given order; one that a filter does not fit is left out, with a note.
    /// - Throws: `Message` where nothing can be computed: a source that fails, a design that does not hold.
    public func figures(of indicators: [Indicator]) throws(Message) -> [Figure] {
        try session { () throws(Message) in try figuresOfSession(indicators) }
    }

    /// Runs with the day and language of the evaluation, and gives the state back as it was.
    func session<Result>(_ body: () throws(Message) -> Result) throws(Message) -> Result {
        workspace.host.today = options.date
        workspace.host.language = options.language
        defer { for context in contexts.values { context.view.unbind() } }
        return try body()
    }

    private func figuresOfSession(_ indicators: [Indicator]) throws(Message) -> [Figure] {
        prepare(indicators)
        var figures: [Figure] = []
        for indicator in indicators {
            let wanted = splits(of: indicator)
            guard var figure = try unlessUnfit({ () throws(Message) in try figure(of: indicator, splits: wanted) })
            else { continue }
            figure.splits = wanted.compactMap(figure.split)
            for names in wanted where figure.split(names) == nil {
                notes.append(Message("N-EVAL-001", ["id": indicator.id, "name": names.joined(separator: ",")]))
            }
            figures.append(figure)
        }
        return figures
    }

    /// Works out in one pass a view what several indicators give. What goes wrong is told when each is asked for.
    private func prepare(_ indicators: [Indicator]) {
        readAhead(indicators)
        var found: [(indicator: Indicator, place: FigurePlace, context: ViewContext)] = []
        var named: [ObjectIdentifier: (context: ViewContext, splits: [(name: String, set: RecordSet)])] = [:]
        for indicator in indicators where figures[indicator.id] == nil {
            guard let place = try? place(of: indicator), let context = try? context(of: indicator, place.binding)
            else { continue }
            found.append((indicator, place, context))
            let names = Set(splits(of: indicator).joined()).union(options.filters.map(\.name))
            named[ObjectIdentifier(context), default: (context, [])].splits += names.map { ($0, place.set) }
        }
        for (context, splits) in named.values { try? context.prepare(splits) }
        var wishes: [ObjectIdentifier: (context: ViewContext, wishes: [FigurePass.Wish])] = [:]
        for (indicator, place, context) in found where isUnweighted(indicator, place, context) {
            var names: [[String]] = []
            var parts: [[SplitKeys]] = []
            for split in splits(of: indicator) {
                let keys = split.map { try? context.split($0, over: place.set) }
                let known = keys.compactMap { $0.flatMap { $0 } }
                guard known.count == split.count else { continue }
                names.append(split)
                parts.append(known)
            }
            let wish = FigurePass.Wish(indicator: indicator, set: place.set, splits: parts, names: names)
            wishes[ObjectIdentifier(context), default: (context, [])].wishes.append(wish)
        }
        for (context, wishes) in wishes.values { try? context.work(out: wishes) }
    }

    /// Tells the source what figures will need of each form. What cannot be read is told when it is asked for.
    private func readAhead(_ indicators: [Indicator]) {
        var wanted: [String: (layout: FormLayout, indicators: [(Indicator, RecordSet, Set<String>)])] = [:]
        for indicator in indicators where figures[indicator.id] == nil {
            guard let place = try? place(of: indicator), forms[place.binding.layout.form.id] == nil else { continue }
            let names = Set(splits(of: indicator).joined()).union(options.filters.map(\.name))
            let layout = place.binding.layout
            wanted[layout.form.id, default: (layout, [])].indicators.append((indicator, place.set, names))
        }
        for (layout, indicators) in wanted.values {
            let ahead = FieldsAhead(workspace: workspace, lifted: formulas.lifted, layout: layout)
            try? source.readAhead({ ahead.fields(of: indicators) }, of: layout)
        }
    }

    /// Whether each record stands for itself.
    private func isUnweighted(_ indicator: Indicator, _ place: FigurePlace, _ context: ViewContext) -> Bool {
        do throws(Message) {
            return try plan(of: indicator, form: place.binding.layout.form.id, context) == nil
        } catch {
            return false
        }
    }

    /// The figure of an indicator with at least the given splits, where they fit. It is worked out once, and again only
    /// where a derived indicator is split by more than its source was.
    func figure(of indicator: Indicator, splits wanted: [[String]]) throws(Message) -> Figure {
        let known = figures[indicator.id]
        let more = wanted.filter { !(known?.tried.contains($0) ?? false) }
        if let known, more.isEmpty { return known.figure }
        if let start = running.firstIndex(of: indicator.id) {
            let circle = (running[start...] + [indicator.id]).compactMap(workspace.indicator)
            throw Message("E-CYCLE-001", ["path": circle.map { "\($0.id) (\($0.place))" }.joined(separator: " → ")])
        }
        running.append(indicator.id)
        defer { running.removeLast() }
        let splits = (known?.tried ?? []) + more
        let figure: Figure
        do {
            if case .derive(let function) = indicator.computation {
                figure = try DerivedEvaluation(indicator, function: function, evaluator: self).figure(splits: splits)
            } else {
                figure = try direct(indicator, splits: splits)
            }
        } catch  where FailedFigure.concerns(error) {
            figure = FailedFigure(indicator, error, in: workspace).figure(splits: splits)
        }
        figures[indicator.id] = EvaluatedFigure(figure: figure, tried: splits)
        return figure
    }

    /// What a computation gives, or `nil` and a note if the filters do not fit what it is about.
    private func unlessUnfit(_ compute: () throws(Message) -> Figure) throws(Message) -> Figure? {
        do {
            return try compute()
        } catch  where error.code == "E-EVAL-003" {
            if !notes.contains(error) { notes.append(error) }
            return nil
        }
    }

    /// The splits of an indicator: its own, then those of the options.
    private func splits(of indicator: Indicator) -> [[String]] {
        var wanted = options.ownSplits ? indicator.by.map { [$0] } : []
        for names in options.by where !wanted.contains(names) { wanted.append(names) }
        return wanted
    }

    private func direct(_ indicator: Indicator, splits: [[String]]) throws(Message) -> Figure {
        guard let over = indicator.over, let binding = workspace.form(ofPath: over),
            let set = binding.layout.set(path: over)
        else { throw Message("E-REF-001", ["name": indicator.over ?? "", "place": "\(indicator.place)"]) }
        let context = try context(of: indicator, binding)
        let plan = try plan(of: indicator, form: binding.layout.form.id, context)
        return try IndicatorEvaluation(
            indicator: indicator, set: set, context: context, plan: plan, options: options
        ).figure(splits: splits)
    }

    // MARK: Views

    private func context(of indicator: Indicator, _ binding: FormBinding) throws(Message) -> ViewContext {
        let form = binding.layout.form
        let kind = kind(of: indicator, form)
        let key = ContextKey(form: form.id, kind: kind)
        if let known = contexts[key] { return known }
        let records = try records(of: binding.layout)
        let selector = try RecordSelector(records, designs: designs(of: form.id), options: options)
        let view = try RecordView(
            binding, selection: try selector.select(kind), records: records,
            formulas: formulas.interpreter, state: workspace.state)
        let context = try ViewContext(
            view, records: records, workspace: workspace, formulas: formulas, options: options)
        contexts[key] = context
        return context
    }

    private func records(of layout: FormLayout) throws(Message) -> FormRecords {
        if let known = forms[layout.form.id] { return known }
        let records = try FormRecords(of: layout, from: source)
        forms[layout.form.id] = records
        return records
    }

    private func designs(of form: String) -> [Design] { workspace.designs.filter { $0.form == form } }

    /// Which designs weigh an indicator's records: by the round that is taken whole, else by those of the records; where
    /// there are none, by the period that is asked for.
    func plan(of indicator: Indicator, form: String, _ context: ViewContext) throws(Message) -> DesignPlan? {
        var rounds = context.view.selection.round.map { [$0] } ?? context.distinctRounds
        if rounds.isEmpty, let period = options.period { rounds = [period.id] }
        return try DesignPlan(for: indicator, form: form, designs: designs(of: form), rounds: rounds)
    }

    // MARK: What explains a figure

    /// Where an indicator's records are.
    struct FigurePlace {
        let binding: FormBinding
        let set: RecordSet
    }

    /// What a figure is made from.
    struct FigureMaterial {
        let records: FormRecords
        let context: ViewContext
        /// Why each record that was not selected was not, by its place.
        let exclusions: [Int: Exclusion]
        let kept: RowSelection
        let contributions: Contributions
    }

    /// `nil` for an indicator that is made from others.
    func place(of indicator: Indicator) throws(Message) -> FigurePlace? {
        if case .derive = indicator.computation { return nil }
        guard let over = indicator.over, let binding = workspace.form(ofPath: over),
            let set = binding.layout.set(path: over)
        else { throw Message("E-REF-001", ["name": indicator.over ?? "", "place": "\(indicator.place)"]) }
        return FigurePlace(binding: binding, set: set)
    }

    func material(of indicator: Indicator, _ place: FigurePlace) throws(Message) -> FigureMaterial {
        let context = try context(of: indicator, place.binding)
        let records = try records(of: place.binding.layout)
        let selector = try RecordSelector(records, designs: designs(of: place.binding.layout.form.id), options: options)
        return FigureMaterial(
            records: records, context: context,
            exclusions: selector.exclusions(kind(of: indicator, place.binding.layout.form), context.view.selection),
            kept: try context.selection(of: place.set, for: indicator),
            contributions: try Contributions(of: indicator, over: place.set, in: context))
    }

    private func kind(of indicator: Indicator, _ form: Form) -> RecordSelection.Kind {
        if let latest = indicator.latest { return .latest(latest) }
        return form.measures == .flow ? .flow : .state
    }
}
