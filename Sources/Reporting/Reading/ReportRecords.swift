import Columns
import Evaluation
import FormModel
import Messages

/// The records of a source as reports read them beside figures; each form is read once.
public final class ReportRecords {
    private let source: any RecordSource
    private let options: EvaluationOptions
    private var roundsByForm: [String: [String: [[String]]]] = [:]

    /// The records of a source, for an evaluation.
    public init(_ source: any RecordSource, options: EvaluationOptions) {
        self.source = source
        self.options = options
    }

    /// The counted records of a form in the order of their ids, without rosters.
    public func counted(of layout: FormLayout) throws(Message) -> [ReportData.Record] {
        let headers = try source.headers(of: layout)
        let columns = zip(
            layout.root.fields, try source.columns(layout.root.fields, of: layout.root, in: layout)
        ).map { $1.fieldColumn(of: $0.question) }
        let ids = headers.ids.all
        let places = headers.indices.filter { headers.counts[$0] }.sorted { ids[$0] < ids[$1] }
        return places.map { place in
            ReportData.Record(
                id: ids[place], round: headers.rounds[place], date: headers.dates[place],
                answers: zip(layout.root.fields, columns).map { $1.answer(at: place, of: $0.question) })
        }
    }

    /// The units of a state form's frame by the round of the record that counts for them: the latest on or before the
    /// day of the figures that is still valid, as the evaluation takes it (`semantics.md` 3.2).
    public func rounds(of layout: FormLayout) throws(Message) -> [String: [[String]]] {
        if let known = roundsByForm[layout.form.id] { return known }
        guard let frame = layout.form.frame else { return [:] }
        let listed = Set(frame.rows.indices.map { frame.key(ofRow: $0) })
        let headers = try source.headers(of: layout)
        let keys = try keys(of: layout, count: headers.count)
        var newest: [[String]: Int] = [:]
        for place in headers.indices where headers.counts[place] && holds(headers.dates[place], layout.form) {
            guard let key = keys[place], listed.contains(key) else { continue }
            if let known = newest[key], rank(known, headers) > rank(place, headers) { continue }
            newest[key] = place
        }
        let rounds = Dictionary(grouping: newest) { headers.rounds[$0.value] }.mapValues { $0.map(\.key) }
        roundsByForm[layout.form.id] = rounds
        return rounds
    }

    private func holds(_ date: Day, _ form: Form) -> Bool {
        date <= options.date && form.validFor.holds(from: date, on: options.date)
    }

    private func rank(_ place: Int, _ headers: RecordHeaders) -> (Day, Day, String) {
        let date = headers.dates[place]
        return (date, options.calendar.period(id: headers.rounds[place])?.last ?? date, headers.ids[place])
    }

    /// The key of each record; `nil` where a key field has no value.
    private func keys(of layout: FormLayout, count: Int) throws(Message) -> [[String]?] {
        var keys: [[String]?] = Array(repeating: [], count: count)
        let columns = try source.columns(layout.keyFields, of: layout.root, in: layout)
        for (field, column) in zip(layout.keyFields, columns) {
            for place in keys.indices {
                let part = column.key(at: place, of: field.question)
                keys[place] = keys[place].flatMap { key in part.map { key + [$0] } }
            }
        }
        return keys
    }
}
