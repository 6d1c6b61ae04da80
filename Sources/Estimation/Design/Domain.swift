/// A part of a design's units, over which something is estimated. It keeps the whole design: strata and clusters without
/// a member of the domain still count.
public struct Domain: Sendable {
    let structure: DesignStructure
    /// The positions of its units, ascending.
    let positions: [Int32]

    /// How many units it has.
    public var unitCount: Int { positions.count }
}

extension SurveyDesign {
    /// All units.
    public var everyone: Domain { Domain(structure: structure, positions: Array(0..<Int32(unitCount))) }

    /// The units that are marked.
    /// - Throws: `wrongLength`.
    public func domain(where isMember: [Bool]) throws(EstimationError) -> Domain {
        guard isMember.count == unitCount else {
            throw .wrongLength(.domain, expected: unitCount, found: isMember.count)
        }
        var positions: [Int32] = []
        for (position, unit) in structure.units.enumerated() where isMember[Int(unit)] {
            positions.append(Int32(position))
        }
        return Domain(structure: structure, positions: positions)
    }

    /// Some units; one that is named twice is in it once.
    /// - Throws: `unitOutOfRange`.
    public func domain(of units: some Sequence<Int>) throws(EstimationError) -> Domain {
        var positions: [Int32] = []
        for unit in units {
            guard unit >= 0, unit < unitCount else { throw .unitOutOfRange(unit: unit, count: unitCount) }
            positions.append(structure.positions[unit])
        }
        positions.sort()
        var distinct: [Int32] = []
        for position in positions where position != distinct.last { distinct.append(position) }
        return Domain(structure: structure, positions: distinct)
    }

    /// A domain for each code: the rows of a split.
    /// - Throws: `wrongLength`.
    public func domains(by codes: [Int]) throws(EstimationError) -> [Int: Domain] {
        guard codes.count == unitCount else { throw .wrongLength(.domain, expected: unitCount, found: codes.count) }
        var positions: [Int: [Int32]] = [:]
        for (position, unit) in structure.units.enumerated() {
            positions[codes[Int(unit)], default: []].append(Int32(position))
        }
        return positions.mapValues { Domain(structure: structure, positions: $0) }
    }
}
