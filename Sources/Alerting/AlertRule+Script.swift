import AlertStates
import FormModel

extension AlertRule {
    /// What states and messages need of a rule as its script declares it.
    public init(_ script: AlertScript) {
        self.init(id: script.id, severity: AlertSeverity(rawValue: script.severity) ?? .warning)
        pendingFor = script.pendingFor
        pendingRuns = script.pendingRuns
        keepFiringFor = script.keepFiringFor
        maxGap = script.maxGap
        noData = NoDataHandling(rawValue: script.noData) ?? .keep
        labels = script.labels
        groupBy = script.groupBy
        maxInstances = script.maxInstances
        repeatEvery = script.repeatEvery
        suppressedBy = script.suppressedBy
        sendsResolved = script.sendsResolved
        escalateAfter = script.escalation.map { Escalation(after: $0.after, to: $0.owner) }
    }
}
