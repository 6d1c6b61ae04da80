import FormModel
import LuaRuntime
import Messages

extension DataObject {
    /// `data:records("comment")`: the counted records of a form in the order of their ids, for the words that people
    /// wrote. Of a form with rounds come those whose round shares days with the period, of a form without rounds all;
    /// none is dated after the as-of. Rosters are left out.
    ///
    /// Records of a confidential form are refused (`semantics.md` 3.11), unless the report lists a personal field of it
    /// in `uses_personal` (6.1).
    func records(_ call: CallArguments) throws(Message) -> LuaValue {
        let name = try call.name(0)
        let layout = try readable(name)
        let records = try data.records(layout).filter { isOfPeriod($0, layout.form) && isKept($0, layout) }
        let objects = records.sorted { $0.id < $1.id }.map { record in
            host.add(ReportRecord(record, of: layout, usesPersonal: usesPersonal, words: words))
        }
        return .table(LuaTable(array: objects))
    }

    /// The form of a name, if its records may be read one by one.
    func readable(_ name: String) throws(Message) -> FormLayout {
        let layout = try form(name)
        guard !layout.isConfidential || printsPersonal(layout) else {
            throw Message("E-REPORT-017", ["form": name])
        }
        return layout
    }

    private func printsPersonal(_ layout: FormLayout) -> Bool {
        layout.sets.contains { $0.fields.contains { $0.question.personal && usesPersonal.contains($0.name) } }
    }

    private func isOfPeriod(_ record: ReportData.Record, _ form: Form) -> Bool {
        guard record.date <= data.asOf else { return false }
        guard form.round != .once, let round = data.calendar.period(id: record.round) else { return true }
        return round.first <= data.period.last && data.period.first <= round.last
    }

    /// Whether a record lies in what the report is narrowed to; a form that knows nothing of that has none.
    private func isKept(_ record: ReportData.Record, _ layout: FormLayout) -> Bool {
        data.filters.allSatisfy { filter in
            guard let field = layout.root.field(filter.name), case .value(let value) = record.answers[field.index]
            else { return false }
            return value.plainText == filter.key
        }
    }
}
