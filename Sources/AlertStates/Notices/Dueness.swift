import Foundation

/// What is due to be told of an alert.
struct Due {
    /// How it stands to the group's notice of alerts that fire.
    enum Firing {
        /// It does not fire, or is not to be told of.
        case untold
        /// It is to be told of for the first time.
        case new
        /// It is to be repeated.
        case again
        /// It fires, and has been told of.
        case known
    }

    var firing = Firing.untold
    var resolved = false
    var escalated = false
    /// Whether it was told of at this very time already.
    var isToldAlready = false

    /// Whether there is something to tell, or to count.
    var isOfInterest: Bool { firing != .untold || resolved || escalated || isToldAlready }
}

/// Finds what is due at a time.
struct Dueness {
    /// Those that last.
    let silences: [Silence]
    let time: Date
    let timeZone: TimeZone

    func of(
        _ instance: AlertInstance, _ rule: AlertRule?, _ labels: AlertLabels, _ suppression: inout Suppression
    ) -> Due {
        var due = Due()
        due.isToldAlready = instance.told.lastAt == time || instance.told.escalatedAt == time
        switch instance.state {
        case .pending:
            break
        case .resolved:
            due.resolved = instance.told.owesResolved && rule?.sendsResolved != false && !isSilenced(labels)
        case .firing, .keptFiring:
            guard !isSilenced(labels), !suppression.covers(instance.key) else { break }
            due.firing = firing(instance, rule)
            due.escalated = isToBeEscalated(instance, rule)
        }
        return due
    }

    private func isSilenced(_ labels: AlertLabels) -> Bool { silences.contains { $0.matches(labels) } }

    private func firing(_ instance: AlertInstance, _ rule: AlertRule?) -> Due.Firing {
        guard let first = instance.told.firingAt else { return .new }
        let last = instance.told.lastAt ?? first
        guard instance.acknowledgement == nil, time > last, let repeatEvery = rule?.repeatEvery else { return .known }
        return repeatEvery.hasPassed(from: last, to: time, in: timeZone) ? .again : .known
    }

    private func isToBeEscalated(_ instance: AlertInstance, _ rule: AlertRule?) -> Bool {
        guard instance.acknowledgement == nil, instance.told.escalatedAt == nil,
            let escalation = rule?.escalateAfter, let firedAt = instance.firedAt
        else { return false }
        return escalation.after.hasPassed(from: firedAt, to: time, in: timeZone)
    }
}
