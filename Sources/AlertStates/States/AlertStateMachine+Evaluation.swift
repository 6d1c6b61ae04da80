import FormModel
import Foundation

/// What an evaluation means for an alert, once `no_data` has had its say.
private enum Verdict {
    case holds
    case doesNotHold
    /// It counts for nothing.
    case unknown
}

extension AlertStateMachine {
    /// Starts an alert where the condition holds.
    func begin(_ observation: AlertObservation, at time: Date, into step: inout AlertStep) {
        switch verdict(observation) {
        case .doesNotHold, .unknown: return
        case .holds: break
        }
        var instance = AlertInstance(key: AlertKey(rule: rule.id, labels: observation.labels), activeSince: time)
        note(observation, in: &instance, at: time)
        let change = hold(&instance, at: time) ?? .pending
        step.add(instance, change, was: instance, at: time)
    }

    /// Takes a live alert through an evaluation; without an observation where its labels were not observed.
    func advance(
        _ earlier: AlertInstance, _ observation: AlertObservation?, at time: Date, into step: inout AlertStep
    ) {
        var instance = earlier
        note(observation, in: &instance, at: time)
        switch verdict(observation) {
        case .unknown:
            step.add(instance, nil, was: instance, at: time)
        case .holds:
            let change = hold(&instance, at: time)
            step.add(instance, change, was: instance, at: time)
        case .doesNotHold:
            instance.lastJudgedAt = time
            instance.trueInARow = 0
            let (after, change) = lapsed(instance, at: time)
            step.add(after, change, was: instance, at: time)
        }
    }

    private func verdict(_ observation: AlertObservation?) -> Verdict {
        switch observation?.condition {
        case .holds: .holds
        case .doesNotHold: .doesNotHold
        case .noData, nil:
            switch rule.noData {
            case .keep: .unknown
            case .resolve: .doesNotHold
            case .alert: .holds
            }
        }
    }

    /// Writes down what was seen; without data, the value and text last seen stay.
    private func note(_ observation: AlertObservation?, in instance: inout AlertInstance, at time: Date) {
        instance.lastEvaluatedAt = time
        instance.severity = rule.severity
        instance.ruleLabels = rule.labels
        if let attributes = observation?.attributes { instance.attributes = attributes }
        switch observation?.condition {
        case .holds, .doesNotHold:
            instance.noDataSince = nil
            instance.noDataReason = nil
            instance.finding = observation?.finding.keepingTexts(of: instance.finding) ?? instance.finding
        case .noData(let reason):
            instance.noDataSince = instance.noDataSince ?? time
            instance.noDataReason = reason
            instance.finding.label = observation?.finding.label ?? instance.finding.label
            instance.finding.message = observation?.finding.message ?? instance.finding.message
        case nil:
            instance.noDataSince = instance.noDataSince ?? time
            instance.noDataReason = nil
        }
    }

    /// The condition holds.
    private func hold(_ instance: inout AlertInstance, at time: Date) -> AlertTransition.Kind? {
        let startsAnew = instance.state == .pending && isBeyondMaxGap(from: instance.lastJudgedAt, to: time)
        if startsAnew {
            instance.activeSince = time
            instance.trueInARow = 0
        }
        instance.lastJudgedAt = time
        instance.trueInARow += 1
        switch instance.state {
        case .pending:
            guard isRipe(instance, at: time) else { return startsAnew ? .pendingAnew : nil }
            instance.state = .firing
            instance.firedAt = time
            return .fired
        case .keptFiring:
            instance.state = .firing
            instance.falseSince = nil
            return .firingAgain
        case .firing, .resolved:
            return nil
        }
    }

    /// The condition does not hold: what has become of the alert.
    private func lapsed(_ earlier: AlertInstance, at time: Date) -> (AlertInstance?, AlertTransition.Kind?) {
        let why: AlertEndReason = earlier.noDataSince == nil ? .conditionFalse : .noData
        guard let keepFiringFor = rule.keepFiringFor, earlier.state.isFiring else {
            return ended(earlier, why, at: time)
        }
        var instance = earlier
        let falseSince = earlier.falseSince ?? time
        instance.falseSince = falseSince
        if keepFiringFor.hasPassed(from: falseSince, to: time, in: timeZone) { return ended(instance, why, at: time) }
        instance.state = .keptFiring
        return (instance, earlier.state == .keptFiring ? nil : .keptFiring)
    }

    /// The end of a live alert: a pending one is gone, one that fires is resolved.
    func ended(
        _ earlier: AlertInstance, _ why: AlertEndReason, at time: Date
    ) -> (AlertInstance?, AlertTransition.Kind?) {
        guard earlier.state.isFiring else { return (nil, .gone(why)) }
        var instance = earlier
        instance.state = .resolved
        instance.resolvedAt = time
        instance.resolvedBecause = why
        if why != .ruleRemoved { instance.falseSince = instance.falseSince ?? time }
        return (instance, .resolved(why))
    }

    private func isRipe(_ instance: AlertInstance, at time: Date) -> Bool {
        guard instance.trueInARow >= rule.pendingRuns else { return false }
        return rule.pendingFor?.hasPassed(from: instance.activeSince, to: time, in: timeZone) ?? true
    }

    private func isBeyondMaxGap(from last: Date?, to time: Date) -> Bool {
        guard let last, let maxGap = rule.maxGap else { return false }
        return time > maxGap.end(from: last, in: timeZone)
    }
}
