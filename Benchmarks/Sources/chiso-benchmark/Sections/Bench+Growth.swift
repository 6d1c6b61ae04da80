import Foundation

extension Bench {
    /// The most that a doubling of the households may multiply a time by.
    private static let doublingBar = 2.0

    /// What one size took.
    private struct Step {
        let households: Int
        let imported: Cost
        let cached: Costs
        let uncached: Costs
    }

    /// How time grows with the number of households.
    func growth() throws -> PageSection {
        var section = PageSection("Growth")
        section.add("The same 30 ratios by 500 villages, over populations of several sizes.")
        var table = CostTable()
        var steps: [Step] = []
        for size in sizes {
            let population = Population(households: size)
            let store = try store(of: population)
            Progress.say("growth: evaluating \(Wording.count(size)) households …")
            let eval = command("eval", "--by", "village_id", "--format", "csv", over: store.workspace)
            let cached = try WholeProcess.runs(5, eval)
            try store.bringIntoMemory()
            let uncached = Costs(
                try (0..<(size < 1_000_000 ? 3 : 1)).map { _ in try WholeProcess.run(eval + ["--no-cache"]) })
            let count = Wording.count(size)
            addImport("\(count) households: `data import`", of: store, to: &table)
            table.add("\(count) households: `eval`, columns current", cached)
            table.add("\(count) households: `eval --no-cache`", uncached)
            steps.append(
                Step(households: size, imported: store.imported.cost, cached: cached, uncached: uncached))
            if size != households { try release(population) }
        }
        section.add(table.finished)
        if steps.count > 1 { section.add(doublings(steps)) }
        return section
    }

    private func doublings(_ steps: [Step]) -> Table {
        var table = Table("from … to … households", "what", "households ×", "time ×", "per doubling ×", "bar", "")
        for (one, two) in zip(steps, steps.dropFirst()) {
            let times = [
                ("`data import`", one.imported.seconds, two.imported.seconds),
                ("`eval`, columns current", one.cached.seconds, two.cached.seconds),
                ("`eval --no-cache`", one.uncached.seconds, two.uncached.seconds),
            ]
            let growth = Double(two.households) / Double(one.households)
            for (what, first, second) in times {
                let doubling = exp2(log(second / first) / log(growth))
                table.add(
                    "\(Wording.count(one.households)) to \(Wording.count(two.households))", what,
                    Wording.ratio(growth), Wording.ratio(second / first), Wording.ratio(doubling),
                    "at most \(Wording.ratio(Bench.doublingBar))",
                    doubling <= Bench.doublingBar ? "reached" : "**not reached**")
            }
        }
        return table
    }
}
