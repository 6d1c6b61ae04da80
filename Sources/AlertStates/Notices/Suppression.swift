/// Which alerts need not be told of, since an alert of another rule that fires says enough (`suppressed_by`).
///
/// An alert is suppressed by one of a rule named there that fires, or is kept firing, and agrees with it in every split
/// label that both have: a village's by the same village's, by one of the whole commune, and by one of any of its
/// hamlets. Whether the other was itself told of does not matter. Rules that suppress each other, or themselves, in a
/// ring would leave nobody told; such a ring suppresses nothing.
struct Suppression {
    private let suppressors: [String: [String]]
    private let firing: [String: [[String]: [[String: String]]]]
    private var projections: [Projection: Set<[String]>] = [:]

    /// The alerts of a rule with certain label names, seen by some of them.
    private struct Projection: Hashable {
        let rule: String
        let names: [String]
        let shared: [String]
    }

    init(_ rules: [String: AlertRule], _ instances: [AlertInstance]) {
        suppressors = rules.compactMapValues { rule in
            let others = rule.suppressedBy.filter { !Suppression.leads(from: $0, to: rule.id, rules) }
            return others.isEmpty ? nil : others
        }
        let named = Set(suppressors.values.joined())
        var firing: [String: [[String]: [[String: String]]]] = [:]
        for instance in instances where instance.state.isFiring && named.contains(instance.key.rule) {
            let labels = instance.key.labels
            firing[instance.key.rule, default: [:]][labels.keys.sorted(), default: []].append(labels)
        }
        self.firing = firing
    }

    /// Whether an alert is suppressed.
    mutating func covers(_ key: AlertKey) -> Bool {
        for rule in suppressors[key.rule] ?? [] {
            for (names, alerts) in firing[rule] ?? [:] {
                let shared = names.filter { key.labels[$0] != nil }
                let projection = Projection(rule: rule, names: names, shared: shared)
                let values = projections[projection] ?? Set(alerts.map { labels in shared.map { labels[$0] ?? "" } })
                projections[projection] = values
                if values.contains(shared.map { key.labels[$0] ?? "" }) { return true }
            }
        }
        return false
    }

    /// Whether one rule is, or is suppressed by way of others by, another.
    private static func leads(from first: String, to last: String, _ rules: [String: AlertRule]) -> Bool {
        var seen: Set<String> = []
        var open = [first]
        while let id = open.popLast() {
            if id == last { return true }
            if seen.insert(id).inserted { open += rules[id]?.suppressedBy ?? [] }
        }
        return false
    }
}
