import Foundation
import Randomness
import Testing
import VietText

@Suite("Vietnamese order")
struct VietnameseOrderTests {
    @Test(
        "sorts as a dictionary does, and numbers by their value",
        arguments: [
            ["An", "Ánh", "Ân", "Bình", "Dũng", "Đạo", "Đức", "Yên"],
            ["o", "ô", "ơ", "u", "ư"],
            ["ma", "Ma", "mà", "MÀ", "mạ", "man", "mă", "mặn", "mâ", "mb"],
            ["Thôn 1", "Thôn 1 – Đức Tân", "Thôn 1, Đức Tân", "Thôn 1A", "Thôn 12", "Thôn Đông", "Thôn giữa"],
            ["2", "10", "a", "z", "ж", "漢"],
            ["9999999999999999999", "10000000000000000000000"],
            ["ma", "mà", "mả", "mã", "má", "mạ"],
            ["Thôn 1", "Thôn 2", "Thôn 2a", "Thôn 10", "Tổ 3"],
            ["Thôn 0", "Thôn 01", "Thôn 1", "Thôn 002"],
        ])
    func sorts(expected: [String]) {
        #expect(expected.reversed().sortedInVietnamese() == expected)
        let decomposed = expected.reversed().map(\.decomposedStringWithCanonicalMapping)
        #expect(decomposed.sortedInVietnamese() == expected)
    }

    @Test("takes both forms of a text as the same")
    func sameText() {
        #expect(VietnameseOrder.compare("Đức Hòa", "Đức Hòa".decomposedStringWithCanonicalMapping) == .orderedSame)
    }

    @Test("is a total order, so that sorting never depends on where one began")
    func totalOrder() {
        let parts = [
            "a", "A", "á", "ạ", "ă", "đ", "d", " ", "1", "01", "2", "10", "-", "–", "o", "ơ", "99999999999999999999",
        ]
        var generator = Seeded(7)
        let texts = (0..<60).map { _ in
            (0..<Int.random(in: 1...4, using: &generator)).compactMap { _ in parts.randomElement(using: &generator) }
                .joined()
        }
        for first in texts {
            for second in texts {
                let forth = VietnameseOrder.compare(first, second)
                #expect(VietnameseOrder.compare(second, first).rawValue == -forth.rawValue)
                #expect((forth == .orderedSame) == (first == second))
                guard forth == .orderedAscending else { continue }
                for third in texts where VietnameseOrder.precedes(second, third) {
                    #expect(VietnameseOrder.precedes(first, third), "\(first) < \(second) < \(third)")
                }
            }
        }
    }

    @Test("sorts elements by their text")
    func byText() {
        let villages = [(key: "dt10", name: "Thôn 10"), (key: "dt2", name: "Thôn 2")]
        #expect(villages.sortedInVietnamese { $0.name }.map(\.key) == ["dt2", "dt10"])
    }
}
