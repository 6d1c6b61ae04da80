import Messages

/// What is known of a unit when an interview learns which one it is about: from other drafts, from the records of the
/// round, from the sample.
public enum UnitStanding: Hashable, Sendable {
    /// It may be asked; what the interviewer should know of it.
    case free([Message])
    /// It must not be asked here; why, and what to do instead.
    case taken([Message])
}

extension Interview {
    /// The key of the unit as text, in the order of the form's key; `nil` until every field of it has a value, and for a
    /// form without a key.
    public var unitKey: [String]? {
        let fields = layout.keyFields
        guard !fields.isEmpty, fields.count == layout.form.key.count else { return nil }
        let parts = fields.compactMap { evaluation.root.cells[$0.index].result?.value?.keyText }
        return parts.count == fields.count ? parts : nil
    }
}
