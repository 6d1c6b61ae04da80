import Evaluation
import FormModel
import LuaRuntime
import Messages

extension DataObject {
    /// `data:validations { form = "household" }`: what the rules of `Rules/validations` find in the records of the period
    /// that count, a row a rule in the order of their files; without a form those between forms as well.
    ///
    /// A row is a plain table: `id`, `label`, `severity`, `over` (`nil` between forms), `checked`, `passed`, `failed`,
    /// `records` (that break it), `missing`, `not_applicable`, `no_earlier`, `faults`, `is_clean`.
    func validations(_ call: CallArguments) throws(Message) -> LuaValue {
        var form: String?
        if call[0] != .none {
            let table = try call.table(0, allowed: ["form"])
            guard let names = try table.names("form"), names.count == 1 else {
                throw table.wrong("form", expected: "string", found: table["form"] ?? .none)
            }
            form = try self.form(names[0]).form.id
        }
        let rows = try data.validations(form).map(row)
        return .table(LuaTable(array: rows))
    }

    private func row(_ result: ValidationResult) -> LuaValue {
        var row = QualityRow()
        row.add("id", result.validation.id)
        row.add("label", result.validation.title(in: words.language))
        row.add("severity", result.validation.severity.rawValue)
        row.add("over", result.validation.over)
        row.add("checked", result.checked)
        row.add("passed", result.passed)
        row.add("failed", result.failed)
        row.add("records", result.failedRecords)
        row.add("missing", result.missingCount)
        row.add("not_applicable", result.notApplicable)
        row.add("no_earlier", result.noEarlier)
        row.add("faults", result.faulty)
        row.add("is_clean", result.isClean)
        return row.value
    }
}
