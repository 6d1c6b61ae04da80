import FormModel
import Interviewing
import Messages
import Testing

@Suite("What is typed at a question")
struct TypedAnswerTests {
    private static let day = Day(iso: "2026-06-30") ?? Day(number: 0)

    private static func question(
        _ kind: QuestionKind, choices: [(String, String)] = [], special: [MissingReason] = []
    ) -> AskedQuestion {
        var asked = AskedQuestion(spot: Spot("q"), stop: .question, kind: kind, label: "Q", number: 1, total: 1)
        asked.choices = choices.enumerated().map { AskedChoice(code: "\($0 + 1)", name: $1.0, label: $1.1) }
        asked.special = special
        return asked
    }

    private static func read(_ typed: String, _ question: AskedQuestion, _ language: Language = .vietnamese) -> String {
        do throws(Message) {
            let read = try TypedAnswer.read(
                typed, for: question, language: language, day: day, minutes: 600)
            switch read.event {
            case .answer(let answer): return answer.word + (read.notice == nil ? "" : " ?")
            case .answerAcross(let yes, let others):
                return "\(yes.sorted()) \(others.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.name)" })"
            case .accept: return "accept"
            case .skip: return "skip"
            case .addRow: return "add"
            default: return "\(read.event)"
            }
        } catch {
            return error.code
        }
    }

    @Test(
        "yes and no, in words of both languages and both Unicode forms",
        arguments: [
            ("1", "yes"), ("có", "yes"), ("co\u{301}", "yes"), ("CÓ", "yes"), ("c", "yes"), ("y", "yes"), ("2", "no"),
            ("không", "no"), ("kho\u{302}ng", "no"), ("k", "no"), ("N", "no"), ("3", "E-KEYING-001"),
            ("có lẽ", "E-KEYING-001"), ("", "accept"), ("/k", "dont_know"), ("/d", "dont_know"),
            ("/t", "E-KEYING-002"), ("/x", "unanswered"), ("/không", "E-KEYING-002"),
        ])
    func yesNo(typed: String, expected: String) {
        #expect(Self.read(typed, Self.question(.yesNo, special: [.dontKnow])) == expected)
    }

    @Test(
        "numbers with a comma or a point",
        arguments: [
            (QuestionKind.integer, "4", "4"), (.integer, "-3", "-3"), (.integer, "1.234", "1234"),
            (.integer, "1 234", "1234"),
            (.integer, "4,5", "E-KEYING-004"), (.integer, "bốn", "E-KEYING-003"), (.integer, "4a", "E-KEYING-003"),
            (.integer, "99999999999999999999", "E-KEYING-004"), (.decimal, "30,5", "30.5"), (.decimal, "30.5", "30.5"),
            (.decimal, "1.234", "1234.0 ?"), (.decimal, "1.234,5", "1234.5"), (.decimal, "1e3", "E-KEYING-003"),
            (.decimal, "−2,5", "-2.5"),
        ])
    func numbers(kind: QuestionKind, typed: String, expected: String) {
        #expect(Self.read(typed, Self.question(kind)) == expected)
    }

    private static let villages = [
        ("dt1", "Thôn 1 – Đức Tân"), ("dt10", "Thôn 10 – Đức Tân"), ("tt", "Thị trấn Mộ Đức"), ("dp", "Đức Phú"),
    ]

    @Test(
        "a choice by its code, its name, or words of its label",
        arguments: [
            ("1", "dt1"), ("3", "tt"), ("dp", "dp"), ("duc phu", "dp"), ("Đức Phú", "dp"), ("phu", "dp"),
            ("Mo\u{323}\u{302} Đu\u{31b}\u{301}c", "tt"), ("mo d", "tt"), ("duc tan", "E-KEYING-011"),
            ("10", "E-KEYING-005"),
            ("xa", "E-KEYING-005"), ("9", "E-KEYING-005"), ("thôn 1 – đức tân", "dt1"),
        ])
    func choices(typed: String, expected: String) {
        #expect(Self.read(typed, Self.question(.selectOne, choices: Self.villages)) == expected)
    }

    @Test(
        "several choices, and an order",
        arguments: [
            (QuestionKind.selectMultiple, "1 3", "a+c"), (.selectMultiple, "3,1", "c+a"),
            (.selectMultiple, "a c", "a+c"),
            (.selectMultiple, "1 1", "E-KEYING-012"), (.selectMultiple, "1 9", "E-KEYING-005"),
            (.rank, "2 3 1", "b+c+a"),
            (.rank, "2 3", "E-KEYING-006"),
        ])
    func several(kind: QuestionKind, typed: String, expected: String) {
        let question = Self.question(kind, choices: [("a", "A"), ("b", "B"), ("c", "C")])
        #expect(Self.read(typed, question) == expected)
    }

    @Test(
        "dates, day first",
        arguments: [
            ("5/3/2026", "2026-03-05"), ("05/03/2026", "2026-03-05"), ("5 3", "2026-03-05"), ("5-3-26", "2026-03-05"),
            ("5.3.1958", "1958-03-05"), ("1/1/58", "1958-01-01"), ("05032026", "2026-03-05"),
            ("2026-03-05", "2026-03-05"),
            ("hôm nay", "2026-06-30"), ("today", "2026-06-30"), ("hôm qua", "2026-06-29"),
            ("31/4/2026", "E-KEYING-021"),
            ("29/2/2026", "E-KEYING-021"), ("29/2/2024", "2024-02-29"), ("5", "E-KEYING-007"), ("mai", "E-KEYING-007"),
            ("13/13/2026", "E-KEYING-021"), ("5//3", "2026-03-05"), ("99999999999999999999/1/2026", "E-KEYING-007"),
        ])
    func dates(typed: String, expected: String) {
        #expect(Self.read(typed, Self.question(.date)) == expected)
    }

    @Test(
        "times, with and without a date",
        arguments: [
            (QuestionKind.time, "14:30", "time(minutes: 870)"), (.time, "14h30", "time(minutes: 870)"),
            (.time, "7h", "time(minutes: 420)"), (.time, "0730", "time(minutes: 450)"),
            (.time, "24:00", "E-KEYING-008"),
            (.time, "7", "E-KEYING-008"), (.time, "bây giờ", "time(minutes: 600)"),
            (.dateTime, "5/3 14h30", "dateTime(2026-03-05, minutes: 870)"),
            (.dateTime, "5 3 2026 14 30", "dateTime(2026-03-05, minutes: 870)"),
            (.dateTime, "2026-03-05T14:30", "dateTime(2026-03-05, minutes: 870)"), (.dateTime, "5/3", "E-KEYING-009"),
        ])
    func times(kind: QuestionKind, typed: String, expected: String) {
        #expect(Self.read(typed, Self.question(kind)) == expected)
    }

    @Test("texts are trimmed, composed, and hold nothing that a terminal would obey")
    func texts() {
        let question = Self.question(.text)
        #expect(Self.read("  Nguye\u{302}\u{303}n A ", question) == "Nguyễn A")
        #expect(Self.read("a\u{1B}[31mb\u{07}", question) == "ab")
        #expect(Self.read("//5", question) == "/5")
        #expect(Self.read("/5", question) == "E-KEYING-002")
        #expect(Self.read("14,945 108,873", Self.question(.geopoint)).hasPrefix("geopoint"))
        #expect(Self.read("95 108", Self.question(.geopoint)) == "E-KEYING-010")
    }

    @Test(
        "the rows of a question across a roster",
        arguments: [
            ("1 3", "[11, 13] []"), ("0", "[] []"), ("không ai", "[] []"), ("*", "[11, 13] []"),
            ("1 3k", "[11] [\"13:dont_know\"]"),
            ("2", "E-KEYING-013"), ("1x9", "E-KEYING-013"), ("3t", "E-KEYING-013"), ("", "accept"),
        ])
    func across(typed: String, expected: String) {
        var question = Self.question(.yesNo, special: [.dontKnow])
        question.stop = .across
        question.rows = [1, 3].map { AskedRow(row: $0 + 10, position: $0, title: "", answer: nil) }
        #expect(Self.read(typed, question) == expected)
    }

    @Test(
        "commands beside answers",
        arguments: [
            (":b", InterviewCommand.back), ("<", .back), (":g net", .goTo("net")), (":g", .goTo("")),
            (":l en", .language(.english)),
            (":l", .language(nil)), (":?", .help), ("?", .help), ("!hỏi lại", .note("hỏi lại")),
            (":note x y", .note("x y")),
            (":e", .advance), (":w", .why("")), (":q", .quit), (":stop", .stop), (":del 3", .removeRow(3)),
            (":x9", .unknown("x9")), (":l fr", .unknown("l fr")), (":", .unknown("")), (":+", .nextRow),
        ])
    func commands(line: String, expected: InterviewCommand) {
        #expect(InterviewCommand(line) == expected)
    }

    @Test("an answer is no command")
    func noCommand() {
        for line in ["", "1", "a:b", "-5", "5/3", "/k"] { #expect(InterviewCommand(line) == nil) }
    }
}
