import ArgumentParser
import Foundation

/// The command line.
struct Arguments: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chiso-benchmark",
        abstract: "Measures the release binary as whole processes, and prints the figures as a page in Markdown.",
        discussion: """
            Run in the folder Benchmarks. The page goes to standard output, a section at a time; what is being done, to \
            standard error. Exit codes: 0 done, 1 something could not be measured or figures differ, 64 usage, \
            130 interrupted.
            """)

    @Argument(help: "The binary to measure.")
    var chiso: String

    @Option(name: .customLong("only"), help: "A section to measure; may be repeated.")
    var only: [Section] = []

    @Option(help: "How many households the sections population and lua have.")
    var households = 1_000_000

    @Option(help: "How many households each step of the section growth has.")
    var sizes = Sizes([12_000, 100_000, 1_000_000, 3_000_000])

    @Option(help: "How often each engine runs in the section population, in turn with the others.")
    var rounds = 7

    @Option(help: "A folder in which data and stores are kept, and used again by the next run.")
    var data: String?

    @Option(help: "A file that the whole page is written to, too.")
    var output: String?

    func validate() throws {
        guard FileManager.default.isExecutableFile(atPath: chiso) else {
            throw ValidationError("there is no program \(chiso)")
        }
        guard households > 0 else { throw ValidationError("--households must be 1 or more") }
        guard rounds > 0 else { throw ValidationError("--rounds must be 1 or more") }
        if let output {
            let folder = URL(fileURLWithPath: output).deletingLastPathComponent().path
            guard FileManager.default.isWritableFile(atPath: folder) else {
                throw ValidationError("--output: there is no folder \(folder) to write in")
            }
        }
        guard FileManager.default.fileExists(atPath: Bench.form) else {
            throw ValidationError("it must be run in the folder Benchmarks, where \(Bench.form) is")
        }
    }

    /// The sections asked for, in the order of the page.
    var sections: [Section] { Section.allCases.filter { only.isEmpty || only.contains($0) } }

    /// The command line as the page tells it: of a path, only the last part.
    static var asGiven: String {
        (["chiso-benchmark"] + CommandLine.arguments.dropFirst().map(withoutFolders)).joined(separator: " ")
    }

    private static func withoutFolders(_ argument: String) -> String {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { part in
            part.contains("/") ? URL(fileURLWithPath: String(part)).lastPathComponent : String(part)
        }
        return parts.joined(separator: "=")
    }
}

/// Numbers of households, each once, from the smallest up: `12000,100000`.
struct Sizes: ExpressibleByArgument {
    let values: [Int]

    init(_ values: [Int]) { self.values = Set(values).sorted() }

    init?(argument: String) {
        let values = argument.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        guard !values.isEmpty, values.allSatisfy({ $0 > 0 }) else { return nil }
        self.init(values)
    }

    var defaultValueDescription: String { values.map { "\($0)" }.joined(separator: ",") }
}
