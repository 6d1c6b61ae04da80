import ArgumentParser
import FormModel
import Foundation
import Messages
import VietText

/// The form in which a command prints data.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
}

extension Language: ExpressibleByArgument {}

/// Whether colours are used.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(help: "The workspace's folder (default: the nearest upward with a chiso.toml).")
    var workspace: String?

    @Option(help: "The language of messages and labels: vi or en.")
    var language: Language?

    @Option(help: "Colours: auto, always or never.")
    var color: ColorChoice = .auto

    @Flag(help: "Say only what went wrong.")
    var quiet = false
}
