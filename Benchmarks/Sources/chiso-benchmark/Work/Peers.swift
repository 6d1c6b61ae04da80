import Foundation

/// Other engines over the same data, by way of `peers/peers.py`. One that is not installed is left out.
struct Peers {
    /// What is installed; nil: what is not.
    struct Versions: Decodable {
        var python: String?
        var sqlite: String?
        var duckdb: String?
        var polars: String?

        /// `DuckDB 2.0.1`, each that is there.
        var sentences: [String] {
            [("SQLite", sqlite), ("DuckDB", duckdb), ("Polars", polars), ("Python", python)].compactMap {
                name, version in version.map { "\(name) \($0)" }
            }
        }
    }

    enum Engine: String, CaseIterable {
        case duckdbNative = "duckdb-native"
        case polarsParquet = "polars-parquet"
        case duckdbCSV = "duckdb-csv"
        case sqlite

        /// As the page calls it.
        var title: String {
            switch self {
            case .duckdbNative: "DuckDB over its own table"
            case .polarsParquet: "Polars over Parquet"
            case .duckdbCSV: "DuckDB over the CSV files"
            case .sqlite: "SQLite over tables with an index"
            }
        }
    }

    let versions: Versions
    private let program: URL

    init(program: URL, work: WorkFolder) {
        self.program = program
        let told = try? WholeProcess.output(of: ["python3", program.path, "versions"], in: work)
        versions = told.flatMap { try? JSONDecoder().decode(Versions.self, from: $0) } ?? Versions()
    }

    /// The engines that are there. Polars reads Parquet, which DuckDB writes.
    var engines: [Engine] {
        Engine.allCases.filter { engine in
            switch engine {
            case .duckdbNative, .duckdbCSV: versions.duckdb != nil
            case .polarsParquet: versions.polars != nil && versions.duckdb != nil
            case .sqlite: versions.sqlite != nil
            }
        }
    }

    /// What is not there, and what to do about it, a sentence each.
    var missing: [String] {
        guard versions.python != nil else { return ["Python was not there, and so no peer: install `python3`."] }
        return [("DuckDB", "duckdb", versions.duckdb), ("Polars", "polars", versions.polars)].compactMap {
            name, package, version in version == nil ? "\(name) was not there: `pip install \(package)`." : nil
        }
    }

    /// Makes each engine's own files of the two CSV files, where they are not there yet.
    func build(in folder: URL) throws {
        guard !engines.isEmpty else { return }
        _ = try WholeProcess.run(["python3", program.path, "build", folder.path])
    }

    /// The command that runs the indicators.
    func command(_ engine: Engine, in folder: URL) -> [String] {
        ["python3", program.path, "run", folder.path, engine.rawValue]
    }

    /// Seconds of the queries alone, as a run told them on its standard output.
    static func seconds(told: Data) throws -> Double {
        struct Told: Decodable { let seconds: Double }
        return try JSONDecoder().decode(Told.self, from: told).seconds
    }
}
