extension AlertRule {
    /// The id of the rule about rules that fail.
    public static let failureId = "rule_failed"
    /// The label of its instances: the id of the rule that failed, or the path of the file that did not load.
    public static let failedLabel = "failed"

    /// The rule about rules that fail: a fault, a limit exceeded or a file that does not load is an alert of its own,
    /// which fires at once (`semantics.md` 4.6).
    public static func failure(labels: [String: String] = [:]) -> AlertRule {
        var rule = AlertRule(id: failureId, severity: .critical)
        rule.labels = labels
        return rule
    }

    /// What an evaluation of the other rules says to the rule about failures: it holds for those that failed, and does
    /// not for those that were evaluated or are gone. A rule that had no turn in this run is not among them, and so it
    /// is left as it is.
    /// - Parameter outcomes: by the id of the rule, or by the path of a file none of whose rules is known.
    public static func failures(in outcomes: [String: RuleOutcome]) -> RuleOutcome {
        let ids = outcomes.keys.sorted()
        return .evaluated(ids.compactMap { id in outcomes[id].map { failure(of: id, $0) } })
    }

    private static func failure(of id: String, _ outcome: RuleOutcome) -> AlertObservation {
        let condition: AlertObservation.Condition
        var finding = AlertFinding()
        switch outcome {
        case .failed(let text):
            condition = .holds
            finding.message = "\(id): \(text)"
        case .evaluated, .removed:
            condition = .doesNotHold
        }
        finding.label = id
        return AlertObservation(labels: [failedLabel: id], condition: condition, finding: finding)
    }
}
