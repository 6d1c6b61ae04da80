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
    let units: RecordUnits
    /// The designs of the form.
    let designs: [Design]
    let options: EvaluationOptions
    private let records: FormRecords
    private let frameUnits: FrameUnits?

    init(_ records: FormRecords, designs: [Design], options: EvaluationOptions) throws(Message) {
        self.records = records
        self.form = records.layout.form
        self.headers = records.headers
        self.units = try records.units()
        self.frameUnits = try records.frameUnits()
        self.designs = designs
        self.options = options
    }

    /// Whether the form is taken by whole rounds: any design names a period.
    var isByRound: Bool { form.measures == .state && designs.contains { $0.period != nil } }

    func select(_ kind: RecordSelection.Kind) throws(Message) -> RecordSelection {
        switch kind {
        case .flow: flow()
        case .latest(let field): try latest(by: field)
        case .state: isByRound ? wholeRound() : try latest(by: nil)
        }
    }

    /// For each unit of a numbering whether it is among those of some records, or rows of the frame.
    private func flags(_ places: some Sequence<Int>, _ units: [Int32], of all: FrameUnits) -> [Bool] {
        var flags = [Bool](repeating: false, count: all.count)
        for place in places where units[place] >= 0 { flags[Int(units[place])] = true }
        return flags
    }

    /// The coverage where each unit owes one report.
    private func coverage(by keyFields: [String], _ units: FrameUnits, expected: [Bool], reporting: [Bool]) -> Coverage
    {
        Coverage(
            keyFields: keyFields, units, expected: expected.map { $0 ? 1 : nil },
            reporting: zip(expected, reporting).map { $0 && $1 ? 1 : 0 })
    }

    // MARK: State

    /// Each unit's latest counted record that is on or before the date and still valid. Of two of one date the later
    /// round counts, then the greater id, so that the order in which records are stored never matters. A record without
    /// a key is a unit of its own.
    private func latest(by field: String?) throws(Message) -> RecordSelection {
        let place = field.flatMap { form.key.firstIndex(of: $0) }
        var wanted = units
        if let place, let field = records.layout.root.field(form.key[place]) { wanted = try records.units(by: [field]) }
        let current = isCurrent
        // Where no unit has two records, each is its unit's latest.
        guard !wanted.areAllDifferent else {
            let selected = headers.indices.filter { current[$0] && headers.counts[$0] }
            return RecordSelection(
                records: selected, round: nil, coverage: try stateCoverage(selected, current, latest: place))
        }
        var isSelected = [Bool](repeating: false, count: headers.count)
        var newest = [Int32](repeating: -1, count: wanted.count)
        for record in headers.indices where current[record] && headers.counts[record] {
            let unit = Int(wanted.ofRecords[record])
            guard unit >= 0, units.ofRecords[record] >= 0 else {
                isSelected[record] = true
                continue
            }
            if newest[unit] >= 0, !isLater(record, than: Int(newest[unit])) { continue }
            newest[unit] = Int32(record)
        }
        for record in newest where record >= 0 { isSelected[Int(record)] = true }
        let selected = isSelected.indices.filter { isSelected[$0] }
        return RecordSelection(
            records: selected, round: nil, coverage: try stateCoverage(selected, current, latest: place))
    }

    /// Whether each record is on or before the date and still valid.
    private var isCurrent: [Bool] {
        headers.dates.flags { $0 <= options.date && form.validFor.holds(from: $0, on: options.date) }
    }

    private func isLater(_ record: Int, than other: Int) -> Bool {
        let (day, before) = (headers.dates[record], headers.dates[other])
        if day != before { return day > before }
        let (round, earlier) = (end(ofRound: record), end(ofRound: other))
        return round != earlier ? round > earlier : headers.ids[record] > headers.ids[other]
    }

    private func end(ofRound record: Int) -> Day {
        options.calendar.period(id: headers.rounds[record])?.last ?? headers.dates[record]
    }

    private func stateCoverage(
        _ selected: [Int], _ current: [Bool], latest place: Int?
    ) throws(Message) -> Coverage? {
        guard let units = frameUnits else { return nil }
        let listed = flags(units.ofRows.indices, units.ofRows, of: units)
        let reporting = flags(selected, units.ofRecords, of: units)
        let ineligible = flags(notEligible(current), units.ofRecords, of: units)
        let expected = listed.indices.map { listed[$0] && (!ineligible[$0] || reporting[$0]) }
        guard let place else {
            return coverage(by: form.key, units, expected: expected, reporting: reporting)
        }
        // A part of the key is expected where any unit of it is.
        guard let parts = try records.frameUnits(by: place) else { return nil }
        var ofParts = [Bool](repeating: false, count: parts.count)
        for (unit, part) in zip(units.ofRecords + units.ofRows, parts.ofRecords + parts.ofRows) {
            if unit >= 0, part >= 0, expected[Int(unit)] { ofParts[Int(part)] = true }
        }
        let whole = selected.filter { units.ofRecords[$0] >= 0 }
        return coverage(
            by: [form.key[place]], parts, expected: ofParts, reporting: flags(whole, parts.ofRecords, of: parts))
    }

    /// For each unit its latest visit that is still valid, if that found it not eligible: moved away, vacant.
    private func notEligible(_ current: [Bool]) -> [Int] {
        var newest = [Int32](repeating: -1, count: units.count)
        for record in headers.indices where current[record] {
            let unit = Int(units.ofRecords[record])
            guard unit >= 0, newest[unit] < 0 || isLater(record, than: Int(newest[unit])) else { continue }
            newest[unit] = Int32(record)
        }
        return newest.map { Int($0) }.filter { $0 >= 0 && !headers.results[$0].isEligible }
    }

    // MARK: Whole rounds

    /// The records of the latest round that has ended by the date; the running round only where the period names it.
    ///
    /// A round is whole: a visit after its last day belongs to it like the others. Only what is dated after the as-of is
    /// left out, since it was not yet there.
    private func wholeRound() -> RecordSelection {
        var candidates: [(last: Day, id: String)] = []
        let counted = headers.indices.filter { headers.counts[$0] }
        for id in headers.rounds.distinct(at: counted) {
            guard let period = options.calendar.period(id: id) else { continue }
            if period.last <= options.date || options.period?.id == id { candidates.append((period.last, id)) }
        }
        guard let round = candidates.max(by: <)?.id else {
            return RecordSelection(
                records: [], round: nil, coverage: roundCoverage(round: nil, selected: [], visited: []))
        }
        let visited = visited(in: round)
        let selected = visited.filter { headers.counts[$0] }
        return RecordSelection(
            records: selected, round: round,
            coverage: roundCoverage(round: round, selected: selected, visited: visited))
    }

    /// The records of a round that were there by the as-of.
    private func visited(in round: String) -> [Int] {
        let isOfRound = headers.rounds.flags { $0 == round }
        let isThere = headers.dates.flags { $0 <= options.asOf }
        return headers.indices.filter { isOfRound[$0] && isThere[$0] }
    }

    /// In a census, the frame's units less those found not eligible; in a sample, the eligible units that were visited.
    private func roundCoverage(round: String?, selected: [Int], visited: [Int]) -> Coverage? {
        guard let units = frameUnits else { return nil }
        let eligible = flags(visited.filter { headers.results[$0].isEligible }, units.ofRecords, of: units)
        let isSample = round.map { round in designs.contains { $0.period == nil || $0.period == round } } ?? false
        let reporting = flags(selected, units.ofRecords, of: units)
        guard !isSample else { return coverage(by: form.key, units, expected: eligible, reporting: reporting) }
        let ineligible = flags(visited.filter { !headers.results[$0].isEligible }, units.ofRecords, of: units)
        let listed = flags(units.ofRows.indices, units.ofRows, of: units)
        let expected = listed.indices.map { listed[$0] && (!ineligible[$0] || reporting[$0]) }
        return coverage(by: form.key, units, expected: expected, reporting: reporting)
    }

    // MARK: Flow

    private func flow() -> RecordSelection {
        let days = options.flow
        let selected = headers.indices.filter { headers.counts[$0] && days.contains(headers.dates[$0]) }
        return RecordSelection(records: selected, round: nil, coverage: flowCoverage(selected, days))
    }

    /// Units × the rounds of the period that have ended; each unit and round counts once.
    private func flowCoverage(_ selected: [Int], _ days: Period) -> Coverage? {
        guard let units = frameUnits else { return nil }
        let rounds = Set(options.calendar.periods(of: form.round, from: days.first, to: options.date).map(\.id))
        let listed = flags(units.ofRows.indices, units.ofRows, of: units)
        var reported: [Int32: Set<String>] = [:]
        for record in selected where rounds.contains(headers.rounds[record]) {
            let unit = units.ofRecords[record]
            guard unit >= 0, listed[Int(unit)] else { continue }
            reported[unit, default: []].insert(headers.rounds[record])
        }
        return Coverage(
            keyFields: form.key, units, expected: listed.map { $0 ? rounds.count : nil },
            reporting: listed.indices.map { reported[Int32($0)]?.count ?? 0 })
    }
}
