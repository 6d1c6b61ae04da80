import Testing
import VietText

@Suite("Typed numbers")
struct NumberReadingTests {
    @Test(
        "are read by the rule",
        arguments: [
            ("1.234,5", "1234.5", nil), ("1234.5", "1234.5", nil), ("3,5", "3.5", nil), ("1.234", "1234", "1.234"),
            ("1,234", "1.234", "1234"), ("12.5", "12.5", nil), ("0.125", "0.125", nil), ("1.234.567", "1234567", nil),
            ("1,234,567", "1234567", nil), ("1,234.5", "1234.5", nil), ("1 234 567,8", "1234567.8", nil),
            ("12\u{A0}000", "12000", nil), (" -7 ", "-7", nil), ("\u{2212}0,5", "-0.5", nil), ("+8", "8", nil),
            ("007", "7", nil), ("0", "0", nil), ("1234.567", "1234.567", nil),
            ("12345678901234567", "12345678901234567", nil),
        ] as [(String, String, String?)])
    func read(typed: String, digits: String, otherwise: String?) throws {
        let reading = try #require(NumberReading(typed, language: .vietnamese))
        #expect(reading.digits == digits)
        #expect(reading.otherwise == otherwise)
        #expect(reading.value == Double(digits))
    }

    @Test("change their signs with the language")
    func english() {
        #expect(NumberReading("1,234", language: .english)?.digits == "1234")
        #expect(NumberReading("1.234", language: .english)?.digits == "1.234")
        #expect(NumberReading("3,5", language: .english)?.digits == "3.5")
    }

    @Test(
        "are refused where they are none",
        arguments: [
            "", " ", "-", "abc", "1.23.456", "1.2,3,4", "1,", ",5", ".5", "1..2", "12.34.567,8", "1.234,5.6", "1e5",
            "50 %",
            "--1", "1 23", "0.123.456", "1.234 567,8", "١٢", "0x10", "nan", "1,5 2",
        ])
    func refused(typed: String) {
        #expect(NumberReading(typed, language: .vietnamese) == nil)
    }

    @Test("come back as they were written", arguments: TextLanguage.allCases)
    func roundTrip(language: TextLanguage) {
        let style = NumberStyle(language)
        for number in [0, 0.5, -3.25, 999.9, 1000.5, 123456.75, -9876543.5] {
            #expect(NumberReading(style.text(number, decimals: 2), language: language)?.value == number)
        }
        #expect(NumberReading(style.text(42_000), language: language)?.value == 42_000)
    }
}
