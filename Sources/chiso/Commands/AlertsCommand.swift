import ArgumentParser

/// `chiso alerts`: rules that run by themselves.
struct AlertsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "Alerts: evaluate the rules and tell who must know, for a scheduler and by hand.",
        subcommands: [
            AlertsRun.self, AlertsList.self, AlertsHistory.self, AlertsAck.self, AlertsSilence.self,
            AlertsOutbox.self, AlertsTestNotify.self, AlertsBacktest.self, AlertsEvaluate.self,
        ])
}
