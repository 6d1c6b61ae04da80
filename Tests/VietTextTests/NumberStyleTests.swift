import Testing
import VietText

@Suite("Numbers")
struct NumberStyleTests {
    private let vietnamese = NumberStyle(.vietnamese)
    private let english = NumberStyle(.english)

    @Test(
        "are written with the language's signs",
        arguments: [
            (1234.5, 1, "1.234,5", "1,234.5"), (0, 1, "0,0", "0.0"), (999, 0, "999", "999"),
            (1_000_000, 0, "1.000.000", "1,000,000"), (-1234.5, 2, "-1.234,50", "-1,234.50"),
            (1e21, 0, "1.000.000.000.000.000.000.000", "1,000,000,000,000,000,000,000"), (1e-7, 3, "0,000", "0.000"),
            (123456, -2, "123.456", "123,456"), (.nan, 1, "–", "–"), (-.infinity, 1, "–", "–"),
        ] as [(Double, Int, String, String)])
    func signs(number: Double, decimals: Int, inVietnamese: String, inEnglish: String) {
        #expect(vietnamese.text(number, decimals: decimals) == inVietnamese)
        #expect(english.text(number, decimals: decimals) == inEnglish)
    }

    @Test(
        "are rounded half away from zero, on the digits that people see",
        arguments: [
            (2.675, 2, "2,68"), (0.285, 2, "0,29"), (1.005, 2, "1,01"), (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"),
            (-2.5, 0, "-3"), (-0.04, 1, "0,0"), (-0.05, 1, "-0,1"), (0.049, 1, "0,0"), (99.95, 1, "100,0"),
            (9.99, 1, "10,0"), (0.1 + 0.2, 1, "0,3"), (.leastNonzeroMagnitude, 1, "0,0"), (-0.0, 1, "0,0"),
            (0.05, 1, "0,1"),
            (0.95, 0, "1"), (0.005, 2, "0,01"), (0.0005, 2, "0,00"),
        ])
    func rounding(number: Double, decimals: Int, written: String) {
        #expect(vietnamese.text(number, decimals: decimals) == written)
    }

    @Test("have the length they need, a sign for a change, and whole numbers no decimals")
    func shapes() {
        #expect(vietnamese.text(1.5, upTo: 3) == "1,5")
        #expect(vietnamese.text(90.0, upTo: 1) == "90")
        #expect(vietnamese.change(1.26, decimals: 1) == "+1,3")
        #expect(vietnamese.change(-0.4, decimals: 1) == "-0,4")
        #expect(vietnamese.change(0.04, decimals: 1) == "0,0")
        #expect(vietnamese.change(.nan, decimals: 1) == "–")
        #expect(vietnamese.text(42_000) == "42.000")
        #expect(english.text(Int.min) == "-9,223,372,036,854,775,808")
    }

    @Test("are percentages with a no-break space in Vietnamese")
    func percentages() {
        #expect(vietnamese.percent(83.21) == "83,2\u{A0}%")
        #expect(english.percent(83.21) == "83.2%")
        #expect(vietnamese.percent(1.5, upTo: 1) == "1,5\u{A0}%")
        #expect(vietnamese.percent(90, upTo: 1) == "90\u{A0}%")
        #expect(vietnamese.percent(.nan) == "–")
    }

    @Test(
        "never cross their target by rounding",
        arguments: [
            (99.96, .atLeast(100), "99,96"), (100, .atLeast(100), "100,0"), (89.95, .atLeast(90), "89,95"),
            (89.94, .atLeast(90), "89,9"), (99.9996, .atLeast(100), "99,999"), (99.99999, .atLeast(100), "99,999"),
            (98.04, .above(98), "98,04"), (98, .above(98), "98,0"), (97.99, .above(98), "98,0"),
            (98.00001, .above(98), "98,001"), (5.04, .atMost(5), "5,04"), (5, .atMost(5), "5,0"),
            (5.00001, .atMost(5), "5,001"), (4.96, .below(5), "4,96"), (4.94, .below(5), "4,9"), (5, .below(5), "5,0"),
            (1.46, .atLeast(1.5), "1,46"), (-0.04, .below(0), "-0,04"), (.nan, .atLeast(1), "–"),
        ] as [(Double, PrintedThreshold, String)])
    func threshold(number: Double, threshold: PrintedThreshold, written: String) {
        #expect(vietnamese.text(number, against: threshold, decimals: 1) == written)
    }

    @Test("stand on the side of their target wherever they are near it")
    func thresholdEverywhere() {
        for step in -2_000...2_000 {
            let number = 90 + Double(step) * 0.000_17
            for threshold: PrintedThreshold in [.above(90), .atLeast(90), .atMost(90), .below(90)] {
                let printed = english.text(number, against: threshold, decimals: 1)
                #expect(Double(printed).map(threshold.isMet) == threshold.isMet(by: number), "\(number) as \(printed)")
            }
        }
    }
}
