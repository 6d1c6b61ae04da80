import FormModel
import Foundation
import Messages
import Scaffolding
import Scripting

/// A model script that is about to be made in a workspace: its name is free, and what it rests on is there. Faults of
/// other scripts do not keep it from being made.
struct NewScript {
    let name: String
    let kind: ScriptKind
    let open: OpenWorkspace
    let workspace: Workspace
    private let faults: ScriptFaults

    /// - Throws: `Failure` where the name does not fit or is taken.
    init(_ kind: ScriptKind, _ name: String, _ options: GlobalOptions) throws {
        self.kind = kind
        self.name = name
        open = try OpenWorkspace(options)
        if let refusal = NameRule.refusal(of: name, kind: kind.rawValue) { throw Failure(.usage, refusal) }
        let file = kind.path(name)
        guard !PlainFile.exists(open.folder.url.appendingPathComponent(file).path) else {
            throw Failure(.cannotCreate, Message("E-NEW-001", ["file": file]))
        }
        workspace = try open.load(WorkspacePart.allCases)
        faults = ScriptFaults(workspace)
        try refuseTakenId()
    }

    /// The models, with comments in the workspace's language.
    var models: ModelScripts { ModelScripts(language: Console.language, today: open.today) }

    /// Writes the script, and tells what to try next.
    func make(_ file: ScaffoldFile, then commands: [String]) throws {
        try NewFiles(folder: open.folder.url, files: [file]).make()
        Console.out(file.path)
        Console.note(Message("N-NEW-001"))
        for command in commands { Console.note("  " + command) }
    }

    // MARK: The name

    /// Case tells no names apart: a store could not.
    private func refuseTakenId() throws {
        let places: [(id: String, place: Place)] =
            switch kind {
            case .form: workspace.forms.map { ($0.layout.form.id, $0.layout.form.place) }
            case .indicator: workspace.indicators.map { ($0.id, $0.place) }
            case .alert: workspace.alerts.map { ($0.id, $0.place) }
            case .report: workspace.reports.map { ($0.id, $0.place) }
            case .validation: workspace.validations.map { ($0.id, $0.place) }
            // Tests are called by sentences.
            case .test: []
            }
        let known = places.first { $0.id.lowercased() == name.lowercased() }
        // One with a fault is not among them.
        let faulty = kind == .test ? nil : faults.declaring(kind.rawValue, name)?.place.map { (id: name, place: $0) }
        guard let taken = known ?? faulty else { return }
        let facts = ["kind": kind.rawValue, "name": taken.id, "first": "\(taken.place)"]
        throw Failure(.cannotCreate, Message("E-NEW-002", facts))
    }

    // MARK: What it rests on

    /// The records of a path, or of the first form that has no fault.
    func records(_ path: String?) throws -> (set: RecordSet, layout: FormLayout) {
        let sound = workspace.forms.map(\.layout).filter { faults.error(inFile: $0.form.place.file) == nil }
        guard let path else {
            guard let first = sound.first else { throw Failure(.noInput, Message("E-NEW-003")) }
            return (first.root, first)
        }
        for layout in sound {
            if let set = layout.set(path: path) { return (set, layout) }
        }
        let form = path.split(separator: ".").first.map(String.init) ?? path
        if let fault = faults.declaring("form", form) { throw faulty(form, fault) }
        let paths = sound.flatMap(\.sets).map(\.path)
        guard !paths.isEmpty else { throw Failure(.noInput, Message("E-NEW-003")) }
        throw Failure(.noInput, Message("E-NEW-005", unknown(path, among: paths)))
    }

    /// The indicator of an id, or the first that a rule or report says much of.
    func indicator(_ id: String?) throws -> Indicator {
        let sound = workspace.indicators.filter { faults.error(of: $0) == nil }
        if let id {
            if let found = sound.first(where: { $0.id == id }) { return found }
            let fault = workspace.indicator(id).flatMap { faults.error(of: $0) } ?? faults.declaring("indicator", id)
            if let fault { throw faulty(id, fault) }
            guard !sound.isEmpty else { throw Failure(.noInput, Message("E-NEW-004")) }
            throw Failure(.noInput, Message("E-NEW-006", unknown(id, among: sound.map(\.id))))
        }
        let numbers = sound.filter { $0.over != nil && $0.computation.name != "milestone" }
        let shown = numbers.filter { !$0.isComponent }
        let split = shown.filter { !$0.by.isEmpty }
        guard
            let first = split.first(where: { $0.target != nil }) ?? split.first ?? shown.first ?? numbers.first
                ?? sound.first
        else { throw Failure(.noInput, Message("E-NEW-004")) }
        return first
    }

    /// How often the form asks that an indicator is computed over.
    func round(of indicator: Indicator) -> PeriodLength? {
        indicator.over.flatMap(workspace.form(ofPath:))?.layout.form.round
    }

    private func faulty(_ name: String, _ fault: Diagnostic) -> Failure {
        let place = fault.place.map { "\($0)" } ?? "chiso.toml"
        return Failure(.badData, Message("E-NEW-007", ["name": name, "place": place]))
    }

    private func unknown(_ name: String, among names: [String]) -> [String: String] {
        var facts = Suggestion.facts(name, among: names)
        facts["allowed"] = SplitFilters.shown(names)
        return facts
    }
}
