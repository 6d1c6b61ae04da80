import FormModel
import Foundation

/// The state as text, and back. Answers are kept beside it, each under its place, so that a step writes no more than
/// what has changed.
extension InterviewState {
    /// What is written down.
    private struct Written: Codable {
        var day: Day
        var language: String
        var cursor: String?
        var trail: [String]
        var offered: [String: Answer]
        var confirmed: [String: Answer]
        var pending: [String: Answer]
        var notes: [String: String]
        var lastRows: [String: Int]
        /// The rows of each roster, by its place.
        var rows: [String: [Int]]
        var carried: Carried?
        var result: VisitResult?
        var reason: String?
        var appointment: String?
    }

    /// The state without its answers, as JSON.
    public func encoded(of layout: FormLayout) -> String {
        func texts<Value>(_ map: [Spot: Value]) -> [String: Value] {
            Dictionary(map.map { ($0.key.description, $0.value) }) { first, _ in first }
        }
        var rows: [Spot: [Int]] = [:]
        func visit(_ row: GivenRow, _ set: RecordSet, _ steps: [Spot.Step]) {
            for (place, child) in set.rosters.enumerated() where !row.rosters[place].isEmpty {
                let roster = Spot(layout.sets[child].name, in: steps)
                rows[roster] = row.rosters[place].compactMap(\.row)
                for inner in row.rosters[place] { visit(inner, layout.sets[child], roster.row(inner.row ?? 0)) }
            }
        }
        visit(root, layout.root, [])
        let written = Written(
            day: day, language: language.rawValue, cursor: cursor?.description, trail: trail.map(\.description),
            offered: texts(offered), confirmed: texts(confirmed),
            pending: pending.map { [$0.spot.description: $0.answer] } ?? [:], notes: texts(notes),
            lastRows: texts(lastRows), rows: texts(rows), carried: carried, result: ending?.result,
            reason: ending?.reason, appointment: ending?.appointment)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(written)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// The state that was written down, with its answers; `nil` where it is no such text.
    public init?(_ text: String, answers: [(place: String, answer: Answer)], of layout: FormLayout) {
        guard let written = try? JSONDecoder().decode(Written.self, from: Data(text.utf8)) else { return nil }
        func spots<Value>(_ map: [String: Value]) -> [Spot: Value] {
            Dictionary(map.compactMap { key, value in Spot(key).map { ($0, value) } }) { first, _ in first }
        }
        self.init(layout, day: written.day, language: Language(rawValue: written.language) ?? .vietnamese)
        cursor = written.cursor.flatMap { Spot($0) }
        trail = written.trail.compactMap { Spot($0) }
        offered = spots(written.offered)
        confirmed = spots(written.confirmed)
        pending = written.pending.first.flatMap { key, answer in
            Spot(key).map { Pending(spot: $0, answer: answer) }
        }
        notes = spots(written.notes)
        lastRows = spots(written.lastRows)
        carried = written.carried
        ending = written.result.map {
            Ending(result: $0, reason: written.reason ?? "", appointment: written.appointment)
        }
        // Rows above others come first.
        for (roster, numbers) in spots(written.rows).sorted(by: { $0.key.steps.count < $1.key.steps.count }) {
            root.update(roster.steps, in: layout, set: 0) { row in
                row.addRows(numbers, to: roster, layout)
            }
        }
        for (place, answer) in answers {
            guard let spot = Spot(place), let set = layout.set(holding: spot), let field = set.field(spot.name) else {
                continue
            }
            root.update(spot.steps, in: layout, set: 0) { $0.answers[field.index] = answer }
        }
    }
}

extension FormLayout {
    /// The set of the row in which a place stands.
    public func set(holding spot: Spot) -> RecordSet? {
        set(path: ([form.id] + spot.steps.map(\.roster)).joined(separator: "."))
    }
}

extension GivenRow {
    fileprivate mutating func addRows(_ numbers: [Int], to roster: Spot, _ layout: FormLayout) {
        guard let set = layout.set(holding: roster),
            let place = set.rosters.firstIndex(where: { layout.sets[$0].name == roster.name })
        else { return }
        rosters[place] = numbers.map { number in
            var row = GivenRow(of: layout.sets[set.rosters[place]])
            row.row = number
            return row
        }
    }
}
