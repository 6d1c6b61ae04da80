import Messages

/// The commands to go on with, each with what it does.
struct NextSteps {
    let steps: [(command: String, does: Message?)]

    /// The lines, the explanations under one another.
    func lines(in texts: (Message) -> String) -> [String] {
        let width = steps.filter { $0.does != nil }.map(\.command.count).max() ?? 0
        return steps.map { step in
            guard let does = step.does else { return "  \(step.command)" }
            let space = String(repeating: " ", count: width - step.command.count + 2)
            return "  \(step.command)\(space)\(texts(does))"
        }
    }

    /// A path as it is typed in a shell.
    static func typed(_ path: String) -> String {
        let isPlain = path.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || "/._-".unicodeScalars.contains($0)
        }
        // What begins with - would be taken for an option.
        let path = path.hasPrefix("-") ? "./" + path : path
        return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
    }
}
