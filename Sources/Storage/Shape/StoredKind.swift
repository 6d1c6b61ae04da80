import FormModel

/// What a field's column holds. A form may change a question's kind as long as this stays the same.
enum StoredKind: String {
    case boolean
    case integer
    case decimal
    case text
    /// The names of a `select_multiple`, joined by spaces.
    case names
    /// The names of a `rank`, joined by spaces.
    case ranking
    case date
    case time
    case dateTime = "datetime"
    case geopoint
    /// A `calculate`: whatever its formula gives.
    case calculated

    init(_ kind: QuestionKind) {
        switch kind {
        case .text, .selectOne, .barcode, .note: self = .text
        case .integer: self = .integer
        case .decimal: self = .decimal
        case .yesNo: self = .boolean
        case .selectMultiple: self = .names
        case .rank: self = .ranking
        case .date: self = .date
        case .time: self = .time
        case .dateTime: self = .dateTime
        case .geopoint: self = .geopoint
        case .calculate: self = .calculated
        }
    }

    /// The kind of a value.
    init(of value: Value) {
        switch value {
        case .boolean: self = .boolean
        case .integer: self = .integer
        case .decimal: self = .decimal
        case .text: self = .text
        case .choices: self = .names
        case .ranking: self = .ranking
        case .date: self = .date
        case .time: self = .time
        case .dateTime: self = .dateTime
        case .geopoint: self = .geopoint
        }
    }

    /// The type a column is declared with. A calculation's column has none, so that SQLite keeps what is put in.
    var columnType: String {
        switch self {
        case .boolean, .integer: "INTEGER"
        case .decimal: "REAL"
        case .text, .names, .ranking, .date, .time, .dateTime, .geopoint: "TEXT"
        case .calculated: ""
        }
    }

    /// A bit for each kind a calculation may give; the store keeps which ones a column has ever held.
    var bit: Int64 {
        switch self {
        case .boolean: 1
        case .integer: 2
        case .decimal: 4
        case .text: 8
        case .names: 16
        case .ranking: 32
        case .date: 64
        case .time: 128
        case .dateTime: 256
        case .geopoint: 512
        case .calculated: 0
        }
    }

    private static let givenByCalculations: [StoredKind] = [
        .boolean, .integer, .decimal, .text, .names, .ranking, .date, .time, .dateTime, .geopoint,
    ]

    /// The one kind that all values of a calculation can be read as; `nil` where they have nothing in common but their
    /// text. Whole numbers and fractions together are fractions.
    static func common(ofBits bits: Int64) -> StoredKind? {
        if bits == 0 { return .integer }
        if bits == StoredKind.integer.bit | StoredKind.decimal.bit { return .decimal }
        return givenByCalculations.first { $0.bit == bits }
    }
}
