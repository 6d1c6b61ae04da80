import FormModel

/// What may be asked about any place of the form, wherever the interview stands.
extension Interview {
    /// Whether a question, note or roster is asked now. A row that there is not has nothing that is asked.
    public func isAsked(_ spot: Spot) -> Bool {
        guard let target = resolve(spot) else { return false }
        if consentIsRefused { return stops.contains { $0.spot == spot } }
        let instance = evaluation[target]
        return switch target.item {
        case .field(let place): instance.fieldRelevance[place] == .asked
        case .roster(let place): instance.rosterRelevance[place] == .asked
        case .note: stops.contains { $0.spot == spot }
        case .group: false
        }
    }

    /// What functions of the form read at a place now, calculations as well; `nil` where there is no such question.
    public func reading(at spot: Spot) -> Answer? {
        guard let target = resolve(spot), case .field(let place) = target.item else { return nil }
        return evaluation[target].cells[place].result
    }

    /// How many rows of a roster count now.
    public func rowCount(of roster: Spot) -> Int {
        guard let target = resolve(roster), case .roster(let place) = target.item else { return 0 }
        return evaluation[target].rosters[place].result?.instances.count ?? 0
    }

    /// What the interviewer would see at a place that is asked now; `nil` elsewhere.
    public func question(at spot: Spot) -> AskedQuestion? {
        guard let stop = stop(nearest: spot) else { return nil }
        return running { shown(stop) }
    }
}
