/// A unit of a frame, as a sample is drawn from it.
public struct FrameUnit: Hashable, Sendable {
    /// The key, in the order of the form's key.
    public let key: [String]
    /// The stratum; empty where the whole frame is one.
    public let stratum: String
    /// Who is to ask it, where the frame says so.
    public let interviewer: String?

    /// A unit.
    public init(key: [String], stratum: String, interviewer: String? = nil) {
        self.key = key
        self.stratum = stratum
        self.interviewer = interviewer
    }
}

/// What a drawn unit is drawn for.
public enum SampleRole: String, Hashable, Sendable, CaseIterable {
    /// To be asked.
    case main
    /// To be asked where a unit of its stratum can finally not be.
    case reserve
}

/// A unit of a sample.
public struct DrawnUnit: Hashable, Sendable {
    /// The key, in the order of the form's key.
    public let key: [String]
    /// The stratum.
    public let stratum: String
    /// What it is drawn for.
    public let role: SampleRole
    /// Its number among the units of its stratum and role, from 1: the order of the frame, of the reserve that of opening.
    public let number: Int
    /// How many units the frame has in the stratum.
    public let stratumSize: Int
    /// How many of them are drawn to be asked, without the reserve.
    public let stratumSelected: Int
    /// Who is to ask it; `nil` where nobody was named.
    public var interviewer: String?

    /// A drawn unit.
    public init(
        key: [String], stratum: String, role: SampleRole, number: Int, stratumSize: Int, stratumSelected: Int,
        interviewer: String? = nil
    ) {
        self.key = key
        self.stratum = stratum
        self.role = role
        self.number = number
        self.stratumSize = stratumSize
        self.stratumSelected = stratumSelected
        self.interviewer = interviewer
    }

    /// The probability of being drawn to be asked; a unit of the reserve has that of the one it stands in for.
    public var probability: Double? {
        guard role == .main, stratumSize > 0 else { return nil }
        return Double(stratumSelected) / Double(stratumSize)
    }

    /// How many units of the frame it stands for, 1 ÷ probability, before anything is known of who answered.
    public var baseWeight: Double? {
        guard role == .main, stratumSelected > 0 else { return nil }
        return Double(stratumSize) / Double(stratumSelected)
    }
}

/// A stratified sample: in each stratum a systematic one, and a reserve.
///
/// In comes a frame in its order; out go the drawn units, stratum by stratum as the frame first names them. The same seed
/// gives the same units. A stratum's draw depends on the seed, its name and its own units, so that another stratum
/// changes nothing in it; a reserve changes nothing in what is drawn to be asked.
public struct StratifiedSample: Sendable {
    private let perStratum: Int
    private let reserve: Int
    private let seed: UInt64

    /// A sample of so many units a stratum, and so many more in reserve.
    public init(perStratum: Int, reserve: Int, seed: UInt64) {
        self.perStratum = max(perStratum, 0)
        self.reserve = max(reserve, 0)
        self.seed = seed
    }

    /// The units drawn of a frame.
    public func draw(_ frame: [FrameUnit]) -> [DrawnUnit] {
        var strata: [(name: String, units: [FrameUnit])] = []
        var places: [String: Int] = [:]
        for unit in frame {
            if let place = places[unit.stratum] {
                strata[place].units.append(unit)
            } else {
                places[unit.stratum] = strata.count
                strata.append((unit.stratum, [unit]))
            }
        }
        return strata.flatMap { draw($0.units, of: $0.name) }
    }

    private func draw(_ units: [FrameUnit], of stratum: String) -> [DrawnUnit] {
        var generator = generator("_sample", stratum)
        let selected = SystematicSample.places(perStratum, among: units.count, &generator)
        let chosen = Set(selected)
        let others = units.indices.filter { !chosen.contains($0) }
        return drawn(selected.map { units[$0] }, .main, units.count, selected.count)
            + drawn(reserve(of: others, stratum).map { units[$0] }, .reserve, units.count, selected.count)
    }

    /// The reserve among the units that are left, in random order: who is opened first must not be who stands first.
    private func reserve(of others: [Int], _ stratum: String) -> [Int] {
        var generator = generator("_reserve", stratum)
        var drawn = SystematicSample.places(reserve, among: others.count, &generator).map { others[$0] }
        // Fisher and Yates, as Durstenfeld (1964) has it.
        for last in drawn.indices.dropFirst().reversed() {
            drawn.swapAt(last, Int(generator.number(below: UInt64(last) + 1)))
        }
        return drawn
    }

    private func drawn(_ units: [FrameUnit], _ role: SampleRole, _ size: Int, _ selected: Int) -> [DrawnUnit] {
        units.enumerated().map { place, unit in
            DrawnUnit(
                key: unit.key, stratum: unit.stratum, role: role, number: place + 1, stratumSize: size,
                stratumSelected: selected, interviewer: unit.interviewer)
        }
    }

    private func generator(_ purpose: String, _ stratum: String) -> SplitMix64 {
        SplitMix64(seed: seed, record: 0, path: "\(purpose) \(stratum)")
    }
}
