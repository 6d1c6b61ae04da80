import Evaluation
import FieldQuality
import FormModel
import Foundation
import Messages
import Reporting
import Scripting
import Testing

@Suite("data:quality in report scripts")
struct QualityScriptTests {
    /// Eight persons of the form `person`: six of v1 and two of v2, the first six asked by An; An was always told "yes".
    private func bench(_ body: String) -> ReportBench {
        var bench = ReportBench(body: "local q = data:quality('person') " + body)
        bench.forms["person"]?.replace(
            "yes_no \"done\" { label = \"Có?\" }",
            with: "yes_no \"done\" { label = \"Có?\", special = { \"refused\" } }")
        bench.fieldwork = Fieldwork(
            collected: { layout in
                let villages = [0, 0, 0, 0, 0, 0, 1, 1] as [Int32]
                let columns = layout.root.fields.map { field in
                    switch field.name {
                    case "village":
                        FieldColumn(
                            states: villages.map { _ in FieldColumn.hasValue }, values: .codes(villages),
                            pool: ["v1", "v2"])
                    case "number":
                        FieldColumn(
                            states: villages.map { _ in FieldColumn.hasValue }, values: .codes(Array(0..<8)),
                            pool: (1...8).map(String.init))
                    case "done":
                        FieldColumn(
                            states: villages.indices.map { $0 == 0 ? FieldColumn.state(of: .refused) : 0 },
                            values: .booleans(villages.map { _ in 1 }))
                    default:
                        FieldColumn(states: villages.map { _ in FieldColumn.notAsked }, values: .codes(villages))
                    }
                }
                var form = CollectedForm(
                    layout: layout,
                    records: villages.indices.map {
                        CollectedRecord(
                            id: "r\($0)", round: "once", date: Day(number: $0 == 7 ? 20_000 : 20_600),
                            status: .complete, result: .completed)
                    }, sets: [CollectedRows(records: Array(0..<8), columns: columns)])
                form.visits = (0..<6).map {
                    FieldVisit(
                        record: $0, startedAt: Date(timeIntervalSince1970: 0), who: "An", result: .completed)
                }
                return form
            },
            eachStep: { _, body in
                body("r1", LoggedStep(at: Date(timeIntervalSince1970: 0), kind: "answer", elapsed: 90_000))
            }, localTime: { _ in (Day(number: 0), 480) })
        return bench
    }

    @Test("rows come by a field and by the interviewer, of the period's records only; few answers are not told")
    func rows() throws {
        let paragraphs = try bench(
            """
            doc:paragraph(q.form .. " " .. q.records .. " " .. q.completed .. " " .. tostring(q.has_log))
            for _, row in ipairs(q:progress("village")) do
              doc:paragraph(row.label .. " " .. row.completed .. " " .. tostring(row.assigned))
            end
            for _, row in ipairs(q:nonresponse("_question", "village")) do
              doc:paragraph(row.name .. " " .. row.label .. " " .. row.asked .. " " .. tostring(row.hidden) .. " "
                .. tostring(row.refused))
            end
            for _, row in ipairs(q:lengths("_interviewer")) do doc:paragraph(row.label .. " " .. row.median) end
            """
        ).document().paragraphs
        #expect(
            paragraphs == [
                "person 7 7 true", "Thôn 1 6 nil", "Thôn 2 1 nil", "done Thôn 1 6 nil 1", "done Thôn 2 1 true nil",
                "An 1.5",
            ])
    }

    @Test(
        "what does not fit is a fault of its own code",
        arguments: [
            ("q:progress('vilage')", "E-QUALITY-002"), ("q:progress('name')", "E-REPORT-018"),
            ("q:progress('_question')", "E-QUALITY-002"), ("data:quality('persn')", "E-REPORT-016"),
            ("data:quality('person', { short_percent = 200 })", "E-QUALITY-003"),
            ("data:quality('person', { sed = 1 })", "E-REPORT-002"), ("q:differences('note')", "E-QUALITY-004"),
            ("data:quality('person', { day_begins = 8, day_ends = 7 })", "E-REPORT-001"),
            ("q:duplicates { roster = 'member', same = 'name' }", "E-QUALITY-002"),
        ])
    func faults(call: String, code: String) throws {
        let fault = #expect(throws: Diagnostic.self) { try bench("local x = \(call)").document() }
        #expect(fault?.message.code == code)
    }

    @Test("a report narrowed to something that the form does not ask is refused")
    func filter() throws {
        let filter = ReportData.Filter(name: "school", key: "a", label: "Trường A")
        let fault = #expect(throws: Diagnostic.self) { try bench("").document(filters: [filter]) }
        #expect(fault?.message.code == "E-QUALITY-001")
        let village = ReportData.Filter(name: "village", key: "v2", label: "Thôn 2")
        #expect(try bench("doc:paragraph(q.records .. '')").document(filters: [village]).paragraphs == ["1"])
    }
}
