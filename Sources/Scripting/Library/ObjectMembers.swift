/// What an object that the host gives to scripts can be asked: one list for the host itself and for the analysis.
public struct ObjectMembers: Sendable {
    /// What scripts call it in messages.
    public let name: String
    /// What is read by `.name`.
    public let properties: [String]
    /// What is called by `:name(…)`.
    public let methods: [String]

    /// Both.
    public var all: [String] { properties + methods }

    /// What a report fills.
    public static let document = ObjectMembers(
        name: "doc", properties: [],
        methods: [
            "letterhead", "title", "addressee", "heading", "paragraph", "list", "table", "bars", "trend", "heat",
            "summary", "note", "signature", "recipients", "page_break",
        ])

    /// What a report, or an alert that watches rows, reads.
    public static let data = ObjectMembers(
        name: "data",
        properties: [
            "period", "date", "as_of", "is_running", "is_made_up", "only", "left_out", "owner", "where", "whole",
        ],
        methods: [
            "indicators", "indicator", "count_by_status", "silent", "earlier", "records", "units", "quality",
            "validations", "written", "adjusted", "due", "alerts",
        ])

    /// A figure that an alert watches: `now`, and `before` it.
    public static let watched = ObjectMembers(
        name: "now",
        properties: [
            "value", "numerator", "denominator", "n", "missing", "expected", "coverage", "low", "high", "status",
            "target", "labels", "label", "period", "id", "whole", "change",
        ],
        methods: ["indicator", "trend"])

    /// What a test gets.
    public static let test = ObjectMembers(
        name: "t", properties: ["dont_know", "refused", "not_applicable"],
        methods: [
            "alert", "assign", "check", "close", "equal", "figure", "interview", "language", "list", "record", "report",
            "today", "validation", "visit",
        ])
}
