import FormModel
import Messages

/// Checks that what indicators, dimensions, designs, validations and alerts name is there.
///
/// What may stand in a file that failed, or in a declaration with a fault of its own, is not asked for: one mistake is
/// told once.
struct ReferenceCheck {
    let sink: DiagnosticSink
    let declared: DeclaredNames

    func check(_ workspace: Workspace) {
        for dimension in workspace.dimensions {
            let places = PropertyPlaces(kind: "dimension", id: dimension.id, at: dimension.place, in: sink.texts)
            for path in dimension.over { set(of: path, "over", places, workspace) }
        }
        for design in workspace.designs { check(design, workspace) }
        for indicator in workspace.indicators { check(indicator, workspace) }
        for validation in workspace.validations { check(validation, workspace) }
        for alert in workspace.alerts { check(alert, workspace) }
        checkDesigns(workspace)
    }

    private func check(_ indicator: Indicator, _ workspace: Workspace) {
        let places = PropertyPlaces(kind: "indicator", id: indicator.id, at: indicator.place, in: sink.texts)
        if case .named(let name) = indicator.design, !workspace.designs.contains(where: { $0.id == name }),
            !declared.mayHave("design", name)
        {
            report("E-REF-003", name, among: workspace.designs.map(\.id), places, "design")
        }
        if case .derive = indicator.computation {
            for (name, place) in places.placesRead(by: "derive")
            where workspace.indicator(name) == nil && !declared.mayHave("indicator", name) {
                sink.report(
                    "E-REF-007", at: place, DiagnosticSink.facts(unknown: name, among: workspace.indicators.map(\.id)))
            }
        }
        guard let over = indicator.over, let set = set(of: over, "over", places, workspace),
            let layout = workspace.form(ofPath: over)?.layout
        else { return }
        let splits = Splits.names(for: set, in: layout, dimensions: workspace.dimensions)
        for name in indicator.by where !fits(name, splits, workspace) {
            report("E-REF-002", name, among: splits, places, "by")
        }
        if let latest = indicator.latest, !layout.form.key.contains(latest) {
            report("E-REF-005", latest, among: layout.form.key, places, "latest")
        }
    }

    private func check(_ design: Design, _ workspace: Workspace) {
        let places = PropertyPlaces(kind: "design", id: design.id, at: design.place, in: sink.texts)
        guard let layout = workspace.form(design.form)?.layout else {
            if declared.mayHave("form", design.form) { return }
            return report("E-REF-006", design.form, among: workspace.forms.map(\.layout.form.id), places, "form")
        }
        let fields = layout.root.fields.map(\.name)
        let splits = fields + workspace.dimensions.filter { $0.over.contains(design.form) }.map(\.id)
        for (property, names) in [("strata", design.strata), ("cluster", design.cluster)] {
            for name in names where !fits(name, splits, workspace) {
                report("E-REF-002", name, among: splits, places, property)
            }
        }
        // A margin may be of the members within a record.
        let layouts = workspace.form(design.form)?.layout.sets ?? []
        let inner = layouts.flatMap { Splits.names(for: $0, in: layout, dimensions: workspace.dimensions) }
        for margin in design.margins where !fits(margin.by, inner, workspace) {
            report(
                "E-REF-002", margin.by, among: inner.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, places,
                design.calibration == .raked ? "rake" : "post_stratify")
        }
        if case .field(let name) = design.weight, !fields.contains(name) {
            report("E-REF-005", name, among: fields, places, "weight")
        }
        for name in design.fpc where Double(name) == nil && !fields.contains(name) {
            report("E-REF-005", name, among: fields, places, "fpc")
        }
    }

    /// A rule's records and the fields that it compares; of one between forms, its indicators and their split.
    private func check(_ validation: Validation, _ workspace: Workspace) {
        let places = PropertyPlaces(
            kind: "validation", id: validation.id, at: validation.place, in: sink.texts)
        guard let over = validation.over else { return checkFigures(of: validation, places, workspace) }
        guard let set = set(of: over, "over", places, workspace), let layout = workspace.form(ofPath: over)?.layout
        else { return }
        switch validation.rule {
        case .condition, .uniqueValue: return
        case .earlier:
            if set.parent != nil || layout.form.key.isEmpty || layout.form.round == .once {
                sink.report("E-VALIDATION-004", at: places.place(of: "previous"), ["form": over])
            }
        case .uniqueFields(let names):
            let fields = set.withParents(in: layout).flatMap(\.fields).map(\.name)
            for name in names where !fields.contains(name) {
                report("E-REF-005", name, among: fields, places, "unique")
            }
        }
    }

    private func checkFigures(of validation: Validation, _ places: PropertyPlaces, _ workspace: Workspace) {
        var splits: [String]?
        for (name, place) in places.placesRead(by: "must") {
            guard let indicator = workspace.indicator(name) else {
                if declared.mayHave("indicator", name) { continue }
                let facts = DiagnosticSink.facts(unknown: name, among: workspace.indicators.map(\.id))
                sink.report("E-REF-007", at: place, facts)
                continue
            }
            guard let over = indicator.over, let layout = workspace.form(ofPath: over)?.layout,
                let set = layout.set(path: over)
            else { continue }
            let names = Splits.names(for: set, in: layout, dimensions: workspace.dimensions)
            splits = splits.map { $0.filter(names.contains) } ?? names
        }
        if let by = validation.by, let splits, !fits(by, splits, workspace) {
            report("E-REF-002", by, among: splits, places, "by")
        }
    }

    /// An alert's indicator and splits, and the rules that it names.
    private func check(_ alert: AlertScript, _ workspace: Workspace) {
        let places = PropertyPlaces(kind: "alert", id: alert.id, at: alert.place, in: sink.texts)
        for name in alert.suppressedBy where !workspace.alerts.contains(where: { $0.id == name }) {
            if declared.mayHave("alert", name) { continue }
            report("E-ALERT-002", name, among: workspace.alerts.map(\.id), places, "suppressed_by")
        }
        guard case .indicator(let watched) = alert.watch else { return }
        guard let indicator = workspace.indicator(watched) else {
            if declared.mayHave("indicator", watched) { return }
            return report("E-REF-007", watched, among: workspace.indicators.map(\.id), places, "watch")
        }
        guard let over = indicator.over, let layout = workspace.form(ofPath: over)?.layout,
            let set = layout.set(path: over)
        else { return }
        let splits = Splits.names(for: set, in: layout, dimensions: workspace.dimensions)
        for name in alert.by where !fits(name, splits, workspace) {
            report("E-REF-002", name, among: splits, places, "by")
        }
        let isOnce = layout.form.round == .once
        if isOnce, alert.period == nil || alert.period == .lastClosed {
            sink.report("E-ALERT-003", at: places.place(of: "watch"), ["id": alert.id, "form": layout.form.id])
        }
    }

    /// Two designs that fit one round leave an indicator without an answer for that round, unless it names its own. Other
    /// rounds and other indicators are none the worse, so that it is a warning; who asks for the round gets the error.
    private func checkDesigns(_ workspace: Workspace) {
        for indicator in workspace.indicators where indicator.design == .automatic {
            guard let over = indicator.over, let form = workspace.form(ofPath: over)?.layout.form.id else { continue }
            let designs = workspace.designs.filter { $0.form == form }
            for (number, design) in designs.enumerated() {
                guard
                    let other = designs[..<number].first(where: {
                        $0.period == design.period || $0.period == nil || design.period == nil
                    })
                else { continue }
                var facts = ["id": indicator.id, "first": other.id, "second": design.id, "form": form]
                facts["round"] = design.period ?? other.period
                sink.report("W-DESIGN-001", .warning, at: indicator.place, facts)
            }
        }
    }

    // MARK: Names

    /// The records of a path, reported where there are none.
    @discardableResult
    private func set(of path: String, _ property: String, _ places: PropertyPlaces, _ workspace: Workspace)
        -> RecordSet?
    {
        let form = workspace.form(ofPath: path)
        if let set = form?.layout.set(path: path) { return set }
        let id = path.split(separator: ".").first.map(String.init) ?? path
        if form == nil, declared.mayHave("form", id) { return nil }
        report("E-REF-001", path, among: workspace.forms.flatMap { $0.layout.sets.map(\.path) }, places, property)
        return nil
    }

    /// Whether something can be split by a name, or may be once a dimension of that name is mended.
    private func fits(_ name: String, _ splits: [String], _ workspace: Workspace) -> Bool {
        if splits.contains(name) { return true }
        return !workspace.dimensions.contains { $0.id == name } && declared.mayHave("dimension", name)
    }

    private func report(
        _ code: String, _ name: String, among names: [String], _ places: PropertyPlaces, _ property: String
    ) {
        let facts = DiagnosticSink.facts(unknown: name, among: names)
        sink.report(code, at: places.place(of: property, word: name), facts)
    }
}

/// What figures over a record set can be split by.
public enum Splits {
    /// The names that fit: dimensions over the set or a parent of it, and `select_one` and `yes_no` fields of either.
    public static func names(for set: RecordSet, in layout: FormLayout, dimensions: [Dimension]) -> [String] {
        set.withParents(in: layout).flatMap { current in
            dimensions.filter { $0.over.contains(current.path) }.map(\.id)
                + current.fields.filter { $0.question.kind == .selectOne || $0.question.kind == .yesNo }.map(\.name)
        }
    }
}
