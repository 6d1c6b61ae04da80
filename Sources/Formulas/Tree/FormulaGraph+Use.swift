/// What formulas need of records.
extension FormulaGraph {
    /// A field of a set.
    public struct FieldPlace: Hashable, Sendable {
        /// The set.
        public let set: Int
        /// The field's place in it.
        public let field: Int

        /// A field of a set, by its place.
        public init(set: Int, field: Int) {
            self.set = set
            self.field = field
        }
    }

    /// What a formula reads.
    public struct Use: Sendable {
        /// The fields whose values are read.
        public var fields: Set<FieldPlace> = []
        /// The fields of which only is asked whether they have a value.
        public var lookedAt: Set<FieldPlace> = []
        /// The rosters that are gone through, by their sets.
        public var rosters: Set<Int> = []
    }

    /// What a node and those that it is made of read.
    public func use(of node: ID) -> Use {
        var use = Use()
        var seen: Set<ID> = []
        var open = [node]
        while let id = open.popLast() {
            guard seen.insert(id).inserted else { continue }
            switch self[id] {
            case .constant, .today, .language, .position: break
            case .field(let set, let field): use.fields.insert(FieldPlace(set: set, field: field))
            case .earlier(let field): use.fields.insert(FieldPlace(set: 0, field: field))
            case .apply(_, let operands), .anyOf(let operands), .allOf(let operands): open += operands
            case .and(let a, let b), .or(let a, let b), .sequence(let a, let b): open += [a, b]
            case .conditional(let c, let a, let b): open += [c, a, b]
            case .known(let field), .reason(let field):
                if let place = self.field(field) { use.lookedAt.insert(place) }
            case .aggregate(_, let set, let body):
                use.rosters.insert(set)
                if let body { open.append(body) }
            }
        }
        return use
    }

    /// The condition and the number of a numerator that is a number where the condition holds, else 0, over that number.
    public func weighted(numerator: ID, denominator: ID) -> (condition: ID, weight: ID)? {
        guard case .conditional(let condition, let number, let other) = self[numerator], number == denominator,
            constantCell(of: other) == .integer(0)
        else { return nil }
        return (condition, number)
    }

    /// The set whose records have a node's value; −1 for what is the same for all.
    public func set(of node: ID) -> Int { level(of: node) }

    /// The field that a node reads, of the record or of the earlier one.
    func field(_ node: ID) -> FieldPlace? {
        switch self[node] {
        case .field(let set, let field): FieldPlace(set: set, field: field)
        case .earlier(let field): FieldPlace(set: 0, field: field)
        default: nil
        }
    }
}
