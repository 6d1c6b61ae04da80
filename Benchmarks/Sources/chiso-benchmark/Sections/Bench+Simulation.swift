import Foundation

extension Bench {
    /// So many households at most: their number does not change the rate.
    private static let mostSimulated = 200_000

    /// Households and persons made up by the population's form, written into an empty store like an import.
    func simulation() throws -> PageSection {
        let count = min(households, Bench.mostSimulated)
        return try work.temporary("simulated") { workspace in
            try prepare(workspace)
            Progress.say("simulating \(Wording.count(count)) households …")
            let cost = try WholeProcess.run(
                command(
                    "simulate", "household", "-n", "\(count)", "--seed", "1", "--period", "2026", over: workspace))
            let rows = try madeUpRows(in: workspace)
            var section = PageSection("Simulating")
            section.add(
                "Records of the population's form, made by answering it, as many persons as `n_members` says; the plan is "
                    + "`simulated/household.lua`. The commune's own form, with relevances, constraints and plans that "
                    + "are functions, stands above.")
            var table = CostTable()
            table.add(
                "`simulate household -n \(count)` into an empty store", cost, Wording.rate(rows, in: cost.seconds))
            section.add(table.finished)
            var bars = BarTable()
            bars.add("`simulate household`", rows: rows, in: cost.seconds, bar: Bench.rowsBar)
            section.add(bars.finished)
            return section
        }
    }

    /// The population's form, its roster counted by the household's own answer, and the plan.
    private func prepare(_ workspace: URL) throws {
        let surveys = workspace.appendingPathComponent("Surveys")
        let plans = surveys.appendingPathComponent("simulate")
        try FileManager.default.createDirectory(at: plans, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: benchmarks.appendingPathComponent("population/chiso.toml"),
            to: workspace.appendingPathComponent("chiso.toml"))
        try FileManager.default.copyItem(
            at: benchmarks.appendingPathComponent("simulated/household.lua"),
            to: plans.appendingPathComponent("household.lua"))
        let form = try String(contentsOf: benchmarks.appendingPathComponent(Bench.form), encoding: .utf8)
        let roster = "roster \"person\" {"
        guard form.contains(roster) else { throw Failure("\(Bench.form) has no `\(roster)`") }
        let counted = "\(roster)\n    count = function(h) return h.n_members end,"
        try form.replacing(roster, with: counted).write(
            to: surveys.appendingPathComponent("household.lua"), atomically: true, encoding: .utf8)
    }

    private func madeUpRows(in workspace: URL) throws -> Int {
        let households = workspace.appendingPathComponent("household.csv")
        _ = try WholeProcess.run(command("data", "export", "household", households.path, over: workspace))
        return try rows(of: households) + rows(of: workspace.appendingPathComponent("household-person.csv"))
    }
}
