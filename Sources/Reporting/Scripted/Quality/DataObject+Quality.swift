import FieldQuality
import FormModel
import LuaRuntime
import Messages

extension DataObject {
    /// `data:quality("household", { seed = 20260701, reinterview_percent = 5 })`: how the fieldwork of a form goes, over
    /// the records whose round shares days with the period, of any status. The same form and options are read once.
    func quality(_ call: CallArguments) throws(Message) -> LuaValue {
        let layout = try form(try call.name(0))
        let options = try QualityOptions(call, 1)
        for filter in data.filters where layout.root.field(filter.name) == nil {
            throw Message(
                "E-QUALITY-001", unknown(filter.name, among: layout.root.fields.map(\.name), ["form": layout.form.id]))
        }
        let form = try data.fieldwork.collected(layout)
        var tracer = InterviewTracer(form, idleSeconds: options.idleMinutes * 60)
        try data.fieldwork.eachStep(layout) { tracer.add($1, of: $0) }
        return host.add(
            QualityObject(
                form, tracer.traces, included: included(of: form), includesUnit: includesUnit(of: layout.form), options,
                of: self))
    }

    /// The form of a name.
    func form(_ name: String) throws(Message) -> FormLayout {
        guard let layout = data.forms.first(where: { $0.form.id == name }) else {
            throw Message("E-REPORT-016", unknown(name, among: data.forms.map(\.form.id)))
        }
        return layout
    }

    /// Whether each record belongs to the report's period and to what it is narrowed to.
    func included(of form: CollectedForm) -> [Bool] {
        let filters = data.filters.map { filter in
            (field: form.layout.root.field(filter.name), key: filter.key)
        }
        return form.records.indices.map { place in
            let record = form.records[place]
            guard record.date <= data.asOf, isOfPeriod(record, form.layout.form) else { return false }
            return filters.allSatisfy { field, key in
                field.flatMap { form.sets[0].columns[$0.index].key(at: place, of: $0.question) } == key
            }
        }
    }

    private func isOfPeriod(_ record: CollectedRecord, _ form: Form) -> Bool {
        guard form.round != .once, let round = data.calendar.period(id: record.round) else {
            return data.period.contains(record.date)
        }
        return round.first <= data.period.last && data.period.first <= round.last
    }

    private func includesUnit(of form: Form) -> (AssignedUnit) -> Bool {
        let filters = data.filters.map { (place: form.key.firstIndex(of: $0.name), key: $0.key) }
        return { unit in
            filters.allSatisfy { filter in
                filter.place.map { unit.key.indices.contains($0) && unit.key[$0] == filter.key } ?? true
            }
        }
    }
}
