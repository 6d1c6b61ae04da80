extension [DrawnUnit] {
    /// The units with interviewers: those to be asked are shared out evenly, in blocks that follow the order of strata and
    /// units, so that each interviewer's lie near each other; a stratum's reserve goes by turns to those who work in it.
    public func shared(among interviewers: [String]) -> [DrawnUnit] {
        guard !interviewers.isEmpty else { return self }
        var shared = self
        let mains = indices.filter { self[$0].role == .main }
        var names: [String: [String]] = [:]
        for (place, index) in mains.enumerated() {
            let name = interviewers[place * interviewers.count / mains.count]
            shared[index].interviewer = name
            if names[self[index].stratum]?.last != name { names[self[index].stratum, default: []].append(name) }
        }
        for index in indices where self[index].role == .reserve {
            let own = names[self[index].stratum] ?? interviewers
            shared[index].interviewer = own[(self[index].number - 1) % own.count]
        }
        return shared
    }
}
