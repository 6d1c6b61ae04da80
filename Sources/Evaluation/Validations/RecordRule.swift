import FormModel
import LuaRuntime
import Messages
import Scripting

/// Checks one rule over the records of a form: all rows at once, as figures are computed.
struct RecordRule {
    let validation: Validation
    let set: RecordSet
    let form: ValidatedForm
    let formulas: ColumnFormulas

    /// How a row stands.
    private enum Standing: Equatable {
        case passed, failed, notApplicable, noEarlier
        case missing(MissingReason)
        case faulty
    }

    /// The rows as they are worked out.
    private struct Work {
        /// How each row of the set stands; `nil` for one that is not checked.
        private(set) var standings: [Standing?]
        /// What went wrong, where it is known; the function tells it again where it is not.
        var faults: [Int32: (function: FunctionReference, fault: LocatedFault?)] = [:]
        /// The rows that a row was compared with.
        var others: [Int32: [Int32]] = [:]

        init(rows: Int) { standings = Array(repeating: nil, count: rows) }

        subscript(row: Int32) -> Standing? {
            get { standings[Int(row)] }
            set { standings[Int(row)] = newValue }
        }

        mutating func fail(_ row: Int32, _ function: FunctionReference, _ fault: LocatedFault?) {
            self[row] = .faulty
            faults[row] = (function, fault)
        }
    }

    private var calls: RecordCalls { RecordCalls(workspace: form.workspace, view: form.view) }

    /// The result; `nil` where a filter does not fit the rule's records.
    func result() throws(Message) -> ValidationResult? {
        guard let kept = try form.selection(of: set) else { return nil }
        // What is alike stands anywhere among the records; everything else is asked only of the rows that are kept.
        let all = form.rows(of: set)
        var work = Work(rows: form.view.sets[set.index].count)
        switch validation.rule {
        case .condition(let function):
            try check(function, try scope(all.filter { kept.keeps(Int($0)) }, &work), &work)
        case .earlier(let function):
            try compare(function, all.filter { kept.keeps(Int($0)) }, &work)
        case .uniqueFields(let names):
            try findAlike(try values(of: names, try scope(all, &work), &work), &work)
        case .uniqueValue(let function):
            try findAlike(try values(of: function, try scope(all, &work), &work), &work)
        }
        for row in form.view.sets[set.index].indices where !kept.keeps(row) { work[Int32(row)] = nil }
        work.faults = work.faults.filter { kept.keeps(Int($0.key)) }
        return try result(work, kept)
    }

    // MARK: Conditions

    /// The rows that the rule is about.
    private func scope(_ rows: [Int32], _ work: inout Work) throws(Message) -> [Int32] {
        guard let among = validation.among, !rows.isEmpty else { return rows }
        let results = try formulas.run(among, over: set.index, rows: rows, of: form.view)
        return taking(results, of: among, rows, &work, ifNot: .notApplicable)
    }

    private func check(_ function: FunctionReference, _ rows: [Int32], _ work: inout Work) throws(Message) {
        guard !rows.isEmpty else { return }
        let results = try formulas.run(function, over: set.index, rows: rows, of: form.view)
        for row in taking(results, of: function, rows, &work, ifNot: .failed) { work[row] = .passed }
    }

    /// Between rounds: `among` and the rule get the record and the earlier one.
    private func compare(_ function: FunctionReference, _ rows: [Int32], _ work: inout Work) throws(Message) {
        var pairs: [(Int32, Int32)] = []
        for row in rows {
            guard let earlier = form.earlier(row) else {
                work[row] = .noEarlier
                continue
            }
            work.others[row] = [earlier]
            pairs.append((row, earlier))
        }
        if let among = validation.among {
            let results = try formulas.run(among, set: set.index, pairs: pairs, of: form.view)
            let scope = Set(taking(results, of: among, pairs.map(\.0), &work, ifNot: .notApplicable))
            pairs = pairs.filter { scope.contains($0.0) }
        }
        let results = try formulas.run(function, set: set.index, pairs: pairs, of: form.view)
        for row in taking(results, of: function, pairs.map(\.0), &work, ifNot: .failed) {
            work[row] = .passed
        }
    }

    /// Notes the rows whose condition does not hold, is missing or failed; gives those where it holds.
    private func taking(
        _ results: FormulaResults, of function: FunctionReference, _ rows: [Int32], _ work: inout Work,
        ifNot standing: Standing
    ) -> [Int32] {
        var holding: [Int32] = []
        for (row, outcome) in zip(rows, results.outcomes) {
            switch Condition(outcome) {
            case .holds(true): holding.append(row)
            case .holds(false): work[row] = standing
            case .missing(let reason): work[row] = .missing(reason)
            case nil: fail(row, function, outcome, results, &work, expected: "true | false | nil")
            }
        }
        return holding
    }

    private func fail(
        _ row: Int32, _ function: FunctionReference, _ outcome: FormulaOutcome, _ results: FormulaResults,
        _ work: inout Work, expected: String
    ) {
        guard outcome != .fault else { return work.fail(row, function, results.faults[row]) }
        let found = results.hasReadPersonal ? outcome.typeName : outcome.shown
        let message = Message("E-RESULT-001", ["expected": expected, "found": found])
        work.fail(row, function, LocatedFault(place: function.place, message: message))
    }

    // MARK: What must be unique

    /// The values of a function: rows where it gives `nil` are left out.
    private func values(
        of function: FunctionReference, _ rows: [Int32], _ work: inout Work
    ) throws(Message) -> [Int32: [String]] {
        guard !rows.isEmpty else { return [:] }
        let results = try formulas.run(function, over: set.index, rows: rows, of: form.view)
        var values: [Int32: [String]] = [:]
        for (row, outcome) in zip(rows, results.outcomes) {
            switch outcome {
            case .none: work[row] = .notApplicable
            case .missing(let reason): work[row] = .missing(reason)
            case .text(let text): values[row] = [text]
            case .boolean, .integer, .number, .day: values[row] = [outcome.typeName, outcome.shown]
            case .fault:
                fail(row, function, outcome, results, &work, expected: "string | number | date | nil")
            }
        }
        return values
    }

    /// The values of fields, the row's own or those of what it stands in: a row where one was not asked is left out.
    private func values(
        of names: [String], _ rows: [Int32], _ work: inout Work
    ) throws(Message) -> [Int32: [String]] {
        var values = Dictionary(rows.map { ($0, [String]()) }) { first, _ in first }
        for name in names {
            guard let (column, place) = try column(name) else {
                throw Message("E-REF-005", ["name": name, "place": "\(validation.place)"])
            }
            for row in rows {
                guard let known = values[row] else { continue }
                let above = place(row)
                values[row] = column.key(above).map { known + [$0] }
                guard values[row] == nil else { continue }
                let reason = FieldColumn.reason(of: column.states[above])
                work[row] = reason.map { .missing($0) } ?? .notApplicable
            }
        }
        return values
    }

    /// The column of a field of the set or of one it stands in, and where a row's value lies in it.
    private func column(_ name: String) throws(Message) -> (KeyColumn, (Int32) -> Int)? {
        for owner in set.withParents(in: form.layout) {
            guard let field = owner.field(name) else { continue }
            let column = try form.view.column(set: owner.index, field: field.index)
            let (layout, sets, own) = (form.layout, form.view.sets, set.index)
            let place = { (row: Int32) -> Int in
                var (current, row) = (own, row)
                while current != owner.index, let parent = layout.sets[current].parent {
                    (current, row) = (parent, sets[current].parents[Int(row)])
                }
                return Int(row)
            }
            return (KeyColumn(column: column, question: field.question), place)
        }
        return nil
    }

    private struct KeyColumn {
        let column: FieldColumn
        let question: Question
        var states: [UInt8] { column.states }

        func key(_ row: Int) -> String? { column.key(at: row, of: question) }
    }

    /// Rows of one round with one value break the rule, all of them.
    private func findAlike(_ values: [Int32: [String]], _ work: inout Work) throws(Message) {
        let alike = Dictionary(grouping: values.keys) { row in
            [form.round(ofRow: row, in: set)] + (values[row] ?? [])
        }
        for rows in alike.values {
            guard rows.count > 1 else {
                for row in rows { work[row] = .passed }
                continue
            }
            let sorted = form.sorted(rows, in: set)
            for row in sorted {
                work[row] = .failed
                work.others[row] = Array(sorted.lazy.filter { $0 != row }.prefix(ValidationFailure.othersTold))
            }
        }
    }

    // MARK: The result

    private func result(_ work: Work, _ kept: RowSelection) throws(Message) -> ValidationResult {
        var result = ValidationResult(validation)
        var failed: [Int32] = []
        for (row, standing) in work.standings.enumerated() {
            switch standing {
            case nil: break
            case .passed: result.passed += 1
            case .failed: failed.append(Int32(row))
            case .notApplicable: result.notApplicable += 1
            case .noEarlier: result.noEarlier += 1
            case .missing(let reason): result.missing[reason, default: 0] += 1
            case .faulty: result.faulty += 1
            }
        }
        result.failed = failed.count
        result.failedRecords = Set(failed.map { form.root(ofRow: $0, in: set) }).count
        result.faults = try faults(work)
        // A row of which it cannot be told whether it is kept.
        result.faulty += kept.failed
        result.faults = result.faults.merging(kept.faults)
        try tell(form.sorted(failed, in: set), work, &result)
        return result
    }

    private func faults(_ work: Work) throws(Message) -> [FaultGroup] {
        var all: [(fault: LocatedFault?, record: () -> String)] = []
        for row in form.context.names.sorted(work.faults.keys, in: set.index) {
            guard let known = work.faults[row] else { continue }
            var fault = known.fault
            if all.count < FormulaFault.told {
                fault = try formulas.fault(fault, of: known.function, over: set.index, row: row, of: form.view)
            }
            all.append((fault, { [form, set] in form.name(ofRow: row, in: set) }))
        }
        return [FaultGroup](all)
    }

    /// How often a message may fail before those left are not asked for: one that is stuck does not run for hours.
    private static let patience = 3

    /// The first rows that break the rule, each with its message. One whose message fails is told all the same.
    private func tell(_ failed: [Int32], _ work: Work, _ result: inout ValidationResult) throws(Message) {
        var wrong: [(fault: LocatedFault?, record: () -> String)] = []
        for row in failed.prefix(form.options.told ?? failed.count) {
            let message = try message(of: row, work, &wrong)
            result.failures.append(form.failure(row, in: set, message: message, others: work.others[row] ?? []))
        }
        result.faults = result.faults.merging([FaultGroup](wrong))
    }

    private func message(
        of row: Int32, _ work: Work, _ wrong: inout [(fault: LocatedFault?, record: () -> String)]
    ) throws(Message) -> String {
        guard wrong.count < RecordRule.patience else { return "…" }
        var rows = [row]
        if case .earlier = validation.rule { rows += work.others[row] ?? [] }
        let text = try calls.text(
            validation.message, set: set.index, rows: rows, in: form.options.language,
            usesPersonal: validation.usesPersonal)
        switch text {
        case .success(let text): return text
        case .failure(let fault):
            wrong.append((fault, { [form, set] in form.name(ofRow: row, in: set) }))
            return "…"
        }
    }
}
