import ArgumentParser
import Foundation

/// The command line of Chiso: arguments, wiring, exit codes; no logic.
@main
struct Chiso: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chiso",
        abstract: "Chỉ số: indicators, surveys and reports from Lua scripts.",
        discussion: """
            A workspace is a folder with chiso.toml, Surveys/ and Rules/; every command works on the nearest one upward. \
            Start with: chiso init DIR for a new one; chiso check, chiso doctor, chiso eval in one that is there.

            Exit codes: 0 done; 1 the answer is no; 64 usage; 65 bad data or script; 66 no such input; 69 store \
            unreachable; 70 internal fault; 73 cannot create or read-only; 74 I/O; 75 busy; 78 configuration; \
            130 interrupted; 143 ended by SIGTERM.
            """,
        version: "0.1.0",
        subcommands: [
            Init.self, NewCommand.self, Check.self, ExplainCode.self, Test.self, InterviewForm.self, DataCommand.self,
            Simulate.self,
            Eval.self, Explain.self,
            Compare.self,
            Watch.self, Runs.self,
            Report.self, PeriodCommand.self, AlertsCommand.self,
            SampleCommand.self, DatabaseCommand.self, Doctor.self,
        ])

    static func main() {
        Interruption.install()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            Failure.exit(with: error)
        }
    }
}
