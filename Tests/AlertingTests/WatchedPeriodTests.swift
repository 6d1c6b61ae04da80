import AlertStates
import FormModel
import Testing

@Suite("The period that a rule watches (semantics 4.1)")
struct WatchedPeriodTests {
    private func watched(_ period: String?, form: String = "") throws -> Watched {
        let line = period.map { "period = \"\($0)\"," } ?? ""
        return try Watched(
            rule: """
                watch = "m", \(line) when = function(now) return now.n >= 0 end,
                message = function(now, before)
                  return now.period .. "=" .. (now.n > 0 and now.value or "?") .. " "
                    .. before.period .. "=" .. (before.n > 0 and before.value or "?")
                end,
                """, form: form)
    }

    @Test(
        "now and before",
        arguments: [
            (nil, "2026-H1=3.0 2025-H2=2.0"), ("last_closed", "2026-H1=3.0 2025-H2=2.0"),
            ("to_date", "2026-09-15=4.0 2025-09-15=1.0"), ("half_year", "2026-H1=3.0 2025-H2=2.0"),
            ("month", "2026-08=3.0 2026-07=3.0"), ("quarter", "2026-Q2=3.0 2026-Q1=3.0"),
            ("year", "2025=2.0 2024=?"),
            ("last_2_quarters", "2026-Q1/2026-Q2=3.0 2025-Q3/2025-Q4=2.0"),
        ] as [(String?, String)])
    func periods(_ period: String?, _ expected: String) throws {
        let watched = try watched(period)
        // One household, asked in each half-year: the mean tells which record counted.
        for (round, date, v) in [
            ("2025-H1", "2025-06-01", 1), ("2025-H2", "2025-12-01", 2), ("2026-H1", "2026-02-01", 3),
            ("2026-H2", "2026-09-01", 4),
        ] as [(String, String, Double)] {
            try watched.add("v1", v: .value(.decimal(v)), unit: "1", round: round, date: date)
        }
        let found = try watched.evaluate(asOf: "2026-09-15").one()
        #expect(found.finding.message == expected)
    }

    @Test("the last closed period, or the last to have ended with enough coverage")
    func closed() throws {
        let watched = try watched("last_closed", form: "frame = from_csv \"frame\",")
        // All of the frame's households in 2025-H1, whose answers hold for a year; one of five since.
        for (village, unit) in [("v1", "1"), ("v1", "2"), ("v2", "1"), ("v2", "2"), ("v3", "1")] {
            try watched.add(village, v: 1, unit: unit, round: "2025-H1", date: "2025-05-01")
        }
        try watched.add("v1", v: 2, unit: "1")
        // Of 2026-H1 one in five counts: the half-year before is watched.
        let found = try watched.evaluate()
        #expect(try found.one().finding.period == "2025-H2", "\(found.evaluation)")
        watched.coverageMinimum = 20
        #expect(try watched.evaluate().one().finding.period == "2026-H1")
        watched.coverageMinimum = 90
        watched.closed = ["2026-H1"]
        #expect(try watched.evaluate().one().finding.period == "2026-H1")
    }

    @Test("where no period is closed or has ended with records, nothing is observed")
    func none() throws {
        let watched = try watched("last_closed")
        #expect(try watched.evaluate().failure == nil)
        #expect(try watched.evaluate().observations.isEmpty)
        try watched.add("v1", v: 1)
        #expect(try watched.evaluate(asOf: "2026-06-30").observations.isEmpty)
        #expect(try watched.evaluate(asOf: "2026-07-01").one().finding.period == "2026-H1")
    }
}
