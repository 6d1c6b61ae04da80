import FormModel
import LuaSyntax
import Scripting

/// What can be told of the scripts of a workspace before anything runs: wrong names and types, conditions that always come
/// out the same, answers that may not have been asked for, questions that nobody reaches.
///
/// In comes a loaded workspace; out go diagnostics beside those that loading gave. Scripts are followed as far as they
/// can be (locals, helper functions, modules); where not, nothing is said: there are no false alarms for the sake of
/// completeness. A workspace whose scripts do not load is analysed as far as it was read.
public struct ScriptAnalysis {
    private let workspace: Workspace

    /// The analysis of a workspace.
    public init(_ workspace: Workspace) { self.workspace = workspace }

    /// What was found that loading has not told, in the order of files and lines.
    public var diagnostics: [Diagnostic] {
        let collector = Collector(known: workspace.diagnostics)
        let scripts = self.scripts
        let byFile = Dictionary(scripts.map { ($0.file, $0) }) { first, _ in first }
        let interpreter = Interpreter(
            module: { byFile["\(WorkspacePart.modules.rawValue)/\($0).lua"] }, script: { byFile[$0] })
        for script in scripts { interpreter.run(script) }
        let declarations = scripts.flatMap(\.declarations)
        let forms = FormMap(workspace.forms, declarations: declarations)

        let names = NameCheck(modules: Set(scripts.filter(\.isModule).map(\.name)), tell: collector.tell)
        scripts.forEach(names.check)
        let formulas = FormulaList(sound(declarations), forms).formulas
        checkShapes(formulas, forms, interpreter, collector)
        let samples = SampleCheck(
            forms: forms, interpreter: interpreter, tell: collector.tell, isTold: collector.isTold)
        formulas.forEach(samples.check)
        samples.checkReach()
        PatternCheck(workspace: workspace, tell: collector.tell).check()
        TextCheck(workspace: workspace, tell: collector.tell).check()
        UseCheck(workspace: workspace, scripts: scripts, tell: collector.tell).check()
        return collector.sorted
    }

    /// The scripts and modules that were read and are Lua.
    private var scripts: [Script] {
        workspace.texts.keys.sorted().compactMap { file in
            guard let chunk = workspace.chunk(of: file), chunk.faults.isEmpty else { return nil }
            return Script(file: file, chunk: chunk, isModule: WorkspacePart.modules.holds(file))
        }
    }

    /// The declarations that the workspace took.
    private func sound(_ declarations: [TableDatum]) -> [TableDatum] {
        let known: [String: Set<String>] = [
            "form": Set(workspace.forms.map(\.layout.form.id)), "indicator": Set(workspace.indicators.map(\.id)),
            "validation": Set(workspace.validations.map(\.id)), "dimension": Set(workspace.dimensions.map(\.id)),
            "design": Set(workspace.designs.map(\.id)), "alert": Set(workspace.alerts.map(\.id)),
            "report": Set(workspace.reports.map(\.id)), "test": Set(workspace.tests.map(\.name)),
        ]
        return declarations.filter { table in
            guard let (kind, id) = table.declared else { return false }
            return known[kind]?.contains(id) ?? false
        }
    }

    private func checkShapes(
        _ formulas: [Formula], _ forms: FormMap, _ interpreter: Interpreter, _ collector: Collector
    ) {
        var order = OrderCheck(forms, tell: collector.tell)
        let walker = ShapeWalker(forms, interpreter, tell: collector.tell)
        for formula in formulas {
            walker.onRead = { field, script, token in
                order.note(formula, reads: field, at: interpreter.place(file: script.file, token: token))
            }
            walker.isFormula = formula.form != nil
            let result = walker.walk(
                formula.closure,
                formula.arguments.map { argument in
                    switch argument {
                    case .record(let set): .record(set)
                    case .answer(let field): .field(field)
                    case .object(let members): .object(members)
                    case .other: .unknown
                    }
                })
            if let needed = formula.resultType, let found = walker.type(result), found != needed {
                let facts = [
                    "kind": formula.kind, "id": formula.id, "property": formula.property, "expected": needed.rawValue,
                    "found": found.rawValue,
                ]
                collector.tell(Finding("E-TYPE-002", .error, formula.closure.script, formula.token, facts))
            }
        }
        order.check()
    }
}
