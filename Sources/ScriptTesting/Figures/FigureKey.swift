import Evaluation
import FormModel
import LuaRuntime

/// What a test may say of a figure or of a row of a split, by the names of `chiso eval --format json`.
enum FigureKey: String, CaseIterable {
    case value
    case numerator
    case denominator
    case n
    case missing
    case missingReasons = "missing_reasons"
    case missingAmong = "missing_among"
    case missingAmongReasons = "missing_among_reasons"
    case atLeast = "at_least"
    case bounds
    case failed
    case exceeding
    case expectedUnits = "expected_units"
    case reportingUnits = "reporting_units"
    case coverage
    case expected
    case status
    case date

    /// What the figure has under the name; `false` where it has nothing.
    func found(in values: FigureValues) -> LuaValue {
        switch self {
        case .value: number(values.value)
        case .numerator: number(values.hasSums ? values.numerator : nil)
        case .denominator: number(values.hasSums ? values.denominator : nil)
        case .n: .integer(Int64(values.n))
        case .missing: .integer(Int64(values.missingCount))
        case .missingReasons: reasons(values.missing)
        case .missingAmong: .integer(Int64(values.missingAmongCount))
        case .missingAmongReasons: reasons(values.missingAmong)
        case .atLeast: .boolean(values.atLeast)
        case .bounds:
            values.bounds.map { .list([.number($0.lowerBound), .number($0.upperBound)]) } ?? .boolean(false)
        case .failed: .integer(Int64(values.failed))
        case .exceeding: .integer(Int64(values.exceeding))
        case .expectedUnits: count(values.coverage?.expected)
        case .reportingUnits: count(values.coverage?.reporting)
        case .coverage: number(values.coveragePercent)
        case .expected: number(values.expected)
        case .status: values.status.map { .string($0.rawValue) } ?? .boolean(false)
        case .date: values.date.map { .date(LuaDate(days: Double($0.number))) } ?? .boolean(false)
        }
    }

    private func number(_ value: Double?) -> LuaValue { value.map { .number($0) } ?? .boolean(false) }
    private func count(_ value: Int?) -> LuaValue { value.map { .integer(Int64($0)) } ?? .boolean(false) }

    private func reasons(_ reasons: [MissingReason: Int]) -> LuaValue {
        .table(LuaTable(fields: reasons.map { LuaTable.Field(.string($0.key.name), .integer(Int64($0.value))) }))
    }
}
