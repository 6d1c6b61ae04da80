import Estimation
import FormModel
import Messages
import VietText

/// Makes the samples of sets' rows by the designs of a plan: one design for each level, so that whatever is estimated
/// over one varies together.
final class SampleBuilding {
    private let plan: DesignPlan
    private let view: RecordView
    private let splits: SplitResolver
    /// For each record of the view, the place of the part of the plan that weighs it.
    private let parts: [Int]
    /// For each record of the view, its weight before any fitting.
    private let weights: [Double]
    private var designs: [Int: (design: SurveyDesign, names: DesignNames, notes: [Message])] = [:]

    init(plan: DesignPlan, view: RecordView, splits: SplitResolver, parts: [Int], weights: [Double]) {
        self.plan = plan
        self.view = view
        self.splits = splits
        self.parts = parts
        self.weights = weights
    }

    private var layout: FormLayout { view.binding.layout }

    /// The sample, what its numbers are called, and what is to be said of it.
    struct Outcome {
        let sample: SetSample
        let names: DesignNames
        let notes: [Message]
    }

    func outcome(over set: RecordSet) throws(Message) -> Outcome {
        let level = try level(of: set)
        let (design, names, notes) = try design(of: level)
        let unitOfRow = rows(of: set, in: level)
        var records: SetSample?
        // Weights that are those of the records: sums can be estimated over the records themselves.
        if set.index != 0, level.index == set.index, plan.parts.allSatisfy({ $0.design.margins.isEmpty }) {
            let (root, _, _) = try self.design(of: layout.root)
            records = SetSample(root, unitOfRow: view.sets[set.index].roots.map { Int($0) }, isByRow: false)
        }
        let sample = SetSample(design, unitOfRow: unitOfRow, isByRow: level.index == set.index, records: records)
        return Outcome(sample: sample, names: names, notes: notes)
    }

    // MARK: Levels

    /// The set whose rows are the units: the one that known totals are of, else the set itself.
    private func level(of set: RecordSet) throws(Message) -> RecordSet {
        let margins = plan.parts.flatMap { part in part.design.margins.map { (part.design, $0) } }
        guard !margins.isEmpty else { return set }
        guard plan.parts.count == 1 else {
            throw Message("E-DESIGN-006", ["design": margins[0].0.id, "place": "\(margins[0].0.place)"])
        }
        var deepest = layout.root
        for (design, margin) in margins {
            guard let found = try home(of: margin.by, from: set) else {
                throw Message(
                    "E-DESIGN-005",
                    ["design": design.id, "name": margin.by, "over": set.path, "place": "\(design.place)"])
            }
            if depth(found) > depth(deepest) { deepest = found }
        }
        return deepest
    }

    private func depth(_ set: RecordSet) -> Int { set.path.split(separator: ".").count }

    /// The set that a classification is of: the deepest from which on it fits.
    private func home(of name: String, from set: RecordSet) throws(Message) -> RecordSet? {
        guard try splits.keys(name, over: set) != nil else { return nil }
        var home = set
        while let parent = home.parent.map({ layout.sets[$0] }), try splits.keys(name, over: parent) != nil {
            home = parent
        }
        return home
    }

    /// For each row of a set, the row of the level that it lies in.
    private func rows(of set: RecordSet, in level: RecordSet) -> [Int] {
        var places = view.sets[set.index].indices.map { Int32($0) }
        var current = set
        while current.index != level.index, let parent = current.parent {
            let parents = view.sets[current.index].parents
            places = places.map { parents[Int($0)] }
            current = layout.sets[parent]
        }
        return places.map(Int.init)
    }

    // MARK: The design

    private func design(of level: RecordSet) throws(Message) -> (SurveyDesign, DesignNames, [Message]) {
        if let known = designs[level.index] { return known }
        let made = try made(level)
        designs[level.index] = made
        return made
    }

    private func made(_ level: RecordSet) throws(Message) -> (SurveyDesign, DesignNames, [Message]) {
        // The records of the level's rows, then those that have none: the design stays whole.
        var roots = view.sets[level.index].roots.map { Int($0) }
        let rowCount = roots.count
        let known = Set(roots)
        roots += parts.indices.filter { !known.contains($0) }
        let first = plan.parts[0].design
        var (names, stages) = try stages(roots)
        let columns = roots.enumerated().map { unit, root in unit < rowCount ? weights[root] : 0 }
        do throws(EstimationError) {
            let design = try SurveyDesign(
                stages: stages, weights: .given(columns), singleUnits: rule(first.singleUnit), unitCount: roots.count)
            var notes = notes(design, names)
            let zero = weights.count { $0 == 0 }
            if zero > 0 { notes.append(Message("N-ESTIMATE-002", ["design": first.id, "count": "\(zero)"])) }
            return (try fitted(design, first, level, rowCount: rowCount, &names), names, notes)
        } catch {
            throw names.message(error)
        }
    }

    private func rule(_ rule: Design.SingleUnit) -> SingleUnitRule {
        switch rule {
        case .fail: .fail
        case .certainty: .certainty
        case .adjust: .adjust
        case .average: .average
        }
    }

    /// That strata with one unit leave the error open, or how it was worked out all the same.
    private func notes(_ design: SurveyDesign, _ names: DesignNames) -> [Message] {
        let single = design.singleUnitStrata
        guard !single.isEmpty, let part = plan.parts.first else { return [] }
        let told = single.prefix(3).map(names.name)
        let facts = [
            "design": part.design.id, "count": "\(single.count)", "names": told.joined(separator: ", "),
            "rule": part.design.singleUnit.rawValue,
        ]
        return [Message(part.design.singleUnit == .fail ? "N-ESTIMATE-000" : "N-ESTIMATE-001", facts)]
    }

    private func fitted(
        _ design: SurveyDesign, _ own: Design, _ level: RecordSet, rowCount: Int, _ names: inout DesignNames
    ) throws(EstimationError) -> SurveyDesign {
        var margins: [Margin] = []
        for margin in own.margins {
            // That it fits was seen when the level was found.
            guard let keys = try? splits.keys(margin.by, over: level) else { continue }
            let all = keys.keys + margin.totals.keys.filter { !keys.keys.contains($0) }.sorted()
            let numbers = Dictionary(all.enumerated().map { ($1, $0) }) { first, _ in first }
            // A unit without a row weighs nothing, wherever it is put.
            let cells = keys.places.map { Int($0) } + Array(repeating: 0, count: design.unitCount - rowCount)
            margins.append(
                Margin(
                    cells: cells,
                    totals: Dictionary(margin.totals.map { (numbers[$0.key] ?? 0, $0.value) }) { first, _ in first }))
            names.cells.append(all)
            names.margins.append(margin.by)
            // A total of 0 would take out in silence whoever is there all the same.
            for (key, total) in margin.totals where total == 0 {
                guard let number = numbers[key], keys.places.contains(Int32(number)) else { continue }
                throw .totalInvalid(MarginCell(margin: names.margins.count, cell: number), total: 0)
            }
        }
        switch own.calibration {
        case .none: return design
        case .postStratified:
            guard let margin = margins.first else { return design }
            return try design.poststratified(to: margin)
        case .raked: return try design.raked(to: margins)
        }
    }

    /// The weights of a design that says none, but how many there are to draw from: Π N_k/n_k (`estimation.md` 4).
    /// - Parameter rows: the records that the design weighs, all of its only part.
    func weightsByPopulation(of rows: [Int]) throws(Message) -> [Double] {
        guard !rows.isEmpty else { return [] }
        let (names, stages) = try stages(rows)
        do throws(EstimationError) {
            return try SurveyDesign(
                stages: stages, weights: .fromPopulation, singleUnits: rule(plan.parts[0].design.singleUnit),
                unitCount: rows.count
            ).unitWeights
        } catch {
            throw names.message(error)
        }
    }

    // MARK: Stages

    /// The stages of the plan, for units that are these records.
    private func stages(_ roots: [Int]) throws(Message) -> (DesignNames, [SamplingStage]) {
        let first = plan.parts[0].design
        var names = DesignNames(design: first.id, place: first.place)
        names.record = { [splits] unit in
            roots.indices.contains(unit) ? splits.names.id(ofRecord: roots[unit]) : "\(unit)"
        }
        var stages: [SamplingStage] = []
        let count = plan.parts.map { max($0.design.cluster.count, 1) }.max() ?? 1
        for stage in 0..<count { stages.append(try self.stage(stage, roots, &names)) }
        return (names, stages)
    }

    /// A stage of the plan's designs: strata of different parts are different strata.
    private func stage(_ number: Int, _ roots: [Int], _ names: inout DesignNames) throws(Message) -> SamplingStage {
        var strata = [Int](repeating: 0, count: parts.count)
        var clusters = [Int](repeating: 0, count: parts.count)
        var populations: [Double]?
        var lasting = LastingNames(form: layout.form.id, isOneRound: plan.parts.count == 1)
        var stratumNames: [String] = []
        var hasClusters = false
        for (place, part) in plan.parts.enumerated() {
            let own = part.design
            let stratum = try keys(own.strata, number)
            let cluster = try keys(own.cluster, number)
            let first = stratumNames.count
            stratumNames += stratum?.keys ?? [own.id]
            hasClusters = hasClusters || cluster != nil
            lasting.take(stratum, cluster, units: splits.names.units)
            for record in parts.indices where parts[record] == place {
                strata[record] = first + Int(stratum?.places[record] ?? 0)
                // Without clusters, the record itself was drawn.
                clusters[record] = cluster.map { Int($0.places[record]) } ?? record
            }
            let column: [Double]
            if number == 0, !own.fpcTotals.isEmpty {
                column = try population(own, stratum)
            } else if own.fpc.indices.contains(number) {
                column = try population(own, own.fpc[number])
            } else {
                continue
            }
            var all = populations ?? Array(repeating: .infinity, count: parts.count)
            for record in parts.indices where parts[record] == place { all[record] = column[record] }
            populations = all
        }
        names.strata.append(stratumNames)
        let isByRecord = roots.count == parts.count && !hasClusters
        return SamplingStage(
            strata: roots.map { strata[$0] }, clusters: isByRecord ? nil : roots.map { clusters[$0] },
            population: populations.map { column in
                // At most 1 is a fraction, above 1 a population size; a part that says none has one without end.
                let isSizes = column.contains { $0 > 1 && $0.isFinite } || column.allSatisfy(\.isInfinite)
                let values = roots.map { column[$0] }
                guard !isSizes else { return .sizes(values) }
                return .fractions(values.map { $0.isInfinite ? .leastNormalMagnitude : $0 })
            }, names: lasting.names(of: roots))
    }

    private func keys(_ list: [String], _ stage: Int) throws(Message) -> SplitKeys? {
        guard list.indices.contains(stage) else { return nil }
        guard let keys = try splits.strata(list[stage], over: layout.root) else {
            throw Message("E-REF-002", ["name": list[stage]])
        }
        return keys
    }

    /// The population sizes of the records' strata, from a list.
    private func population(_ design: Design, _ strata: SplitKeys?) throws(Message) -> [Double] {
        guard let strata else { throw Message("E-DESIGN-003", ["id": design.id]) }
        let sizes = strata.keys.map { design.fpcTotals[$0] ?? .nan }
        return parts.indices.map { sizes[Int(strata.places[$0])] }
    }

    /// The population sizes or fractions of the records: a number, or a field.
    private func population(_ design: Design, _ name: String) throws(Message) -> [Double] {
        if let number = Double(name) { return Array(repeating: number, count: parts.count) }
        guard let field = layout.root.field(name) else { throw Message("E-REF-005", ["name": name]) }
        let column = try view.column(set: 0, field: field.index)
        return parts.indices.map { record in
            switch column.answer(at: record, of: field.question).value {
            case .integer(let number)?: Double(number)
            case .decimal(let number)?: number
            default: .nan
            }
        }
    }
}
