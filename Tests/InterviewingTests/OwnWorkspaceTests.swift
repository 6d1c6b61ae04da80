import FormModel
import Foundation
import Interchange
import Interviewing
import Messages
import Scripting
import Testing

/// The repository's own forms and plans: what is drawn is what an import would take, for every one of them.
@Suite("The commune's own forms")
struct OwnWorkspaceTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Three households of every village stand for the list of all.
    @Sendable
    private static func list(_ url: URL) -> ListTableResult {
        if url.lastPathComponent == "households.csv" {
            guard
                case .table(let villages) = list(url.deletingLastPathComponent().appendingPathComponent("villages.csv"))
            else { return .absent }
            let rows = villages.rows.flatMap { village in
                [[village[0], "1", "none"], [village[0], "2", "poor"], [village[0], "37", "near_poor"]]
            }
            return .table(ListTable(columns: ["village", "household_no", "poverty"], rows: rows))
        }
        do throws(Problem) {
            let (table, _) = try LookupTable.read(DataFile(path: url.path, name: url.lastPathComponent), for: .plain)
            return .table(ListTable(columns: table.columns, rows: table.rows))
        } catch {
            return .problems([(error.place.line, Message("E-FILE-001", ["text": "\(error.code)"]))])
        }
    }

    private static let forms = [
        "action", "agency_month", "comment", "commune_year", "enterprise", "household", "ocop_product", "satisfaction",
        "school", "village",
    ]

    /// Second interviews of households that were drawn: asked, never made up.
    private static let asked = ["household_reinterview"]

    private func workspace() throws -> Workspace {
        let sources = WorkspaceSources(folder: OwnWorkspaceTests.folder, readList: OwnWorkspaceTests.list)
        return try WorkspaceLoader.load(sources, parts: [.surveys, .simulations])
    }

    @Test("all but the second interviews have a plan, and none a fault")
    func sound() throws {
        let workspace = try workspace()
        #expect(workspace.diagnostics.filter { $0.severity == .error }.map(\.message.code) == [])
        #expect(
            workspace.forms.map(\.layout.form.id).sorted()
                == (OwnWorkspaceTests.forms + OwnWorkspaceTests.asked).sorted())
        #expect(workspace.simulations.map(\.form).sorted() == OwnWorkspaceTests.forms)
    }

    @Test("what is drawn is rebuilt without change, and so is what is rebuilt", arguments: forms, [1, 15])
    func roundTrip(_ id: String, _ cutOffDay: Int) throws {
        let workspace = try workspace()
        let calendar = PeriodCalendar(cutOffDay: cutOffDay)
        let binding = try #require(workspace.form(id))
        let plan = try #require(workspace.simulations.first { $0.form == id })
        let engine = FormEngine(binding, in: workspace)
        let layout = binding.layout
        let period = try #require(calendar.period(id: layout.form.round == .month ? "2026-05" : "2026-H1"))
        var reports = 0
        for seed in [1, 20_260_101] as [UInt64] {
            let simulator = Simulator(engine, plan: plan, seed: seed, calendar: calendar)
            let builder = RecordBuilder(engine, calendar: calendar, defaultDate: period.last)
            let atOnce = RecordBuilder(engine, calendar: calendar, defaultDate: period.last)
            let again = RecordBuilder(engine, calendar: calendar, defaultDate: Day(number: 0))
            for unit in try simulator.units(count: layout.form.frame == nil ? 20 : 72, perStratum: nil, strata: nil) {
                guard let drawn = try simulator.draw(unit, in: period) else { continue }
                let given = drawn.given
                reports += 1
                #expect(try simulator.draw(unit, in: period)?.given == given)
                let built = builder.build(given)
                // What was found while it was drawn is what its answers make, given by themselves.
                let found = atOnce.build(drawn)
                #expect(found.record == built.record)
                #expect(found.problems == built.problems)
                // A visit without an interview leaves the required questions open.
                // Some answer for another, and are asked whether that is right.
                let problems = built.problems.filter {
                    ($0.kind != .unanswered || built.record.counts) && $0.message.code != "W-ROW-002"
                }
                #expect(problems.map(\.short) == [])
                #expect(given.root.isKept(by: built.record.root, of: layout.root, in: layout))
                // As an export writes it, with all that was calculated or not asked, it comes back in.
                var exported = GivenRecord(root: GivenRow(exporting: built.record.root, of: layout.root, in: layout))
                (exported.id, exported.round, exported.date) = (built.record.id, built.record.round, built.record.date)
                (exported.status, exported.result) = (built.record.status, built.record.result)
                let back = again.build(exported)
                #expect(back.record == built.record)
                #expect(back.problems.map(\.short) == built.problems.map(\.short))
            }
        }
        #expect(reports > 0)
    }
}

extension GivenRow {
    /// A record's row as an export writes it: every answer, also what was calculated or not asked.
    fileprivate init(exporting row: RecordRow, of set: RecordSet, in layout: FormLayout) {
        self.init(of: set)
        self.row = row.row
        answers = row.answers
        rosters = zip(set.rosters, row.rosters).map { place, rows in
            rows.map { GivenRow(exporting: $0, of: layout.sets[place], in: layout) }
        }
    }

    /// Whether a record has the answers that were given, and no others but calculated ones.
    fileprivate func isKept(by row: RecordRow, of set: RecordSet, in layout: FormLayout) -> Bool {
        let isKept = zip(answers, row.answers).enumerated().allSatisfy { place, pair in
            let (given, kept) = pair
            if set.fields[place].question.isCalculated { return given == nil }
            return given == kept || (given == nil && (kept == .notAsked || kept == .missing(.unanswered)))
        }
        return isKept && rosters.count == row.rosters.count
            && zip(rosters, row.rosters).enumerated().allSatisfy { place, pair in
                pair.0.count == pair.1.count
                    && zip(pair.0, pair.1).allSatisfy {
                        $0.isKept(by: $1, of: layout.sets[set.rosters[place]], in: layout)
                    }
            }
    }
}
