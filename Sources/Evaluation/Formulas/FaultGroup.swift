import FormModel
import LuaRuntime
import Messages

/// What went wrong at one place in the same way for one or many records.
public struct FaultGroup: Hashable, Sendable {
    /// Where in the script.
    public let place: Place?
    /// What went wrong.
    public let message: Message
    /// For how many records.
    public var count: Int
    /// The first of them, in the order of their ids.
    public var records: [String]
    /// What the first of these records has in the fields that the formula reads.
    public var read: [ReadField] = []
    /// Whether no record is at fault, but the figure could not be computed as a whole.
    public let isOfFigure: Bool

    /// How many records are named.
    public static let named = FormulaFault.told

    /// A group.
    public init(place: Place?, message: Message, count: Int, records: [String]) {
        isOfFigure = false
        self.place = place
        self.message = message
        self.count = count
        self.records = records
    }

    /// What keeps a figure from being computed.
    init(ofFigure place: Place?, message: Message) {
        self.place = place
        self.message = message
        count = 1
        records = []
        isOfFigure = true
    }
}

extension [FaultGroup] {
    /// Faults, each with its record, in the order of their records; those alike come together.
    ///
    /// Of a formula that fails in very many ways, only those of the first records are told: a run does not keep them all,
    /// and which ones it keeps depends on how records are stored.
    init(_ faults: [(fault: LocatedFault?, record: () -> String)]) {
        let known = faults.compactMap(\.fault)
        let isWhole = known.count == faults.count && Set(known.map(\.kind)).count <= LuaResults.keptKinds
        var groups: [FaultGroup] = []
        var places: [LocatedFault: Int] = [:]
        for (fault, record) in isWhole ? faults[...] : faults.prefix(FormulaFault.told) {
            guard let fault else { continue }
            let place = places[fault.kind] ?? groups.count
            if place == groups.count {
                places[fault.kind] = place
                groups.append(FaultGroup(place: fault.place, message: fault.message, count: 0, records: []))
            }
            groups[place].count += 1
            if groups[place].records.count < FaultGroup.named { groups[place].records.append(record()) }
        }
        self = groups.inOrder
    }

    /// The groups, each with what its first record has in the fields that were read.
    func reading(_ faults: [FormulaFault]) -> [FaultGroup] {
        map { group in
            var group = group
            group.read = faults.first { $0.record == group.records.first }?.read ?? []
            return group
        }
    }

    /// The groups with others, those alike as one.
    func merging(_ others: [FaultGroup]) -> [FaultGroup] {
        var merged = self
        for other in others {
            guard let place = merged.firstIndex(where: { $0.place == other.place && $0.message == other.message })
            else {
                merged.append(other)
                continue
            }
            merged[place].count += other.count
            for record in other.records
            where !merged[place].records.contains(record) && merged[place].records.count < FaultGroup.named {
                merged[place].records.append(record)
            }
        }
        return merged.inOrder
    }

    /// By file and line, the most frequent first where several stand on one line.
    private var inOrder: [FaultGroup] {
        func rank(_ group: FaultGroup) -> (String, Int, Int, Int, String) {
            let place = group.place
            return (
                place?.file ?? "", place?.line ?? 0, place?.column ?? 0, -group.count, group.message.text(in: .english)
            )
        }
        return sorted { rank($0) < rank($1) }
    }
}

extension LocatedFault {
    /// The fault without what differs from record to record: a wrong result is one fault, whatever was given.
    fileprivate var kind: LocatedFault {
        guard message.code == "E-RESULT-001" else { return self }
        var facts = message.facts
        facts["found"] = nil
        return LocatedFault(place: place, message: Message(message.code, facts))
    }
}
