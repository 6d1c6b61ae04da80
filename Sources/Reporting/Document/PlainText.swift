import VietText

/// Text that is safe to show: composed (NFC), without control characters, escape sequences and invisible marks, and
/// without white space at its ends. A newline is kept, and begins a new line wherever the text stands.
///
/// Made from a literal, an interpolation, or `PlainText(anyString)`; there is no other way, so what a respondent typed
/// cannot reach a leader's terminal as a command.
public struct PlainText: Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
    /// The safe text.
    public let string: String

    /// Makes any text safe.
    public init(_ text: String) {
        string = text.printable.storageForm
    }

    /// Makes the literal safe.
    public init(stringLiteral text: String) {
        self.init(text)
    }

    /// The safe text.
    public var description: String {
        string
    }

    /// Whether there is nothing to show.
    public var isEmpty: Bool {
        string.isEmpty
    }
}

/// A text with its name: a line of a summary box, a fact about the run.
public struct LabelledText: Hashable, Sendable {
    /// What it is.
    public var label: PlainText
    /// What it says.
    public var text: PlainText

    /// A text under a label.
    public init(_ label: PlainText, _ text: PlainText) {
        self.label = label
        self.text = text
    }
}
