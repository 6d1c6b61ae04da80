import ArgumentParser
import Foundation

/// `chiso report`: a report.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Render a report.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The report's id.") var name: String

    func run() throws {}
}
