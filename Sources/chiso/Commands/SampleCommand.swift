import ArgumentParser

/// `chiso sample`: samples and their assignments.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Samples and their assignments.", subcommands: [SampleDraw.self])
}
