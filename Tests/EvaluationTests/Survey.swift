import Evaluation
import FormModel
import Messages
import Scripting
import Testing
import WorkspaceFixtures

/// A small workspace with records, and the figures it gives: what the tests of this module read like.
///
///     let survey = try Survey("yes_no \"net\" { label = \"Net\" },", "share = function(r) return r.net end,")
///     survey.add(["net": true])
///     #expect(try survey.figure("x").total.value == 100)
final class Survey {
    let workspace: Workspace
    let records = MemoryRecords()
    private var count = 0

    /// A workspace of whole scripts.
    /// - Parameter allowing: the codes of warnings that are expected.
    convenience init(allowing: [String] = [], form: String, rules: String, lists: [String: [[String]]] = [:]) throws {
        var fixture = Fixture(form: form, rules: rules)
        fixture.lists = lists
        try self.init(fixture, allowing: allowing)
    }

    /// A workspace written out.
    init(_ fixture: Fixture, allowing: [String] = []) throws {
        workspace = try fixture.load()
        try #require(workspace.diagnostics.map(\.message).filter { !allowing.contains($0.code) } == [])
    }

    /// A form `f` over half-years with the key `unit` and some questions, and an indicator `x` over it.
    convenience init(
        _ questions: String, _ computation: String, form: String = "", version: Int = 1, rules: String = "",
        lists: [String: [[String]]] = [:]
    ) throws {
        try self.init(
            form: """
                form "f" {
                  version = \(version), label = "F", key = { "unit" }, round = "half_year", \(form)
                  text "unit" { label = "Unit" },
                  \(questions)
                }
                """,
            rules: """
                indicator "x" { label = "X", over = "f", \(computation) }
                \(rules)
                """, lists: lists)
    }

    /// Adds a complete record; a field that is not given was not asked. Without a date it is dated by its round's end.
    func add(
        _ answers: [String: Answer], form: String = "f", round: String = "2026-H1", date: String? = nil,
        status: RecordStatus = .complete, result: VisitResult = .completed, id: String? = nil, version: Int = 1,
        rosters: [String: [[String: Answer]]] = [:]
    ) {
        guard let layout = workspace.form(form)?.layout, let period = PeriodCalendar().period(id: round) else {
            Issue.record("no form or period")
            return
        }
        count += 1
        var answers = answers
        if layout.root.field("unit") != nil, answers["unit"] == nil {
            answers["unit"] = .value(.text("u\(count)"))
        }
        records.add(
            Record(
                id: id ?? "r\(count)", form: form, version: version, round: round,
                date: date.flatMap { Day(iso: $0) } ?? period.last,
                status: status, result: result, root: row(answers, rosters, of: layout.root, in: layout)))
    }

    private func row(
        _ answers: [String: Answer], _ rosters: [String: [[String: Answer]]], of set: RecordSet, in layout: FormLayout
    ) -> RecordRow {
        RecordRow(
            answers: set.fields.map { answers[$0.name] ?? .notAsked },
            rosters: set.rosters.map { roster in
                (rosters[layout.sets[roster].name] ?? []).enumerated().map { number, answers in
                    var row = row(answers, [:], of: layout.sets[roster], in: layout)
                    row.row = number + 1
                    return row
                }
            })
    }

    /// An evaluation as of a day.
    func options(
        asOf: String = "2026-06-30", period: String? = nil, by: [[String]] = [], filters: [SplitFilter] = []
    ) throws -> EvaluationOptions {
        var options = EvaluationOptions(
            asOf: try #require(Day(iso: asOf)), period: try period.map { try #require(PeriodCalendar().period(id: $0)) }
        )
        options.language = .english
        options.by = by
        options.filters = filters
        return options
    }

    /// The figures of indicators, in their order.
    func figures(_ ids: [String], _ options: EvaluationOptions) throws -> [Figure] {
        try Evaluator(workspace, source: records, options: options)
            .figures(of: ids.map { try #require(workspace.indicator($0)) })
    }

    /// The figure of one indicator.
    func figure(
        _ id: String = "x", asOf: String = "2026-06-30", period: String? = nil, by: [[String]] = [],
        filters: [SplitFilter] = []
    ) throws -> Figure {
        try #require(
            figures([id], options(asOf: asOf, period: period, by: by, filters: filters)).first)
    }

    /// Why an indicator has no figure, its design not holding.
    func designFault(_ id: String = "x", asOf: String = "2026-06-30", period: String? = nil) throws -> Message {
        let figure = try figure(id, asOf: asOf, period: period)
        #expect(figure.total.value == nil && figure.failed == 1)
        return try #require(figure.faults.first).message
    }

    /// The numbers of one indicator over all records.
    func total(_ id: String = "x", asOf: String = "2026-06-30", period: String? = nil) throws -> FigureValues {
        try figure(id, asOf: asOf, period: period).total
    }
}

extension Figure {
    /// The numbers of a row of a split.
    func row(_ names: String..., key: String...) throws -> FigureValues {
        try #require(split(names)?.rows.first { $0.key == key }).values
    }

    /// The keys of a split by one name, in the order of print.
    func keys(_ name: String) -> [String] { split([name])?.rows.map { $0.key[0] } ?? [] }
}

extension CoverageFigure {
    /// What was owed, and what came.
    var counts: [Int] { [expected, reporting] }
}

/// A missing answer.
func missing(_ reason: MissingReason) -> Answer { .missing(reason) }
