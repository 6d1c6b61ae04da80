import FormModel
import Foundation
import Interviewing
import Testing

@Suite("Appointments")
struct AppointmentReadingTests {
    /// Agreed on Tuesday, 24 November 2026.
    private static let said = Day(iso: "2026-11-24") ?? Day(number: 0)

    private static let known: [(String, String?)] = [
        ("25/11", "2026-11-25"), ("25/11 19h", "2026-11-25"), ("19h ngày 25/11", "2026-11-25"),
        ("25/11/2026", "2026-11-25"), ("5/1", "2027-01-05"), ("tối mai 19h", "2026-11-25"),
        ("chiều nay", "2026-11-24"), ("ngày kia", "2026-11-26"), ("thứ bảy", "2026-11-28"),
        ("thứ 7 tuần này", "2026-11-28"), ("chủ nhật", "2026-11-29"), ("thứ ba", "2026-12-01"),
        ("tomorrow evening", "2026-11-25"), ("hẹn chị Mai", nil), ("khi nào rảnh", nil), ("", nil),
        ("23/11/2026", "2026-11-23"),
    ]

    @Test("the day is found in what was said", arguments: known)
    func day(text: String, expected: String?) {
        #expect(AppointmentReading.day(text, saidOn: Self.said)?.iso == expected)
        let decomposed = text.decomposedStringWithCanonicalMapping
        #expect(AppointmentReading.day(decomposed, saidOn: Self.said)?.iso == expected)
    }
}
