import FormModel
import LuaRuntime
import LuaSyntax
import Messages

/// Runs the files of a workspace in one sandboxed state, each for itself: a file that fails says so and holds up no
/// other.
struct ScriptRunner {
    let state: LuaState
    let host: ScriptHost
    private let sink: DiagnosticSink
    private let shelf: ModuleShelf
    private let limits: ScriptLimits

    /// What came of a file.
    struct Outcome {
        /// What it declared at its top level, up to where it failed.
        var declarations: [Declaration] = []
        /// The modules it required.
        var modules: Set<String> = []
        /// Whether it ran to its end.
        var isWhole = false
    }

    init(_ sources: WorkspaceSources, sink: DiagnosticSink, limits: ScriptLimits) throws(LuaFault) {
        let shelf = ModuleShelf(sources.modules, sink: sink)
        let host = ScriptHost(functions: sink.functions, modules: shelf.source)
        let counting = sources.probes == nil ? [] : LuaProbes.names
        let library = LuaLibrary(
            scriptNames: ScriptLibrary.scriptNames + counting, moduleNames: ScriptLibrary.moduleNames + counting,
            hostFunctions: LibraryFunction.all.map(\.name),
            reasonNames: MissingReason.allCases.sorted().map(\.name), prelude: Prelude.source)
        var luaLimits = LuaLimits()
        luaLimits.memory = limits.memory
        self.state = try LuaState(limits: luaLimits, library: library, host: host)
        host.state = state
        if let probes = sources.probes { state.count(with: probes) }
        self.host = host
        self.sink = sink
        self.shelf = shelf
        self.limits = limits
    }

    /// The names of the modules that scripts required so far.
    var requiredModules: Set<String> { shelf.required }

    /// Runs a script, or a module that none required.
    func run(_ file: ScriptFile, scope: LuaScope) -> Outcome {
        if let refusal = file.refusal {
            sink.report(refusal, of: file.path)
            return Outcome()
        }
        guard !file.isText || file.addText(to: sink) else { return Outcome() }
        shelf.requiredByFile = []
        host.beginFile(file.path)
        var outcome = Outcome(isWhole: true)
        do throws(LuaFault) {
            try state.run(file.probed ?? file.bytes, name: file.path, scope: scope, limit: .seconds(limits.load))
        } catch {
            outcome.isWhole = false
            sink.report(error, loading: file.path)
        }
        let loaded = host.endFile()
        outcome.declarations = loaded.topLevel.compactMap { Declaration($0, in: sink.texts) }
        outcome.modules = shelf.requiredByFile
        if outcome.isWhole { reportUnfinished(loaded, outcome.declarations) }
        return outcome
    }

    /// Declarations without their braces, and questions outside of every form.
    private func reportUnfinished(_ loaded: LoadedDeclarations, _ declarations: [Declaration]) {
        for mark in loaded.unfinished {
            sink.report("E-DECL-002", at: place(of: mark), ["kind": mark.kind, "id": mark.id])
        }
        let used = declarations.reduce(into: Set<DeclarationMark>()) {
            $0.insert($1.mark)
            $0.formUnion($1.marksWithin(sink.texts))
        }
        for mark in loaded.finished {
            let place = place(of: mark)
            let located = DeclarationMark(kind: mark.kind, id: mark.id, place: place, number: mark.number)
            if used.contains(located) { continue }
            sink.report("E-DECL-009", at: place, ["kind": mark.kind, "id": mark.id])
        }
    }

    private func place(of mark: DeclarationMark) -> Place {
        sink.texts.place(ofDeclaration: mark.kind, id: mark.id, mark.place, number: mark.number)
    }
}
