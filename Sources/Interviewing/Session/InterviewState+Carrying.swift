import FormModel

/// What an interview takes over from an earlier round: rows with their permanent numbers, and the answers that are shown
/// for confirmation. An answer is the interview's own only once it is accepted, as with a default.
extension InterviewState {
    /// What was carried over.
    public struct Carried: Hashable, Sendable, Codable {
        /// The record it comes from.
        public let record: String
        /// That record's round.
        public let round: String
        /// The unit's key.
        public let key: [String]
        /// The rows of each roster of the form, by its name.
        public let rows: [String: [Int]]
    }

    /// A state with what an earlier round knows of the unit, in the place of what it had from another unit.
    /// - Parameter earlier: `nil` where nothing is known of the unit.
    public init(carrying earlier: EarlierUnit?, into state: InterviewState, of layout: FormLayout) {
        self = state
        dropCarried(layout)
        guard let earlier else { return }
        var rows: [String: [Int]] = [:]
        offer(layout.form.carryOver, of: earlier.record.root, layout.root, in: [])
        for (place, child) in layout.root.rosters.enumerated() {
            let set = layout.sets[child]
            let roster = Spot(set.name, in: [])
            guard let names = set.roster?.carryOver, let member = set.field(.member) else { continue }
            let known = earlier.record.root.rosters[place].filter {
                MemberStatus($0.answers[member.index])?.counts != false
            }
            for row in known {
                var given = GivenRow(of: set)
                given.row = row.row
                root.rosters[place].append(given)
                offer(names, of: row, set, in: roster.row(row.row))
                let status = Spot(member.name, in: roster.row(row.row))
                offered[status] = .value(.text(MemberStatus.present.rawValue))
            }
            rows[set.name] = known.map(\.row)
            lastRows[roster] = max(lastRows[roster] ?? 0, earlier.lastRows[set.name] ?? 0)
        }
        carried = Carried(record: earlier.record.id, round: earlier.record.round, key: earlier.key, rows: rows)
    }

    /// The places of the rows that were carried over.
    var carriedRows: Set<[Spot.Step]> {
        Set((carried?.rows ?? [:]).flatMap { roster, rows in rows.map { Spot(roster, in: []).row($0) } })
    }

    /// Offers answers as defaults are: each once.
    private mutating func offer(_ names: [String], of row: RecordRow, _ set: RecordSet, in steps: [Spot.Step]) {
        for name in names {
            guard let field = set.field(name), case .value(let value) = row.answers[field.index],
                field.question.choices.map({ $0.knows(value) }) ?? true
            else { continue }
            offered[Spot(name, in: steps)] = .value(value)
        }
    }

    private mutating func dropCarried(_ layout: FormLayout) {
        guard let carried else { return }
        for (name, numbers) in carried.rows {
            guard let place = layout.root.rosters.firstIndex(where: { layout.sets[$0].name == name }) else { continue }
            root.rosters[place].removeAll { numbers.contains($0.row ?? 0) }
            lastRows[Spot(name, in: [])] = nil
        }
        let gone = carriedRows
        offered = offered.filter { spot, _ in
            let isOfRecord = spot.steps.isEmpty && layout.form.carryOver.contains(spot.name)
            return !isOfRecord && !gone.contains(spot.steps)
        }
        self.carried = nil
    }
}

extension ChoiceList {
    /// Whether a value still stands in the list.
    fileprivate func knows(_ value: Value) -> Bool {
        switch value {
        case .text(let name): self[name] != nil
        case .choices(let names), .ranking(let names): names.allSatisfy { self[$0] != nil }
        case .boolean, .integer, .decimal, .date, .time, .dateTime, .geopoint: true
        }
    }
}
