import FormModel
import Messages
import Scripting
import VietText

/// What each selected record stands for, by a design.
///
/// A weight of 0 is allowed: the record is part of the design and counts for nothing. All else that is not a number from
/// 0 up stops the evaluation, since every figure of the form would be wrong.
struct DesignWeights {
    /// A weight for each record, and what is to be said of them.
    struct Outcome {
        var weights: [Double]
        /// That strata of the population have no record.
        var note: Message?
    }

    private let design: Design
    private let rows: [Int32]
    private let view: RecordView
    private let splits: SplitResolver
    private let formulas: ColumnFormulas

    /// - Parameter rows: the records of the view that the design weighs.
    init(
        _ design: Design, rows: [Int32], view: RecordView, splits: SplitResolver, formulas: ColumnFormulas
    ) {
        self.design = design
        self.rows = rows
        self.view = view
        self.splits = splits
        self.formulas = formulas
    }

    /// A weight for each of the records.
    /// - Throws: `Message` E-WEIGHT-… for a weight that is negative or missing, a function that fails, a stratum without
    ///   a population, or with one smaller than its records.
    func outcome() throws(Message) -> Outcome {
        switch design.weight {
        case .one: Outcome(weights: Array(repeating: 1, count: rows.count))
        case .field(let name): Outcome(weights: try weights(field: name))
        case .function(let function): Outcome(weights: try weights(function: function))
        case .population(let populations): try outcome(populations)
        }
    }

    private func weights(field name: String) throws(Message) -> [Double] {
        guard let field = view.binding.layout.root.field(name) else { throw Message("E-REF-005", ["name": name]) }
        let column = try view.column(set: 0, field: field.index)
        return try checked(
            rows.map { row in
                switch column.answer(at: Int(row), of: field.question).value {
                case .integer(let number)?: Double(number)
                case .decimal(let number)?: number
                default: nil
                }
            })
    }

    private func weights(function: FunctionReference) throws(Message) -> [Double] {
        let results = try formulas.run(function, over: 0, rows: rows, of: view)
        let failed = zip(rows, results.outcomes).filter { $0.1 == .fault }.map(\.0)
        if let row = splits.names.first(failed, in: 0).first {
            let fault = try formulas.fault(results.faults[row], of: function, over: 0, row: row, of: view)
            throw Message(
                "E-WEIGHT-004",
                [
                    "design": design.id, "record": splits.names.id(ofRecord: Int(row)),
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
        let wrong = zip(rows, weights).filter { !($0.1.map { $0 >= 0 && $0.isFinite } ?? false) }
        let row = splits.names.first(wrong.map(\.0), in: 0).first ?? 0
        let found = wrong.first { $0.0 == row }?.1
        throw Message(
            "E-WEIGHT-001",
            [
                "design": design.id, "record": splits.names.id(ofRecord: Int(row)),
                "found": found.map { Value.decimal($0).plainText } ?? "nil", "place": "\(design.place)",
            ])
    }

    /// The population of a stratum ÷ its completed records.
    private func outcome(_ populations: [String: Double]) throws(Message) -> Outcome {
        guard let name = design.strata.first else { throw Message("E-DESIGN-003", ["id": design.id]) }
        guard let strata = try splits.strata(name, over: view.binding.layout.root) else {
            throw Message("E-REF-002", ["name": name])
        }
        var completed = [Int](repeating: 0, count: strata.keys.count)
        for row in rows { completed[Int(strata.places[Int(row)])] += 1 }
        var weights: [Double] = []
        for (key, count) in zip(strata.keys, completed) {
            // Strata of other rounds are no matter of this design.
            guard count > 0 else {
                weights.append(0)
                continue
            }
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
        let reached = Set(zip(strata.keys, completed).filter { $0.1 > 0 }.map(\.0))
        return Outcome(
            weights: rows.map { weights[Int(strata.places[Int($0)])] },
            note: note(onEmpty: populations.filter { $0.value > 0 && !reached.contains($0.key) }.map(\.key)))
    }

    /// Strata of which nobody was reached stand for nothing: the figure is one of the others only.
    private func note(onEmpty strata: [String]) -> Message? {
        guard !strata.isEmpty, !rows.isEmpty else { return nil }
        return Message(
            "N-EVAL-002",
            [
                "design": design.id, "count": "\(strata.count)",
                "names": strata.sortedInVietnamese().joined(separator: ", "),
            ])
    }
}
