import FormModel
import Interviewing
import LuaRuntime
import Messages
import Scripting
import Testing
import WorkspaceFixtures

/// A small form under test: its questions as Lua, and answers to it.
final class Bench {
    let workspace: Workspace
    let engine: FormEngine
    static let day = Day(iso: "2026-06-30") ?? Day(number: 0)

    /// A form `f` in `Surveys/f.lua`. With nothing before it, the first line of `nodes` is line 2 of the file.
    init(
        _ nodes: String, before: String = "", properties: String = "", simulation: String = "",
        lists: [String: [[String]]] = [:], limits: ScriptLimits = ScriptLimits(), language: Language = .english,
        isSound: Bool = true
    ) throws {
        let head = before.isEmpty ? "" : before + "\n"
        var fixture = Fixture(
            form: head + "form \"f\" { version = 1, label = \"F\", \(properties)\n\(nodes)\n}", simulation: simulation)
        fixture.lists = lists
        fixture.limits = limits
        workspace = try fixture.load(language: language)
        if isSound { #expect(workspace.diagnostics.map { $0.message.text(in: .english) } == []) }
        engine = FormEngine(try #require(workspace.form("f")), in: workspace)
    }

    var layout: FormLayout { engine.layout }

    func evaluate(_ cells: [String: Cell] = [:], today: Day = Bench.day) -> EvaluatedForm {
        engine.evaluate(given(cells), today: today)
    }

    /// The answers as a row of the form.
    func given(_ cells: [String: Cell]) -> GivenRow { row(cells, of: layout.root) }

    private func row(_ cells: [String: Cell], of set: RecordSet) -> GivenRow {
        var row = GivenRow(of: set)
        for (name, cell) in cells {
            switch cell {
            case .answer(let answer):
                if name == "_row", case .value(.integer(let number)) = answer {
                    row.row = Int(number)
                } else if let field = set.field(name) {
                    row.answers[field.index] = answer
                } else {
                    Issue.record("no field \(name) in \(set.path)")
                }
            case .rows(let rows):
                guard let place = set.rosters.firstIndex(where: { layout.sets[$0].name == name }) else {
                    Issue.record("no roster \(name) in \(set.path)")
                    continue
                }
                row.rosters[place] = rows.map { self.row($0, of: layout.sets[set.rosters[place]]) }
            }
        }
        return row
    }

    /// The answer at a path: `age`, or `person.2.age` in the second row of a roster.
    func answer(_ path: String, in row: RecordRow) throws -> Answer {
        let steps = path.split(separator: ".").map(String.init)
        var (set, row) = (layout.root, row)
        for step in stride(from: 0, to: steps.count - 1, by: 2) {
            let place = try #require(set.rosters.firstIndex { layout.sets[$0].name == steps[step] })
            let number = try #require(Int(steps[step + 1]))
            set = layout.sets[set.rosters[place]]
            try #require(row.rosters[place].indices.contains(number - 1), "\(path)")
            row = row.rosters[place][number - 1]
        }
        return row.answers[try #require(set.field(steps[steps.count - 1])).index]
    }

    func answer(_ path: String, in form: EvaluatedForm) throws -> Answer { try answer(path, in: form.root) }

    /// How many rows a roster of the record has.
    func count(_ roster: String, in form: EvaluatedForm) -> Int? {
        layout.root.rosters.firstIndex { layout.sets[$0].name == roster }.map { form.root.rosters[$0].count }
    }
}

/// What is given for a question or a roster.
enum Cell: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByStringLiteral, ExpressibleByArrayLiteral
{
    case answer(Answer)
    case rows([[String: Cell]])

    init(booleanLiteral value: Bool) { self = .answer(.value(.boolean(value))) }
    init(integerLiteral value: Int64) { self = .answer(.value(.integer(value))) }
    init(floatLiteral value: Double) { self = .answer(.value(.decimal(value))) }
    init(stringLiteral value: String) { self = .answer(.value(.text(value))) }
    init(arrayLiteral rows: [String: Cell]...) { self = .rows(rows) }

    static let dontKnow = Cell.answer(.missing(.dontKnow))
    static let refused = Cell.answer(.missing(.refused))
    static let unanswered = Cell.answer(.missing(.unanswered))
    static let notAsked = Cell.answer(.notAsked)
    static func date(_ iso: String) -> Cell { .answer(Day(iso: iso).map { .value(.date($0)) } ?? .notAsked) }
    static func choices(_ names: String...) -> Cell { .answer(.value(.choices(names))) }
    static func value(_ value: Value) -> Cell { .answer(.value(value)) }
}

extension FormProblem {
    /// The problem in short: `error speed E-ROW-010`.
    var short: String { "\(kind) \(field ?? "–") \(message.code)" }
}

extension EvaluatedForm {
    /// The problems in short.
    var short: [String] { problems.map(\.short) }
}

extension Answer {
    static func decimal(_ value: Double) -> Answer { .value(.decimal(value)) }
    static func date(_ iso: String) -> Answer { Day(iso: iso).map { .value(.date($0)) } ?? .notAsked }
}
