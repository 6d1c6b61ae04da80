import Evaluation
import FormModel
import Testing
import WorkspaceFixtures

@Suite("Path and status (semantics 3.9)")
struct TargetTests {
    private func survey(_ target: String, yes: Int, no: Int, missing count: Int = 0) throws -> Survey {
        let survey = try Survey(
            "yes_no \"net\" { label = \"Net\", special = { \"refused\" } },",
            "share = function(r) return r.net end, target = { \(target) },", form: "valid_for = \"120 months\",")
        for _ in 0..<yes { survey.add(["net": true]) }
        for _ in 0..<no { survey.add(["net": false]) }
        for _ in 0..<count { survey.add(["net": missing(.refused)]) }
        return survey
    }

    @Test("The design's example: 41.5 in 2025, 90 by 2030, expected on 30 June 2026 is 46.31")
    func example() throws {
        let survey = try survey("at_least = 90, by = 2030, baseline = { [2025] = 41.5 }", yes: 1, no: 1)
        let expected = try #require(survey.total().expected)
        #expect(abs(expected - 46.31) < 0.005)
        #expect(expected == 41.5 + (90 - 41.5) * 181 / 1826)
    }

    @Test(
        "Expected is linear in days between the known points, each its 31 December, and the target from then on",
        arguments: [
            ("2025-12-30", nil), ("2025-12-31", 40), ("2026-12-31", 50), ("2027-07-01", 50 + 20 * 182 / 365.0),
            ("2027-12-31", 70), ("2029-12-31", 70 + 20 * 731 / 1096.0), ("2030-12-31", 90), ("2035-01-01", 90),
        ] as [(String, Double?)])
    func path(day: String, expected: Double?) throws {
        let survey = try survey(
            "at_least = 90, by = 2030, baseline = { [2025] = 40 }, path = { [2026] = 50, [2027] = 70 }", yes: 1, no: 0)
        let found = try survey.figures(["x"], survey.options(asOf: day)).first?.total.expected
        #expect(found.map { ($0 * 1e9).rounded() } == expected.map { ($0 * 1e9).rounded() })
    }

    @Test("The path is taken at the period's end, or at the as-of before it; every_year is the target from the start")
    func date() throws {
        let rising = try survey("at_least = 90, by = 2030, baseline = { [2025] = 41.5 }", yes: 1, no: 1)
        #expect(try rising.total(asOf: "2027-05-05", period: "2026-H1").expected == 41.5 + 48.5 * 181 / 1826)
        #expect(try rising.total(asOf: "2026-01-10", period: "2026-H1").expected == 41.5 + 48.5 * 10 / 1826)
        let yearly = try survey("at_least = 60, by = 2030, every_year = true", yes: 1, no: 1)
        #expect(try yearly.total().expected == 60)
        #expect(try yearly.total().status == .behind)
        #expect(try survey("at_least = 90, by = 2030", yes: 1, no: 1).total().expected == nil)
    }

    @Test(
        "Each status",
        arguments: [
            ("at_least = 50, by = 2030", 1, 1, 0, .met), ("above = 50, by = 2030", 1, 1, 0, .noBaseline),
            ("above = 49.9, by = 2030", 1, 1, 0, .met), ("between = { 40, 50 }, by = 2030", 2, 3, 0, .met),
            ("between = { 40, 50 }, by = 2030", 1, 0, 0, .met),
            ("between = { 41, 50 }, by = 2030", 2, 3, 0, .noBaseline),
            ("at_most = 50, by = 2030", 1, 1, 0, .met), ("below = 50, by = 2030", 1, 1, 0, .noBaseline),
            ("at_least = 50, by = 2030", 3, 1, 1, .met), ("at_least = 50, by = 2030", 2, 1, 2, .metUncertain),
            ("at_most = 50, by = 2030", 1, 3, 0, .met), ("at_most = 50, by = 2030", 1, 3, 3, .metUncertain),
            ("at_most = 60, by = 2030", 1, 3, 1, .met),
            ("at_least = 100, by = 2030, baseline = { [2025] = 40 }", 1, 1, 0, .onTrack),
            ("at_least = 100, by = 2030, baseline = { [2025] = 50 }", 1, 1, 0, .behind),
            ("at_most = 10, by = 2030, baseline = { [2025] = 60 }", 1, 1, 0, .onTrack),
            ("at_most = 10, by = 2030, baseline = { [2025] = 50 }", 1, 1, 0, .behind),
            ("at_least = 100, by = 2030", 1, 1, 0, .noBaseline), ("at_least = 100, by = 2030", 0, 0, 3, .noData),
        ] as [(String, Int, Int, Int, Status)])
    func status(target: String, yes: Int, no: Int, missing: Int, expected: Status) throws {
        #expect(try survey(target, yes: yes, no: no, missing: missing).total().status == expected)
    }

    @Test("Exactly at the expected value is on track; without a target there is no status")
    func edges() throws {
        let survey = try survey("at_least = 90, by = 2030, baseline = { [2025] = 50 }", yes: 1, no: 1)
        #expect(try survey.total().status == .behind)
        let options = try survey.options(asOf: "2026-06-30", period: "2025-H2")
        survey.add(["net": true], round: "2025-H2")
        survey.add(["net": false], round: "2025-H2")
        #expect(try survey.figures(["x"], options).first?.total.status == .onTrack)
        let plain = try Survey("yes_no \"net\" { label = \"N\" },", "share = function(r) return r.net end,")
        plain.add(["net": true])
        #expect(try plain.total().status == nil)
    }

    @Test("A total that is only at least so much may still pass a target not to be exceeded")
    func atLeast() throws {
        let survey = try Survey(
            "integer \"v\" { label = \"V\" },",
            "total = function(r) return r.v end, target = { at_most = 10, by = 2030 },",
            rules: """
                indicator "y" { label = "Y", over = "f", total = function(r) return r.v end, target = { at_least = 5, by = 2030 } }
                """)
        survey.add(["v": 6])
        #expect(try survey.total().status == .met)
        survey.add(["v": missing(.unanswered)])
        #expect(try survey.total().status == .metUncertain)
        #expect(try survey.total("y").status == .met)
    }

    @Test("A target of a hundred things is none of 100 %: the least coverage of others holds")
    func hundredThings() throws {
        let units = [["name"]] + (1...20).map { ["\($0)"] }
        let survey = try Survey(
            form: """
                form "f" { version = 1, label = "F", key = { "unit" }, round = "half_year", frame = from_csv "units",
                  text "unit" { label = "U" }, integer "v" { label = "V" } }
                """,
            rules: """
                indicator "x" { label = "X", over = "f", total = function(r) return r.v end,
                  target = { at_least = 100, by = 2030 } }
                """, lists: ["units": units])
        for unit in 1...19 { survey.add(["unit": .value(.text("\(unit)")), "v": 10]) }
        #expect(try survey.total().coveragePercent == 95)
        #expect(try survey.total().status == .met)
    }

    @Test("Reached is said with what lies beyond a range, and nothing else is")
    func beyondRange() throws {
        let words = FigureText(language: .english)
        for (yes, no, text) in [(1, 0, "met, above the range"), (1, 1, "met"), (1, 9, "no baseline")] {
            let figure = try survey("between = { 40, 50 }, by = 2030", yes: yes, no: no).figure()
            #expect(words.status(figure.total, of: figure.indicator) == text)
        }
    }

    @Test("A row of a split whose units nobody knows is judged by the coverage of the whole, and so is a filter")
    func rows() throws {
        let survey = try Survey(
            form: """
                form "f" { version = 1, label = "F", key = { "unit" }, round = "half_year", frame = from_csv "units",
                  select_one "unit" { label = "U", choices = from_csv "units" }, yes_no "net" { label = "N" },
                  select_one "kind" { label = "K", choices = { { "p", en = "P" }, { "q", en = "Q" } } } }
                """,
            rules: """
                indicator "x" { label = "X", over = "f", by = { "kind", "unit" }, share = function(r) return r.net end,
                  target = { at_least = 50, by = 2030 } }
                """, lists: ["units": [["name"], ["a"], ["b"], ["c"]]])
        survey.add(["unit": "a", "kind": "p", "net": true])
        survey.add(["unit": "b", "kind": "q", "net": true])
        let figure = try survey.figure()
        #expect(figure.total.status == .incomplete)
        #expect(try figure.row("kind", key: "p").status == .incomplete)
        #expect(try figure.row("kind", key: "p").coverage == nil)
        #expect(try figure.row("unit", key: "a").status == .met)
        #expect(try figure.row("unit", key: "c").status == .noData)
        #expect(try survey.figure(filters: [SplitFilter(name: "kind", key: "p")]).total.status == .incomplete)
        #expect(try survey.figure(filters: [SplitFilter(name: "unit", key: "a")]).total.status == .met)
    }

    @Test(
        "Below the least coverage the status is incomplete, never met: 90 %, and 100 % for a target of 100 %",
        arguments: [
            ("at_least = 50", 9, .met), ("at_least = 50", 8, .incomplete), ("at_least = 100", 9, .incomplete),
            ("at_least = 100", 10, .met), ("above = 99", 9, .met),
        ] as [(String, Int, Status)])
    func coverage(target: String, reporting: Int, expected: Status) throws {
        let units = [["name"]] + (1...10).map { ["\($0)"] }
        let survey = try Survey(
            form: """
                form "f" { version = 1, label = "F", key = { "unit" }, round = "half_year", frame = from_csv "units",
                  text "unit" { label = "U" }, yes_no "net" { label = "N" } }
                """,
            rules: """
                indicator "x" { label = "X", over = "f", share = function(r) return r.net end,
                  target = { \(target), by = 2030 } }
                """, lists: ["units": units])
        for unit in 1...reporting { survey.add(["unit": .value(.text("\(unit)")), "net": true]) }
        #expect(try survey.total().status == expected)
    }
}
