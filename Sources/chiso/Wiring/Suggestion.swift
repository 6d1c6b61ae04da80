import VietText

/// The facts of an unknown name, with the nearest of the known ones.
enum Suggestion {
    static func facts(_ name: String, among names: [String]) -> [String: String] {
        var facts = ["name": name]
        facts["nearest"] = NearestName.candidates(for: name, among: names, limit: 1).first
        return facts
    }
}
