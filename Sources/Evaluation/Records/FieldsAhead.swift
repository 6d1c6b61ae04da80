import FormModel
import Formulas
import Scripting

/// The fields that figures of a form will surely need, told before anything is read.
struct FieldsAhead {
    let workspace: Workspace
    let lifted: LiftedFormulas
    let layout: FormLayout

    /// - Parameters:
    ///   - indicators: those of the form, with their sets and the names that they are split and filtered by.
    func fields(of indicators: [(indicator: Indicator, set: RecordSet, names: Set<String>)]) -> [(Field, RecordSet)] {
        var places: Set<FormulaGraph.FieldPlace> = []
        for (indicator, set, names) in indicators {
            for function in FigurePass.functions(of: indicator)?.1 ?? [] { add(function, over: set, to: &places) }
            for name in names { add(split: name, over: set, to: &places) }
        }
        let known = places.map { (layout.sets[$0.set].fields[$0.field], layout.sets[$0.set]) }
        let key = layout.keyFields.map { ($0, layout.root) }
        return (key + known).sorted { ($0.1.index, $0.0.index) < ($1.1.index, $1.0.index) }
    }

    private func add(
        _ function: FunctionReference, over set: RecordSet, to places: inout Set<FormulaGraph.FieldPlace>
    ) {
        guard case .success(let formula) = lifted.formula(function, over: set.index, of: layout) else { return }
        let use = lifted.graph(of: layout).use(of: formula.node)
        places.formUnion(use.fields.union(use.lookedAt))
    }

    private func add(split name: String, over set: RecordSet, to places: inout Set<FormulaGraph.FieldPlace>) {
        guard let (source, owner) = SplitSource.find(name, over: set, in: layout, workspace) else { return }
        switch source {
        case .dimension(let dimension): add(dimension.value, over: owner, to: &places)
        case .field(let field): places.insert(FormulaGraph.FieldPlace(set: owner.index, field: field.index))
        }
    }
}
