import FieldQuality
import FormModel
import LuaRuntime
import Messages

/// The rows of single interviews, by their ids.
extension QualityObject {
    /// Interviews with a log: `minutes`, `answers`, `changes`, `moves`, `moves_back`, `sittings`, `confirmed`, `short`;
    /// the fastest pace first.
    func interviews(_ isWanted: (Int) -> Bool) -> [QualityRow] {
        let found = form.records.indices.compactMap { place -> (place: Int, trace: InterviewTrace)? in
            guard included[place], isWanted(place), let trace = traces[place] else { return nil }
            return (place, trace)
        }
        let pace = { (trace: InterviewTrace) in trace.activeSeconds / Double(max(1, trace.answers)) }
        return found.sorted { (pace($0.trace), $0.place) < (pace($1.trace), $1.place) }.map { place, trace in
            var row = row(ofRecord: place)
            row.add("minutes", trace.activeSeconds / 60)
            row.add("seconds_an_answer", pace(trace))
            row.add("answers", trace.answers)
            row.add("changes", trace.changes)
            row.add("moves", trace.moves)
            row.add("moves_back", trace.movesBack)
            row.add("sittings", trace.sittings)
            row.add("confirmed", trace.confirmed.count)
            row.add("short", tooShort[place])
            return row
        }
    }

    /// The completed interviews to be asked once more, of each interviewer; of each village where no interviewer is known.
    func reinterviews() -> [QualityRow] {
        var groups = groups(by: [.interviewer])
        if groups.keys.allSatisfy({ $0 == [nil] }) {
            let field = form.layout.keyFields.first { $0.question.choices != nil }
            groups = self.groups(by: field.map { [.field($0)] } ?? [])
        }
        return ReinterviewSample.drawn(
            form, groups, share: options.reinterviewPercent / 100, seed: options.seed
        ).map(row(ofRecord:))
    }

    /// Records that may be one unit: `ids`, `units`, `interviewers`. Without an argument by the spelling of the key; with
    /// `{ roster = "person", same = { "name", "birth_year" }, within = { "village" } }` by members alike in these fields.
    /// Personal fields are compared, never given.
    func duplicates(_ call: CallArguments) throws(Message) -> [QualityRow] {
        let found = try call[0] == .none ? Duplicates.ofKeys(form) { included[$0] } : duplicateRows(call)
        return found.records.map { records in
            let places = records.reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
            var row = QualityRow()
            row.add("ids", places.map { form.records[$0].id })
            row.add("units", places.map(unit))
            row.add("interviewers", places.compactMap { interviewers[$0] })
            row.add("same_record", places.count == 1)
            row.add("rows", records.count)
            return row
        }
    }

    private func duplicateRows(_ call: CallArguments) throws(Message) -> Duplicates {
        let table = try call.table(0, allowed: ["roster", "same", "within"])
        let path = "\(form.layout.form.id).\(try table.required("roster").string)"
        guard let set = form.layout.set(path: path) else {
            throw Message("E-QUALITY-002", unknown(path, among: form.layout.sets.map(\.path), ["form": path]))
        }
        guard let names = try table.names("same"), !names.isEmpty else {
            throw table.wrong("same", expected: "list", found: table["same"] ?? .none)
        }
        var same: [Field] = []
        for name in names { same.append(try field(name, of: set, allowsPersonal: true)) }
        var within: [Field] = []
        for name in try table.names("within") ?? [] {
            within.append(try field(name, of: form.layout.root, allowsPersonal: true))
        }
        return Duplicates.ofRows(form, set: set, same: same, within: within) {
            included[$0] && form.records[$0].counts
        }
    }

    /// What a second interview of the same units found, a row a question: `question`, `n` pairs, `different`, `rate` (the
    /// gross difference rate in percent), `index` (of inconsistency, in percent) and `kappa`. The first row is over all
    /// questions, with `units` interviewed twice.
    func differences(_ call: CallArguments) throws(Message) -> [QualityRow] {
        let other = try data.form(try call.name(0))
        guard other.form.key == form.layout.form.key else {
            throw Message("E-QUALITY-004", ["form": form.layout.form.id, "name": other.form.id])
        }
        let comparison = ReinterviewComparison(form, try data.data.fieldwork.collected(other)) { included[$0] }
        var total = QualityRow()
        let (different, compared) = comparison.differences.reduce((0, 0)) { ($0.0 + $1.different, $0.1 + $1.compared) }
        total.add("question", words.language == .vietnamese ? "Cộng" : "All")
        total.add("units", comparison.pairs.count)
        total.add("n", compared)
        total.add("different", different)
        if compared > 0 { total.add("rate", 100 * Double(different) / Double(compared)) }
        return [total]
            + comparison.fields.filter { $0.variance.n > 0 }.map { field, variance in
                var row = QualityRow()
                let place = FieldPlace(set: 0, field: field.index)
                row.add("question", label(of: place))
                row.add("name", field.name)
                row.add("n", variance.n)
                row.add("different", variance.different)
                row.add("rate", variance.grossDifferenceRate)
                row.add("index", variance.indexOfInconsistency)
                row.add("kappa", variance.kappa)
                return row
            }
    }
}
