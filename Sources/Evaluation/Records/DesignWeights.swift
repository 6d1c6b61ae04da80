import FormModel
import Messages
import Scripting

/// The design of a selection of records, and what each record stands for.
struct DesignWeights {
    let design: Design
    /// A weight for each record of the view.
    let weights: [Double]

    /// - Throws: `Message` E-WEIGHT-… for a weight that is negative or missing, or a stratum without a population.
    init(_ design: Design, view: RecordView, splits: SplitResolver, formulas: any FormulaRunner, ids: [String])
        throws(Message)
    {
        self.design = design
        let count = view.sets[0].rows.count
        switch design.weight {
        case .one:
            weights = Array(repeating: 1, count: count)
        case .field(let name):
            guard let field = view.binding.layout.root.field(name) else { throw Message("E-REF-005", ["name": name]) }
            let column = try view.column(set: 0, field: field.index)
            weights = try DesignWeights.checked(
                column.states.indices.map { row in
                    switch column.answer(at: row, of: field.question).value {
                    case .integer(let number)?: Double(number)
                    case .decimal(let number)?: number
                    default: nil
                    }
                }, design, ids)
        case .function(let function):
            let rows = (0..<count).map { Int32($0) }
            let (outcomes, _) = try formulas.run(function, over: 0, rows: rows, of: view)
            weights = try DesignWeights.checked(
                outcomes.map { outcome in
                    switch outcome {
                    case .integer(let number): Double(number)
                    case .number(let number): number
                    default: nil
                    }
                }, design, ids)
        case .population(let populations):
            weights = try DesignWeights.expanded(populations, design, view: view, splits: splits)
        }
    }

    private static func checked(_ weights: [Double?], _ design: Design, _ ids: [String]) throws(Message) -> [Double] {
        var checked: [Double] = []
        for (row, weight) in weights.enumerated() {
            guard let weight, weight >= 0, weight.isFinite else {
                throw Message(
                    "E-WEIGHT-001",
                    [
                        "design": design.id, "record": ids[row],
                        "found": weight.map { Value.decimal($0).plainText } ?? "nil",
                        "place": "\(design.place)",
                    ])
            }
            checked.append(weight)
        }
        return checked
    }

    /// The population of a stratum ÷ its completed records.
    private static func expanded(
        _ populations: [String: Double], _ design: Design, view: RecordView, splits: SplitResolver
    ) throws(Message) -> [Double] {
        guard let name = design.strata.first else { throw Message("E-DESIGN-003", ["id": design.id]) }
        guard let strata = try splits.strata(name, over: view.binding.layout.root) else {
            throw Message("E-REF-002", ["name": name])
        }
        var completed = [Int](repeating: 0, count: strata.keys.count)
        for place in strata.places { completed[Int(place)] += 1 }
        var weights: [Double] = []
        for (place, key) in strata.keys.enumerated() {
            guard let population = populations[key] else {
                throw Message("E-WEIGHT-002", ["design": design.id, "stratum": key])
            }
            guard population >= Double(completed[place]) else {
                throw Message(
                    "E-WEIGHT-003",
                    [
                        "design": design.id, "stratum": key, "population": Value.decimal(population).plainText,
                        "completed": "\(completed[place])",
                    ])
            }
            weights.append(population / Double(completed[place]))
        }
        return strata.places.map { weights[Int($0)] }
    }
}

extension SplitResolver {
    /// The strata of records: a dimension, or a field of any kind that names things.
    func strata(_ name: String, over set: RecordSet) throws(Message) -> SplitKeys? {
        if let keys = try keys(name, over: set) { return keys }
        guard let field = set.field(name) else { return nil }
        let column = try view.column(set: set.index, field: field.index)
        let texts = column.states.indices.map { column.key(at: $0, of: field.question) ?? SplitRow.unknown }
        let keys = Set(texts).sorted()
        let places = Dictionary(keys.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
        return SplitKeys(keys: keys, labels: keys, places: texts.map { places[$0] ?? 0 })
    }
}
