import FormModel
import LuaSyntax

/// What cannot be used in a workspace because of which fault: a command loads what it needs, and a fault in a file that
/// it does not need is a warning (`semantics.md` 5.1).
///
/// What comes in is a loaded workspace; what goes out is, for a form or an indicator, the first error among the files it
/// rests on: its own, its modules and lists, those of the forms, dimensions, designs and indicators it uses. A file that
/// has an error is not relied on at all, since what stands after the error is not known: nothing is computed from half
/// of a file.
public struct ScriptFaults {
    private let workspace: Workspace
    /// The first error of each script, those of its modules and lists included.
    private let byFile: [String: Diagnostic]
    /// Errors that have no place.
    private let general: Diagnostic?

    /// Looks through the diagnostics of a workspace.
    public init(_ workspace: Workspace) {
        let errors = workspace.diagnostics.filter { $0.severity == .error }
        var byFile: [String: Diagnostic] = [:]
        for error in errors {
            guard let file = error.place?.file else { continue }
            for script in ScriptFaults.scripts(restingOn: file, in: workspace) where byFile[script] == nil {
                byFile[script] = error
            }
        }
        self.workspace = workspace
        self.byFile = byFile
        self.general = errors.first { $0.place == nil }
    }

    private static func scripts(restingOn file: String, in workspace: Workspace) -> [String] {
        if WorkspacePart.modules.holds(file) {
            return workspace.requires.filter { $0.value.contains(file) }.map(\.key).sorted()
        }
        guard let list = ListReader.list(of: file) else { return [file] }
        return workspace.requires.keys.sorted().filter { script in
            workspace.scripts[script]?.tokens.contains { $0.kind == .string(list) } ?? true
        }
    }

    /// Whether there is none.
    public var isEmpty: Bool { byFile.isEmpty && general == nil }

    /// The first error of each faulty script of some parts, in the order of files.
    public func errors(in parts: [WorkspacePart]) -> [Diagnostic] {
        let files = byFile.keys.filter { file in parts.contains { $0.holds(file) } }.sorted()
        return (general.map { [$0] } ?? []) + files.compactMap { byFile[$0] }
    }

    /// The error that keeps a script from being relied on.
    public func error(inFile file: String) -> Diagnostic? { general ?? byFile[file] }

    /// The error that keeps a form from being used; also where a form of that id may stand in a file that failed.
    public func error(ofForm id: String) -> Diagnostic? {
        if let form = workspace.form(id)?.layout.form { return error(inFile: form.place.file) }
        return general ?? declaring("form", id) ?? errors(in: [.surveys]).first
    }

    /// The error that keeps a declaration from being known: of the file whose text declares it.
    public func declaring(_ kind: String, _ id: String) -> Diagnostic? {
        byFile.keys.sorted().first { declares(kind, id, file: $0) }.flatMap { byFile[$0] }
    }

    private func declares(_ kind: String, _ id: String? = nil, file: String) -> Bool {
        guard let tokens = workspace.scripts[file]?.tokens else { return false }
        return tokens.indices.contains { index in
            guard tokens[index].kind == .name(kind) else { return false }
            let rest = tokens[(index + 1)...].drop { $0.isSymbol("(") }
            guard case .string(let found)? = rest.first?.kind else { return false }
            return id == nil || found == id
        }
    }

    // MARK: Indicators

    /// The error that keeps an indicator from being computed.
    /// - Parameter splits: further names that it is to be split or filtered by.
    public func error(of indicator: Indicator, splits: [String] = []) -> Diagnostic? {
        guard !isEmpty else { return nil }
        var seen: Set<String> = []
        return error(of: indicator, splits: splits, &seen)
    }

    private func error(of indicator: Indicator, splits: [String], _ seen: inout Set<String>) -> Diagnostic? {
        guard seen.insert(indicator.id).inserted else { return nil }
        if let own = error(inFile: indicator.place.file) { return own }
        for id in sources(of: indicator) {
            guard let source = workspace.indicator(id) else {
                if let error = declaring("indicator", id) ?? errors(in: [.indicators]).first { return error }
                continue
            }
            if let error = error(of: source, splits: splits, &seen) { return error }
        }
        guard let over = indicator.over else { return nil }
        let form = over.split(separator: ".").first.map(String.init) ?? over
        return error(ofForm: form) ?? error(ofDesignOf: indicator, form: form)
            ?? (indicator.by + splits).lazy.compactMap(error(ofSplit:)).first
    }

    /// The error that keeps a rule from being checked: of its own file, its form, or an indicator that it names.
    public func error(of validation: Validation) -> Diagnostic? {
        guard !isEmpty else { return nil }
        if let own = error(inFile: validation.place.file) { return own }
        if let form = validation.form { return error(ofForm: form) }
        let places = PropertyPlaces(
            kind: "validation", id: validation.id, at: validation.place, in: workspace.scripts)
        let named = places.fieldsRead(by: "must")
        return named.lazy.compactMap { id in
            workspace.indicator(id).map { error(of: $0, splits: [validation.by].compactMap { $0 }) }
                ?? declaring("indicator", id)
        }.first
    }

    /// The indicators that one is derived from, as its text names them.
    private func sources(of indicator: Indicator) -> [String] {
        guard case .derive = indicator.computation else { return [] }
        let places = PropertyPlaces(
            kind: "indicator", id: indicator.id, at: indicator.place, in: workspace.scripts)
        return places.fieldsRead(by: "derive")
    }

    /// A split that no sound file declares may be a field; or it stands in a file that failed.
    private func error(ofSplit name: String) -> Diagnostic? {
        if let dimension = workspace.dimensions.first(where: { $0.id == name }) {
            return error(inFile: dimension.place.file)
        }
        let isField = workspace.forms.contains { $0.layout.sets.contains { $0.field(name) != nil } }
        return declaring("dimension", name) ?? (isField ? nil : errors(in: [.indicators]).first)
    }

    /// A design gives the weights, so that one which may stand in a file that failed keeps figures from being computed.
    private func error(ofDesignOf indicator: Indicator, form: String) -> Diagnostic? {
        switch indicator.design {
        case .none: return nil
        case .named(let id):
            if let design = workspace.designs.first(where: { $0.id == id }) { return error(inFile: design.place.file) }
            return declaring("design", id) ?? errors(in: [.indicators]).first
        case .automatic:
            let known = workspace.designs.filter { $0.form == form }.compactMap { byFile[$0.place.file] }.first
            let possible = byFile.keys.sorted().first { file in
                declares("design", file: file)
                    && workspace.scripts[file]?.tokens.contains { $0.kind == .string(form) } ?? true
            }
            return known ?? possible.flatMap { byFile[$0] }
        }
    }
}

extension Workspace {
    /// Leaves out whatever rests on a file with an error, so that nothing is computed from half of it.
    /// - Returns: the errors of the indicators that are left out, by their ids.
    @discardableResult
    public func leaveOut(_ faults: ScriptFaults) -> [String: Diagnostic] {
        guard !faults.isEmpty else { return [:] }
        let errors = indicators.map { ($0.id, faults.error(of: $0)) }
        let unsound = Dictionary(errors.compactMap { id, error in error.map { (id, $0) } }) { first, _ in first }
        let unchecked = Set(validations.filter { faults.error(of: $0) != nil }.map(\.id))
        validations.removeAll { unchecked.contains($0.id) }
        let isSound = { (place: Place) in faults.error(inFile: place.file) == nil }
        indicators.removeAll { unsound[$0.id] != nil }
        dimensions.removeAll { !isSound($0.place) }
        designs.removeAll { !isSound($0.place) }
        reports.removeAll { !isSound($0.place) }
        alerts.removeAll { !isSound($0.place) }
        forms.removeAll { !isSound($0.layout.form.place) }
        return unsound
    }
}
