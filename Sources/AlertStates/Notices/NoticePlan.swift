import FormModel
import Foundation

/// What is to be told to whom after an evaluation: in come all alerts as the steps left them, the rules and the
/// silences; out go notices and the alerts with what was told of them (`semantics.md` 4.7). Both are to be kept in one
/// transaction with the states, the notices in the outbox: then what was told is what will be delivered.
///
/// Everything is read off the alerts themselves, so that a notice does not depend on the run in which a state changed:
/// - *firing*, once: it fires and nobody was told;
/// - *repeated*: it fires, its owner was told, nobody has acknowledged it, and `repeat_every` has passed since;
/// - *resolved*, once: it is over, and somebody was told that it fires;
/// - *escalated*, once, to the other owner: it has been firing for `escalate_after`, and nobody has acknowledged it.
///
/// An alert kept firing fires. While a silence matches, nothing is told of an alert; afterwards whatever is due then
/// is. A suppressed alert is not told of as firing in any way, but that it is over is told to those who think that it
/// fires.
///
/// Notices are grouped by rule, owner and the values of the labels in `group_by`, which may be those of the split,
/// those of the rule, `rule` and `severity`. What is new and what is repeated in one group is one notice.
public struct NoticePlan: Sendable {
    /// The notices, by rule and group; in a group what is over comes first.
    public let notices: [Notice]
    /// The alerts, in their order, with what was told of them.
    public let instances: [AlertInstance]

    /// What is to be told.
    /// - Parameters:
    ///   - instances: the alerts of all rules: those of one can suppress another's.
    ///   - rules: as they read now. An alert whose rule is not among them, since it was removed or its file does not
    ///     load, is told of by what the alert remembers; it is not repeated or escalated.
    ///   - silences: all there are.
    ///   - time: when they were evaluated.
    ///   - timeZone: by whose clock days and months pass.
    public init(
        _ instances: [AlertInstance], rules: [AlertRule], silences: [Silence], at time: Date, timeZone: TimeZone
    ) {
        let byId = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
        let dueness = Dueness(silences: silences.filter { $0.lasts(at: time) }, time: time, timeZone: timeZone)
        var suppression = Suppression(byId, instances)
        var groups: [NoticeGroup.Key: NoticeGroup] = [:]
        for (place, instance) in instances.enumerated() where instance.state != .pending {
            let rule = byId[instance.key.rule]
            let labels = AlertLabels(instance, of: rule)
            let due = dueness.of(instance, rule, labels, &suppression)
            guard due.isOfInterest else { continue }
            let key = NoticeGroup.Key(labels, groupBy: rule?.groupBy ?? [])
            groups[key, default: NoticeGroup(rule)].add(place, due)
        }
        var told = instances
        var notices: [Notice] = []
        for key in groups.keys.sorted() {
            guard let group = groups[key] else { continue }
            group.mark(&told, at: time)
            notices += group.notices(of: told, key, at: time)
        }
        self.notices = notices
        self.instances = told
    }
}
