import Foundation

extension Bench {
    /// The bars of this section, ratios of medians of one run.
    private enum Bar {
        static let timeToDuckDB = 0.33
        static let memoryToDuckDB = 1.0
        static let uncachedToDuckDBOverCSV = 0.8
        static let uncachedToSQLite = 0.25
    }

    /// Rounds in which the slow ones run, too.
    private static let slowRounds = 3

    /// What runs in turn with the others in a round.
    private enum Contender: Hashable {
        case cached, uncached
        case peer(Peers.Engine)

        var title: String {
            switch self {
            case .cached: "`chiso eval --by village_id --format csv`, columns current"
            case .uncached: "`chiso eval --by village_id --format csv --no-cache`"
            case .peer(let engine): engine.title
            }
        }

        var isSlow: Bool {
            switch self {
            case .cached, .peer(.duckdbNative), .peer(.polarsParquet): false
            case .uncached, .peer(.duckdbCSV), .peer(.sqlite): true
            }
        }
    }

    /// Thirty weighted ratios by village over a large population, beside other engines over the same data.
    func population() throws -> PageSection {
        let population = Population(households: households)
        let store = try store(of: population)
        let files = try files(of: population)
        Progress.say("population: building the peers' files …")
        try peers.build(in: files)
        let contenders: [Contender] = [.cached] + peers.engines.map(Contender.peer) + [.uncached]
        let equalities = try equalities(store, files)
        let (costs, queries) = try rounds(of: contenders, store, files)

        var section = PageSection("A population of \(Wording.count(households)) households")
        section.add(
            "\(Wording.count(store.imported.rows)) rows in two files, \(Wording.count(population.villages)) villages; "
                + "30 weighted ratios in all and by village. Whole processes, in turn; "
                + "the slow ones in the first \(min(Bench.slowRounds, rounds)) of \(rounds) rounds.")
        var table = CostTable()
        addImport("`data import` of both files into an empty store", of: store, to: &table)
        for contender in contenders {
            guard let costs = costs[contender] else { continue }
            let alone = queries[contender].map { "the queries alone \(Wording.seconds($0.median))" } ?? ""
            table.add(contender.title, costs, alone)
        }
        section.add(table.finished)
        section.add(bars(costs, store))
        equalities.forEach { section.add($0) }
        peers.missing.forEach { section.add($0) }
        return section
    }

    private func bars(_ costs: [Contender: Costs], _ store: PopulationStore) -> Table {
        var bars = BarTable()
        bars.add("`data import`", rows: store.imported.rows, in: store.imported.cost.seconds, bar: Bench.rowsBar)
        func add(
            _ what: String, _ own: Contender, _ engine: Peers.Engine, bar: Double, of value: (Costs) -> Double
        ) {
            guard let own = costs[own], let other = costs[.peer(engine)] else {
                return bars.add(what, without: engine.title, bar: bar)
            }
            bars.add(what, value(own) / value(other), bar: bar)
        }
        add("columns current ÷ DuckDB over its own table", .cached, .duckdbNative, bar: Bar.timeToDuckDB, of: \.seconds)
        add("its peak memory ÷ DuckDB's", .cached, .duckdbNative, bar: Bar.memoryToDuckDB, of: \.peak)
        add(
            "`--no-cache` ÷ DuckDB over the CSV files", .uncached, .duckdbCSV, bar: Bar.uncachedToDuckDBOverCSV,
            of: \.seconds)
        add("`--no-cache` ÷ SQLite", .uncached, .sqlite, bar: Bar.uncachedToSQLite, of: \.seconds)
        return bars.finished
    }

    private func command(of contender: Contender, _ store: PopulationStore, _ files: URL) -> [String] {
        let eval = command("eval", "--by", "village_id", "--format", "csv", over: store.workspace)
        return switch contender {
        case .cached: eval
        case .uncached: eval + ["--no-cache"]
        case .peer(let engine): peers.command(engine, in: files)
        }
    }

    /// All costs, and the seconds that the peers' queries alone took.
    private func rounds(
        of contenders: [Contender], _ store: PopulationStore, _ files: URL
    ) throws -> (costs: [Contender: Costs], queries: [Contender: [Double]]) {
        var costs: [Contender: Costs] = [:]
        var queries: [Contender: [Double]] = [:]
        for round in 1...rounds {
            Progress.say("population: round \(round) of \(rounds) …")
            for contender in contenders where round <= Bench.slowRounds || !contender.isSlow {
                let printed = work.scratch("printed")
                defer { try? FileManager.default.removeItem(at: printed) }
                let cost = try WholeProcess.run(command(of: contender, store, files), output: printed)
                costs[contender, default: Costs()].append(cost)
                guard case .peer = contender else { continue }
                queries[contender, default: []].append(try Peers.seconds(told: Data(contentsOf: printed)))
            }
        }
        return (costs, queries)
    }

    /// Compares each figure of Chiso with those of SQLite and DuckDB, and with its own without columns. These runs are not
    /// measured: they bring the columns up to date, and the files into memory.
    private func equalities(_ store: PopulationStore, _ files: URL) throws -> [String] {
        try work.temporary("figures") { folder in
            Progress.say("population: comparing figures …")
            let own = folder.appendingPathComponent("chiso.csv")
            _ = try WholeProcess.run(command(of: .cached, store, files), output: own)
            let uncached = folder.appendingPathComponent("chiso-no-cache.csv")
            _ = try WholeProcess.run(command(of: .uncached, store, files), output: uncached)
            guard try Data(contentsOf: own) == Data(contentsOf: uncached) else {
                throw Failure("`chiso eval` gives other figures with `--no-cache` than from its columns")
            }
            let cells = try Cells(chiso: own)
            let compared: [(engine: Peers.Engine, title: String)] = [(.sqlite, "SQLite"), (.duckdbNative, "DuckDB")]
            return try compared.filter { peers.engines.contains($0.engine) }.map { engine, title in
                let saved = folder.appendingPathComponent("\(engine.rawValue).csv")
                _ = try WholeProcess.run(peers.command(engine, in: files) + ["--save", saved.path])
                let comparison = try CellComparison(cells, with: title, Cells(peer: saved))
                return "Equal to \(title) cell by cell: \(comparison.sentence)"
            } + ["With `--no-cache` the same bytes."]
        }
    }
}

extension CellComparison {
    /// What the page says of figures that are equal.
    var sentence: String {
        String(
            format: "%@ cells (%@ of them without a figure in both), largest relative difference %.1e (bar %.0e).",
            Wording.count(count), Wording.count(emptyCount), largest, CellComparison.tolerance)
    }
}
