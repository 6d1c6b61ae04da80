import Evaluation
import FormModel
import LuaRuntime
import Messages
import Scripting
import VietText

/// What a test expects of a figure: only the keys that it gives are compared, numbers to 1e-9.
///
/// ```lua
/// t:figure("vneid_account", { value = 50, n = 2, by = { sex = { female = { n = 1 }, male = false } } })
/// ```
///
/// `false` stands for nothing: no value, or no such row. A figure whose formula failed on a record is wrong, unless the
/// test gives `failed`.
struct FigureExpectation {
    /// What is expected of one place.
    private typealias Wanted = [(key: FigureKey, value: LuaValue)]
    /// A row of a split, and what is expected of it; `nil` for its not being there.
    private typealias WantedRow = (names: [String], key: [String], wanted: Wanted?)

    private let id: String
    private var total: Wanted = []
    private var rows: [WantedRow] = []

    init(_ call: TestCall) throws(Message) {
        id = try call.text(0)
        for field in try call.named(1, among: FigureKey.allCases.map(\.rawValue)).fields {
            if field.key == .string("by") {
                rows = try FigureExpectation.rows(field.value, call)
            } else {
                total.append(try FigureExpectation.wanted(field, call, among: ["by"]))
            }
        }
    }

    /// The splits that the figure needs.
    var splits: [[String]] {
        rows.reduce(into: []) { splits, row in
            if !splits.contains(row.names) { splits.append(row.names) }
        }
    }

    // MARK: Reading

    private static func wanted(_ field: LuaTable.Field, _ call: TestCall, among others: [String]) throws(Message)
        -> (key: FigureKey, value: LuaValue)
    {
        guard case .string(let name) = field.key, let key = FigureKey(rawValue: name) else {
            throw call.unknownKey(field.key, among: FigureKey.allCases.map(\.rawValue) + others)
        }
        return (key, field.value)
    }

    /// `{ village = { dt1 = { n = 3 } }, ["sex,age_group"] = { ["male,60+"] = { n = 1 } } }`.
    private static func rows(_ value: LuaValue, _ call: TestCall) throws(Message) -> [WantedRow] {
        var rows: [WantedRow] = []
        for split in try table(value, "by", call).fields {
            guard case .string(let names) = split.key else { throw call.unknownKey(split.key, among: []) }
            for row in try table(split.value, names, call).fields {
                let key = if case .string(let key) = row.key { key } else { row.key.told }
                var wanted: Wanted?
                if row.value != .boolean(false) {
                    var found: Wanted = []
                    for field in try table(row.value, key, call).fields {
                        found.append(try self.wanted(field, call, among: []))
                    }
                    wanted = found
                }
                rows.append((parts(names), parts(key), wanted))
            }
        }
        return rows
    }

    private static func parts(_ text: String) -> [String] {
        text.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
    }

    private static func table(_ value: LuaValue, _ name: String, _ call: TestCall) throws(Message) -> LuaTable {
        guard case .table(let table) = value, table.array.isEmpty else {
            throw Message(
                "E-TEST-007", ["function": call.function, "field": name, "expected": "table", "found": value.told])
        }
        return table
    }

    // MARK: Comparing

    /// - Parameter language: in which it is told what failed.
    /// - Throws: a `Message` that tells the first difference.
    func compare(_ figure: Figure, language: Language) throws(Message) {
        if figure.failed > 0, !total.contains(where: { $0.key == .failed }), let failure = figure.failures.first {
            let message = Diagnostic(at: failure.place, failure.message).located
            throw Message(
                "E-TEST-013", ["id": id, "count": "\(figure.failed)", "text": message.coded(in: language)])
        }
        try compare(total, figure.total, row: nil)
        for row in rows {
            guard let split = figure.split(row.names) else {
                throw Message(
                    "E-REPORT-005",
                    TestCall.unknown(row.names.joined(separator: ","), among: figure.indicator.by)
                        .merging(["id": id]) { $1 })
            }
            let found = split.rows.first { $0.key == row.key }
            let place = zip(row.names, row.key).map { "\($0) = \($1)" }.joined(separator: ", ")
            switch (found, row.wanted) {
            case (let found?, let wanted?): try compare(wanted, found.values, row: place)
            case (nil, nil): break
            case (nil, _?):
                let keys = split.rows.map { $0.key.joined(separator: ",") }
                throw Message(
                    "E-TEST-010",
                    TestCall.unknown(row.key.joined(separator: ","), among: keys)
                        .merging(["id": id, "row": place, "allowed": keys.joined(separator: ", ")]) { $1 })
            case (_?, nil): throw Message("E-TEST-011", ["id": id, "row": place])
            }
        }
    }

    private func compare(_ wanted: Wanted, _ values: FigureValues, row: String?) throws(Message) {
        for (key, value) in wanted.sorted(by: { $0.key.order < $1.key.order }) {
            let found = key.found(in: values)
            guard !found.isEqual(to: value) else { continue }
            var facts = ["id": id, "name": key.rawValue, "found": told(found), "expected": told(value)]
            facts["row"] = row
            throw Message("E-TEST-004", facts)
        }
    }

    private func told(_ value: LuaValue) -> String { value == .boolean(false) ? "false" : value.told }
}

extension FigureKey {
    /// The place in the order in which keys are compared.
    fileprivate var order: Int { FigureKey.allCases.firstIndex(of: self) ?? 0 }
}
