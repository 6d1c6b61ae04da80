import FormModel
import Foundation

/// The states of a rule's alerts: in come the alerts as they were kept and what an evaluation found, out go the alerts
/// as they are to be kept and what changed. No clock: the time is an argument (`semantics.md` 4.2 to 4.6).
///
/// The states are Prometheus's (`rules/alerting.go`): pending, firing, and firing still for `keep_firing_for`; a
/// resolved alert stays listed, here for 15 days. Only times of evaluation count, not what lies between them.
///
/// **No data** is an observation that says so, or an alert whose labels were not observed at all: the labels of a
/// village that was renamed vanish, and nobody knows that all is well there. What it does is the rule's `no_data`:
/// - `keep`: as if the alert had not been evaluated. A pending one keeps its start and its count in a row, which such
///   an evaluation neither adds to nor breaks; time runs on, but only an evaluation that finds the condition true makes
///   it fire. One kept firing stays until an evaluation finds the condition false, however long ago that was first so.
///   `max_gap` is measured between evaluations that had data.
/// - `resolve`: as if the condition were false, so that `keep_firing_for` bridges a short loss of data.
/// - `alert`: as if it were true, also for labels never seen before. `noDataSince` says that it is so.
///
/// ```swift
/// let machine = AlertStateMachine(rule: rule, timeZone: timeZone)
/// let step = try machine.step(kept, .evaluated(observations), at: now, lastEvaluation: lastEvaluation)
/// ```
public struct AlertStateMachine: Sendable {
    /// How long a resolved alert stays listed.
    public static let listedFor = Span(days: 15)

    let rule: AlertRule
    let timeZone: TimeZone

    /// The states of a rule.
    /// - Parameters:
    ///   - rule: as it reads now; of a rule that was removed, its id is enough.
    ///   - timeZone: by whose clock days and months pass.
    public init(rule: AlertRule, timeZone: TimeZone) {
        self.rule = rule
        self.timeZone = timeZone
    }

    /// The alerts after an outcome.
    ///
    /// - An evaluation at the time of the last one changes nothing.
    /// - A rule that failed leaves all states exactly as they were. It was not evaluated, so that it can be at the same
    ///   time.
    /// - A rule that was removed resolves what fires and drops what is pending, also at the time of the last
    ///   evaluation. It is to be handed in for as long as it has resolved alerts that are listed.
    ///
    /// - Parameters:
    ///   - instances: the rule's alerts, resolved ones too; those of other rules are handed back as they are.
    ///   - outcome: what the evaluation came to.
    ///   - time: when it was.
    ///   - lastEvaluation: when the rule was last evaluated, as the step before gave it. A rule that had no alerts then
    ///     has nothing else to tell it by.
    /// - Throws: where the time lies before the last, or the same labels were observed twice.
    public func step(
        _ instances: [AlertInstance], _ outcome: RuleOutcome, at time: Date, lastEvaluation: Date? = nil
    ) throws(AlertStatesError) -> AlertStep {
        let own = instances.lazy.filter { $0.key.rule == rule.id }
        let evaluations = [lastEvaluation] + own.map(\.lastEvaluatedAt)
        let last = evaluations.compactMap { $0 }.max()
        if let latest = ([last] + own.map(\.resolvedAt)).compactMap({ $0 }).max(), time < latest {
            throw .timeBeforeLast(rule: rule.id, time: time, last: latest)
        }
        var step = AlertStep()
        step.lastEvaluation = last
        switch outcome {
        case .failed:
            step.instances = instances
        case .removed:
            for instance in instances { remove(instance, at: time, into: &step) }
        case .evaluated where time == last:
            step.instances = instances
        case .evaluated(let observations):
            step.lastEvaluation = time
            try evaluate(instances, observations, at: time, into: &step)
        }
        return step
    }

    private func evaluate(
        _ instances: [AlertInstance], _ observations: [AlertObservation], at time: Date, into step: inout AlertStep
    ) throws(AlertStatesError) {
        var unmet: [[String: String]: AlertObservation] = [:]
        for observation in observations where unmet.updateValue(observation, forKey: observation.labels) != nil {
            throw .labelsTwice(rule: rule.id, labels: observation.labels)
        }
        for instance in instances {
            if instance.key.rule != rule.id {
                step.instances.append(instance)
            } else if instance.state.isLive {
                advance(instance, unmet.removeValue(forKey: instance.key.labels), at: time, into: &step)
            } else {
                list(instance, at: time, into: &step)
            }
        }
        for observation in observations where unmet[observation.labels] != nil {
            begin(observation, at: time, into: &step)
        }
    }

    private func remove(_ instance: AlertInstance, at time: Date, into step: inout AlertStep) {
        if instance.key.rule != rule.id {
            step.instances.append(instance)
        } else if instance.state.isLive {
            let (after, change) = ended(instance, .ruleRemoved, at: time)
            step.add(after, change, was: instance, at: time)
        } else {
            list(instance, at: time, into: &step)
        }
    }

    /// Keeps a resolved alert while it is listed; longer if a silence has held back the notice that it is over.
    private func list(_ instance: AlertInstance, at time: Date, into step: inout AlertStep) {
        let end = AlertStateMachine.listedFor.end(from: instance.resolvedAt ?? time, in: timeZone)
        if time <= end || instance.told.owesResolved && rule.sendsResolved {
            step.instances.append(instance)
        } else {
            step.add(nil, .unlisted, was: instance, at: time)
        }
    }
}

extension AlertStep {
    /// Adds what has become of an alert, `nil` if it is gone, and what changed, `nil` if nothing has.
    mutating func add(
        _ instance: AlertInstance?, _ change: AlertTransition.Kind?, was earlier: AlertInstance, at time: Date
    ) {
        if let instance { instances.append(instance) }
        if let change {
            transitions.append(AlertTransition(kind: change, instance: instance ?? earlier, time: time))
        }
    }
}
