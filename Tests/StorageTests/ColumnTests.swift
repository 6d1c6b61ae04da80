import FormModel
import Foundation
import Testing

@testable import Storage

@Suite("Columns for evaluation")
struct ColumnTests {
    let workplace: Workplace
    let store: Store

    init() throws {
        workplace = try Workplace()
        store = try workplace.store()
    }

    @Test(
        "columns of every set agree with the records, as they are and as they were known",
        arguments: 1...4 as ClosedRange<UInt64>)
    func agreement(seed: UInt64) throws {
        let layout = SampleForm.full
        var random = RandomRecords(layout, seed: seed)
        let first = (1...30).map { random.record("id\($0)") }
        let second = (1...30).map { random.record("id\($0)") }
        try store.put(first, layout, source(at: minute(0)))
        try store.put(second, layout, source(.update, at: minute(10)))
        for (records, knownAt) in [(second, nil), (first, minute(5)), (second, minute(10))] {
            for set in layout.sets {
                let fields = Array(set.fields.indices.reversed())
                let columns = try store.columns(layout, set: set, fields: fields, known: Known(at: knownAt))
                let expected = Expected(layout, set: set.index, records: records)
                #expect(columns.records == expected.records)
                #expect(columns.parents == expected.parents)
                #expect(columns.rows == expected.rows.map(\.row))
                for (place, field) in fields.enumerated() {
                    for (row, expected) in expected.rows.enumerated() {
                        #expect(
                            text(columns.columns[place], row) == text(expected.answers[field], of: set.fields[field]))
                    }
                }
            }
        }
    }

    /// The rows of a set, found by walking whole records.
    private struct Expected {
        var rows: [RecordRow] = []
        var records: [Int32] = []
        var parents: [Int32] = []

        init(_ layout: FormLayout, set: Int, records all: [Record]) {
            guard let parent = layout.sets[set].parent else {
                rows = all.map(\.root)
                records = all.indices.map { Int32($0) }
                return
            }
            let above = Expected(layout, set: parent, records: all)
            let place = layout.sets[parent].rosters.firstIndex(of: set) ?? 0
            for (index, row) in above.rows.enumerated() {
                for child in row.rosters[place] {
                    rows.append(child)
                    parents.append(Int32(index))
                    records.append(above.records[index])
                }
            }
        }
    }

    private func text(_ column: FieldColumn, _ row: Int) -> String {
        if column.states[row] == FieldColumn.notAsked { return "not asked" }
        if let reason = FieldColumn.reason(of: column.states[row]) { return "missing: \(reason)" }
        return switch column.values {
        case .booleans(let values): values[row] == 1 ? "yes" : "no"
        case .integers(let values): String(values[row])
        case .decimals(let values): values[row].description
        case .days(let values): String(values[row])
        case .codes(let values): column.pool[Int(values[row])]
        }
    }

    private func text(_ answer: Answer, of field: Field) -> String {
        switch answer {
        case .notAsked: return "not asked"
        case .missing(let reason): return "missing: \(reason)"
        case .value(let value):
            // The sample's calculations give values of all kinds, so their columns are text.
            guard field.question.kind != .calculate else { return value.plainText }
            return switch value {
            case .decimal(let number): number.description
            case .date(let day): String(day.number)
            case .time(let minutes): String(minutes)
            case .dateTime(let day, let minutes): String(day.number * 1440 + minutes)
            case .boolean, .integer, .text, .choices, .ranking, .geopoint: value.plainText
            }
        }
    }

    private let calculating = SampleForm.layout([SampleForm.question(.calculate, "c")])

    private func calculated(_ values: [Value]) throws -> FieldColumn {
        let records = try values.enumerated().map { index, value in
            FormModel.Record(
                id: "\(index)", form: "household", version: 1, round: "2026", date: try day("2026-01-01"),
                status: .complete, result: .completed, root: RecordRow(answers: [.value(value)], rosters: []))
        }
        try store.put(records, calculating)
        return try store.columns(calculating, set: calculating.root, fields: [0]).columns[0]
    }

    @Test("a calculation's column has the kind of its values")
    func calculations() throws {
        #expect(try calculated([.integer(3), .decimal(2.5)]).values == .decimals([3, 2.5]))
    }

    @Test("truth values and dates of a calculation keep their kinds")
    func otherCalculations() throws {
        #expect(try calculated([.boolean(true), .boolean(false)]).values == .booleans([1, 0]))
        let other = try Workplace()
        let record = FormModel.Record(
            id: "a", form: "household", version: 1, round: "2026", date: try day("2026-01-01"), status: .complete,
            result: .completed, root: RecordRow(answers: [.value(.date(Day(number: 5)))], rosters: []))
        let dated = try other.store()
        try dated.put([record], calculating)
        #expect(try dated.columns(calculating, set: calculating.root, fields: [0]).columns[0].values == .days([5]))
        #expect(try dated.all(calculating) == [record])
    }

    @Test("a calculation that gives truth values and numbers is read as text")
    func mixedCalculation() throws {
        let column = try calculated([.boolean(true), .integer(1), .text("x")])
        #expect(column.values == .codes([0, 1, 2]))
        #expect(column.pool == ["yes", "1", "x"])
    }

    @Test("a form or field that the store has not met has no rows or is missing, even read only")
    func unmet() throws {
        let other = SampleForm.layout([SampleForm.question(.integer, "n")], id: "school")
        #expect(try store.headers(form: "school").count == 0)
        #expect(try store.columns(other, set: other.root, fields: [0]).count == 0)
        try store.put([try SampleForm.household("a", [(1, "An", 3)])])
        try store.close()
        let reader = try workplace.store(.readOnly)
        let wider = SampleForm.layout(
            [
                SampleForm.question(.decimal, "area"), SampleForm.question(.integer, "extra"),
                SampleForm.roster(
                    "person", [SampleForm.question(.yesNo, "new"), SampleForm.question(.integer, "age")]),
                SampleForm.roster("pet", [SampleForm.question(.text, "name")]),
            ], version: 2)
        let root = try reader.columns(wider, set: wider.root, fields: [1, 0]).columns
        #expect(root.map(\.states) == [[FieldColumn.state(of: .unanswered)], [FieldColumn.hasValue]])
        #expect(root[0].values == .integers([0]))
        let persons = try reader.columns(wider, set: wider.sets[1], fields: [0, 1]).columns
        #expect(persons[0] == FieldColumn(states: [FieldColumn.state(of: .unanswered)], values: .booleans([0])))
        #expect(persons[1].values == .integers([3]))
        #expect(try reader.columns(wider, set: wider.sets[2], fields: [0]).count == 0)
        #expect(
            try reader.all(wider)[0].root.rosters == [
                [RecordRow(row: 1, answers: [.missing(.unanswered), .value(.integer(3))], rosters: [])], [],
            ])
    }
}
