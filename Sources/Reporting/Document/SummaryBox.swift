/// The few figures a busy reader must see, in a frame: a name and a value a line.
public struct SummaryBox: Hashable, Sendable {
    /// Printed in the frame's upper edge; may be empty.
    public var title: PlainText
    /// The lines.
    public var items: [LabelledText]

    /// A box of lines.
    public init(title: PlainText = "", _ items: [LabelledText]) {
        self.title = title
        self.items = items
    }
}
