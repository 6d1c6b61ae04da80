import Foundation

extension Bench {
    /// The most that Chiso's whole process may take of the time of a plain loop in C.
    private static let loopBar = 2.0
    private static let loopRounds = 5
    /// What the predicates read: fields that every household has.
    private static let fields = [
        "hh_id", "village_id", "area", "head_sex", "electricity", "n_members", "distance_km", "weight",
    ]

    /// What `lua-loop` tells.
    private struct Loop: Decodable {
        let lua: String
        let rows: Int
        let seconds: Double
        /// How many rows each predicate said true to.
        let counts: [String: Int]
    }

    /// Formulas that no program over columns can be made of, beside a loop in C that calls the same functions.
    func lua() throws -> PageSection {
        let population = Population(households: households)
        let store = try store(of: population)
        let files = try files(of: population)
        try useRules(of: "unlifted", in: store.workspace)
        let interpreted = try interpretedCount(in: store.workspace)
        let eval = command("eval", "--format", "json", over: store.workspace)
        let loop =
            [
                WholeProcess.sibling("lua-loop").path,
                files.appendingPathComponent(Population.householdsFile).path,
                benchmarks.appendingPathComponent("unlifted/Rules/lib/predicates.lua").path,
            ] + Bench.fields
        // Brings the columns up to date.
        _ = try WholeProcess.run(eval)

        var costs = Costs()
        var loops: [Loop] = []
        for round in 1...Bench.loopRounds {
            Progress.say("lua: round \(round) of \(Bench.loopRounds) …")
            let printed = work.scratch("printed")
            defer { try? FileManager.default.removeItem(at: printed) }
            costs.append(try WholeProcess.run(eval, output: printed))
            let told = try JSONDecoder().decode(Loop.self, from: WholeProcess.output(of: loop, in: work))
            try compare(chiso: Data(contentsOf: printed), with: told)
            loops.append(told)
        }
        guard interpreted == loops.first?.counts.count else {
            throw Failure(
                "`chiso check --verbose` tells of \(interpreted) interpreted formulas, not of every predicate")
        }
        return section(costs, loops)
    }

    private func section(_ costs: Costs, _ loops: [Loop]) -> PageSection {
        let times = loops.map(\.seconds)
        var section = PageSection("Formulas in the interpreter")
        guard let loop = loops.first else { return section }
        let calls = loop.rows * loop.counts.count
        section.add(
            "\(loop.counts.count) predicates that cannot be run over columns, over \(Wording.count(loop.rows)) "
                + "households: \(Wording.count(calls)) calls. Both count the same households. "
                + "The loop in C fills one table again for each household; its reading is left out. \(loop.lua).")
        var table = Table("what", "median time", "lowest to highest", "runs", "a call", "peak memory")
        func add(_ what: String, _ times: [Double], _ memory: String) {
            table.add(
                what, Wording.seconds(times.median),
                "\(Wording.seconds(times.quantile(0))) to \(Wording.seconds(times.quantile(1)))", "\(times.count)",
                "\(Int((1e9 * times.median / Double(calls)).rounded())) ns", memory)
        }
        add(
            "`chiso eval`, whole process, columns current", costs.all.map(\.seconds), Wording.memory(costs.peak))
        add("the loop in C", times, "")
        section.add(table)
        var bars = BarTable()
        bars.add("whole process of `chiso eval` ÷ the loop", costs.seconds / times.median, bar: Bench.loopBar)
        section.add(bars.finished)
        return section
    }

    /// How many formulas `chiso check --verbose` says are interpreted.
    private func interpretedCount(in workspace: URL) throws -> Int {
        struct Check: Decodable {
            struct Diagnostic: Decodable { let code: String }
            let diagnostics: [Diagnostic]
        }
        let check = command("check", "--verbose", "--format", "json", over: workspace)
        let told = try JSONDecoder().decode(Check.self, from: WholeProcess.output(of: check, in: work))
        // N-LIFT-020 counts those that are not.
        return told.diagnostics.filter { $0.code.hasPrefix("N-LIFT-") && $0.code != "N-LIFT-020" }.count
    }

    /// Both must have counted the same.
    private func compare(chiso json: Data, with loop: Loop) throws {
        struct Evaluation: Decodable {
            struct Indicator: Decodable {
                let id: String
                let numerator: Double?
            }
            let indicators: [Indicator]
        }
        let indicators = try JSONDecoder().decode(Evaluation.self, from: json).indicators
        let counts = Dictionary(indicators.map { ($0.id, $0.numerator) }) { first, _ in first }
        for (name, count) in loop.counts.sorted(by: { $0.key < $1.key }) where counts[name] != Double(count) {
            let own = counts[name].flatMap { $0 }.map { "\(Int($0))" } ?? "none"
            throw Failure("\(name): chiso counts \(own) households, the loop in C \(count)")
        }
        guard counts.count == loop.counts.count else {
            throw Failure("chiso has \(counts.count) indicators, the loop in C \(loop.counts.count) predicates")
        }
    }
}
