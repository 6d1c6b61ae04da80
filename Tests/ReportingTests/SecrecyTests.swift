import Evaluation
import FormModel
import Testing

@testable import Reporting

@Suite("Small cells")
struct SecrecyTests {
    private func values(_ split: Split, in body: String = "two") throws -> [String] {
        var bench = ReportBench(
            body: """
                for _, row in ipairs(data:indicator("two"):by { \(split.names.map { "'\($0)'" }.joined(separator: ", ")) }) do
                  doc:paragraph(row.value .. " " .. tostring(row.number) .. " " .. tostring(row.n))
                end
                """)
        bench.splits["two"] = [split]
        return try bench.document().paragraphs
    }

    private func split(_ name: String, _ shares: [(Int, Int)]) -> Split {
        Split(
            names: [name],
            rows: shares.enumerated().map { SplitRow(key: ["\($0)"], label: ["\($0)"], values: .share($1.0, of: $1.1)) }
        )
    }

    @Test("a row of few persons is hidden with its numbers, and another with it")
    func secondary() throws {
        let found = try values(split("group", [(1, 3), (40, 100), (30, 60)]))
        #expect(found == ["• nil nil", "40,0\u{A0}% 40.0 100", "• nil nil"])
    }

    @Test("villages are public bodies, and never hidden")
    func publicBodies() throws {
        let found = try values(split("village", [(1, 3), (40, 100)]))
        #expect(found == ["(33,3\u{A0}%) 33.333333333333 3", "40,0\u{A0}% 40.0 100"])
    }

    @Test("a row without anybody is no secret and protects none")
    func empty() throws {
        let found = try values(split("group", [(1, 3), (0, 0), (40, 100)]))
        #expect(found == ["• nil nil", "– nil 0", "• nil nil"])
    }

    @Test("in a crossed table one or two who did, or did not, are hidden too")
    func rareCases() throws {
        let keys = [
            ["male", "a"], ["male", "b"], ["male", "c"], ["female", "a"], ["female", "b"], ["female", "c"],
        ]
        let shares = [(1, 100), (50, 90), (50, 80), (50, 70), (50, 95), (50, 96)]
        let rows = zip(keys, shares).map { SplitRow(key: $0, label: $0, values: .share($1.0, of: $1.1)) }
        let found = try values(Split(names: ["sex", "group"], rows: rows)).map { $0.hasPrefix("•") }
        // One of each line: a second of its sex, of its group, and the fourth that closes the square.
        #expect(found == [true, true, false, true, true, false])
    }

    @Test("narrowed to a village, persons by sex are a crossed table")
    func filtered() throws {
        var bench = ReportBench(
            body: "for _, r in ipairs(data:indicator('two'):by 'village') do doc:paragraph(r.value) end")
        bench.splits["two"] = [split("village", [(1, 3), (20, 40), (50, 100)])]
        let found = try bench.document(filters: [ReportData.Filter(name: "sex", key: "female", label: "Nữ")]).paragraphs
        #expect(found == ["•", "•", "50,0\u{A0}%"])
    }

    @Test("a derived figure is as secret as what it is made from")
    func derived() throws {
        var bench = ReportBench(
            body: "for _, r in ipairs(data:indicator('both'):by 'sex') do doc:paragraph(r.value) end")
        bench.splits["both"] = [split("sex", [(1, 3), (50, 100)])]
        bench.sources["both"] = ["two", "part"]
        #expect(try bench.document().paragraphs == ["•", "•"])
        bench.sources["both"] = ["part"]
        #expect(try bench.document().paragraphs == ["33,3\u{A0}%", "50,0\u{A0}%"])
    }

    // MARK: Properties

    private typealias Cell = CellSuppression.Cell

    @Test("no hidden row can be had from the total, and what is hidden together is no small cell", arguments: 0..<200)
    func oneWay(seed: UInt64) {
        var random = SplitMix(seed)
        let sizes = (0..<Int.random(in: 2...12, using: &random)).map { _ in
            Int.random(in: 0...(Bool.random(using: &random) ? 4 : 60), using: &random)
        }
        let cells = sizes.enumerated().map { Cell(key: ["\($0)"], size: $1, isSensitive: (1..<5).contains($1)) }
        let hidden = CellSuppression.hidden(cells, least: 5)
        for (place, cell) in cells.enumerated() where cell.isSensitive { #expect(hidden.contains(place)) }
        let live = cells.filter { $0.size > 0 }
        guard !hidden.isEmpty, live.count > 1, live.reduce(0, { $0 + $1.size }) >= 5 else { return }
        #expect(hidden.count > 1)
        #expect(hidden.reduce(0) { $0 + cells[$1].size } >= 5)
    }

    @Test("no hidden cell of a crossed table can be worked out from its lines", arguments: 0..<200)
    func twoWay(seed: UInt64) {
        var random = SplitMix(seed)
        let (height, width) = (Int.random(in: 2...5, using: &random), Int.random(in: 2...5, using: &random))
        let cells = (0..<height * width).map { place in
            let size = Int.random(in: 1...(Int.random(in: 0..<5, using: &random) == 0 ? 4 : 90), using: &random)
            return Cell(key: ["\(place / width)", "\(place % width)"], size: size, isSensitive: size < 5)
        }
        let hidden = CellSuppression.hidden(cells, least: 5)
        // A second set of sizes with the same sums of every line, and another value in the cell, shows that it is open.
        for place in hidden {
            #expect(isOpen(place, hidden: hidden, width: width, count: cells.count), "\(place) of \(hidden.sorted())")
        }
    }

    /// Whether a cell lies on a circle of hidden cells that turns at each: adding one and taking one in turn along it
    /// changes the cell and no line. Found by another way than the product's: a search of the circle itself.
    private func isOpen(_ start: Int, hidden: Set<Int>, width: Int, count: Int) -> Bool {
        func reach(_ place: Int, _ alongRow: Bool, _ visited: Set<Int>) -> Bool {
            let next = hidden.filter { other in
                other != place && (alongRow ? other / width == place / width : other % width == place % width)
            }
            for other in next {
                if other == start, !alongRow { return true }
                if !visited.contains(other), reach(other, !alongRow, visited.union([other])) { return true }
            }
            return false
        }
        return reach(start, true, [start])
    }
}

/// SplitMix64: the same numbers each time.
private struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
