import FormModel
import LuaRuntime
import Messages
import Scripting

/// The records of one form that are checked, with the earlier ones they are compared with, as one view that all rules
/// over the form share.
final class ValidatedForm {
    let view: RecordView
    let context: ViewContext
    let workspace: Workspace
    let options: ValidationOptions
    /// For each record of the view, its place among the heads.
    private let places: [Int]
    private let headers: RecordHeaders
    private let units: RecordUnits
    private let isChecked: [Bool]
    /// For each record of the view, the row of the one before it.
    private let before: [Int32: Int32]
    private var kept: [Int: RowSelection] = [:]

    var layout: FormLayout { view.binding.layout }

    init(
        _ binding: FormBinding, records: FormRecords, workspace: Workspace, formulas: ColumnFormulas,
        options: ValidationOptions
    ) throws(Message) {
        let headers = records.headers
        let checked = headers.indices.filter { place in
            (headers.counts[place] || options.includesUnfinished && headers.isUnfinished(place))
                && options.includes(
                    round: headers.rounds[place], date: headers.dates[place], of: binding.layout.form)
        }
        let units = try records.units()
        let earlier = EarlierRecords(records, units, calendar: options.calendar).before(checked)
        let places = Set(checked).union(earlier.values).sorted()
        let rows = Dictionary(places.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
        var before: [Int32: Int32] = [:]
        for (later, earlier) in earlier {
            if let row = rows[later], let other = rows[earlier] { before[row] = other }
        }
        let isWanted = Set(checked)
        self.workspace = workspace
        self.options = options
        self.headers = headers
        self.units = units
        self.places = places
        self.isChecked = places.map(isWanted.contains)
        self.before = before
        self.view = try RecordView(
            binding, selection: RecordSelection(records: places, round: nil, coverage: nil), records: records,
            formulas: formulas.interpreter, state: workspace.state)
        self.context = try ViewContext(
            view, records: records, workspace: workspace, formulas: formulas, options: options.evaluation)
    }

    // MARK: Rows

    /// The row of a set's record.
    func root(ofRow row: Int32, in set: RecordSet) -> Int32 { view.sets[set.index].roots[Int(row)] }

    /// The rows of a set that belong to records that are checked, whatever they are narrowed to.
    func rows(of set: RecordSet) -> [Int32] {
        let roots = view.sets[set.index].roots
        return roots.indices.filter { isChecked[Int(roots[$0])] }.map { Int32($0) }
    }

    /// The earlier record of the same unit.
    func earlier(_ row: Int32) -> Int32? { before[row] }

    /// The rows that the filters keep; `nil` where one does not fit the set.
    func selection(of set: RecordSet) throws(Message) -> RowSelection? {
        if let known = kept[set.index] { return known }
        var selection = RowSelection()
        for filter in options.filters {
            guard let split = try context.split(filter.name, over: set) else { return nil }
            selection.narrow(to: filter.key, of: split)
        }
        kept[set.index] = selection
        return selection
    }

    // MARK: Names

    func round(ofRow row: Int32, in set: RecordSet) -> String { headers.rounds[place(row, set)] }

    /// The row's name, by which faults tell it: `a1b2…/person[3]`.
    func name(ofRow row: Int32, in set: RecordSet) -> String { context.names.name(ofRow: row, in: set.index) }

    private func place(_ row: Int32, _ set: RecordSet) -> Int { places[Int(root(ofRow: row, in: set))] }

    /// A row that breaks a rule.
    func failure(_ row: Int32, in set: RecordSet, message: String, others: [Int32]) -> ValidationFailure {
        let place = place(row, set)
        let names = others.map { name(ofRow: $0, in: set) }
        return ValidationFailure(
            record: headers.ids[place],
            row: set.parent == nil ? nil : String(name(ofRow: row, in: set).dropFirst(headers.ids[place].count + 1)),
            round: headers.rounds[place], date: headers.dates[place], unit: unit(place), message: message,
            others: Array(names.prefix(ValidationFailure.othersTold)))
    }

    private func unit(_ place: Int) -> [ValidationFailure.KeyPart] {
        guard let key = units.key(ofRecord: place) else { return [] }
        return zip(layout.keyFields, key).filter { !$0.0.question.personal }.map { field, part in
            ValidationFailure.KeyPart(
                name: field.name, key: part,
                label: field.question.choices?[part]?.label.text(in: options.language) ?? part)
        }
    }

    /// Rows in the order of their units, then rounds: as a person looks for them.
    func sorted(_ rows: [Int32], in set: RecordSet) -> [Int32] {
        let ranked = rows.map { row in
            let place = place(row, set)
            let key = (units.key(ofRecord: place) ?? []).map(KeyRank.init)
            return (key: key, round: headers.rounds[place], id: headers.ids[place], row: row)
        }
        return ranked.sorted { left, right in
            if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
            return (left.round, left.id, left.row) < (right.round, right.id, right.row)
        }.map(\.row)
    }
}

/// A part of a key in order: household 9 before household 10.
private struct KeyRank: Comparable {
    private let number: Int
    private let text: String

    init(_ text: String) {
        self.number = Int(text) ?? .max
        self.text = text
    }

    static func < (left: KeyRank, right: KeyRank) -> Bool { (left.number, left.text) < (right.number, right.text) }
}

/// Finds the record of the same unit in the round before.
struct EarlierRecords {
    private let headers: RecordHeaders
    private let units: RecordUnits
    private let ends: [Day]

    init(_ records: FormRecords, _ units: RecordUnits, calendar: PeriodCalendar) {
        headers = records.headers
        self.units = units
        var known: [String: Day] = [:]
        ends = records.headers.rounds.indices.map { place in
            let round = records.headers.rounds[place]
            let end = known[round] ?? calendar.period(id: round)?.last ?? records.headers.dates[place]
            known[round] = end
            return end
        }
    }

    /// For each of some records the latest counted one of its unit in an earlier round, where there is one.
    func before(_ places: [Int]) -> [Int: Int] {
        var ofUnit: [Int32: [Int]] = [:]
        for place in headers.indices where headers.counts[place] {
            guard units.ofRecords[place] >= 0 else { continue }
            ofUnit[units.ofRecords[place], default: []].append(place)
        }
        var found: [Int: Int] = [:]
        for place in places {
            guard let others = ofUnit[units.ofRecords[place]], others.count > 1 || others.first != place else {
                continue
            }
            found[place] = others.filter { ends[$0] < ends[place] }.max { rank($0) < rank($1) }
        }
        return found
    }

    private func rank(_ place: Int) -> (Day, Day, String) { (ends[place], headers.dates[place], headers.ids[place]) }
}
