import Foundation

/// What one outcome of a rule made of its alerts.
public struct AlertStep: Hashable, Sendable {
    /// The alerts after the step: those there were in their order, then the new ones in the order of what was found.
    public internal(set) var instances: [AlertInstance] = []
    /// What changed, in the order of the alerts: at most one for each.
    public internal(set) var transitions: [AlertTransition] = []
    /// The last evaluation of the rule, to be handed to its next step.
    public internal(set) var lastEvaluation: Date?
}

/// A change of an alert's state.
public struct AlertTransition: Hashable, Sendable {
    /// What happened.
    public let kind: Kind
    /// The alert after it; one that is gone, as it was last.
    public let instance: AlertInstance
    /// When.
    public let time: Date

    /// What happened to an alert.
    public enum Kind: Hashable, Sendable {
        /// The condition was found true.
        case pending
        /// It was pending and starts anew, since nothing was known of it for longer than `max_gap`.
        case pendingAnew
        /// It was pending and is gone: nobody is told.
        case gone(AlertEndReason)
        /// It began to fire, perhaps in the evaluation that first found the condition true.
        case fired
        /// The condition does not hold any more, and it fires still.
        case keptFiring
        /// The condition holds again before it was resolved.
        case firingAgain
        /// It is over.
        case resolved(AlertEndReason)
        /// It was resolved long ago and is listed no more.
        case unlisted
    }
}
