import FormModel
import Interviewing
import Storage

/// What a store knows of the units of a form from the rounds before one.
final class StoredUnits: EarlierRounds {
    private let store: Store?
    private let layout: FormLayout
    private let calendar: PeriodCalendar
    private let round: String
    private var headers: Storage.RecordHeaders?

    /// - Parameter round: the round of the interview.
    init(_ store: Store?, layout: FormLayout, calendar: PeriodCalendar, round: String) {
        self.store = store
        self.layout = layout
        self.calendar = calendar
        self.round = round
    }

    /// The latest record of the unit that counts, of a round that ended before this one.
    func unit(_ key: [String]) throws -> EarlierUnit? {
        guard let here = calendar.period(id: round) else { return nil }
        let records = try records(of: key)
        guard let record = records.last(where: { $0.counts && last($0.round) < here.first }) else { return nil }
        var lastRows: [String: Int] = [:]
        for (place, child) in layout.root.rosters.enumerated() {
            lastRows[layout.sets[child].name] = records.flatMap { $0.root.rosters[place].map(\.row) }.max()
        }
        return EarlierUnit(record: record, key: key, lastRows: lastRows)
    }

    /// The id of the latest record of a unit that counts, up to this round: what another unit may have come from.
    func latest(_ key: [String]) throws -> String? {
        guard let here = calendar.period(id: round) else { return nil }
        return try records(of: key).last { $0.counts && last($0.round) <= here.last }?.id
    }

    /// All records of a unit in the order of their rounds.
    private func records(of key: [String]) throws -> [Record] {
        guard let store else { return [] }
        let known = try headers ?? store.headers(form: layout.form.id)
        headers = known
        let ids = Set(known.ids)
        let rounds = Set(known.rounds).sorted { last($0) < last($1) }
        return try rounds.map { RecordIdentity.id(form: layout.form.id, key: key, round: $0) }
            .filter { ids.contains($0) }.compactMap { try store.record($0, layout: layout)?.record }
    }

    private func last(_ round: String) -> Day { calendar.period(id: round)?.last ?? PeriodCalendar.once.first }
}
