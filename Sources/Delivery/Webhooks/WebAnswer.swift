/// What a web service answered.
enum WebAnswer {
    /// The status of the last whole head that is an answer; a head that broke off is none.
    static func status(in lines: [String]) -> Int? {
        var found: Int?
        var begun: Int?
        // The last of the lines has no end yet.
        for line in lines.dropLast() {
            if line.hasPrefix("HTTP/") {
                begun = line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
            } else if line.isEmpty {
                if let begun, begun >= 200 { found = begun }
                begun = nil
            }
        }
        return found
    }
}
