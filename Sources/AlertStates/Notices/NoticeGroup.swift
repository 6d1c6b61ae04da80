import Foundation

/// The alerts of a rule that are told of together, by their places among all alerts.
struct NoticeGroup {
    /// What they have in common.
    struct Key: Hashable, Comparable {
        let rule: String
        let owner: String?
        let names: [String]
        let values: [String]

        init(_ labels: AlertLabels, groupBy: [String]) {
            rule = labels.rule
            owner = labels.owner.flatMap { $0.isEmpty ? nil : $0 }
            names = groupBy
            values = groupBy.map { labels[$0] ?? "" }
        }

        static func < (left: Key, right: Key) -> Bool {
            if left.rule != right.rule { return left.rule < right.rule }
            let owners = (left.owner ?? "", right.owner ?? "")
            if owners.0 != owners.1 { return owners.0 < owners.1 }
            return left.values.lexicographicallyPrecedes(right.values)
        }
    }

    /// `nil` where it is gone.
    let rule: AlertRule?
    private var new: [Int] = []
    private var again: [Int] = []
    private var known = 0
    private var resolved: [Int] = []
    private var escalated: [Int] = []
    /// How many were told of at this very time, by an earlier plan.
    private var toldBefore = 0

    init(_ rule: AlertRule?) { self.rule = rule }

    mutating func add(_ place: Int, _ due: Due) {
        if due.isToldAlready { toldBefore += 1 }
        switch due.firing {
        case .new: new.append(place)
        case .again: again.append(place)
        case .known: known += 1
        case .untold: break
        }
        if due.resolved { resolved.append(place) }
        if due.escalated { escalated.append(place) }
    }

    /// Writes down what is told.
    func mark(_ instances: inout [AlertInstance], at time: Date) {
        for place in new { instances[place].told.firingAt = time }
        for place in new + again { instances[place].told.lastAt = time }
        for place in resolved {
            instances[place].told.resolvedAt = time
            instances[place].told.lastAt = time
        }
        for place in escalated {
            instances[place].told.escalatedAt = time
            instances[place].told.escalatedTo = rule?.escalateAfter?.owner
        }
    }

    /// The notices of the group, from all alerts as they are marked.
    func notices(of instances: [AlertInstance], _ key: Key, at time: Date) -> [Notice] {
        let firing = new.count + again.count + known
        let owner = [key.owner].compactMap { $0 }
        let others = Set(resolved.compactMap { instances[$0].told.escalatedTo }).subtracting(owner).sorted()
        var notices: [Notice] = []
        func add(_ kind: NoticeKind, to: [String], first: [Int] = [], _ rest: [Int], othersFiring: Int) {
            guard !(first.isEmpty && rest.isEmpty) else { return }
            let members = first.worstFirst(instances) + rest.worstFirst(instances)
            let listed = members.prefix(max(0, rule?.maxInstances ?? .max)).map { instances[$0] }
            let labels = members.map { AlertLabels(instances[$0], of: rule) }
            notices.append(
                Notice(
                    id: key.id(of: kind, at: time, toldBefore: toldBefore), kind: kind, time: time, rule: key.rule,
                    severity: labels.map(\.severity).max() ?? .info, to: to, labels: NoticeGroup.common(labels),
                    listed: listed, unlisted: members.count - listed.count, new: first.count,
                    othersFiring: othersFiring))
        }
        add(.resolved, to: owner + others, resolved, othersFiring: firing)
        add(new.isEmpty ? .repeated : .firing, to: owner, first: new, again, othersFiring: known)
        add(
            .escalated, to: [rule?.escalateAfter?.owner].compactMap { $0 }, escalated,
            othersFiring: firing - escalated.count)
        return notices
    }

    private static func common(_ labels: [AlertLabels]) -> [String: String] {
        guard let first = labels.first else { return [:] }
        return labels.dropFirst().reduce(into: first.named) { common, other in
            for (name, value) in common where other.named[name] != value { common[name] = nil }
        }
    }
}

extension [Int] {
    /// Places of alerts, the worst first: by badness, those without any last, then by the values of their labels.
    fileprivate func worstFirst(_ instances: [AlertInstance]) -> [Int] {
        let ranked = map { place in
            let instance = instances[place]
            let badness = instance.finding.badness.flatMap { $0.isNaN ? nil : $0 } ?? -.infinity
            let labels = instance.key.labels.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
            return (place: place, badness: badness, labels: labels)
        }
        return ranked.sorted { left, right in
            if left.badness != right.badness { return left.badness > right.badness }
            if left.labels != right.labels { return left.labels.lexicographicallyPrecedes(right.labels) }
            return instances[left.place].activeSince < instances[right.place].activeSince
        }.map(\.place)
    }
}
