import Foundation

/// A workspace whose store holds a population.
struct PopulationStore {
    /// What bringing the population in cost, once: kept beside the store, which a later run may use again.
    struct Import: Codable {
        let cost: Cost
        /// Rows of both files.
        let rows: Int
        let taken: Date
    }

    let workspace: URL
    let imported: Import

    /// Reads the store through, so that what is measured next does not wait for the disk.
    func bringIntoMemory() throws {
        let store = try FileHandle(forReadingFrom: workspace.appendingPathComponent(".chiso/store.sqlite"))
        defer { try? store.close() }
        while let block = try store.read(upToCount: 1 << 20), !block.isEmpty {}
    }
}

extension Bench {
    /// The two files of a population, made where they are not there.
    func files(of population: Population) throws -> URL {
        try work.kept(population.name) { folder in
            Progress.say("making a population of \(Wording.count(population.households)) households …")
            try population.write(to: folder)
        }
    }

    /// The store of a population, filled where it is not there; with the scripts of `population/` as they are now.
    func store(of population: Population) throws -> PopulationStore {
        let name = storeName(of: population)
        let form = benchmarks.appendingPathComponent(Bench.form)
        let kept = work.folder.appendingPathComponent("\(name)/Surveys/household.lua")
        if FileManager.default.fileExists(atPath: kept.path),
            try Data(contentsOf: kept) != Data(contentsOf: form)
        {
            try work.remove(name)
        }
        let workspace = try work.kept(name) { workspace in try fill(workspace, with: population) }
        try useRules(of: "population", in: workspace)
        let told = try Data(contentsOf: workspace.appendingPathComponent("import.json"))
        return PopulationStore(
            workspace: workspace, imported: try JSONDecoder().decode(PopulationStore.Import.self, from: told))
    }

    /// A row of the page. What an earlier run of the benchmark took is told as such.
    func addImport(_ what: String, of store: PopulationStore, to table: inout CostTable) {
        let imported = store.imported
        let rate = Wording.rate(imported.rows, in: imported.cost.seconds)
        let day = imported.taken.formatted(.iso8601.year().month().day())
        table.add(what, imported.cost, imported.taken < begun ? "\(rate), in an earlier run on \(day)" : rate)
    }

    /// Puts the rules of a folder of this package in the place of those of a workspace.
    func useRules(of folder: String, in workspace: URL) throws {
        let rules = workspace.appendingPathComponent("Rules")
        if FileManager.default.fileExists(atPath: rules.path) { try FileManager.default.removeItem(at: rules) }
        try FileManager.default.copyItem(at: benchmarks.appendingPathComponent("\(folder)/Rules"), to: rules)
    }

    /// Takes away the files and the store of a population, unless data are kept.
    func release(_ population: Population) throws {
        guard !work.isKept else { return }
        try work.remove(population.name)
        try work.remove(storeName(of: population))
    }

    private func storeName(of population: Population) -> String { "store-of-\(population.name)" }

    private func fill(_ workspace: URL, with population: Population) throws {
        let files = try files(of: population)
        for part in ["chiso.toml", "Surveys"] {
            try FileManager.default.copyItem(
                at: benchmarks.appendingPathComponent("population/\(part)"),
                to: workspace.appendingPathComponent(part))
        }
        try useRules(of: "population", in: workspace)
        Progress.say("importing \(Wording.count(population.households)) households …")
        let households = files.appendingPathComponent(Population.householdsFile)
        let persons = files.appendingPathComponent(Population.personsFile)
        let cost = try WholeProcess.run(
            command(
                "data", "import", "household", households.path, "--roster", "person=\(persons.path)", "--date",
                "2026-04-30", over: workspace))
        let imported = PopulationStore.Import(
            cost: cost, rows: try rows(of: households) + rows(of: persons), taken: .now)
        try JSONEncoder().encode(imported).write(to: workspace.appendingPathComponent("import.json"))
    }

    /// The rows of a CSV file of one line each, without its header.
    func rows(of file: URL) throws -> Int {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        var lines = 0
        while let block = try handle.read(upToCount: 1 << 20), !block.isEmpty {
            lines += block.lazy.filter { $0 == UInt8(ascii: "\n") }.count
        }
        return lines - 1
    }
}
