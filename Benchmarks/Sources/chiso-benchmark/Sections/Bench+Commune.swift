import Foundation

extension Bench {
    private static let period = ["--period", "2026-H1"]
    private static let asOf = ["--as-of", "2026-12-31"]
    /// What all indicators of 12,000 households may take, split where it fits, columns current.
    private static let evaluationBar = 0.06

    /// The commune of the repository: the census of 12,000 households and every other form, filled as the demo is.
    func commune() throws -> PageSection {
        try work.temporary("commune") { folder in
            var section = PageSection("The commune")
            let demo = folder.appendingPathComponent("demo", isDirectory: true)
            let empty = folder.appendingPathComponent("empty", isDirectory: true)
            try copyWorkspace(to: demo)
            try copyWorkspace(to: empty)
            var table = CostTable()
            try fill(demo, besides: empty, in: folder, &table)
            let bars = try figures(of: demo, &table)
            section.add(
                "The repository's own workspace in its first half-year: the census of the households and the other "
                    + "forms, filled by `Examples/demo/fill`.")
            section.add(table.finished)
            section.add(bars)
            return section
        }
    }

    /// The scripts of the repository and its demo, and a list of households; no store.
    private func copyWorkspace(to copy: URL) throws {
        for part in ["chiso.toml", "Surveys", "Rules", "Examples/demo"] {
            let place = copy.appendingPathComponent(part)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: repository.appendingPathComponent(part), to: place)
        }
        let frame = copy.appendingPathComponent("Examples/demo/make-frame.sh").path
        _ = try WholeProcess.run([frame, copy.path])
    }

    /// Simulates the census, takes it out, brings it into an empty store, and fills the other forms.
    private func fill(_ demo: URL, besides empty: URL, in folder: URL, _ table: inout CostTable) throws {
        table.add(
            "`check`", try WholeProcess.runs(5, command("check", over: demo)))
        Progress.say("commune: simulating the census …")
        // With the seed of Examples/demo/fill, which then finds it done.
        let simulated = try WholeProcess.run(
            command("simulate", "household", "--once", "--seed", "20260101", over: demo) + Bench.period)
        let households = folder.appendingPathComponent("household.csv")
        let persons = folder.appendingPathComponent("household-person.csv")
        let exported = try WholeProcess.run(
            command("data", "export", "household", households.path, "--include-personal", over: demo))
        let rows = try rows(of: households) + rows(of: persons)
        table.add("`simulate household`", simulated, Wording.rate(rows, in: simulated.seconds))
        table.add("`data export household`", exported)
        let imported = try WholeProcess.run(
            command("data", "import", "household", households.path, "--roster", "person=\(persons.path)", over: empty))
        table.add("`data import household`, into an empty store", imported, Wording.rate(rows, in: imported.seconds))
        Progress.say("commune: filling the other forms …")
        _ = try WholeProcess.run([demo.appendingPathComponent("Examples/demo/fill").path, chiso])
    }

    private func figures(of demo: URL, _ table: inout CostTable) throws -> Table {
        let eval = command("eval", over: demo) + Bench.asOf
        let census = eval + Bench.period
        let byVillage = census + ["--by", "village"]
        let all = try indicators(told: WholeProcess.output(of: byVillage + ["--format", "json"], in: work))
        let coded = all.filter { $0.code != nil }
        let fitting = coded.filter { $0.by["village"] != nil }

        func add(_ what: String, of count: Int, _ command: [String]) throws {
            Progress.say("commune: \(what.replacing("`", with: "")) …")
            table.add(what, try WholeProcess.runs(count, command))
        }
        Progress.say("commune: eval --by village …")
        let split = try WholeProcess.runs(20, byVillage)
        table.add(
            "`eval --by village`: all \(all.count) indicators, the \(coded.count) coded ones among them, split where it fits",
            split)
        try add(
            "`eval ID… --by village`: the \(fitting.count) coded indicators that it fits", of: 20,
            byVillage + fitting.map(\.id))
        try add("`eval ID…`: the \(coded.count) coded indicators, no split", of: 20, census + coded.map(\.id))
        try add("`eval` of all \(all.count), no split", of: 5, census)
        try add("`eval --format json` of all, with their own splits", of: 5, census + ["--format", "json"])
        try add("`eval --no-cache` of all, no split", of: 5, census + ["--no-cache"])
        try add("`data validate`, every rule", of: 3, command("data", "validate", over: demo) + Bench.period)
        try add(
            "`report six_month`", of: 3, command("report", "six_month", over: demo) + Bench.period + Bench.asOf)
        table.add("`eval --record`", try WholeProcess.run(census + ["--record"]))
        let run = try latestRun(of: demo)
        try add("`eval --run ID`, that run once more", of: 3, command("eval", "--run", run, over: demo))
        try add(
            "`eval --format json` of a sample of 80 a village: errors, intervals, design effects", of: 5,
            eval + ["--period", "2026-H2", "--format", "json"])
        var bars = BarTable()
        bars.add("`eval --by village` of all indicators", seconds: split.seconds, bar: Bench.evaluationBar)
        return bars.finished
    }

    private struct Indicator: Decodable {
        let id: String
        /// Its number in the resolution; the other indicators have none.
        let code: String?
        /// The splits it fits, by name.
        let by: [String: [Group]]

        struct Group: Decodable {}
    }

    private func indicators(told json: Data) throws -> [Indicator] {
        struct Evaluation: Decodable { let indicators: [Indicator] }
        return try JSONDecoder().decode(Evaluation.self, from: json).indicators
    }

    private func latestRun(of workspace: URL) throws -> String {
        let runs = try WholeProcess.output(of: command("runs", "--format", "csv", over: workspace), in: work)
        let lines = String(decoding: runs, as: UTF8.self).split(separator: "\n")
        guard lines.count > 1 else { throw Failure("`chiso runs` lists no run after `chiso eval --record`") }
        return String(lines[1].prefix { $0 != "," })
    }
}
