/// The stops by what is asked at them, for finding one.
extension Interview {
    /// Every stop with its label; in a roster, with the row's title before it.
    public func stopLabels() -> [(spot: Spot, label: String)] {
        running {
            stops.map { stop in
                let instance = evaluation[stop.target]
                let label: String =
                    switch stop.target.item {
                    case .field(let place):
                        layout.sets[instance.set].fields[place].question.label.map { text($0, stop.target) }
                            ?? stop.spot.name
                    case .note(let place):
                        engine.plans[instance.set].notes[place].question.label.map { text($0, stop.target) }
                            ?? stop.spot.name
                    case .roster, .group: stop.spot.name
                    }
                guard !stop.spot.steps.isEmpty, stop.kind != .across else { return (stop.spot, label) }
                return (stop.spot, "\(title(of: instance) ?? "\(instance.position)"): \(label)")
            }
        }
    }
}
