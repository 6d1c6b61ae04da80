import FormModel
import Foundation
import Randomness
import Testing

@testable import Interchange

private func reader(_ kind: QuestionKind) -> AnswerReader {
    var question = Question(kind: kind, name: "q", place: place)
    if kind.hasChoices { question.choices = choices("fibre", "mobile", "đt1", "none") }
    return AnswerReader(question, mayBeLeftOut: false, suggest: nearest)
}

private func outcome(_ kind: QuestionKind, _ cell: String) -> Result<Value, CellFault> {
    do throws(CellFault) {
        return .success(try reader(kind).value(of: cell))
    } catch {
        return .failure(error)
    }
}

private let day = Day(year: 2026, month: 6, day: 30)

@Suite("Cells and answers")
struct AnswerReaderTests {
    @Test(
        "A cell is read by its question's kind",
        arguments: [
            (.yesNo, "yes", .boolean(true)), (.yesNo, "TRUE", .boolean(true)), (.yesNo, "1", .boolean(true)),
            (.yesNo, "No", .boolean(false)), (.yesNo, "false", .boolean(false)), (.yesNo, "0", .boolean(false)),
            (.integer, " 42 ", .integer(42)), (.integer, "-7", .integer(-7)), (.integer, "012", .integer(12)),
            (.integer, "3.0", .integer(3)),
            (.integer, "9223372036854775807", .integer(.max)), (.integer, "-9223372036854775808", .integer(.min)),
            (.decimal, "3.25", .decimal(3.25)), (.decimal, "-1e-3", .decimal(-0.001)), (.decimal, ".5", .decimal(0.5)),
            (.decimal, "7", .decimal(7)),
            (.selectOne, "fibre", .text("fibre")), (.selectOne, "đt1", .text("đt1")),
            (.selectMultiple, "none  fibre", .choices(["fibre", "none"])),
            (.rank, "none fibre", .ranking(["none", "fibre"])),
            (.time, "08:30", .time(minutes: 510)), (.time, "23:59:00", .time(minutes: 1439)),
            (.geopoint, "15.12 108.8", .geopoint(GeoPoint(latitude: 15.12, longitude: 108.8)!)),
            (.geopoint, "15.12  108.8 5", .geopoint(GeoPoint(latitude: 15.12, longitude: 108.8, accuracy: 5)!)),
            (.text, "  hai  chữ ", .text("hai  chữ")), (.barcode, "0012", .text("0012")),
            (.calculate, "0012", .text("0012")),
        ] as [(QuestionKind, String, Value)])
    func values(kind: QuestionKind, cell: String, expected: Value) {
        #expect(outcome(kind, cell) == .success(expected))
    }

    @Test("Dates and times are ISO 8601")
    func dates() throws {
        let day = try #require(day)
        #expect(outcome(.date, "2026-06-30") == .success(.date(day)))
        #expect(outcome(.dateTime, "2026-06-30T08:30") == .success(.dateTime(day, minutes: 510)))
        #expect(outcome(.dateTime, "2026-06-30 08:30:00") == .success(.dateTime(day, minutes: 510)))
    }

    @Test(
        "What is no answer says why, and what would be one",
        arguments: [
            (.yesNo, "ừ", .notYesNo(found: "ừ")), (.yesNo, "2", .notYesNo(found: "2")),
            (.integer, "3.5", .fraction(found: "3.5")), (.integer, "1.000", .fraction(found: "1.000")),
            (.integer, "1e3", .fraction(found: "1e3")),
            (.integer, "3,5", .decimalComma(found: "3,5", suggestion: "3.5")),
            (.integer, "9223372036854775808", .outOfRange(found: "9223372036854775808")),
            (.integer, "ba", .notInteger(found: "ba")), (.integer, "0x10", .notInteger(found: "0x10")),
            (.decimal, "3,5", .decimalComma(found: "3,5", suggestion: "3.5")),
            (.decimal, "1.234,5", .decimalComma(found: "1.234,5", suggestion: "1234.5")),
            (.decimal, "nan", .notDecimal(found: "nan")), (.decimal, "inf", .notDecimal(found: "inf")),
            (.decimal, "0x1p3", .notDecimal(found: "0x1p3")), (.decimal, "1e999", .outOfRange(found: "1e999")),
            (.decimal, "1e", .notDecimal(found: "1e")), (.decimal, ".", .notDecimal(found: ".")),
            (.decimal, "1 000", .notDecimal(found: "1 000")),
            (
                .selectOne, "fiber",
                .notInList(found: "fiber", nearest: "fibre", allowed: ["fibre", "mobile", "đt1", "none"], count: 4)
            ),
            (
                .selectOne, "FIBRE",
                .notInList(found: "FIBRE", nearest: "fibre", allowed: ["fibre", "mobile", "đt1", "none"], count: 4)
            ),
            (
                .selectMultiple, "fibre xyz",
                .notInList(found: "xyz", nearest: nil, allowed: ["fibre", "mobile", "đt1", "none"], count: 4)
            ),
            (.selectMultiple, "none none", .repeated(name: "none")), (.rank, "fibre fibre", .repeated(name: "fibre")),
            (.date, "30/6/2026", .notDate(found: "30/6/2026", suggestion: "2026-06-30")),
            (.date, "2026-02-29", .notDate(found: "2026-02-29", suggestion: nil)),
            (.date, "06/30/2026", .notDate(found: "06/30/2026", suggestion: nil)),
            (.time, "24:00", .notTime(found: "24:00")), (.time, "8:30", .notTime(found: "8:30")),
            (.time, "08:30:15", .notTime(found: "08:30:15")),
            (.dateTime, "2026-06-30", .notDateTime(found: "2026-06-30")),
            (.dateTime, "2026-06-30T08:30Z", .notDateTime(found: "2026-06-30T08:30Z")),
            (.geopoint, "15.12", .notGeopoint(found: "15.12")), (.geopoint, "1 2 3 4", .notGeopoint(found: "1 2 3 4")),
            (.geopoint, "15,12 108,8", .notGeopoint(found: "15,12 108,8")),
            (.geopoint, "108.8 15.12", .geopointOutOfRange(found: "108.8 15.12")),
        ] as [(QuestionKind, String, CellFault)])
    func faults(kind: QuestionKind, cell: String, expected: CellFault) {
        #expect(outcome(kind, cell) == .failure(expected))
    }

    @Test("Decomposed Vietnamese is kept composed, without white space or a mark around it")
    func normalForm() throws {
        let decomposed = "\u{FEFF} Đo\u{302}\u{303} Thi\u{323} \u{A0}"
        guard case .success(.text(let text)) = outcome(.text, decomposed) else {
            Issue.record("not read")
            return
        }
        #expect(scalars(text) == scalars("Đ\u{1ED7} Th\u{1ECB}"))
        guard case .success(.text(let name)) = outcome(.selectOne, "đt1".decomposedStringWithCanonicalMapping) else {
            Issue.record("not found")
            return
        }
        #expect(scalars(name) == scalars("đt1"))
    }

    @Test("The reasons are those that the question offers; one that may be left out inherits any")
    func reasons() throws {
        var question = Question(kind: .integer, name: "age", place: place)
        question.special = [.refused]
        let plain = AnswerReader(question, mayBeLeftOut: false, suggest: nearest)
        #expect(try plain.answer(reason: "refused") == .missing(.refused))
        #expect(try plain.answer(reason: "unanswered") == .missing(.unanswered))
        #expect(try plain.answer(reason: "not_asked") == .notAsked)
        #expect(
            throws: CellFault.notInList(
                found: "dont_know", nearest: nil, allowed: ["refused", "unanswered", "not_asked"], count: 3)
        ) { try plain.answer(reason: "dont_know") }
        #expect(throws: CellFault.self) { try plain.answer(reason: "not_computed") }
        let conditional = AnswerReader(question, mayBeLeftOut: true, suggest: nearest)
        #expect(try conditional.answer(reason: "dont_know") == .missing(.dontKnow))
        let calculated = AnswerReader(
            Question(kind: .calculate, name: "c", place: place), mayBeLeftOut: false, suggest: nearest)
        #expect(try calculated.answer(reason: "not_computed") == .missing(.notComputed))
    }

    @Test("A number is written in the shortest way that reads back as itself", arguments: 0..<50 as Range<UInt64>)
    func decimals(seed: UInt64) throws {
        var random = Seeded(seed)
        for _ in 0..<50 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            #expect(outcome(.decimal, Value.decimal(value).plainText) == .success(.decimal(value)))
        }
        #expect(Value.decimal(3).plainText == "3")
        #expect(Value.decimal(0.1).plainText == "0.1")
    }
}
