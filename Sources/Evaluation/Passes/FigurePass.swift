import FormModel
import Formulas
import Messages
import Scripting

/// One pass over the records of a view for many indicators: their formulas run over columns, and what they give is added
/// up in the same breath, so that nothing is kept for each row.
///
/// For indicators whose records stand for themselves. A sample's errors need each row, and so do dates and quantiles.
struct FigurePass {
    let context: ViewContext
    let formulas: ColumnFormulas

    /// An indicator that is wanted.
    struct Wish {
        let indicator: Indicator
        let set: RecordSet
        /// The splits, each with its parts.
        let splits: [[SplitKeys]]
        let names: [[String]]
    }

    /// The tallies of those of some indicators that have columns, by id.
    func tallies(_ wishes: [Wish]) throws(Message) -> [String: FigureTally] {
        var outputs: [Program.Output: Int] = [:]
        var jobs: [FigureJob] = []
        var rosters: Set<Int> = []
        var known: [String: [Bool]] = [:]
        func present(
            _ wish: Wish, _ cells: [SplitCells], _ kept: [Bool]?, _ recordCells: [[Int32]]
        ) -> [[Bool]] {
            guard !cells.isEmpty else { return [[context.view.sets[wish.set.index].count > 0]] }
            return zip(cells, wish.names).enumerated().map { place, split in
                let (cells, names) = split
                let name = "\(wish.set.index) \(names.joined(separator: " "))"
                if let present = known[name] { return present }
                let present =
                    kept == nil && recordCells.indices.contains(place)
                    ? SplitCells.present(
                        cells.parts.count, recordCells[place], context.view.sets[wish.set.index].starts)
                    : cells.present(kept)
                known[name] = present
                return present
            }
        }
        for wish in wishes {
            guard let (plain, functions) = FigurePass.functions(of: wish.indicator),
                let lifted = lifted(functions, wish.set)
            else { continue }
            for formula in lifted { rosters.formUnion(formula.rosters) }
            let kept = try context.selection(of: wish.set, for: wish.indicator).kept
            let cells = zip(wish.splits, wish.names).map { context.cells($0, names: $1, over: wish.set) }
            var nodes = lifted.map { Program.Output(node: $0.node, set: wish.set.index) }
            var kind = plain
            let hasScope = wish.indicator.among != nil
            if case .ratio = kind, let weighted = weighted(&nodes, hasScope, wish.set, cells) { kind = weighted }
            let recordCells = try recordCells(kind, wish)
            let places = nodes.map { output in
                let place = outputs[output] ?? outputs.count
                outputs[output] = place
                return place
            }
            let values = hasScope ? Array(places.dropFirst()) : places
            jobs.append(
                FigureJob(
                    indicator: wish.indicator.id, kind: kind, set: wish.set.index, among: hasScope ? places[0] : nil,
                    value: values[0], second: values.count > 1 ? values[1] : nil,
                    starts: context.view.sets[wish.set.index].starts, cells: cells,
                    recordCells: recordCells, present: present(wish, cells, kept, recordCells), kept: kept))
        }
        guard !jobs.isEmpty else { return [:] }
        let ordered = outputs.sorted { $0.value < $1.value }.map(\.key)
        guard let (program, rows) = try formulas.program(ordered, rosters, context.view) else { return [:] }
        let consumers = program.run(over: rows, threads: formulas.threads) { [jobs] in FigureConsumer(jobs) }
        guard let first = consumers.first else { return [:] }
        for other in consumers.dropFirst() { first.add(other) }
        return Dictionary(zip(jobs, first.tallies).map { ($0.indicator, $1) }) { first, _ in first }
    }

    /// The formulas of an indicator that columns add up, its scope first.
    static func functions(of indicator: Indicator) -> (FigureJob.Kind, [FunctionReference])? {
        let scope = [indicator.among].compactMap { $0 }
        switch indicator.computation {
        case .share(let function), .count(let function):
            return (.condition(dontKnowIsNo: indicator.dontKnowIsNo), scope + [function])
        case .mean(let function), .total(let function): return (.number, scope + [function])
        case .ratio(let numerator, let denominator): return (.ratio, scope + [numerator, denominator])
        case .quantile, .milestone, .derive: return nil
        }
    }

    private func recordCells(_ kind: FigureJob.Kind, _ wish: Wish) throws(Message) -> [[Int32]] {
        guard case .weightedByRecord = kind else { return [] }
        let root = context.view.binding.layout.root
        var all: [[Int32]] = []
        for names in wish.names {
            var parts: [SplitKeys] = []
            for name in names { if let part = try context.split(name, over: root) { parts.append(part) } }
            all.append(context.cells(parts, names: names, over: root).places)
        }
        return all
    }

    /// A ratio of weights, whose condition and weight say all: then these are what is worked out.
    private func weighted(
        _ nodes: inout [Program.Output], _ hasScope: Bool, _ set: RecordSet, _ cells: [SplitCells]
    ) -> FigureJob.Kind? {
        let graph = formulas.lifted.graph(of: context.view.binding.layout)
        let first = hasScope ? 1 : 0
        guard let found = graph.weighted(numerator: nodes[first].node, denominator: nodes[first + 1].node) else {
            return nil
        }
        let isByRecord =
            set.parent == 0 && graph.set(of: found.weight) <= 0 && cells.allSatisfy { $0.isOfRecords && $0.isOfOneName }
        nodes[first] = Program.Output(node: found.condition, set: set.index)
        nodes[first + 1] = Program.Output(node: found.weight, set: isByRecord ? 0 : set.index)
        return isByRecord ? .weightedByRecord : .weighted
    }

    private func lifted(_ functions: [FunctionReference], _ set: RecordSet) -> [LiftedFormulas.Lifted]? {
        var found: [LiftedFormulas.Lifted] = []
        for function in functions {
            guard
                case .success(let formula) = formulas.lifted.formula(
                    function, over: set.index, of: context.view.binding.layout)
            else { return nil }
            found.append(formula)
        }
        return found
    }
}
