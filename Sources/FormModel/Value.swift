/// The value of an answer (`semantics.md` 1.10).
public enum Value: Hashable, Sendable, Codable {
    /// The answer to `yes_no`.
    case boolean(Bool)
    /// A whole number.
    case integer(Int64)
    /// A number with a fraction; never NaN or infinite.
    case decimal(Double)
    /// A text, a barcode, or the name of the choice of a `select_one`; NFC, trimmed, never empty.
    case text(String)
    /// The names chosen in a `select_multiple`, in the order of the question's list; never empty.
    case choices([String])
    /// The names of a `rank`, first place first.
    case ranking([String])
    /// A civil date.
    case date(Day)
    /// A time of day in minutes since midnight.
    case time(minutes: Int)
    /// A local date and time of day, to the minute.
    case dateTime(Day, minutes: Int)
    /// A point on the globe.
    case geopoint(GeoPoint)
}

/// A point on the globe (WGS 84).
public struct GeoPoint: Hashable, Sendable, Codable {
    /// Degrees north.
    public let latitude: Double
    /// Degrees east.
    public let longitude: Double
    /// Radius of accuracy in metres, where known.
    public let accuracy: Double?

    /// A point; `nil` outside −90…90 and −180…180.
    public init?(latitude: Double, longitude: Double, accuracy: Double? = nil) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude), (accuracy ?? 0) >= 0 else { return nil }
        self.latitude = latitude
        self.longitude = longitude
        self.accuracy = accuracy
    }
}

/// Why an asked question has no value (`semantics.md` 1.1).
public enum MissingReason: UInt8, Sendable, CaseIterable, Comparable, Codable {
    /// Nothing was answered.
    case unanswered = 1
    /// The respondent does not know.
    case dontKnow
    /// The respondent will not say.
    case refused
    /// The question does not apply to the respondent.
    case notApplicable
    /// A calculation that has no value.
    case notComputed

    /// The reason as scripts, CSV and JSON write it.
    public var name: String {
        switch self {
        case .unanswered: "unanswered"
        case .dontKnow: "dont_know"
        case .refused: "refused"
        case .notApplicable: "not_applicable"
        case .notComputed: "not_computed"
        }
    }

    /// The reason of a name, or `nil`.
    public init?(name: String) {
        guard let reason = MissingReason.allCases.first(where: { $0.name == name }) else { return nil }
        self = reason
    }

    /// Reasons sort in the order of their numbers.
    public static func < (left: MissingReason, right: MissingReason) -> Bool { left.rawValue < right.rawValue }
}

/// What stands in a field of a record: not asked, a value, or a reason for having none (`semantics.md` 1.1).
public enum Answer: Hashable, Sendable, Codable {
    /// The question's relevance, or that of a container, kept it from being asked.
    case notAsked
    /// Asked and answered.
    case value(Value)
    /// Asked, without a value.
    case missing(MissingReason)

    /// The value, if there is one.
    public var value: Value? {
        guard case .value(let value) = self else { return nil }
        return value
    }
}
