import VietText

/// The facts of an unknown name, with the nearest of the known ones.
enum Suggestion {
    static func facts(_ name: String, among names: [String]) -> [String: String] {
        var facts = ["name": name]
        facts["nearest"] = NearestName.candidates(for: name, among: names, limit: 1).first ?? longer(name, names)
        return facts
    }

    /// The shortest name that begins with what was typed, or has it within.
    private static func longer(_ name: String, _ names: [String]) -> String? {
        guard name.count > 2 else { return nil }
        let (typed, sorted) = (name.lowercased(), names.sorted { ($0.count, $0) < ($1.count, $1) })
        return sorted.first { $0.lowercased().hasPrefix(typed) } ?? sorted.first { $0.lowercased().contains(typed) }
    }
}
