import FormModel
import VietText

/// What records are told apart by.
public enum GroupingName: Hashable, Sendable {
    /// Who interviewed.
    case interviewer
    /// A field of the record.
    case field(Field)
}

/// Records, and the units assigned, in groups: by village, by interviewer, by both.
public struct RecordGroups: Sendable {
    /// The names that tell the groups apart, in the order of the parts of a key.
    public let names: [GroupingName]
    /// What each group is: a part for each name, `nil` where it is not known. In the order of lists, then of Vietnamese
    /// text; what is not known comes last. Without names one group, whose key is empty.
    public let keys: [[String?]]
    /// The group of each record; `nil` for a record that is left out.
    public let ofRecord: [Int?]
    /// The group of each unit assigned; `nil` for one that is left out, or whose group its key does not tell.
    public let ofUnit: [Int?]
    /// Whether the key of a unit tells its group, so that units can be counted by it.
    public let tellsUnits: Bool

    /// Groups of a form's records.
    /// - Parameters:
    ///   - included: whether each record is looked at.
    ///   - includesUnit: whether a unit assigned is looked at.
    public init(
        _ form: CollectedForm, by names: [GroupingName], included: [Bool],
        includesUnit: (AssignedUnit) -> Bool = { _ in true }
    ) {
        self.names = names
        let parts = names.map { RecordGroups.parts(of: $0, form) }
        let units = form.assigned ?? []
        let unitKeys = units.map { unit in includesUnit(unit) ? RecordGroups.key(of: unit, names, form) : nil }
        let isGivenOut = units.contains { $0.interviewer != nil }
        tellsUnits =
            form.assigned != nil
            && names.allSatisfy { name in
                switch name {
                case .interviewer: isGivenOut
                case .field(let field): form.layout.form.key.contains(field.name)
                }
            }
        var found: Set<[String?]> = names.isEmpty ? [[]] : []
        let recordKeys = form.records.indices.map { place in included[place] ? parts.map { $0[place] } : nil }
        for key in recordKeys { if let key { found.insert(key) } }
        if tellsUnits { for key in unitKeys { if let key { found.insert(key) } } }
        let order = RecordGroups.sorted(found, names)
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        keys = order
        ofRecord = recordKeys.map { $0.flatMap { places[$0] } }
        ofUnit = tellsUnits ? unitKeys.map { $0.flatMap { places[$0] } } : Array(repeating: nil, count: units.count)
    }

    private static func parts(of name: GroupingName, _ form: CollectedForm) -> [String?] {
        switch name {
        case .interviewer: form.interviewers
        case .field(let field):
            form.records.indices.map { form.sets[0].columns[field.index].key(at: $0, of: field.question) }
        }
    }

    private static func key(of unit: AssignedUnit, _ names: [GroupingName], _ form: CollectedForm) -> [String?] {
        names.map { name in
            switch name {
            case .interviewer: return unit.interviewer
            case .field(let field):
                let place = form.layout.form.key.firstIndex(of: field.name)
                return place.flatMap { unit.key.indices.contains($0) ? unit.key[$0] : nil }
            }
        }
    }

    private static func sorted(_ keys: Set<[String?]>, _ names: [GroupingName]) -> [[String?]] {
        let ranked = keys.map { key in
            (key: key, rank: zip(names, key).map { name, part in Rank(part, of: name) })
        }
        return ranked.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map(\.key)
    }

    private struct Rank: Comparable {
        let isUnknown: Bool
        let position: Int
        let text: String

        init(_ part: String?, of name: GroupingName) {
            isUnknown = part == nil
            text = part ?? ""
            position =
                switch name {
                case .interviewer: 0
                case .field(let field): part.flatMap { field.question.choices?.position(of: $0) } ?? Int.max
                }
        }

        static func < (left: Rank, right: Rank) -> Bool {
            if left.isUnknown != right.isUnknown { return right.isUnknown }
            if left.position != right.position { return left.position < right.position }
            return VietnameseOrder.precedes(left.text, right.text)
        }
    }
}
