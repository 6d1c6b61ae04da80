import Evaluation
import FormModel
import Messages
import Scripting

/// The splits and filters of the command line: `--by NAME`, `--where K=V`.
enum SplitFilters {
    /// The name and the key of each.
    static func parse(_ texts: [String]) throws -> [SplitFilter] {
        try texts.map { text in
            guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
                throw Failure(.usage, Message("E-CLI-010", ["value": text]))
            }
            return SplitFilter(name: String(text[..<equals]), key: String(text[text.index(after: equals)...]))
        }
    }

    /// The names that a workspace's indicators can be split and filtered by.
    static func names(in workspace: Workspace) -> Set<String> {
        Set(
            workspace.forms.flatMap { form in
                form.layout.sets.flatMap { Splits.names(for: $0, in: form.layout, dimensions: workspace.dimensions) }
            })
    }

    /// The names that a figure can be split by; those of a derived one are the names of all its sources.
    static func names(for figure: Figure, in workspace: Workspace) -> [String] {
        guard figure.indicator.over == nil else { return names(over: figure.indicator.over, in: workspace) }
        let sources = figure.sources.map { names(over: workspace.indicator($0)?.over, in: workspace) }
        return sources.first?.filter { name in sources.allSatisfy { $0.contains(name) } } ?? []
    }

    private static func names(over path: String?, in workspace: Workspace) -> [String] {
        guard let path, let layout = workspace.form(ofPath: path)?.layout, let set = layout.set(path: path) else {
            return []
        }
        return Splits.names(for: set, in: layout, dimensions: workspace.dimensions)
    }

    // MARK: Refusals

    /// The most names that a message lists.
    static let listed = 12

    /// Some names, the first of them; that there are more is seen.
    static func shown(_ names: [String]) -> String {
        names.prefix(listed).joined(separator: ", ") + (names.count > listed ? ", …" : "")
    }

    /// Refuses a name that nothing can be split by (64), with the nearest and with those that reports use.
    static func refuseUnknown(_ names: [String], in workspace: Workspace) throws {
        let known = SplitFilters.names(in: workspace)
        for name in names where !known.contains(name) {
            var facts = Suggestion.facts(name, among: known.sorted())
            facts["allowed"] = shown(declared(in: workspace))
            throw Failure(.usage, Message("E-CLI-003", facts))
        }
    }

    /// Refuses a filter by a name that is unknown, or by a key that the lists of that name do not have (64).
    static func refuseUnknown(_ filters: [SplitFilter], in workspace: Workspace) throws {
        try refuseUnknown(filters.map(\.name), in: workspace)
        for filter in filters where filter.key != SplitRow.unknown {
            // What a dimension gives is not known before it runs.
            if workspace.dimensions.contains(where: { $0.id == filter.name }) { continue }
            let fields = workspace.forms.flatMap(\.layout.sets).compactMap { $0.field(filter.name) }
            let keys = fields.flatMap { field in
                field.question.choices?.choices.map(\.name) ?? (field.question.kind == .yesNo ? ["yes", "no"] : [])
            }
            guard keys.isEmpty || keys.contains(filter.key) else {
                var facts = Suggestion.facts(filter.key, among: keys)
                facts["value"] = filter.key
                facts["name"] = filter.name
                throw Failure(.usage, Message("E-REPORT-014", facts))
            }
        }
    }

    /// What the scripts themselves split by: the splits of indicators, then other dimensions; the most used first.
    private static func declared(in workspace: Workspace) -> [String] {
        var uses: [String: Int] = [:]
        for name in workspace.dimensions.map(\.id) { uses[name, default: 0] += 0 }
        for name in workspace.indicators.flatMap(\.by) { uses[name, default: 0] += 1 }
        return uses.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.key)
    }
}
