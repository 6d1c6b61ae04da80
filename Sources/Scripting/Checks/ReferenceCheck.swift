import FormModel
import Messages

/// Checks that what indicators, dimensions and designs name is there.
struct ReferenceCheck {
    let sink: DiagnosticSink

    func check(_ workspace: Workspace) {
        for dimension in workspace.dimensions {
            for path in dimension.over {
                checkPath(path, at: place("over", "dimension", dimension.id, dimension.place), workspace)
            }
        }
        for design in workspace.designs { check(design, workspace) }
        for indicator in workspace.indicators { check(indicator, workspace) }
        checkDesigns(workspace)
    }

    private func place(_ property: String, _ kind: String, _ id: String, _ place: Place) -> Place {
        guard let source = sink.source(of: place.file), let body = source.body(of: kind, id: id, line: place.line),
            let token = source.property(property, in: body)
        else { return place }
        return Place(file: place.file, line: token.line, column: token.column)
    }

    @discardableResult
    private func checkPath(_ path: String, at place: Place, _ workspace: Workspace) -> RecordSet? {
        if let set = workspace.form(ofPath: path)?.layout.set(path: path) { return set }
        let paths = workspace.forms.flatMap { $0.layout.sets.map(\.path) }
        sink.report("E-REF-001", at: place, DiagnosticSink.facts(unknown: path, among: paths))
        return nil
    }

    private func check(_ indicator: Indicator, _ workspace: Workspace) {
        let at = { place($0, "indicator", indicator.id, indicator.place) }
        if case .named(let name) = indicator.design, !workspace.designs.contains(where: { $0.id == name }) {
            sink.report(
                "E-REF-003", at: at("design"), DiagnosticSink.facts(unknown: name, among: workspace.designs.map(\.id)))
        }
        guard let over = indicator.over, let set = checkPath(over, at: at("over"), workspace),
            let layout = workspace.form(ofPath: over)?.layout
        else { return }
        for name in indicator.by where !fits(name, set, layout, workspace) {
            sink.report(
                "E-REF-002", at: at("by"), DiagnosticSink.facts(unknown: name, among: splits(set, layout, workspace)))
        }
        if let latest = indicator.latest, !layout.form.key.contains(latest) {
            sink.report("E-REF-005", at: at("latest"), DiagnosticSink.facts(unknown: latest, among: layout.form.key))
        }
    }

    private func check(_ design: Design, _ workspace: Workspace) {
        let at = { place($0, "design", design.id, design.place) }
        guard let layout = workspace.form(design.form)?.layout else {
            let ids = workspace.forms.map(\.layout.form.id)
            return sink.report("E-REF-006", at: at("form"), DiagnosticSink.facts(unknown: design.form, among: ids))
        }
        let fields = layout.root.fields.map(\.name)
        let dimensions = workspace.dimensions.filter { $0.over.contains(design.form) }.map(\.id)
        for (property, names) in [("strata", design.strata), ("cluster", design.cluster)] {
            for name in names where !fields.contains(name) && !dimensions.contains(name) {
                sink.report(
                    "E-REF-002", at: at(property), DiagnosticSink.facts(unknown: name, among: fields + dimensions))
            }
        }
        if case .field(let name) = design.weight, !fields.contains(name) {
            sink.report("E-REF-005", at: at("weight"), DiagnosticSink.facts(unknown: name, among: fields))
        }
    }

    /// Two designs that fit one round leave an indicator without an answer, unless it names its own.
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
                sink.report(
                    "E-REF-004", at: indicator.place,
                    ["id": indicator.id, "first": other.id, "second": design.id, "form": form])
            }
        }
    }

    private func fits(_ name: String, _ set: RecordSet, _ layout: FormLayout, _ workspace: Workspace) -> Bool {
        splits(set, layout, workspace).contains(name)
    }

    private func splits(_ set: RecordSet, _ layout: FormLayout, _ workspace: Workspace) -> [String] {
        Splits.names(for: set, in: layout, dimensions: workspace.dimensions)
    }
}

/// What figures over a record set can be split by.
public enum Splits {
    /// The names that fit: dimensions over the set or a parent of it, and `select_one` and `yes_no` fields of either.
    public static func names(for set: RecordSet, in layout: FormLayout, dimensions: [Dimension]) -> [String] {
        var names: [String] = []
        var next: RecordSet? = set
        while let current = next {
            names += dimensions.filter { $0.over.contains(current.path) }.map(\.id)
            names += current.fields.filter { $0.question.kind == .selectOne || $0.question.kind == .yesNo }.map(\.name)
            next = current.parent.map { layout.sets[$0] }
        }
        return names
    }
}
