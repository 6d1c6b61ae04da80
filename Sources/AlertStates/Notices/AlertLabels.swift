/// An alert's labels as silences, groups and readers see them. Where several give one, the split's stands, which says
/// which alert it is, then the rule's, then what was observed; `rule` and `severity` are the rule's id and severity, whatever the
/// labels.
struct AlertLabels {
    /// Those of the split and of the rule.
    let named: [String: String]
    let rule: String
    let severity: AlertSeverity

    init(_ instance: AlertInstance, of rule: AlertRule?) {
        var labels = instance.attributes
        if !(labels.isEmpty && instance.ruleLabels.isEmpty && rule?.labels.isEmpty != false) {
            labels.merge(rule?.labels ?? instance.ruleLabels) { _, own in own }
            labels.merge(instance.key.labels) { _, split in split }
            named = labels
        } else {
            named = instance.key.labels
        }
        self.rule = instance.key.rule
        severity = rule?.severity ?? instance.severity
    }

    var owner: String? { named[AlertRule.ownerLabel] }

    subscript(name: String) -> String? {
        switch name {
        case "rule": rule
        case "severity": severity.rawValue
        default: named[name]
        }
    }
}
