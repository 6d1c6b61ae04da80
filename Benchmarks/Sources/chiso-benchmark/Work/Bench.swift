import Foundation

/// What every section works with.
struct Bench {
    /// The form of the synthetic population, seen from the folder Benchmarks.
    static let form = "population/Surveys/household.lua"
    /// Rows a second that go into an empty store at least, imported or made up.
    static let rowsBar = 60_000

    /// The path of the binary under test.
    let chiso: String
    /// The folder Benchmarks, and the repository it stands in.
    let benchmarks: URL
    let repository: URL
    let work: WorkFolder
    let peers: Peers
    /// How many households the sections population and lua have, and the steps of the section growth.
    let households: Int
    let sizes: [Int]
    let rounds: Int
    let begun = Date.now

    init(_ arguments: Arguments, work: WorkFolder) throws {
        chiso = URL(fileURLWithPath: arguments.chiso).path
        benchmarks = URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true)
        repository = benchmarks.deletingLastPathComponent()
        self.work = work
        peers = Peers(program: benchmarks.appendingPathComponent("peers/peers.py"), work: work)
        households = arguments.households
        sizes = arguments.sizes.values
        rounds = arguments.rounds
    }

    /// A command of the binary under test, over a workspace.
    func command(_ arguments: String..., over workspace: URL) -> [String] {
        [chiso] + arguments + ["--quiet", "--workspace", workspace.path]
    }
}
