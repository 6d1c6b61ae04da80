import Columns
import FormModel
import Formulas
import Foundation
import Randomness
import Scripting
import Testing
import WorkspaceFixtures

@testable import Evaluation

/// What gives the outcomes of a formula: the interpreter, the columns, and later a database.
private protocol Engine {
    var name: String { get }
    /// The outcome of each row of a set; `nil` where the engine leaves a row to the interpreter.
    func outcomes(_ formula: FunctionReference, over set: Int, of view: RecordView) throws -> [FormulaOutcome?]?
}

private struct Interpreter: Engine {
    let name = "interpreter"
    let formulas: InterpretedFormulas

    func outcomes(_ formula: FunctionReference, over set: Int, of view: RecordView) throws -> [FormulaOutcome?]? {
        let rows = view.sets[set].indices.map { Int32($0) }
        return try formulas.run(formula, over: set, rows: rows, of: view).outcomes
    }
}

private struct Columns: Engine {
    let name: String
    let formulas: ColumnFormulas

    func outcomes(_ formula: FunctionReference, over set: Int, of view: RecordView) throws -> [FormulaOutcome?]? {
        guard let (column, _) = try formulas.column(of: formula, over: set, wanted: .max, view) else { return nil }
        return (0..<column.count).map { row in
            column[row].tag == Tag.ask ? nil : FormulaOutcome(column[row], column.texts)
        }
    }
}

/// The engines of formulas give the same, record by record (`architecture.md` 3).
@Suite("The interpreter and the columns agree")
struct EngineAgreementTests {
    /// `CHISO_FORMULAS` sets how many formulas are tried; `CHISO_SEED` which.
    private static let count = ProcessInfo.processInfo.environment["CHISO_FORMULAS"].flatMap { Int($0) } ?? 4_000
    private static let seed = ProcessInfo.processInfo.environment["CHISO_SEED"].flatMap { UInt64($0) } ?? 1
    private static let perForm = 40

    /// What a run over one form found.
    struct Tally {
        var formulas = 0
        var lifted = 0
        var rows = 0
        /// Rows left to the interpreter although the formula does not fail there.
        var needless = 0
        var outcomes: [String: Int] = [:]
    }

    @Test("over random forms, records and formulas", arguments: 0..<8)
    func random(part: Int) throws {
        var tally = Tally()
        let forms = max(Self.count / Self.perForm / 8, 1)
        for form in 0..<forms {
            try compare(seed: Self.seed &* 1_000_003 &+ UInt64(part * forms + form), &tally)
        }
        // The formulas are such as columns are made for, and of all kinds of outcomes there are some.
        #expect(tally.lifted * 100 >= tally.formulas * 95, "\(tally)")
        #expect(tally.needless * 100 <= tally.rows * 3, "\(tally)")
        for kind in ["value", "nil", "missing", "fault"] { #expect(tally.outcomes[kind, default: 0] > 50, "\(tally)") }
    }

    @Test(
        "over what was found once",
        arguments: [
            "-0.0 - 0", "-0.0 - (-0)", "-0.0 - (1 - 1)", "-0.0 + 0", "(r.q1 and -0.0 or -0.0) - 0", "zero - zero",
            "-0.0 - zero", "-0.0 - 0.0",
        ])
    func found(expression: String) throws {
        var tally = Tally()
        let text = "function(r) local zero <const> = 0; return \(expression) end"
        try compare(seed: 1, [(text, 0)], &tally)
    }

    private func compare(seed: UInt64, _ tally: inout Tally) throws {
        let form = RandomForm(seed: seed)
        var maker = FormulaMaker(form, seed: seed &+ 77)
        let written = (0..<Self.perForm).map { number in
            let set = Int(seed &+ UInt64(number)) % form.sets.count
            return (text: maker.function(over: set), set: set)
        }
        try compare(seed: seed, written, &tally)
    }

    private func compare(seed: UInt64, _ written: [(text: String, set: Int)], _ tally: inout Tally) throws {
        var form = RandomForm(seed: seed)
        var rules = FormulaMaker.prelude
        for (number, (text, set)) in written.enumerated() {
            rules += "\nindicator \"x\(number)\" { label = \"X\", over = \"\(form.sets[set].path)\", count = \(text) }"
        }
        var fixture = Fixture(form: form.script, rules: rules)
        fixture.lists["options"] = RandomForm.list
        let workspace = try fixture.load()
        try #require(workspace.diagnostics.filter { $0.severity == .error } == [], "seed \(seed)\n\(rules)")
        let binding = try #require(workspace.form("f"))
        let source = MemoryRecords()
        for number in 0..<40 { source.add(form.record(number, in: binding.layout)) }
        workspace.host.today = Day(number: 20_500)
        let columns = ColumnFormulas(workspace: workspace, threads: 1)
        let engines: [any Engine] = [
            Columns(name: "columns", formulas: columns),
            Columns(
                name: "columns on three threads",
                formulas: ColumnFormulas(workspace: workspace, threads: 3, batchRows: 5)),
        ]
        let records = try FormRecords(of: binding.layout, from: source)
        let view = try RecordView(
            binding, selection: RecordSelection(records: Array(0..<40), round: nil, coverage: nil), records: records,
            formulas: columns.interpreter, state: workspace.state)
        let interpreter = Interpreter(formulas: columns.interpreter)
        for (number, (text, set)) in written.enumerated() {
            guard case .count(let function) = workspace.indicator("x\(number)")?.computation else { continue }
            tally.formulas += 1
            let expected = try #require(try interpreter.outcomes(function, over: set, of: view))
            for engine in engines {
                // What one engine worked out is not another's.
                view.outcomes = [:]
                guard let found = try engine.outcomes(function, over: set, of: view) else {
                    continue
                }
                if engine.name == engines[0].name { tally.lifted += 1 }
                check(engine.name, expected, found, "seed \(seed), \(form.sets[set].path): \(text)", &tally)
            }
        }
        view.unbind()
    }

    private func check(
        _ engine: String, _ expected: [FormulaOutcome?], _ found: [FormulaOutcome?], _ formula: String,
        _ tally: inout Tally
    ) {
        #expect(expected.count == found.count)
        for (row, (expected, found)) in zip(expected, found).enumerated() {
            tally.rows += 1
            tally.outcomes[expected?.kindName ?? "", default: 0] += 1
            guard let found else {
                if expected != .fault {
                    tally.needless += 1
                }
                continue
            }
            guard !isSame(expected, found) else { continue }
            Issue.record("\(engine): row \(row): \(found), interpreted \(String(describing: expected)); \(formula)")
            return
        }
    }

    /// To the bit; any two NaN are one.
    private func isSame(_ a: FormulaOutcome?, _ b: FormulaOutcome) -> Bool {
        if case .number(let x)? = a, case .number(let y) = b {
            return x.bitPattern == y.bitPattern || x.isNaN && y.isNaN
        }
        if case .text(let x)? = a, case .text(let y) = b { return x.utf8.elementsEqual(y.utf8) }
        return a == b
    }
}

extension FormulaOutcome {
    fileprivate var kindName: String {
        switch self {
        case .none: "nil"
        case .boolean, .integer, .number, .text, .day: "value"
        case .missing: "missing"
        case .fault: "fault"
        }
    }
}
