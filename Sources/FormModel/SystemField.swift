/// A question that the form core adds to a form by itself, where the form calls for it. Its name begins with `_`, which no
/// script's own name may; else it is a field like every other, in tables, files and formulas (`p._answered_by`).
public enum SystemField: String, Sendable, CaseIterable {
    /// Who answers: of a form with a `self_only` question.
    case respondent = "_respondent"
    /// Whether a member answers in person (`self`) or another for them (`proxy`): of a roster with a `self_only` question.
    case answeredBy = "_answered_by"
    /// What has become of a member since an earlier round: of a roster with `carry_over`.
    case member = "_member"
    /// The month in which a member left, such as `2026-05`.
    case leftMonth = "_left_month"
    /// Why a member left.
    case leftReason = "_left_reason"
    /// The ids of the records of the units that a unit came from, separated by spaces: of a form that carries over.
    case origin = "_origin"

    /// Whether a file may leave its column out: the form knows what stands there without it.
    public var mayBeLeftOut: Bool {
        switch self {
        case .member, .leftMonth, .leftReason, .origin: true
        case .respondent, .answeredBy: false
        }
    }
}

/// What has become of a member of a panel: the choices of `_member`.
public enum MemberStatus: String, Sendable, CaseIterable {
    /// Known from an earlier round, and still there.
    case present
    /// Known from an earlier round, and gone: kept in the record, and counted nowhere.
    case left
    /// Known from an earlier round, and the same person as another row: counted nowhere.
    case duplicate
    /// Not known before.
    case new

    /// Whether the row is one of its roster for functions and figures.
    public var counts: Bool {
        switch self {
        case .present, .new: true
        case .left, .duplicate: false
        }
    }

    /// The status that an answer to `_member` says; `nil` for an answer without a value.
    public init?(_ answer: Answer?) {
        guard case .value(.text(let name))? = answer else { return nil }
        self.init(rawValue: name)
    }
}

/// Who answers for a member: the choices of `_answered_by`.
public enum AnsweredBy: String, Sendable, CaseIterable {
    /// The member.
    case own = "self"
    /// Another.
    case proxy
}

extension Question {
    /// Which of the form core's own questions it is; `nil` for a script's.
    public var system: SystemField? { name.hasPrefix("_") ? SystemField(rawValue: name) : nil }
}

extension RecordSet {
    /// The field of one of the form core's own questions.
    public func field(_ system: SystemField) -> Field? { field(system.rawValue) }
}

extension FormLayout {
    /// Whether something of a unit is carried over from one round to the next.
    public var isPanel: Bool { root.field(.origin) != nil }
}
