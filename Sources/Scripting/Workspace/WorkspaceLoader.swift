import Crypto
import FormModel
import Foundation
import LuaRuntime
import LuaSyntax
import Messages
import VietText

/// Runs the scripts of a workspace and reads what they declare.
public struct WorkspaceLoader {
    private let sources: WorkspaceSources
    private let workspace: Workspace
    private let sink: DiagnosticSink
    private let lists: ListReader
    private let requiredModules: ModuleLog
    private var declared: [(declaration: Declaration, file: ScriptFile, modules: [String])] = []
    private var firstPlaces: [String: Place] = [:]
    private var hash = SHA256()

    /// Loads the given parts of a workspace.
    /// - Throws: `LuaFault` if no script state can be made at all.
    public static func load(
        _ sources: WorkspaceSources, parts: [WorkspacePart], limits: ScriptLimits = ScriptLimits(),
        language: Language = .vietnamese
    ) throws(LuaFault) -> Workspace {
        var loader = try WorkspaceLoader(sources, limits: limits)
        loader.workspace.host.language = language
        for part in WorkspacePart.allCases where parts.contains(part) {
            for file in sources.scripts[part] ?? [] { loader.run(file) }
        }
        loader.read()
        return loader.finish(parts: parts)
    }

    private init(_ sources: WorkspaceSources, limits: ScriptLimits) throws(LuaFault) {
        let log = ModuleLog()
        let host = ScriptHost { name in
            guard let file = sources.modules[name] else { return nil }
            log.required.insert(name)
            return (file.path, String(decoding: file.bytes, as: UTF8.self))
        }
        let library = LuaLibrary(
            scriptNames: ScriptLibrary.scriptNames, moduleNames: ScriptLibrary.moduleNames,
            hostFunctions: LibraryFunction.all.map(\.name),
            reasonNames: MissingReason.allCases.sorted().map(\.name), prelude: Prelude.source)
        var luaLimits = LuaLimits()
        luaLimits.memory = limits.memory
        let state = try LuaState(limits: luaLimits, library: library, host: host)
        let sink = DiagnosticSink(functions: host.functions)
        self.sources = sources
        self.sink = sink
        self.workspace = Workspace(state: state, host: host, limits: limits)
        self.requiredModules = log
        self.lists = ListReader(sink: sink, names: sources.lists, read: sources.readList)
    }

    // MARK: Running

    private mutating func run(_ file: ScriptFile) {
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            return sink.report("E-SYNTAX-005", at: Place(file: file.path, line: 1))
        }
        hash.update(data: file.bytes)
        workspace.texts[file.path] = text
        sink.add(source: SourceText(text), for: file.path)
        requiredModules.required = []
        workspace.host.beginFile(file.path)
        var fault: LuaFault?
        do throws(LuaFault) {
            _ = try workspace.state.run(
                file.bytes, name: file.path, scope: .script, limit: .seconds(workspace.limits.load))
        } catch {
            fault = error
        }
        let (declarations, unfinished) = workspace.host.endFile()
        if let fault {
            report(fault, in: file, text: text)
        } else {
            for entry in unfinished {
                sink.report("E-DECL-002", at: entry.place, ["kind": entry.kind, "id": entry.id])
            }
        }
        for declaration in declarations {
            declared.append((declaration, file, requiredModules.required.sorted()))
        }
    }

    /// A comma left out is told apart from other faults by the source itself, never by Lua's words.
    private func report(_ fault: LuaFault, in file: ScriptFile, text: String) {
        let source = SourceText(text)
        if fault.kind == .syntax || fault.kind == .runtime,
            let token = source.missingComma(from: max((fault.line ?? 1) - 1, 1)),
            token.line <= (fault.line ?? 1) + 1
                || fault.kind == .runtime
        {
            return sink.report(
                "E-SYNTAX-002", at: Place(file: file.path, line: token.line, column: token.column),
                ["kind": "{", "id": ""])
        }
        sink.report(Diagnostic(fault, file: file.path, globals: ScriptLibrary.scriptNames))
    }

    // MARK: Reading

    private mutating func read() {
        for (declaration, file, modules) in declared where isFirst(declaration) {
            switch declaration.kind {
            case "form": readForm(declaration, file: file, modules: modules)
            case "indicator":
                IndicatorReader(sink: sink).indicator(declaration).map { workspace.indicators.append($0) }
            case "dimension":
                DimensionReader(sink: sink).dimension(declaration).map { workspace.dimensions.append($0) }
            case "design":
                DesignReader(sink: sink, lists: lists).design(declaration).map { workspace.designs.append($0) }
            case "report":
                ReportReader(sink: sink).report(declaration).map { workspace.reports.append($0) }
            case "simulate": break
            default: RegisteredReader(sink: sink).check(declaration)
            }
        }
        // Plans name fields of forms, so that they are read when all forms are known.
        for (declaration, _, _) in declared where declaration.kind == "simulate" { readPlan(declaration) }
    }

    private mutating func isFirst(_ declaration: Declaration) -> Bool {
        let key = "\(declaration.kind) \(declaration.id)"
        if let first = firstPlaces[key] {
            sink.report(
                "E-DECL-001", at: declaration.place,
                ["kind": declaration.kind, "id": declaration.id, "first": "\(first)"])
            return false
        }
        firstPlaces[key] = declaration.place
        return true
    }

    private func readForm(_ declaration: Declaration, file: ScriptFile, modules: [String]) {
        var form = FormReader(sink: sink, lists: lists).form(declaration)
        form.contentHash = contentHash(of: form, file: file, modules: modules)
        let layout = FormLayout(form)
        var sets: [Int32] = []
        for set in layout.sets {
            do throws(LuaFault) {
                sets.append(try workspace.state.define(FormBinding.definition(of: set, in: layout, sets: sets)))
            } catch {
                return sink.report(Diagnostic(error, file: file.path, globals: ScriptLibrary.scriptNames))
            }
        }
        let binding = FormBinding(layout: layout, sets: sets)
        workspace.host.bind(binding)
        workspace.forms.append(binding)
    }

    private func contentHash(of form: Form, file: ScriptFile, modules: [String]) -> String {
        var hash = SHA256()
        hash.update(data: file.bytes)
        for name in modules { hash.update(data: sources.modules[name]?.bytes ?? []) }
        for set in FormLayout(form).sets {
            for field in set.fields {
                guard let list = field.question.choices, list.source != nil else { continue }
                for choice in list.choices { hash.update(data: Array("\(choice.name)\n".utf8)) }
            }
        }
        return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func readPlan(_ declaration: Declaration) {
        guard let form = workspace.form(declaration.id) else {
            let ids = workspace.forms.map(\.layout.form.id)
            return sink.report(
                "E-REF-006", at: declaration.place, DiagnosticSink.facts(unknown: declaration.id, among: ids))
        }
        workspace.simulations.append(SimulationReader(sink: sink).plan(declaration, layout: form.layout))
    }

    // MARK: Finishing

    private mutating func finish(parts: [WorkspacePart]) -> Workspace {
        if parts.contains(.surveys) {
            CycleCheck(sink: sink).check(workspace)
            if parts.contains(.indicators) { ReferenceCheck(sink: sink).check(workspace) }
        }
        for name in sources.modules.keys.sorted() { hash.update(data: sources.modules[name]?.bytes ?? []) }
        for form in workspace.forms { hash.update(data: Array(form.layout.form.contentHash.utf8)) }
        workspace.scriptsHash = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        workspace.diagnostics = sink.sorted
        return workspace
    }
}

/// Which modules a file required while it loaded.
private final class ModuleLog {
    var required: Set<String> = []
}
