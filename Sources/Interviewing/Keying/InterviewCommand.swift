import FormModel
import VietText

/// What can be done beside answering; each has a typed form, since multiplexers and remote terminals swallow function
/// keys. Letters are the same in every language.
public enum InterviewCommand: Hashable, Sendable {
    /// `:b` or `<`: back along the path taken.
    case back
    /// `:n` or `>`: on without an answer.
    case skip
    /// `:g name`: to a question; without a name, a list to choose from.
    case goTo(String)
    /// `:e`: to the first open question, or the end.
    case advance
    /// `:s`: the sections.
    case sections
    /// `:m`: the members.
    case members
    /// `:+`, `:-`: the same question of the next or the previous member.
    case nextRow
    case previousRow
    /// `:w name`: why it is asked, or not; without a name, the question here.
    case why(String)
    /// `!text` or `:note text`: a note on the answer.
    case note(String)
    /// `:l en`: labels in another language; without one, the next.
    case language(Language?)
    /// `:del 3`: a row goes.
    case removeRow(Int)
    /// `:stop`: ends the visit.
    case stop
    /// `:i`: at the end, saves the record as incomplete.
    case saveIncomplete
    /// `:q`: saves and leaves.
    case quit
    /// `:?`: help.
    case help
    /// A colon with what is no command.
    case unknown(String)

    /// The command that a line is; `nil` where it is an answer.
    public init?(_ line: String) {
        let text = line.printable.storageForm
        switch text {
        case "<": self = .back
        case ">": self = .skip
        case "?": self = .help
        default:
            if text.hasPrefix("!") {
                self = .note(String(text.dropFirst()).storageForm)
            } else if text.hasPrefix(":") {
                self.init(command: text.dropFirst())
            } else {
                return nil
            }
        }
    }

    private init(command: Substring) {
        let parts = command.split(separator: " ", maxSplits: 1).map(String.init)
        let (word, rest) = (parts.first ?? "", parts.count > 1 ? parts[1].storageForm : "")
        switch word.lowercased() {
        case "b": self = .back
        case "n": self = .skip
        case "g": self = .goTo(rest)
        case "e": self = .advance
        case "s": self = .sections
        case "m": self = .members
        case "+": self = .nextRow
        case "-": self = .previousRow
        case "w": self = .why(rest)
        case "note", "!": self = .note(rest)
        case "l":
            guard let language = Language(rawValue: rest.lowercased()) else {
                self = rest.isEmpty ? .language(nil) : .unknown(String(command))
                return
            }
            self = .language(language)
        case "del":
            guard let row = Int(rest) else {
                self = .unknown(String(command))
                return
            }
            self = .removeRow(row)
        case "stop": self = .stop
        case "i": self = .saveIncomplete
        case "q": self = .quit
        case "?", "h": self = .help
        default: self = .unknown(String(command))
        }
    }
}
