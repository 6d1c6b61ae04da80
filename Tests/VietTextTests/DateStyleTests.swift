import Testing
import VietText

@Suite("Dates")
struct DateStyleTests {
    @Test("are written as Vietnamese documents write them")
    func vietnamese() {
        let style = DateStyle(.vietnamese)
        #expect(style.long(year: 2026, month: 11, day: 23) == "ngày 23 tháng 11 năm 2026")
        #expect(style.long(year: 2026, month: 2, day: 5) == "ngày 05 tháng 02 năm 2026")
        #expect(style.long(year: 2026, month: 3, day: 10) == "ngày 10 tháng 3 năm 2026")
        #expect(style.short(year: 2026, month: 9, day: 5) == "05/09/2026")
    }

    @Test("are written in English")
    func english() {
        let style = DateStyle(.english)
        #expect(style.long(year: 2026, month: 11, day: 23) == "23 November 2026")
        #expect(style.short(year: 2026, month: 11, day: 23) == "23/11/2026")
        #expect(style.long(year: 2026, month: 13, day: 1) == "1 13 2026")
    }
}
