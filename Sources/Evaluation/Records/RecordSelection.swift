import FormModel
import Messages
import Scripting

/// Which records of a form an evaluation takes (`semantics.md` 3.1, 3.2), and how complete they are (3.7).
struct RecordSelection {
    /// What tells selections of one form apart: indicators with the same kind share one view of the records.
    enum Kind: Hashable {
        /// Each unit's latest record, of whole rounds where a design names one.
        case state
        /// The records of the period.
        case flow
        /// The latest record of each value of a key field.
        case latest(String)
    }

    /// The places of the selected records among the heads, ascending.
    let records: [Int]
    /// The round, where whole rounds are taken.
    let round: String?
    /// How complete they are, where the form has a frame.
    let coverage: Coverage?
}

/// Finds the records of a form that an evaluation takes.
struct RecordSelector {
    let form: Form
    let headers: RecordHeaders
    /// The key of each record, or `nil` where a key field has no value.
    let keys: [[String]?]
    /// The designs of the form.
    let designs: [Design]
    let options: EvaluationOptions

    init(_ records: FormRecords, designs: [Design], options: EvaluationOptions) {
        self.form = records.layout.form
        self.headers = records.headers
        self.keys = records.keys
        self.designs = designs
        self.options = options
    }

    /// Whether the form is taken by whole rounds: any design names a period.
    var isByRound: Bool { form.measures == .state && designs.contains { $0.period != nil } }

    func select(_ kind: RecordSelection.Kind) -> RecordSelection {
        switch kind {
        case .flow: flow()
        case .latest(let field): latest(by: field)
        case .state: isByRound ? wholeRound() : latest(by: nil)
        }
    }

    // MARK: State

    /// Each unit's latest counted record that is on or before the date and still valid. Of two of one date the later
    /// round counts, then the greater id, so that the order in which records are stored never matters. A record without
    /// a key is a unit of its own.
    private func latest(by field: String?) -> RecordSelection {
        let place = field.flatMap { form.key.firstIndex(of: $0) }
        var newest: [[String]: Int] = [:]
        var keyless: [Int] = []
        for record in headers.ids.indices where headers.counts[record] && isCurrent(record) {
            guard let key = keys[record], !key.isEmpty else {
                keyless.append(record)
                continue
            }
            let unit = place.map { [key[$0]] } ?? key
            if let known = newest[unit], rank(known) > rank(record) { continue }
            newest[unit] = record
        }
        let selected = (Array(newest.values) + keyless).sorted()
        return RecordSelection(records: selected, round: nil, coverage: stateCoverage(selected, latest: place))
    }

    /// Whether a record is on or before the date and still valid.
    private func isCurrent(_ record: Int) -> Bool {
        let day = headers.dates[record]
        return day <= options.date && form.validFor.holds(from: day, on: options.date)
    }

    private func rank(_ record: Int) -> (Day, Day, String) {
        let round = options.calendar.period(id: headers.rounds[record])?.last ?? headers.dates[record]
        return (headers.dates[record], round, headers.ids[record])
    }

    private func stateCoverage(_ selected: [Int], latest place: Int?) -> Coverage? {
        guard let frame = form.frame else { return nil }
        let listed = Set(frame.rows.indices.map { frame.key(ofRow: $0) })
        let reporting = Set(selected.compactMap { keys[$0] })
        let expected = listed.subtracting(ineligible.subtracting(reporting))
        if let place {
            let values = Set(expected.map { [$0[place]] })
            return Coverage(
                keyFields: [form.key[place]], expected: values.map { ($0, 1) },
                reporting: Set(reporting.map { [$0[place]] }).intersection(values).map { ($0, 1) })
        }
        return Coverage(
            keyFields: form.key, expected: expected.map { ($0, 1) },
            reporting: reporting.intersection(expected).map { ($0, 1) })
    }

    /// The units whose latest visit that is still valid found them not eligible: moved away, vacant.
    private var ineligible: Set<[String]> {
        var newest: [[String]: Int] = [:]
        for record in headers.ids.indices where isCurrent(record) {
            guard let key = keys[record], !key.isEmpty else { continue }
            if let known = newest[key], rank(known) > rank(record) { continue }
            newest[key] = record
        }
        return Set(newest.filter { !headers.results[$0.value].isEligible }.keys)
    }

    // MARK: Whole rounds

    /// The records of the latest round that has ended by the date; the running round only where the period names it.
    ///
    /// A round is whole: a visit after its last day belongs to it like the others. Only what is dated after the as-of is
    /// left out, since it was not yet there.
    private func wholeRound() -> RecordSelection {
        var candidates: [(last: Day, id: String)] = []
        for id in Set(zip(headers.rounds, headers.counts).filter { $0.1 }.map(\.0)) {
            guard let period = options.calendar.period(id: id) else { continue }
            if period.last <= options.date || options.period?.id == id { candidates.append((period.last, id)) }
        }
        guard let round = candidates.max(by: <)?.id else {
            return RecordSelection(records: [], round: nil, coverage: roundCoverage(round: nil, selected: []))
        }
        let selected = headers.ids.indices.filter { headers.counts[$0] && isOf(round, $0) }
        return RecordSelection(
            records: selected, round: round, coverage: roundCoverage(round: round, selected: selected))
    }

    private func isOf(_ round: String?, _ record: Int) -> Bool {
        headers.rounds[record] == round && headers.dates[record] <= options.asOf
    }

    /// In a census, the frame's units less those found not eligible; in a sample, the eligible units that were visited.
    private func roundCoverage(round: String?, selected: [Int]) -> Coverage? {
        guard let frame = form.frame else { return nil }
        let reporting = Set(selected.compactMap { keys[$0] })
        var eligible: Set<[String]> = []
        var ineligible: Set<[String]> = []
        for record in headers.ids.indices where isOf(round, record) {
            guard let key = keys[record] else { continue }
            if headers.results[record].isEligible { eligible.insert(key) } else { ineligible.insert(key) }
        }
        let isSample = round.map { round in designs.contains { $0.period == nil || $0.period == round } } ?? false
        let listed = Set(frame.rows.indices.map { frame.key(ofRow: $0) })
        let expected = isSample ? eligible : listed.subtracting(ineligible.subtracting(reporting))
        return Coverage(
            keyFields: form.key, expected: expected.map { ($0, 1) },
            reporting: reporting.intersection(expected).map { ($0, 1) })
    }

    // MARK: Flow

    private func flow() -> RecordSelection {
        let days = options.flow
        let selected = headers.ids.indices.filter { headers.counts[$0] && days.contains(headers.dates[$0]) }
        return RecordSelection(records: selected, round: nil, coverage: flowCoverage(selected, days))
    }

    /// Units × the rounds of the period that have ended; each unit and round counts once.
    private func flowCoverage(_ selected: [Int], _ days: Period) -> Coverage? {
        guard let frame = form.frame else { return nil }
        let rounds = Set(options.calendar.periods(of: form.round, from: days.first, to: options.date).map(\.id))
        let listed = Set(frame.rows.indices.map { frame.key(ofRow: $0) })
        var reported: [[String]: Set<String>] = [:]
        for record in selected where rounds.contains(headers.rounds[record]) {
            guard let key = keys[record], listed.contains(key) else { continue }
            reported[key, default: []].insert(headers.rounds[record])
        }
        return Coverage(
            keyFields: form.key, expected: listed.map { ($0, rounds.count) },
            reporting: reported.map { ($0.key, $0.value.count) })
    }
}
