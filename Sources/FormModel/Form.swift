/// What a form's records measure (`semantics.md` 3.2).
public enum Measure: String, Sendable, CaseIterable {
    /// How things stand: the latest record of a unit counts.
    case state
    /// What happened in a period: records of the period are summed.
    case flow
}

/// A form: what is asked of a unit, once a round.
public struct Form: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// Where the script declares it.
    public var place: Place
    /// The author's version; a changed shape of data needs a new one.
    public var version: Int
    /// Its title.
    public var label: LocalizedText
    /// The fields that name the unit; empty for a form whose records are nobody's.
    public var key: [String]
    /// How often a unit answers.
    public var round: PeriodLength
    /// What its records measure.
    public var measures: Measure
    /// How long an older state still counts.
    public var validFor: Span
    /// The earliest version whose answers compare with those of this one; `nil` where each version is on its own.
    public var comparableFrom: Int?
    /// Who should answer, where a list exists.
    public var frame: Frame?
    /// The name of the frame's file, also where the file is not there.
    public var frameSource: String?
    /// The field that dates a record.
    public var periodField: String?
    /// Whether small cells are hidden though no field is personal (`semantics.md` 3.11).
    public var confidential: Bool
    /// How many visits a unit may need.
    public var visitsMax: Int
    /// The fields of the record that a later round shows for confirmation; all others are asked anew.
    public var carryOver: [String]
    /// The questions, in order.
    public var nodes: [FormNode]
    /// SHA-256 over the texts of the scripts and lists that make the form, in hexadecimal.
    public var contentHash: String

    /// A form with the defaults of `scripts.md`.
    public init(id: String, place: Place, version: Int, label: LocalizedText, nodes: [FormNode]) {
        self.id = id
        self.place = place
        self.version = version
        self.label = label
        self.key = []
        self.round = .once
        self.measures = .state
        self.validFor = Span(months: 12)
        self.confidential = false
        self.visitsMax = 3
        self.carryOver = []
        self.nodes = nodes
        self.contentHash = ""
    }
}
