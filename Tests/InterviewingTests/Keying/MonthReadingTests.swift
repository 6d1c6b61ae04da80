import FormModel
import Interviewing
import Messages
import Testing

@Suite("The month in which a member left")
struct MonthReadingTests {
    private func read(_ text: String) throws -> Answer? {
        let spot = try #require(Spot("person[1]._left_month"))
        let question = AskedQuestion(spot: spot, stop: .question, kind: .text, label: "", number: 1, total: 1)
        do throws(Message) {
            let typed = try TypedAnswer.read(text, for: question, language: .vietnamese, day: Bench.day, minutes: 0)
            guard case .answer(let answer) = typed.event else { return nil }
            return answer
        } catch {
            #expect(error.code == "E-KEYING-014")
            return nil
        }
    }

    private static let months = [
        ("5/2026", "2026-05"), ("05-2026", "2026-05"), ("2026-05", "2026-05"), ("5/26", "2026-05"),
        ("12 2025", "2025-12"),
        ("tháng 5 năm 2026", "2026-05"), ("tha\u{301}ng 5 na\u{306}m 2026", "2026-05"), ("T5/2026", "2026-05"),
        // Without a year the last such month that has begun; the day is the 30th of June 2026.
        ("6", "2026-06"), ("7", "2025-07"), ("12", "2025-12"),
    ]

    @Test("is typed as people write it", arguments: months)
    func readable(text: String, month: String) throws {
        #expect(try read(text) == .value(.text(month)))
    }

    @Test("is refused with what can be typed", arguments: ["13", "0/2026", "năm ngoái", "5/6/2026", "2026", "abc"])
    func unreadable(text: String) throws {
        #expect(try read(text) == nil)
    }
}
