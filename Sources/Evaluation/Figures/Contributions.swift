import FormModel
import Messages

/// What each row of a set, or each of some, adds to an indicator's figure, and why rows failed.
struct Contributions {
    /// What each adds, in the order of the rows.
    private(set) var rows: [Contribution]
    /// The place of each row among `rows`; `nil` where they are all rows of the set.
    private let places: [Int32: Int]?
    private let indicator: Indicator
    private let set: RecordSet
    private let context: ViewContext
    private var failures: [Int32: Failure] = [:]
    /// Whether a formula read a personal field: then what it gave is told by its type only.
    private var hasReadPersonal = false

    private struct Failure {
        let formula: FunctionReference
        /// What is known of it; the formula tells the rest when it is run again.
        let fault: LocatedFault?
    }

    /// Runs the formulas of an indicator: `among` first, the rest only where it is true (`semantics.md` 3.4).
    /// - Parameter some: the rows; `nil` for all of the set.
    init(
        of indicator: Indicator, over set: RecordSet, in context: ViewContext, only some: [Int32]? = nil
    ) throws(Message) {
        self.indicator = indicator
        self.set = set
        self.context = context
        let all = some ?? context.view.sets[set.index].indices.map { Int32($0) }
        self.rows = Array(repeating: .none, count: all.count)
        self.places = some.map { Dictionary($0.enumerated().map { ($1, $0) }) { first, _ in first } }
        let scope = try scope(all)
        switch indicator.computation {
        case .share(let function), .count(let function): try addConditions(function, scope)
        case .mean(let function), .total(let function), .quantile(let function, _, _): try addNumbers(function, scope)
        case .ratio(let numerator, let denominator): try addRatios(numerator, denominator, scope)
        case .milestone(let function): try addDates(function, scope)
        case .derive: break
        }
    }

    /// The failures of the rows that are kept: the first in the order of the records' ids, each with its record and
    /// place, and all, like with like.
    func faults(keeping kept: RowSelection) throws(Message) -> (first: [FormulaFault], groups: [FaultGroup]) {
        let rows = context.names.sorted(failures.keys.filter { kept.keeps(Int($0)) }, in: set.index)
        var first: [FormulaFault] = []
        var all: [(fault: LocatedFault?, record: () -> String)] = []
        for row in rows {
            guard let failure = failures[row] else { continue }
            let record = { [context, set] in context.names.name(ofRow: row, in: set.index) }
            var fault = failure.fault
            if first.count < FormulaFault.told {
                let told = try context.formulas.fault(
                    fault, of: failure.formula, over: set.index, row: row, of: context.view)
                var found = FormulaFault(record: record(), told)
                found.read = try context.fieldsRead(by: failure.formula, failedAt: told.place, over: set, row: row)
                first.append(found)
                fault = told
            }
            all.append((fault, record))
        }
        return (first, [FaultGroup](all).reading(first))
    }

    private func place(of row: Int32) -> Int { places?[row] ?? Int(row) }

    // MARK: Kinds

    /// The rows that the indicator is about.
    private mutating func scope(_ all: [Int32]) throws(Message) -> [Int32] {
        guard let among = indicator.among else { return all }
        var scope: [Int32] = []
        try run(among, all) { this, row, outcome in
            switch Condition(outcome) {
            case .holds(true): scope.append(row)
            case .holds(false): break
            case .missing(let reason): this.rows[this.place(of: row)] = .missingAmong(reason)
            case nil: this.fail(row, among, outcome, expected: "true | false | nil")
            }
        }
        return scope
    }

    private mutating func addConditions(_ function: FunctionReference, _ scope: [Int32]) throws(Message) {
        try run(function, scope) { this, row, outcome in
            switch Condition(outcome) {
            case .holds(let holds): this.rows[this.place(of: row)] = .counted(numerator: holds ? 1 : 0, denominator: 1)
            case .missing(.dontKnow) where this.indicator.dontKnowIsNo:
                this.rows[this.place(of: row)] = .counted(numerator: 0, denominator: 1)
            case .missing(let reason): this.rows[this.place(of: row)] = .missing(reason)
            case nil: this.fail(row, function, outcome, expected: "true | false | nil")
            }
        }
    }

    private mutating func addNumbers(_ function: FunctionReference, _ scope: [Int32]) throws(Message) {
        try run(function, scope) { this, row, outcome in
            switch Number(outcome) {
            case .number(let number): this.rows[this.place(of: row)] = .counted(numerator: number, denominator: 1)
            case .outOfScope: break
            case .missing(let reason): this.rows[this.place(of: row)] = .missing(reason)
            case nil: this.fail(row, function, outcome, expected: "number | nil")
            }
        }
    }

    /// Both parts of every record in scope are worked out. One part missing makes the record missing, also where the
    /// other is `nil`: it cannot be told to be out of scope.
    private mutating func addRatios(
        _ numerator: FunctionReference, _ denominator: FunctionReference, _ scope: [Int32]
    ) throws(Message) {
        var numerators: [FormulaOutcome] = []
        try run(numerator, scope) { _, _, outcome in numerators.append(outcome) }
        var place = 0
        try run(denominator, scope) { this, row, below in
            let above = numerators[place]
            place += 1
            switch (Number(above), Number(below)) {
            case (nil, _): this.fail(row, numerator, above, expected: "number | nil")
            case (_, nil): this.fail(row, denominator, below, expected: "number | nil")
            case (.missing(let reason)?, _), (_, .missing(let reason)?):
                this.rows[this.place(of: row)] = .missing(reason)
            case (.outOfScope?, _), (_, .outOfScope?): break
            case (.number(let x)?, .number(let y)?):
                this.rows[this.place(of: row)] = .counted(numerator: x, denominator: y)
            }
        }
    }

    private mutating func addDates(_ function: FunctionReference, _ scope: [Int32]) throws(Message) {
        try run(function, scope) { this, row, outcome in
            switch outcome {
            case .day(let number): this.rows[this.place(of: row)] = .dated(Day(number: number))
            case .none: this.rows[this.place(of: row)] = .counted(numerator: 0, denominator: 1)
            case .missing(let reason): this.rows[this.place(of: row)] = .missing(reason)
            case .boolean, .integer, .number, .text, .fault: this.fail(row, function, outcome, expected: "date | nil")
            }
        }
    }

    // MARK: Running

    private mutating func run(
        _ function: FunctionReference, _ scope: [Int32],
        _ take: (inout Contributions, Int32, FormulaOutcome) -> Void
    ) throws(Message) {
        guard !scope.isEmpty else { return }
        let results = try context.formulas.run(function, over: set.index, rows: scope, of: context.view)
        if results.hasReadPersonal { hasReadPersonal = true }
        for (row, outcome) in zip(scope, results.outcomes) {
            if outcome == .fault {
                failures[row] = failures[row] ?? Failure(formula: function, fault: results.faults[row])
            }
            take(&self, row, outcome)
        }
    }

    /// Marks a row as failed: the formula failed, or gave something of a wrong type.
    private mutating func fail(
        _ row: Int32, _ formula: FunctionReference, _ outcome: FormulaOutcome, expected: String
    ) {
        rows[place(of: row)] = .failed
        guard outcome != .fault, failures[row] == nil else { return }
        let found = hasReadPersonal ? outcome.typeName : outcome.shown
        let message = Message("E-RESULT-001", ["expected": expected, "found": found])
        failures[row] = Failure(formula: formula, fault: LocatedFault(place: formula.place, message: message))
    }
}

/// An outcome read as a condition; `nil` for a fault and for what is no condition (`semantics.md` 1.4).
enum Condition {
    case holds(Bool)
    case missing(MissingReason)

    init?(_ outcome: FormulaOutcome) {
        switch outcome {
        case .boolean(let holds): self = .holds(holds)
        case .none: self = .holds(false)
        case .missing(let reason): self = .missing(reason)
        case .integer, .number, .text, .day, .fault: return nil
        }
    }
}

/// An outcome read as a number; `nil` for a fault and for what is no number.
private enum Number {
    case number(Double)
    case outOfScope
    case missing(MissingReason)

    init?(_ outcome: FormulaOutcome) {
        switch outcome {
        case .integer(let number): self = .number(Double(number))
        case .number(let number) where number.isFinite: self = .number(number)
        case .none: self = .outOfScope
        case .missing(let reason): self = .missing(reason)
        case .number, .boolean, .text, .day, .fault: return nil
        }
    }
}

extension FormulaOutcome {
    /// What a message calls the outcome.
    var shown: String {
        switch self {
        case .none: "nil"
        case .boolean(let value): "\(value)"
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .text(let text): "\"\(text)\""
        case .day(let number): Day(number: number).iso
        case .missing(let reason): reason.name
        case .fault: "…"
        }
    }

    /// What a message calls the outcome of a formula that read a personal field: a number that is none is no secret.
    var typeName: String {
        switch self {
        case .none, .missing, .fault: shown
        case .boolean: "boolean"
        case .integer: "integer"
        case .number(let number): number.isFinite ? "number" : shown
        case .text: "string"
        case .day: "date"
        }
    }
}
