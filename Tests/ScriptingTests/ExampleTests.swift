import Evaluation
import FormModel
import Foundation
import Interviewing
import Messages
import Scripting
import Testing
import VietText
import WorkspaceFixtures

/// The workspace that the examples of the scripts' own page make together, word for word.
@Suite("The examples of the scripts' page make one workspace")
struct ExampleTests {
    private func load() throws -> Workspace {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Example")
        return try TestWorkspace(folder: folder).load()
    }

    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test("It loads without a word, and everything is there")
    func loads() throws {
        let workspace = try load()
        #expect(workspace.diagnostics == [])
        #expect(workspace.forms.map(\.layout.form.id) == ["household"])
        #expect(
            workspace.indicators.map(\.id) == [
                "vneid_account", "speed_per_fibre_household", "persons_per_household", "members_above_one",
            ])
        #expect(workspace.dimensions.map(\.id) == ["age_group"])
        #expect(workspace.designs.map(\.id) == ["household_sample"])
        #expect(workspace.reports.map(\.id) == ["six_month"])
        #expect(workspace.simulations.map(\.form) == ["household"])
    }

    @Test("The form has what its script says")
    func form() throws {
        let form = try #require(try load().form("household"))
        #expect(form.layout.form.key == ["village", "household_no"])
        #expect(form.layout.form.round == .halfYear)
        #expect(form.layout.form.measures == .state)
        #expect(form.layout.form.validFor == Span(months: 12))
        #expect(form.layout.form.frame?.rows.count == 4)
        #expect(
            form.layout.root.fields.map(\.name) == [
                "village", "household_no", "members", "connection", "speed_mbps", "adults",
            ])
        let person = try #require(form.layout.set(path: "household.person"))
        #expect(person.fields.map(\.name) == ["name", "sex", "age", "vneid"])
        let speed = try #require(form.layout.root.field("speed_mbps")?.question)
        #expect(speed.special == [.dontKnow] && speed.relevant != nil && speed.constraint != nil && speed.warn != nil)
        let village = try #require(form.layout.root.field("village")?.question.choices)
        #expect(village["dt2"]?.label.text(in: .english) == "Village 2 – Đức Tân")
        #expect(form.frameRow(of: ["dt1", "3"]) == 2)
    }

    @Test("An indicator has what its script says")
    func indicator() throws {
        let indicator = try #require(try load().indicator("vneid_account"))
        #expect(indicator.code == "II.3.4.7" && indicator.unit == "percent" && indicator.over == "household.person")
        #expect(indicator.by == ["village", "sex", "age_group"])
        let target = try #require(indicator.target)
        #expect(target.comparison == .atLeast(90) && target.by == 2030 && target.baseline == [2025: 41.5])
        let expected = try #require(target.expected(on: try day("2026-06-30")))
        #expect(abs(expected - 46.31) < 0.005)
    }

    /// Two households of the census round: three adults of whom two have an account, and a child.
    private func records(_ workspace: Workspace) throws -> MemoryRecords {
        let engine = FormEngine(try #require(workspace.form("household")), in: workspace)
        let households: [([String: Answer], [[String: Answer]])] = [
            (
                [
                    "village": "dt1", "household_no": "1", "members": 3, "connection": "fibre", "speed_mbps": 150.0,
                ],
                [
                    ["name": "An", "sex": "female", "age": 40, "vneid": true],
                    ["name": "Bình", "sex": "male", "age": 16, "vneid": true],
                    ["name": "Bé", "sex": "male", "age": 10],
                ]
            ),
            (
                ["village": "dt2", "household_no": "1", "members": 1, "connection": "none"],
                [["name": "Cúc", "sex": "female", "age": 70, "vneid": false]]
            ),
        ]
        let records = MemoryRecords()
        for (number, household) in households.enumerated() {
            let given = GivenRow(household.0, of: engine.layout.root)
                .with("person", household.1, in: engine.layout, of: engine.layout.root)
            let evaluated = engine.evaluate(given, today: try day("2026-03-01"))
            #expect(evaluated.problems.isEmpty)
            records.add(
                Record(
                    id: "\(number)", form: "household", version: 1, round: "2026-H1", date: try day("2026-03-01"),
                    status: .complete, result: .completed, root: evaluated.root))
        }
        return records
    }

    @Test("Its figures are those worked out by hand")
    func figures() throws {
        let workspace = try load()
        let period = try #require(PeriodCalendar().period(id: "2026-H1"))
        let evaluator = Evaluator(
            workspace, source: try records(workspace),
            options: EvaluationOptions(asOf: try day("2026-06-30"), period: period))
        let figures = try evaluator.figures(of: workspace.indicators)
        #expect(figures.map(\.total.failed) == [0, 0, 0, 0])
        let account = figures[0].total
        #expect(account.n == 3 && account.numerator == 2 && account.denominator == 3)
        #expect(account.value.map { abs($0 - 200.0 / 3) < 1e-9 } == true)
        #expect(figures[1].total.value == 150)
        #expect(figures[2].total.value == 2)
        #expect(figures[3].total.value == 1)
        let groups = try #require(figures[0].split(["age_group"])).rows
        #expect(groups.first { $0.key == ["15-59"] }?.values.value == 100)
        #expect(groups.first { $0.key == ["60+"] }?.values.value == 0)
    }
}
