import FormModel

/// A place in an interview by names that outlive a run: `connection`, `person[3].age`, with rows by their permanent
/// numbers. Row 0 stands for all rows at once: `person[0].vneid` is the question asked across all members.
public struct Spot: Hashable, Sendable {
    /// A row of a roster on the way to the place.
    public struct Step: Hashable, Sendable {
        /// The roster's name.
        public let roster: String
        /// The row's permanent number; 0 for all rows.
        public let row: Int

        /// A row of a roster.
        public init(roster: String, row: Int) {
            self.roster = roster
            self.row = row
        }
    }

    /// The rows that lead to the place, outermost first.
    public let steps: [Step]
    /// The name of the question, note or roster.
    public let name: String

    /// A place.
    public init(_ name: String, in steps: [Step] = []) {
        self.steps = steps
        self.name = name
    }

    /// A place as `description` writes it; `nil` for anything else.
    public init?(_ text: String) {
        var steps: [Step] = []
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        for part in parts.dropLast() {
            guard part.hasSuffix("]"), let open = part.firstIndex(of: "["), open != part.startIndex,
                let row = Int(part[part.index(after: open)...].dropLast()), row >= 0
            else { return nil }
            steps.append(Step(roster: String(part[..<open]), row: row))
        }
        guard let name = parts.last, !name.isEmpty, !name.contains("[") else { return nil }
        self.init(String(name), in: steps)
    }

    /// The place of a roster's row, to which the steps lead: the roster it stands in, with the row.
    public func row(_ row: Int) -> [Step] { steps + [Step(roster: name, row: row)] }

    /// Whether it stands in a row, or in a row below it.
    public func isWithin(_ row: [Step]) -> Bool { steps.starts(with: row) }

    /// Whether it stands for all rows of a roster at once.
    public var isAcross: Bool { steps.last?.row == 0 }
}

extension Spot: CustomStringConvertible {
    /// The place as text, such as `person[3].age`.
    public var description: String { steps.map { "\($0.roster)[\($0.row)]." }.joined() + name }
}
