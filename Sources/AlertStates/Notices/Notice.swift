import Foundation

/// What is told to somebody at one time of the alerts of one rule.
public struct Notice: Hashable, Sendable, Codable {
    /// The same for the same notice, whoever makes it and however often, and no other's: rule, kind, group and time,
    /// such as `vneid_behind/firing/owner=Công an xã,village=dt1/2026-07-01T06:00:00.000Z`.
    public let id: String
    /// What it tells.
    public let kind: NoticeKind
    /// When it was made: the time of the evaluation.
    public let time: Date
    /// The rule.
    public let rule: String
    /// How bad the rule is.
    public let severity: AlertSeverity
    /// Whom to tell: the label `owner`; for an escalated notice the other owner, and for a resolved one both, where any
    /// of its alerts was escalated. Nobody by name where there is no such label.
    public let to: [String]
    /// The labels that are the same for all of its alerts, those of the split and those of the rule.
    public let labels: [String: String]
    /// The alerts that are listed, worst first; in a notice of kind `firing` the new ones before those repeated.
    public let listed: [AlertInstance]
    /// How many of its alerts are not listed ("và 3 nơi khác").
    public let unlisted: Int
    /// How many of its alerts, listed or not, are told of as firing for the first time.
    public let new: Int
    /// How many more alerts of the group fire that are not in this notice, since they were told of before (or are, in
    /// another notice of this time). Silenced and suppressed ones are not counted.
    public let othersFiring: Int
}

/// What a notice tells.
public enum NoticeKind: String, Hashable, Sendable, CaseIterable, Codable {
    /// Alerts are over.
    case resolved
    /// Alerts have begun to fire; others of the group may be due to be repeated, and are repeated here.
    case firing
    /// Alerts fire still.
    case repeated
    /// Alerts have been firing for long, and nobody has acknowledged them.
    case escalated
}
