import FormModel
import Formulas
import LuaRuntime
import Scripting

/// The formulas of a workspace that are lifted out of its scripts, form by form.
final class LiftedFormulas {
    /// A formula that has columns.
    struct Lifted {
        let node: FormulaGraph.ID
        /// Whether it reads the value of a personal field.
        let readsPersonal: Bool
        /// The rosters that it goes through, by their sets.
        let rosters: Set<Int>
    }

    private let workspace: Workspace
    private let closures: Closures
    private var lifters: [String: Lifter] = [:]
    private var known: [Formula: Result<Lifted, LiftingFault>] = [:]

    private struct Formula: Hashable {
        let form: String
        let set: Int
        let function: FunctionReference
        let comparesEarlier: Bool
    }

    init(_ workspace: Workspace) {
        self.workspace = workspace
        let texts = workspace.texts
        closures = Closures(workspace.state) { texts[$0] }
    }

    /// The graph of a form's formulas.
    func graph(of layout: FormLayout) -> FormulaGraph { lifter(of: layout).graph }

    /// A formula over a set, or why it is interpreted.
    func formula(
        _ function: FunctionReference, over set: Int, of layout: FormLayout, comparesEarlier: Bool = false
    ) -> Result<Lifted, LiftingFault> {
        let formula = Formula(
            form: layout.form.id, set: set, function: function, comparesEarlier: comparesEarlier)
        if let known = known[formula] { return known }
        let lifter = lifter(of: layout)
        let found: Result<Lifted, LiftingFault>
        do throws(LiftingFault) {
            let node = try lifter.lift(
                workspace.host.functions[function], over: set, comparesEarlier: comparesEarlier)
            let use = lifter.graph.use(of: node)
            found = .success(
                Lifted(
                    node: node,
                    readsPersonal: use.fields.contains { layout.sets[$0.set].fields[$0.field].question.personal },
                    rosters: use.rosters))
        } catch {
            found = .failure(error)
        }
        known[formula] = found
        return found
    }

    private func lifter(of layout: FormLayout) -> Lifter {
        if let known = lifters[layout.form.id] { return known }
        let lifter = Lifter(FormulaGraph(layout), closures)
        lifters[layout.form.id] = lifter
        return lifter
    }
}
