import Evaluation
import FormModel
import Reporting
import Testing

/// What a report tells of how a target is neared: its pace, who would help most, and how rows of splits changed.
@Suite("Nearing a target")
struct NearingTests {
    private func row(_ key: String, _ numerator: Int, of n: Int, _ status: Status? = nil) -> SplitRow {
        SplitRow(key: [key], label: ["Thôn \(key)"], values: .share(numerator, of: n, status))
    }

    @Test(
        "when the target is reached at the present pace is told by its year, as a date, and in a column",
        arguments: [
            // 40 % at the end of 2025, target 90 %.
            (50, Status.behind, "đạt năm\u{A0}2028 2028"), (39, .behind, "không đạt nil"), (95, .met, "– nil"),
            (50, .incomplete, "– nil"),
        ])
    func pace(value: Int, status: Status, text: String) throws {
        var bench = ReportBench(
            body: """
                local f = data:indicator "two"
                doc:table { { f }, columns = { "reaches" } }
                doc:paragraph(f.reaches .. " " .. tostring(f.reaches_on and f.reaches_on.year))
                """)
        bench.totals["two"] = .share(value, of: 100, expected: 45, status)
        let document = try bench.document()
        #expect(document.paragraphs == [text])
        #expect(text.hasPrefix(document.cells[0][0]))
        #expect(document.firstTable?.columns.map(\.header) == ["Với nhịp hiện nay"])
    }

    @Test("the villages that would close most of the gap come first; of few, hidden or incomplete ones nothing is said")
    func gapClosing() throws {
        var bench = ReportBench(
            body: """
                for _, row in ipairs(data:indicator("two"):gap_closing("village", { limit = 2 })) do
                  doc:paragraph(("%s %s %s %.1f"):format(row.key, row.gain, row.part, row.part_number))
                end
                """)
        bench.totals["two"] = .share(250, of: 500, .behind)
        bench.splits["two"] = [
            Split(
                names: ["village"],
                rows: [
                    row("a", 40, of: 100), row("b", 120, of: 200), row("c", 0, of: 20), row("d", 20, of: 100),
                    row("e", 1, of: 80, .incomplete),
                ])
        ]
        // d lacks 30 points of the average in a fifth of all: 6 points of the 40 that are lacking.
        #expect(
            try bench.document().paragraphs == [
                "d 6,0\u{A0}điểm\u{A0}% 15,0\u{A0}% 15.0", "a 2,0\u{A0}điểm\u{A0}% 5,0\u{A0}% 5.0",
            ])
    }

    @Test("rows of a split have their own change, but where a value was or is hidden")
    func changes() throws {
        var bench = ReportBench(
            body: """
                doc:table { data:indicator("two"):by "group", columns = { "label", "value", "change" } }
                doc:paragraph(data:indicator("two"):by("group")[1].change)
                """)
        bench.totals["two"] = .share(250, of: 500)
        bench.splits["two"] = [
            Split(names: ["group"], rows: [row("a", 40, of: 100), row("b", 60, of: 100), row("c", 50, of: 100)])
        ]
        bench.earlier = ["2025-H2": ["two": .share(200, of: 500)]]
        bench.earlierSplits = [
            "2025-H2": [
                "two": [
                    Split(names: ["group"], rows: [row("a", 50, of: 100), row("b", 2, of: 4), row("c", 50, of: 60)])
                ]
            ]
        ]
        let document = try bench.document()
        #expect(document.cells.map { $0[2] } == ["-10,0", "–", "–"])
        #expect(document.paragraphs == ["-10,0"])
    }
}
