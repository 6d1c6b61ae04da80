import Evaluation
import FormModel
import Reporting
import Testing

@Suite("What reports read")
struct ReportDataTests {
    private func paragraphs(_ body: String, _ change: (inout ReportBench) -> Void = { _ in }) throws -> [String] {
        var bench = ReportBench(body: body)
        change(&bench)
        return try bench.document().paragraphs
    }

    @Test("indicators come in the order of their codes, numbers by their value")
    func order() throws {
        let found = try paragraphs("for _, f in ipairs(data:indicators()) do doc:paragraph(f.code) end")
        #expect(found == ["II.3.2.3", "II.3.3.4", "II.3.4.2", "II.3.4.10", "II.3.4.11"])
    }

    @Test("a group holds its own codes, and no others that begin alike")
    func groups() throws {
        let body = """
            for _, f in ipairs(data:indicators { group = "II.3.4" }) do doc:paragraph(f.id) end
            doc:paragraph("" .. #data:indicators { group = "II.3.4.1" })
            doc:paragraph(data:indicators({ codes = { "II.3.2.3" } })[1].id)
            doc:paragraph(data:indicators({ except = { "II.3.4", "II.3.2" } })[1].id)
            doc:paragraph("" .. #data:indicators { except = "II.3.3" })
            """
        #expect(try paragraphs(body) == ["two", "ten", "reported", "0", "schools", "both", "4"])
    }

    @Test("components stand beneath the indicator whose name they carry, or that is made from them")
    func components() throws {
        let body = "for _, f in ipairs(data:indicators { components = true }) do doc:paragraph(f.id) end"
        let found = try paragraphs(body) { $0.sources = ["both": ["two", "part"]] }
        #expect(found == ["schools", "both", "part", "two", "two_line", "ten", "reported"])
    }

    @Test("figures are printed as people write them, and read as numbers")
    func values() throws {
        let body = """
            local f = data:indicator "two"
            doc:paragraph(f.value .. "; " .. f.target .. "; " .. f.expected .. "; " .. f.gap .. "; " .. f.status)
            doc:paragraph(("%d %d %.2f %s"):format(f.n, f.missing, f.number, f.status_code))
            local empty = data:indicator "ten"
            doc:paragraph(empty.value .. tostring(empty.number) .. tostring(empty.gap_number))
            """
        let found = try paragraphs(body) {
            $0.totals["two"] = .share(8999, of: 10_000, missing: 3, expected: 92.5, .behind)
        }
        // Not 90,0 %: a printed figure never crosses its target.
        #expect(
            found == [
                "89,99\u{A0}%; ≥ 90\u{A0}% (phấn\u{A0}đấu); 92,5\u{A0}%; 2,5\u{A0}điểm\u{A0}%; chậm",
                "10000 3 89.99 behind", "–nilnil",
            ])
    }

    @Test("each status is counted under its own name; what cannot be judged is lacking too", arguments: Status.allCases)
    func counts(status: Status) throws {
        let body = """
            local c = data:count_by_status { codes = "II.3.4.2" }
            doc:paragraph(("%d of %d"):format(c.\(status.rawValue), c.total))
            doc:paragraph(("%d"):format(c.met + c.met_uncertain + c.on_track + c.behind + c.lacking))
            doc:paragraph(("%d"):format(data:count_by_status { codes = "II.3.4.11" }.without_target))
            """
        let found = try paragraphs(body) { $0.totals["two"] = .share(1, of: 2, status) }
        #expect(found == ["1 of 1", "1", "1"])
    }

    @Test("indicators are chosen by their status")
    func statuses() throws {
        let body = """
            for _, f in ipairs(data:indicators { status = { "behind", "no_data" } }) do doc:paragraph(f.id) end
            """
        let found = try paragraphs(body) {
            $0.totals["two"] = .share(1, of: 2, .behind)
            $0.totals["ten"] = .share(2, of: 2, .met)
        }
        #expect(found == ["two"])
    }

    @Test("units that did not report are named; households are only counted by village")
    func silent() throws {
        let body = """
            for _, id in ipairs { "schools", "reported", "two" } do
              doc:paragraph(table.concat(data:silent(id), "; "))
            end
            """
        let found = try paragraphs(body) {
            var half = FigureValues.share(1, of: 1)
            half.coverage = CoverageFigure(expected: 6, reporting: 4)
            var none = FigureValues()
            none.coverage = CoverageFigure(expected: 6, reporting: 0)
            var all = half
            all.coverage = CoverageFigure(expected: 6, reporting: 6)
            let rows = [("a", "Trường A", half), ("b", "Trường B", none), ("c", "Trường C", all)].map {
                SplitRow(key: [$0.0], label: [$0.1], values: $0.2)
            }
            $0.splits["schools"] = [Split(names: ["school"], rows: rows)]
            $0.silent["reported"] = [["b"]]
            $0.silent["two"] = [["v2", "7"], ["v1", "1"], ["v2", "9"]]
        }
        #expect(found == ["Trường A (thiếu 2 trên 6); Trường B", "Trường B", "Thôn 1 (1); Thôn 2 (2)"])
    }

    @Test("units that are silent are those of what the report is narrowed to")
    func silentWithin() throws {
        var bench = ReportBench(body: "doc:paragraph(table.concat(data:silent 'two', '; ') .. '.')")
        bench.silent["two"] = [["v2", "7"], ["v1", "1"], ["v2", "9"]]
        let village = ReportData.Filter(name: "village", key: "v2", label: "Thôn 2")
        #expect(try bench.document(filters: [village]).paragraphs == ["Thôn 2 (2)."])
        let sex = ReportData.Filter(name: "sex", key: "male", label: "Nam")
        #expect(try bench.document(filters: [sex]).paragraphs == ["."])
    }

    @Test("a figure tells its round, who is counted by an earlier record, and its sample")
    func rounds() throws {
        var bench = ReportBench(
            body: """
                local f = data:indicator "schools"
                doc:paragraph(f.round .. "; " .. f.earlier_units .. "; " .. f.earlier_rounds)
                doc:paragraph(table.concat(data:earlier "schools", "; "))
                doc:paragraph(data:indicator("two").design .. ";" .. data:indicator("two").earlier_units)
                """)
        bench.rounds["school"] = ["2026-H1": [["a"]], "2025-H2": [["c"], ["b"]]]
        bench.designs["two"] = "d"
        #expect(
            try bench.document().paragraphs == [
                "6 tháng đầu năm 2026; 2; 6 tháng cuối năm 2025", "Trường B; Trường C", "mẫu theo thôn;0",
            ])
    }

    @Test(
        "who subtracts the printed value from the printed path gets the printed gap",
        arguments: [
            // Value, path: what is printed of both, and of the gap.
            (0.6627, 0.8203, "0,66\u{A0}%; 0,82\u{A0}%; 0,16\u{A0}điểm\u{A0}%"),
            (36.01, 36.9, "36,0\u{A0}%; 36,9\u{A0}%; 0,9\u{A0}điểm\u{A0}%"),
            (36.84, 42.55, "36,8\u{A0}%; 42,6\u{A0}%; 5,8\u{A0}điểm\u{A0}%"),
            (40.34, 40.86, "40,34\u{A0}%; 40,86\u{A0}%; 0,52\u{A0}điểm\u{A0}%"),
            (50, 46.31, "50,0\u{A0}%; 46,3\u{A0}%; -3,7\u{A0}điểm\u{A0}%"),
            (40, 40.0004, "40,000\u{A0}%; 40,000\u{A0}%; 0,000\u{A0}điểm\u{A0}%"),
        ])
    func gap(value: Double, expected: Double, printed: String) throws {
        let found = try paragraphs(
            "local f = data:indicator 'two' doc:paragraph(f.value .. '; ' .. f.expected .. '; ' .. f.gap)"
        ) {
            var values = FigureValues.share(1, of: 100, expected: expected, .behind)
            values.value = value
            $0.totals["two"] = values
        }
        #expect(found == [printed])
    }

    @Test(
        "the day of the figures is the period's last, or the as-of where that is earlier",
        arguments: [("2026-12-31", "30/06/2026 false"), ("2026-05-04", "04/05/2026 true")])
    func date(asOf: String, printed: String) throws {
        let body = "doc:paragraph(data:written(data.date) .. ' ' .. tostring(data.is_running)) doc:paragraph(today())"
        let found = try paragraphs(body) { $0.asOf = asOf }
        #expect(found == [printed, String(printed.prefix(10))])
    }

    @Test("rows come worst first, those that rest on few observations behind them")
    func worstFirst() throws {
        let body = """
            for _, row in ipairs(data:indicator("two"):by("village", { order = "worst", limit = 3 })) do
              doc:paragraph(row.key .. " " .. row.value .. (row.few and " few" or ""))
            end
            """
        let rows = [("a", 90, 100), ("b", 1, 20), ("c", 10, 100), ("d", 0, 0)].map {
            SplitRow(key: [$0.0], label: [$0.0], values: .share($0.1, of: $0.2))
        }
        let found = try paragraphs(body) { $0.splits["two"] = [Split(names: ["village"], rows: rows)] }
        #expect(found == ["c 10,0\u{A0}%", "a 90,0\u{A0}%", "b (5,0\u{A0}%) few"])
    }

    @Test("period, day and scope are there")
    func period() throws {
        var bench = ReportBench(
            body: """
                doc:paragraph(data.period.id .. " " .. data.period.label)
                doc:paragraph(data:written(data.period.last) .. " " .. data:written(data.as_of))
                doc:paragraph(data:written(12345.5) .. " " .. data.only)
                """)
        bench.totals = [:]
        let found = try bench.document(filters: [ReportData.Filter(name: "village", key: "v1", label: "Thôn 1")])
            .paragraphs
        #expect(found == ["2026-H1 6 tháng đầu năm 2026", "30/06/2026 05/07/2026", "12.345,5 Thôn 1"])
    }
}
