import FormModel

/// Where the form core's own questions stand among the fields of a set.
struct SystemPlaces {
    let member: Int?
    let leftMonth: Int?
    let leftReason: Int?
    let answeredBy: Int?
    let origin: Int?

    init(_ set: RecordSet) {
        member = set.field(.member)?.index
        leftMonth = set.field(.leftMonth)?.index
        leftReason = set.field(.leftReason)?.index
        answeredBy = set.field(.answeredBy)?.index
        origin = set.field(.origin)?.index
    }
}

/// What the form core itself decides: no script has a function for it.
extension FormEvaluation {
    /// Whether a field is asked, as far as the form core decides; `nil` where the script does.
    func systemRelevance(of field: Field, _ instance: FormInstance) throws(Unsettled) -> Relevance? {
        let system = engine.plans[instance.set].system
        // A unit that came from no other has no origin, not a missing one.
        if field.index == system.origin {
            return instance.given.answers[field.index]?.value == nil ? .notAsked : .asked
        }
        guard system.member != nil else { return nil }
        if field.index == system.member { return .asked }
        let status = try memberStatus(of: instance)
        if field.index == system.leftMonth || field.index == system.leftReason {
            return status == .left ? .asked : .notAsked
        }
        return status?.counts == false ? .notAsked : nil
    }

    /// Whether a row is that of a member who left, or a duplicate: nothing more is asked of it.
    func isAway(_ instance: FormInstance) throws(Unsettled) -> Bool { try memberStatus(of: instance)?.counts == false }

    /// Whether a member is new by itself: nobody says so.
    func isNewByItself(_ field: Field, _ instance: FormInstance) -> Bool {
        field.index == engine.plans[instance.set].system.member && !source.isKnownEarlier(instance, in: self)
    }

    /// Whether another answers for the member of a row.
    func isAnsweredByProxy(_ instance: FormInstance) throws(Unsettled) -> Bool {
        guard let place = engine.plans[instance.set].system.answeredBy else { return false }
        return try settled(place, instance) == .value(.text(AnsweredBy.proxy.rawValue))
    }

    private func memberStatus(of instance: FormInstance) throws(Unsettled) -> MemberStatus? {
        guard let place = engine.plans[instance.set].system.member else { return nil }
        return MemberStatus(try settled(place, instance))
    }

    private func settled(_ place: Int, _ instance: FormInstance) throws(Unsettled) -> Answer {
        let target = FormTarget(instance, .field(place))
        dependencies?.noteReading(of: target)
        guard let answer = instance.cells[place].result else { throw Unsettled(target: target) }
        return answer
    }
}
