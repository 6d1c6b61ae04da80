import Evaluation
import FormModel
import Foundation
import Messages
import Reporting
import Scripting
import Testing

@Suite("data:validations in report scripts")
struct ValidationScriptTests {
    private static func result(
        _ id: String, over: String?, severity: ValidationSeverity = .error, _ change: (inout ValidationResult) -> Void
    ) -> ValidationResult {
        let place = Place(file: "Rules/validations/v.lua", line: 1)
        let rule = Validation.Rule.condition(FunctionReference(id: 0, place: place))
        var validation = Validation(
            id: id, place: place, over: over, severity: severity, rule: rule, message: .constant(LocalizedText("M")))
        validation.label = LocalizedText(["vi": "Quy tắc \(id)", "en": "Rule \(id)"])
        var result = ValidationResult(validation)
        change(&result)
        return result
    }

    private func bench(_ body: String) -> ReportBench {
        var bench = ReportBench(body: body)
        bench.validations = [
            ValidationScriptTests.result("a", over: "person") { $0.passed = 7 },
            ValidationScriptTests.result("b", over: "person", severity: .warning) {
                $0.failed = 3
                $0.failedRecords = 2
                $0.missing = [.dontKnow: 4]
            },
            ValidationScriptTests.result("c", over: "school") { $0.faulty = 1 },
            ValidationScriptTests.result("d", over: nil) { $0.failed = 1 },
        ]
        return bench
    }

    private func text(_ body: String) throws -> String {
        TextRenderer(width: 120).render(try bench(body).document())
    }

    @Test("rows tell what each rule found; a form's are its own, without a form they are all")
    func rows() throws {
        let told = try text(
            """
            for _, row in ipairs(data:validations { form = "person" }) do
              doc:paragraph(("%s %s %s %s: %d %d %d %d %d %s"):format(row.id, row.label, row.severity, row.over,
                row.checked, row.passed, row.failed, row.records, row.missing, tostring(row.is_clean)))
            end
            local all = {}
            for _, row in ipairs(data:validations()) do table.insert(all, row.id .. row.faults .. tostring(row.over)) end
            doc:paragraph(table.concat(all, " "))
            """)
        #expect(told.contains("a Quy tắc a error person: 7 7 0 0 0 true"), "\(told)")
        #expect(told.contains("b Quy tắc b warning person: 7 0 3 2 4 false"), "\(told)")
        #expect(told.contains("a0person b0person c1school d0nil"), "\(told)")
    }

    @Test(
        "what does not fit is told",
        arguments: [
            ("{ form = 'persn' }", "E-REPORT-016"), ("{ frm = 'person' }", "E-REPORT-002"),
            ("{ form = 1 }", "E-REPORT-001"), ("{ }", "E-REPORT-001"), ("'person'", "E-ARG-001"),
        ])
    func wrong(argument: String, code: String) throws {
        let error = #expect(throws: Diagnostic.self) { try text("data:validations(\(argument))") }
        #expect(error?.message.code == code, "\(String(describing: error))")
    }
}
