import Reporting
import Testing
import VietText

@Suite("Bar charts")
struct BarChartTests {
    @Test("draw values in eighths of a character, with the target's mark across")
    func bars() {
        let chart = BarChart(
            fullScale: 100,
            bars: [
                Bar("Đủ", .value(100, printed: "100,0\u{A0}%"), target: 90),
                Bar("Nửa", .value(50, printed: "50,0\u{A0}%"), target: 90),
                Bar("Ít", .value(0.01, printed: "0,0\u{A0}%"), note: "ít quan sát"),
                Bar("Không", .value(0, printed: "0,0\u{A0}%"), target: 100),
                Bar("Vắng", .absent(nil)),
                Bar("Kín", .absent("không công bố")),
            ])
        // Labels 5 + 2; values 7 wide behind 2, notes 13 behind 1: 50 cells, the last for a mark at 100.
        #expect(
            rendered(chart) == """
                Đủ     ████████████████████████████████████████████│████   100,0\u{A0}%
                Nửa    ████████████████████████▌                   │        50,0\u{A0}%
                Ít     ▏                                                     0,0\u{A0}% (ít quan sát)
                Không                                                   │    0,0\u{A0}%
                Vắng   không có số liệu
                Kín    không công bố
                       │ mục tiêu

                """)
    }

    @Test("clamp what lies outside the scale, and draw nothing for what is no number")
    func outside() {
        let chart = BarChart(
            fullScale: 10,
            bars: [
                Bar("a", .value(1e300, printed: "a")), Bar("b", .value(-5, printed: "b"), target: -1),
                Bar("c", .value(.nan, printed: "c"), target: .infinity),
            ])
        let lines = rendered(chart).split(separator: "\n")
        #expect(lines[0] == "a  \(String(repeating: "█", count: 50))   a")
        #expect(lines[1] == "b  │\(String(repeating: " ", count: 50))  b")
        #expect(lines[2] == "c  \(String(repeating: " ", count: 51))  c")
    }

    @Test("find a scale where none is given", arguments: [(0.0, 8.0), (-1, 8), (.nan, 8), (4, 4)])
    func scale(asked: Double, given: Double) {
        let bars = [Bar("a", .value(8, printed: "8")), Bar("b", .absent(nil))]
        #expect(BarChart(fullScale: asked, bars: bars).fullScale == given)
        #expect(BarChart(fullScale: 0, bars: []).fullScale == 1)
    }

    @Test("use only ASCII signs where asked")
    func ascii() {
        let chart = BarChart(
            fullScale: 100, targetName: "target 90%",
            bars: [
                Bar("a", .value(50, printed: "50%"), target: 90), Bar("b", .value(0.1, printed: "0.1%")),
                Bar("c", .absent(nil)),
            ])
        let text = rendered(chart, drawing: .ascii, language: .english)
        #expect(text.allSatisfy { $0.isASCII })
        #expect(text.contains("a  #########################                    |"))
        #expect(text.contains("b  # "))
        #expect(text.contains("c  no data"))
    }

    private func rendered(
        _ chart: BarChart, drawing: Drawing = .unicode, language: TextLanguage = .vietnamese
    ) -> String {
        TextRenderer(width: 80, drawing: drawing).render(
            Document(language: language, title: "", status: .final, blocks: [.bars(chart)]))
    }
}
