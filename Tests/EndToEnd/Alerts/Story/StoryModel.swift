import Foundation

/// What alerts are to do, as simply as it can be written down: each alert is a few instants, in minutes.
struct StoryModel {
    /// What the alert is about.
    struct Key: Hashable, Comparable {
        let rule: String
        let label: String
        static func < (one: Key, other: Key) -> Bool { (one.rule, one.label) < (other.rule, other.label) }
    }

    /// An alert that is on.
    struct Alert: Hashable {
        var since: Int
        var trueInARow = 0
        var judged = 0
        var fired: Int?
        var falseSince: Int?
        var told: Int?
    }

    /// What somebody is told of an alert.
    struct Told: Hashable, Comparable {
        let time: Int
        let key: Key
        let kind: String
        static func < (one: Told, other: Told) -> Bool {
            (one.time, one.key, one.kind) < (other.time, other.key, other.kind)
        }
    }

    private(set) var alerts: [Key: Alert] = [:]
    /// All that was to be told so far.
    private(set) var told: [Told] = []
    /// When an alert was last resolved.
    private(set) var resolved: [Key: Int] = [:]
    private var evaluated: [String: Int] = [:]
    private static let minutesADay = 1440

    /// Takes the alerts through a run that went through.
    mutating func run(at time: Int, day: Int) {
        var failed: [String: Bool] = [:]
        for rule in StoryRule.all {
            failed[rule.id] = rule.fails(day: day)
            guard !rule.fails(day: day), evaluated[rule.id] != time else { continue }
            evaluated[rule.id] = time
            for (number, label) in StoryRule.labels.enumerated() {
                evaluate(rule, Key(rule: rule.id, label: label), rule.sight(of: number + 1, day: day), at: time)
            }
        }
        // The rule about rules that fail fires at once.
        let failure = StoryRule(id: "rule_failed", salt: 0)
        if evaluated[failure.id] != time {
            evaluated[failure.id] = time
            for (id, isFailed) in failed {
                evaluate(failure, Key(rule: failure.id, label: id), isFailed ? .holds : .doesNotHold, at: time)
            }
        }
        for rule in StoryRule.all + [failure] { tell(rule, at: time) }
    }

    private mutating func evaluate(_ rule: StoryRule, _ key: Key, _ sight: StorySight, at time: Int) {
        let days = { (count: Int) in count * StoryModel.minutesADay }
        let holds: Bool
        switch (sight, rule.noData) {
        case (.holds, _): holds = true
        case (.doesNotHold, _): holds = false
        case (.noData, "alert"): holds = true
        // A label that is not there is one that was there, or none.
        case (.absent, "alert") where alerts[key] != nil: holds = true
        case (.noData, "resolve"), (.absent, "resolve"): holds = false
        default: return
        }
        guard var alert = alerts[key] ?? (holds ? Alert(since: time, judged: time) : nil) else { return }
        if holds {
            if alert.fired == nil, let gap = rule.maxGap, time - alert.judged > days(gap) {
                (alert.since, alert.trueInARow) = (time, 0)
            }
            alert.trueInARow += 1
            alert.falseSince = nil
            if alert.fired == nil, time - alert.since >= days(rule.pendingFor), alert.trueInARow >= rule.pendingRuns {
                alert.fired = time
            }
        } else {
            alert.trueInARow = 0
            let falseSince = alert.falseSince ?? time
            alert.falseSince = falseSince
            let isOver = alert.fired == nil || time - falseSince >= days(rule.keepFiringFor)
            if isOver {
                alerts[key] = nil
                guard alert.fired != nil else { return }
                resolved[key] = time
                told.append(Told(time: time, key: key, kind: "resolved"))
                return
            }
        }
        alert.judged = time
        alerts[key] = alert
    }

    private mutating func tell(_ rule: StoryRule, at time: Int) {
        for (key, alert) in alerts where key.rule == rule.id && alert.fired != nil {
            if let last = alert.told {
                guard let every = rule.repeatEvery, time - last >= every * StoryModel.minutesADay else { continue }
                told.append(Told(time: time, key: key, kind: "repeated"))
            } else {
                told.append(Told(time: time, key: key, kind: "firing"))
            }
            alerts[key]?.told = time
        }
    }
}
