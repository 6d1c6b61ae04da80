import Evaluation
import FormModel
import Foundation

/// What a recorded run was asked, as the store keeps it.
struct RunRequest: Codable, Hashable {
    /// The indicators by id, in the order of the answer.
    var indicators: [String]
    var asOf: String
    var period: String?
    /// The earlier period that the figures are compared with.
    var before: String?
    var by: [[String]]
    /// Names and keys of the filters.
    var filters: [[String]]
    var ownSplits: Bool
    var language: String
    var coverageMinimum: Double
    var cutOffDay: Int
    /// What the answer says of itself beside its figures.
    var knownAt: String
    var records: String
    var scripts: String

    init(_ outcome: EvaluationOutcome) {
        let options = outcome.options
        indicators = outcome.indicators
        asOf = options.asOf.iso
        period = options.period?.id
        before = options.before?.id
        by = options.by
        filters = options.filters.map { [$0.name, $0.key] }
        ownSplits = options.ownSplits
        language = options.language.rawValue
        coverageMinimum = options.coverageMinimum
        cutOffDay = options.calendar.cutOffDay
        (knownAt, records, scripts) = (outcome.knownAt, outcome.records, outcome.scripts)
    }

    /// The request that a text holds; `nil` where it is none.
    init?(_ text: String) {
        guard let request = try? JSONDecoder().decode(RunRequest.self, from: Data(text.utf8)) else { return nil }
        self = request
    }

    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// The options of the evaluation; `nil` where the request holds what there is not.
    var options: EvaluationOptions? {
        let calendar = PeriodCalendar(cutOffDay: cutOffDay)
        guard let day = Day(iso: asOf), let language = Language(rawValue: language) else { return nil }
        let known = period.map { calendar.period(id: $0) }
        if let known, known == nil { return nil }
        let earlier = before.map { calendar.period(id: $0) }
        if let earlier, earlier == nil { return nil }
        var options = EvaluationOptions(asOf: day, period: known ?? nil, calendar: calendar)
        options.before = earlier ?? nil
        options.by = by
        options.filters = filters.filter { $0.count == 2 }.map { SplitFilter(name: $0[0], key: $0[1]) }
        options.ownSplits = ownSplits
        options.language = language
        options.coverageMinimum = coverageMinimum
        return options
    }
}
