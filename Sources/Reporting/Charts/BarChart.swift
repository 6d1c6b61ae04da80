/// Values as horizontal bars that begin at zero, one a row, such as one indicator by village.
public struct BarChart: Hashable, Sendable {
    /// Printed above; may be empty.
    public var caption: PlainText
    /// The value of a full bar, such as 100 for percentages. Larger values fill the bar.
    public let fullScale: Double
    /// What the target marks mean: "mục tiêu 90 %". Nil: the renderer's word for target.
    public var targetName: PlainText?
    /// From top to bottom.
    public var bars: [Bar]
    /// Printed below, each by its mark.
    public var footnotes: [Table.Footnote]

    /// A chart; a full scale that is not above zero is taken as the largest value, or as 1.
    public init(
        caption: PlainText = "", fullScale: Double, targetName: PlainText? = nil, bars: [Bar],
        footnotes: [Table.Footnote] = []
    ) {
        self.footnotes = footnotes
        self.caption = caption
        self.targetName = targetName
        self.bars = bars
        let largest = bars.compactMap { $0.reading.value }.max() ?? 0
        self.fullScale = fullScale.isFinite && fullScale > 0 ? fullScale : (largest > 0 ? largest : 1)
    }
}

/// One row of a bar chart.
public struct Bar: Hashable, Sendable {
    /// What is known of a row.
    public enum Reading: Hashable, Sendable {
        /// A value, and how it is printed.
        case value(Double, printed: PlainText)
        /// No value, and why ("không công bố"); nil: the renderer's "không có số liệu".
        case absent(PlainText?)

        /// The value, if there is one that can be drawn.
        var value: Double? {
            switch self {
            case .value(let value, printed: _): value.isFinite ? value : nil
            case .absent: nil
            }
        }
    }

    /// What the bar stands for.
    public var label: PlainText
    /// What is known of it.
    public var reading: Reading
    /// The value that should be reached; drawn as a mark across the bar.
    public var target: Double?
    /// Printed behind the value in brackets: "ít quan sát". Nil: nothing.
    public var note: PlainText?

    /// A row.
    public init(_ label: PlainText, _ reading: Reading, target: Double? = nil, note: PlainText? = nil) {
        self.label = label
        self.reading = reading
        self.target = target
        self.note = note
    }
}
