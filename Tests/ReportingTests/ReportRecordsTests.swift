import Evaluation
import FormModel
import Messages
import Reporting
import Scripting
import Testing

@Suite("Records in reports")
struct ReportRecordsTests {
    private static let notes: [(id: String, round: String, date: String, answers: [String: Value])] = [
        ("c", "2026-H1", "2026-06-30", ["about": .text("other"), "agreed": .boolean(false)]),
        (
            "a", "2026-H1", "2026-03-01",
            ["about": .text("funds"), "words": .text("Đủ tiền"), "amount": .decimal(1234.5), "agreed": .boolean(true)]
        ),
        ("b", "2025-H2", "2025-12-01", ["about": .text("funds"), "words": .text("Kỳ trước")]),
        ("d", "2026-H1", "2026-07-06", ["about": .text("other"), "words": .text("Sau ngày chốt")]),
    ]

    private func bench(_ body: String) -> ReportBench {
        var bench = ReportBench(body: body)
        bench.records["note"] = Self.notes
        return bench
    }

    private static let reading = """
        for _, note in ipairs(data:records "note") do
          doc:paragraph(note.about .. "; " .. (note.words or "–") .. "; " .. tostring(note.amount))
          doc:paragraph(note:written "about" .. "; " .. note:written "words" .. "; " .. note:written "amount" .. "; "
            .. note:written "agreed" .. note:written "due")
        end
        """

    @Test("those of the period come in the order of their ids, as values and as people write them")
    func reading() throws {
        #expect(
            try bench(Self.reading).document().paragraphs == [
                "funds; Đủ tiền; 1234.5", "Kinh phí; Đủ tiền; 1.234,5; có", "other; –; nil", "Khác; ; ; không",
            ])
        #expect(
            try bench(Self.reading).document(language: .english).paragraphs[1] == "Funds; Đủ tiền; 1,234.5; yes")
    }

    @Test("a report that is narrowed reads the records that lie in it; a form that knows nothing of that has none")
    func filters() throws {
        let count = "doc:paragraph('' .. #data:records 'note')"
        let funds = ReportData.Filter(name: "about", key: "funds", label: "Kinh phí")
        #expect(try bench(count).document(filters: [funds]).paragraphs == ["1"])
        let village = ReportData.Filter(name: "village", key: "v1", label: "Thôn 1")
        #expect(try bench(count).document(filters: [village]).paragraphs == ["0"])
    }

    @Test(
        "personal fields, and records of confidential forms, are refused unless the report lists them",
        arguments: [
            ("", "E-REPORT-017"), ("uses_personal = { 'number' },", "E-REPORT-017"),
            ("uses_personal = { 'name' },", nil), ("uses_personal = 'name',", nil),
        ])
    func personal(declared: String, code: String?) throws {
        var bench = ReportBench(body: "doc:paragraph(data:records('person')[1].name)")
        bench.declared = declared
        bench.records["person"] = [("a", "once", "2026-06-01", ["name": .text("An")])]
        if let code {
            let fault = #expect(throws: Diagnostic.self) { try bench.document() }
            #expect(fault?.message.code == code)
        } else {
            #expect(try bench.document().paragraphs == ["An"])
        }
    }

    @Test("a personal field beside one that is listed stays closed, whether read or written")
    func onlyTheListed() throws {
        for reading in ["records[1].phone", "records[1]:written 'phone'"] {
            var bench = ReportBench(body: "local records = data:records 'caller' doc:paragraph(\(reading))")
            bench.forms["caller"] = """
                form "caller" { version = 1, label = "x", text "name" { label = "x", personal = true },
                  text "phone" { label = "x", personal = true } }
                """
            bench.declared = "uses_personal = 'name',"
            bench.records["caller"] = [("a", "once", "2026-06-01", ["phone": .text("0905")])]
            let fault = #expect(throws: Diagnostic.self) { try bench.document() }
            #expect(fault?.message.code == "E-REPORT-018")
        }
    }

    @Test("an unknown field is told with the nearest name, and nothing can be changed")
    func faults() throws {
        let unknown = #expect(throws: Diagnostic.self) {
            try bench("doc:paragraph(data:records('note')[1].wrods)").document()
        }
        #expect(unknown?.message.suggestion == "words")
        #expect(throws: Diagnostic.self) { try bench("data:records('note')[1].words = 'x'").document() }
    }
}
