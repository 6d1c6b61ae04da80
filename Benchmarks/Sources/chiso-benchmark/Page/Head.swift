import Foundation

extension Bench {
    /// The head of the page: when, where and of what the figures are taken.
    func head() throws -> String {
        let day = Date.now.formatted(.iso8601.year().month().day())
        let memory = String(format: "%.0f GiB", Machine.memory)
        return """
            # Results

            Whole processes, as `\(Arguments.asGiven)` took them:

            - \(day), \(Machine.processor), \(Machine.cores) cores, \(memory), \(Machine.system)
            - \(try versions().joined(separator: ", "))
            """
    }

    private func versions() throws -> [String] {
        var versions = ["chiso \(try firstLine(of: [chiso, "--version"]))"]
        let git = ["git", "-C", repository.path]
        if let commit = try? firstLine(of: git + ["rev-parse", "--short", "HEAD"]) {
            let changes = try? firstLine(of: git + ["status", "--porcelain", "--untracked-files=no"])
            versions.append("the repository at \(commit)\(changes == "" ? "" : " with changes")")
        }
        // "Swift version 6.3.1 (swift-6.3.1-RELEASE)"
        if let swift = try? firstLine(of: ["swift", "--version"]).prefix(while: { $0 != "(" }) {
            versions.append(swift.replacing("version ", with: "").trimmingCharacters(in: .whitespaces))
        }
        return versions + peers.versions.sentences
    }

    private func firstLine(of command: [String]) throws -> String {
        let text = String(decoding: try WholeProcess.output(of: command, in: work), as: UTF8.self)
        return text.split(separator: "\n").first.map(String.init) ?? ""
    }
}
