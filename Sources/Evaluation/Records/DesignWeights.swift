import FormModel
import Messages
import Scripting

/// What each selected record stands for, by a design.
///
/// A weight of 0 is allowed: the record is part of the design and counts for nothing. All else that is not a number from
/// 0 up stops the evaluation, since every figure of the form would be wrong.
struct DesignWeights {
    private let design: Design
    private let view: RecordView
    private let splits: SplitResolver
    private let formulas: any FormulaRunner

    init(_ design: Design, view: RecordView, splits: SplitResolver, formulas: any FormulaRunner) {
        self.design = design
        self.view = view
        self.splits = splits
        self.formulas = formulas
    }

    /// A weight for each record of the view.
    /// - Throws: `Message` E-WEIGHT-… for a weight that is negative or missing, a function that fails, a stratum without
    ///   a population, or with one smaller than its records.
    func weights() throws(Message) -> [Double] {
        switch design.weight {
        case .one: Array(repeating: 1, count: view.sets[0].rows.count)
        case .field(let name): try weights(field: name)
        case .function(let function): try weights(function: function)
        case .population(let populations): try weights(populations)
        }
    }

    private func weights(field name: String) throws(Message) -> [Double] {
        guard let field = view.binding.layout.root.field(name) else { throw Message("E-REF-005", ["name": name]) }
        let column = try view.column(set: 0, field: field.index)
        return try checked(
            column.states.indices.map { row in
                switch column.answer(at: row, of: field.question).value {
                case .integer(let number)?: Double(number)
                case .decimal(let number)?: number
                default: nil
                }
            })
    }

    private func weights(function: FunctionReference) throws(Message) -> [Double] {
        let rows = view.sets[0].rows.indices.map { Int32($0) }
        let results = try formulas.run(function, over: 0, rows: rows, of: view)
        let failed = rows.filter { results.outcomes[Int($0)] == .fault }
        if let row = splits.names.first(failed, in: 0).first {
            let fault = try formulas.fault(results.faults[row], of: function, over: 0, row: row, of: view)
            throw Message(
                "E-WEIGHT-004",
                [
                    "design": design.id, "record": splits.names.ids[Int(row)],
                    "text": fault.message.text(in: splits.language), "place": fault.place.map { "\($0)" } ?? "",
                ])
        }
        return try checked(
            results.outcomes.map { outcome in
                switch outcome {
                case .integer(let number): Double(number)
                case .number(let number): number
                case .none, .boolean, .text, .day, .missing, .fault: nil
                }
            })
    }

    private func checked(_ weights: [Double?]) throws(Message) -> [Double] {
        let sound = weights.compactMap { weight in weight.flatMap { $0 >= 0 && $0.isFinite ? $0 : nil } }
        guard sound.count < weights.count else { return sound }
        let wrong = weights.indices.filter { row in !(weights[row].map { $0 >= 0 && $0.isFinite } ?? false) }
        let row = splits.names.first(wrong.map { Int32($0) }, in: 0).first.map { Int($0) } ?? 0
        throw Message(
            "E-WEIGHT-001",
            [
                "design": design.id, "record": splits.names.ids[row],
                "found": weights[row].map { Value.decimal($0).plainText } ?? "nil", "place": "\(design.place)",
            ])
    }

    /// The population of a stratum ÷ its completed records.
    private func weights(_ populations: [String: Double]) throws(Message) -> [Double] {
        guard let name = design.strata.first else { throw Message("E-DESIGN-003", ["id": design.id]) }
        guard let strata = try splits.strata(name, over: view.binding.layout.root) else {
            throw Message("E-REF-002", ["name": name])
        }
        var completed = [Int](repeating: 0, count: strata.keys.count)
        for place in strata.places { completed[Int(place)] += 1 }
        var weights: [Double] = []
        for (key, count) in zip(strata.keys, completed) {
            guard let population = populations[key] else {
                throw Message("E-WEIGHT-002", ["design": design.id, "stratum": key])
            }
            guard population >= Double(count) else {
                throw Message(
                    "E-WEIGHT-003",
                    [
                        "design": design.id, "stratum": key, "population": Value.decimal(population).plainText,
                        "completed": "\(count)",
                    ])
            }
            weights.append(population / Double(count))
        }
        return strata.places.map { weights[Int($0)] }
    }
}
