import FormModel

/// What an interviewer sees at one moment: the same in full screen and in line mode.
public struct Page: Hashable, Sendable {
    /// Something that can be chosen.
    public struct Option: Hashable, Sendable {
        /// What is typed to choose it.
        public var code: String
        /// What it means.
        public var label: String
        /// What scripts call it, which may be typed as well; `nil` for what they do not know.
        public var name: String?
        /// Whether it is the answer now.
        public var isChosen = false
    }

    /// What is said about the last thing that was done.
    public struct Notice: Hashable, Sendable {
        /// How grave it is.
        public enum Kind: Hashable, Sendable {
            /// It could not be done.
            case error
            /// It wants a confirmation.
            case warning
            /// It should be known.
            case info
        }

        /// How grave it is.
        public var kind: Kind
        /// The sentence.
        public var text: String
    }

    /// A key that does something now.
    public struct Key: Hashable, Sendable {
        /// The key's name: `F6`.
        public var key: String
        /// What is typed instead.
        public var typed: String
        /// What it does.
        public var label: String
    }

    /// What is typed for.
    public enum Field: Hashable, Sendable {
        /// An answer, a code, a command.
        case line
        /// A choice of a long list, narrowed by typing.
        case search
        /// Nothing but Enter.
        case none
    }

    /// How many of the options can be chosen.
    public enum Picks: Hashable, Sendable {
        /// They are only shown.
        case none
        /// One of them.
        case one
        /// Any of them, by toggling; `empty` is what is typed for none of them.
        case many(empty: String)
    }

    /// The language of the page.
    public var language = Language.vietnamese
    /// The form's title.
    public var title = ""
    /// The number of the stop, and how many there are about now.
    public var position: Position?
    /// The headings around: sections, and the member with his place and name.
    public var headings: [String] = []
    /// The question, or the page's heading.
    public var question = ""
    /// The question's name in the form.
    public var name: String?
    /// Whether it must be answered.
    public var isRequired = false
    /// A line of help.
    public var hint: String?
    /// Lines of text: help, reasons.
    public var text: [String] = []
    /// What can be chosen.
    public var options: [Option] = []
    /// How many of them can be chosen.
    public var picks = Picks.none
    /// What can be answered instead of a value.
    public var special: [Option] = []
    /// What Enter takes.
    public var shown: String?
    /// The note on the answer.
    public var note: String?
    /// What is said about the last thing that was done.
    public var notices: [Notice] = []
    /// The keys that work now.
    public var keys: [Key] = []
    /// What is typed for.
    public var field = Field.line
    /// What stands in the field at first: what was refused stays.
    public var typed = ""

    /// A place among stops.
    public struct Position: Hashable, Sendable {
        /// The number, from 1.
        public var number: Int
        /// How many there are.
        public var total: Int
    }
}
