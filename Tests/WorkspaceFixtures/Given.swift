import FormModel

extension GivenRow {
    /// A row with the given answers by field name.
    public init(_ answers: [String: Answer], of set: RecordSet, source: Int = 0) {
        self.init(of: set, source: source)
        for (name, answer) in answers {
            if let field = set.field(name) { self.answers[field.index] = answer }
        }
    }

    /// The row with rows of a roster added.
    public func with(_ roster: String, _ rows: [[String: Answer]], in layout: FormLayout, of set: RecordSet) -> GivenRow
    {
        var row = self
        guard let place = set.rosters.firstIndex(where: { layout.sets[$0].name == roster }) else { return self }
        let child = layout.sets[set.rosters[place]]
        row.rosters[place] = rows.enumerated().map { GivenRow($1, of: child, source: $0 + 1) }
        return row
    }
}

extension Answer: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral
{
    /// A yes or no.
    public init(booleanLiteral value: Bool) { self = .value(.boolean(value)) }
    /// A whole number.
    public init(integerLiteral value: Int64) { self = .value(.integer(value)) }
    /// A number with a fraction.
    public init(floatLiteral value: Double) { self = .value(.decimal(value)) }
    /// A text or a choice.
    public init(stringLiteral value: String) { self = .value(.text(value)) }
}
