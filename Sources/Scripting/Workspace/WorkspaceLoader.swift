import Dispatch
import FormModel
import LuaRuntime
import Messages
import VietText

/// Loads a workspace: runs its scripts, reads what they declare, and checks that it fits together.
public struct WorkspaceLoader {
    private let sources: WorkspaceSources
    private let runner: ScriptRunner
    private let workspace: Workspace
    private let sink: DiagnosticSink
    private let lists: ListReader
    private var loaded: [(file: ScriptFile, outcome: ScriptRunner.Outcome)] = []
    private var declared = DeclaredNames()
    private let queue = DispatchQueue(label: "chiso.reading-ahead", qos: .userInitiated)

    /// Loads the given parts of a workspace.
    /// - Throws: `LuaFault` if no script state can be made at all.
    public static func load(
        _ sources: WorkspaceSources, parts: [WorkspacePart], limits: ScriptLimits = ScriptLimits(),
        language: Language = .vietnamese
    ) throws(LuaFault) -> Workspace {
        var loader = try WorkspaceLoader(sources, limits: limits)
        loader.workspace.host.language = language
        loader.readAhead(parts)
        loader.run(parts)
        loader.read()
        loader.check(parts)
        return loader.finish()
    }

    private init(_ sources: WorkspaceSources, limits: ScriptLimits) throws(LuaFault) {
        let texts = ScriptTexts(
            moduleNames: sources.modules.filter { $0.value.refusal == nil }.keys.sorted())
        let sink = DiagnosticSink(functions: FunctionTable(), texts: texts)
        self.sources = sources
        self.sink = sink
        self.runner = try ScriptRunner(sources, sink: sink, limits: limits)
        self.workspace = Workspace(state: runner.state, host: runner.host, scripts: texts, limits: limits)
        self.lists = ListReader(sink: sink, names: sources.lists, read: sources.readList)
    }

    /// Has another processor read what will be needed, while this one runs scripts.
    private func readAhead(_ parts: [WorkspacePart]) {
        for part in WorkspacePart.allCases where parts.contains(part) {
            sink.texts.readAhead(sources.scripts[part] ?? [], on: queue)
        }
        sink.texts.readAhead(sources.modules.values, on: queue)
        if parts.contains(.surveys) { lists.readAhead(on: queue) }
    }

    // MARK: Running

    private mutating func run(_ parts: [WorkspacePart]) {
        for part in WorkspacePart.allCases where parts.contains(part) && part != .modules {
            for file in sources.scripts[part] ?? [] {
                let outcome = runner.run(file, scope: .script)
                if !outcome.isWhole { declared.brokenParts.insert(part) }
                loaded.append((file, outcome))
                workspace.requires[file.path] = Set(outcome.modules.compactMap { sources.modules[$0]?.path })
            }
        }
        guard parts.contains(.modules) else { return }
        for (name, file) in sources.modules.sorted(by: { $0.key < $1.key })
        where !runner.requiredModules.contains(name) {
            _ = runner.run(file, scope: .module)
        }
    }

    // MARK: Reading

    /// Reads every declaration.
    private mutating func read() {
        var plans: [Declaration] = []
        for (file, outcome) in loaded {
            for declaration in outcome.declarations where isFirst(declaration) {
                checkName(of: declaration)
                switch declaration.kind {
                case "form": readForm(declaration, file: file, modules: outcome.modules)
                case "indicator":
                    IndicatorReader(sink: sink).indicator(declaration).map { workspace.indicators.append($0) }
                case "dimension":
                    DimensionReader(sink: sink).dimension(declaration).map { workspace.dimensions.append($0) }
                case "design":
                    DesignReader(sink: sink, lists: lists).design(declaration).map { workspace.designs.append($0) }
                case "validation":
                    ValidationReader(sink: sink).validation(declaration).map { workspace.validations.append($0) }
                case "report":
                    ReportReader(sink: sink).report(declaration).map { workspace.reports.append($0) }
                case "test": TestReader(sink: sink).test(declaration).map { workspace.tests.append($0) }
                case "alert": AlertReader(sink: sink).alert(declaration).map { workspace.alerts.append($0) }
                case "simulate": plans.append(declaration)
                default: break
                }
            }
        }
        // Plans name fields of forms, so that they are read when all forms are known.
        plans.forEach(readPlan)
    }

    private mutating func isFirst(_ declaration: Declaration) -> Bool {
        guard let first = declared.note(declaration) else { return true }
        sink.report(
            "E-DECL-001", at: declaration.place,
            ["kind": declaration.kind, "id": declaration.id, "first": "\(first)"])
        return false
    }

    /// Names are used in formulas (`i.vneid_account`, `p.household`) and on the command line; a plan has its form's name,
    /// and a test is called by a sentence.
    private func checkName(of declaration: Declaration) {
        guard declaration.kind != "simulate", declaration.kind != "test" else { return }
        NameRule.check(declaration, sink)
    }

    private mutating func readForm(_ declaration: Declaration, file: ScriptFile, modules: Set<String>) {
        var form = FormReader(sink: sink, lists: lists).form(declaration)
        form.contentHash = contentHash(of: form, file: file, modules: modules)
        let layout = FormLayout(form)
        var sets: [Int32] = []
        for set in layout.sets {
            do throws(LuaFault) {
                sets.append(try workspace.state.define(FormBinding.definition(of: set, in: layout, sets: sets)))
            } catch {
                declared.brokenParts.insert(.surveys)
                return sink.report(error, loading: file.path)
            }
        }
        let binding = FormBinding(layout: layout, sets: sets)
        workspace.host.bind(binding)
        workspace.forms.append(binding)
    }

    private func contentHash(of form: Form, file: ScriptFile, modules: Set<String>) -> String {
        var hash = ContentHash()
        hash.add(file.bytes)
        for name in modules.sorted() { hash.add(sources.modules[name]?.bytes ?? []) }
        let fields = FormLayout(form).sets.flatMap(\.fields)
        let sources = Set(fields.compactMap { $0.question.choices?.source })
        for list in lists.known where sources.contains(list.name) { hash.add(list.table, named: list.name) }
        return hash.text
    }

    private func readPlan(_ declaration: Declaration) {
        if let form = workspace.form(declaration.id) {
            workspace.simulations.append(SimulationReader(sink: sink).plan(declaration, layout: form.layout))
        } else if !declared.mayHave("form", declaration.id) {
            let ids = workspace.forms.map(\.layout.form.id)
            sink.report("E-REF-006", at: declaration.place, DiagnosticSink.facts(unknown: declaration.id, among: ids))
        }
    }

    // MARK: Finishing

    private func check(_ parts: [WorkspacePart]) {
        guard parts.contains(.surveys) else { return }
        CycleCheck(sink: sink).check(workspace)
        guard parts.contains(.indicators) else { return }
        ReferenceCheck(sink: sink, declared: declared).check(workspace)
    }

    private func finish() -> Workspace {
        let modules = sources.modules.keys.sorted().map { sources.modules[$0]?.bytes ?? [] }
        let files = loaded.map(\.file.bytes) + modules
        // Frames are long, and the hash is asked for at the end, if at all.
        workspace.hashing = Meanwhile(on: queue) { [lists = lists.known] in
            var hash = ContentHash()
            for bytes in files { hash.add(bytes) }
            for list in lists { hash.add(list.table, named: list.name) }
            return hash.text
        }
        workspace.diagnostics = sink.sorted
        return workspace
    }
}
