import AlertStates
import FormModel
import Foundation

/// Runs of alerts as a commune has them: each day at six in the morning, in Việt Nam. Day 0 is 2026-07-01.
struct Commune {
    static let timeZone = TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt

    var rules: [AlertRule]
    var silences: [Silence] = []
    var instances: [AlertInstance] = []
    var lastEvaluations: [String: Date] = [:]
    /// What the last run changed and told.
    var transitions: [AlertTransition] = []
    var notices: [Notice] = []

    init(_ rules: AlertRule...) { self.rules = rules }

    static func morning(_ day: Double) -> Date { Date(timeIntervalSince1970: 1_782_860_400 + day * 86_400) }

    /// Runs the evaluation and the messages of a day. In comes what was found of each rule, villages by name with a
    /// sign each: `"a:t b:f c:n"` for true, false and no data; `"x"` for a rule that failed, `"r"` for one that was
    /// removed. A number after the sign is the badness.
    /// - Returns: the notices: kind, villages listed, how many more, how many others fire, to whom.
    @discardableResult
    mutating func run(_ day: Double, _ found: [String: String]) throws -> [String] {
        let time = Commune.morning(day)
        transitions = []
        for id in found.keys.sorted() {
            let rule = rules.first { $0.id == id } ?? AlertRule(id: id)
            let machine = AlertStateMachine(rule: rule, timeZone: Commune.timeZone)
            let outcome = Commune.outcome(found[id] ?? "")
            let step = try machine.step(instances, outcome, at: time, lastEvaluation: lastEvaluations[id])
            instances = step.instances
            lastEvaluations[id] = step.lastEvaluation
            transitions += step.transitions
            if outcome == .removed { rules.removeAll { $0.id == id } }
        }
        let plan = NoticePlan(instances, rules: rules, silences: silences, at: time, timeZone: Commune.timeZone)
        instances = plan.instances
        notices = plan.notices
        return notices.map(\.summary)
    }

    /// Runs the only rule.
    @discardableResult
    mutating func run(_ day: Double, _ found: String) throws -> [String] { try run(day, [rules[0].id: found]) }

    static func outcome(_ found: String) -> RuleOutcome {
        switch found {
        case "x": .failed("fault")
        case "r": .removed
        default: .evaluated(found.split(separator: " ").map { observation(String($0)) })
        }
    }

    private static func observation(_ text: String) -> AlertObservation {
        let parts = text.split(separator: ":")
        let (name, rest) = (String(parts[0]), parts[1])
        let condition: AlertObservation.Condition =
            switch rest.first {
            case "t": .holds
            case "f": .doesNotHold
            default: .noData(reason: "no record")
            }
        let labels = name == "*" ? [:] : ["village": name]
        let finding = AlertFinding(badness: Double(rest.dropFirst()), label: "Thôn \(name)")
        return AlertObservation(labels: labels, condition: condition, finding: finding)
    }

    subscript(village: String) -> AlertInstance? {
        instances.last { $0.key.labels["village"] == village }
    }

    mutating func acknowledge(_ village: String, _ day: Double) {
        for place in instances.indices where instances[place].key.labels["village"] == village {
            instances[place].acknowledgement = Acknowledgement(time: Commune.morning(day), by: "An")
        }
    }

    mutating func silence(_ matchers: [String: String], _ days: Range<Double>) {
        silences.append(
            Silence(
                id: "s\(silences.count)", matchers: matchers, from: Commune.morning(days.lowerBound),
                until: Commune.morning(days.upperBound), reason: "Tết", by: "An"))
    }
}

extension Notice {
    /// Such as `firing a,b +2 (1) → Công an xã`.
    var summary: String {
        let names = listed.map { $0.key.labels["village"] ?? "*" }.joined(separator: ",")
        return "\(kind.rawValue) \(names)" + (unlisted > 0 ? " +\(unlisted)" : "")
            + (othersFiring > 0 ? " (\(othersFiring))" : "") + (to.isEmpty ? "" : " → " + to.joined(separator: ","))
    }
}

/// A rule with some of its properties set.
func alert(_ id: String = "behind", _ change: (inout AlertRule) -> Void = { _ in }) -> AlertRule {
    var rule = AlertRule(id: id)
    change(&rule)
    return rule
}
