import Columns
import Evaluation
import FieldQuality
import FormModel
import Foundation
import LuaRuntime
import Messages
import Reporting
import Scripting

/// The fieldwork behind the records of a test: visits, what the log has of them, and who is to be visited.
///
/// ```lua
/// local record = t:record("household", { … })
/// t:visit(record, { by = "Lan", at = "2026-06-10T08:00", minutes = 20 })
/// t:visit(record, { by = "Lan", at = "2026-06-11T08:00", minutes = 9, result = "partly_completed", steps = {
///   { "answer", path = "members", seconds = 4 }, { "answer", path = "members", seconds = 3, changes = true },
///   { "confirm", path = "speed_mbps", seconds = 2 }, { "move", path = "speed_mbps", to = "members", seconds = 2 },
///   { "fault", path = "speed_mbps" },
/// } })
/// t:assign("household", { { key = { "dt1", "7" }, by = "Lan" }, { key = { "dt1", "8" } } })
/// ```
///
/// Times are those of the place. `result` is `completed` unless it says another. A visit without `steps` is one of which the log
/// has nothing. Without `t:assign` the units of the form's frame are to be visited.
final class TestFieldwork {
    private var visits: [String: [FieldVisit]] = [:]
    private var steps: [String: [LoggedStep]] = [:]
    private var assigned: [String: [AssignedUnit]] = [:]

    private static let visitNames = ["at", "by", "minutes", "result", "steps"]
    private static let stepNames = ["changes", "path", "seconds", "to"]

    // MARK: What a test says

    /// `t:visit(record, { … })`
    func visit(_ call: TestCall, host: ScriptHost) throws(Message) {
        guard let record = (host.object(call[0]) as? RecordObject)?.id else { throw call.wrong(0, expected: "record") }
        let given = Given(call, try call.named(1, among: Self.visitNames), Self.visitNames)
        try given.check()
        guard let started = (try given.text("at")).flatMap(Self.moment) else {
            throw Message(
                "E-TEST-007", ["function": call.function, "field": "at", "expected": "datetime", "found": "nil"])
        }
        let seconds = (try given.number("minutes") ?? 0) * 60
        var result = VisitResult.completed
        if let name = try given.text("result") {
            guard let known = VisitResult(rawValue: name) else {
                throw Message(
                    "E-TEST-020",
                    ["found": name, "allowed": VisitResult.allCases.map(\.rawValue).joined(separator: ", ")])
            }
            result = known
        }
        visits[record, default: []].append(
            FieldVisit(
                record: 0, startedAt: started, endedAt: started.addingTimeInterval(seconds),
                who: try given.text("by") ?? "", result: result))
        guard case .table(let list)? = given.value("steps") else { return }
        var at = started
        var logged = [LoggedStep(at: at, kind: "opened")]
        for item in list.array {
            guard case .table(let table) = item, case .string(let kind)? = table.array.first else {
                throw call.wrong(1, expected: "table")
            }
            let step = Given(call, LuaTable(fields: table.fields), Self.stepNames)
            try step.check()
            let seconds = try step.number("seconds") ?? 0
            at = at.addingTimeInterval(seconds)
            logged.append(
                LoggedStep(
                    at: at, kind: kind, path: try step.text("path"), replaces: step.value("changes") == .boolean(true),
                    target: try step.text("to"), elapsed: Int(seconds * 1000)))
        }
        steps[record, default: []] += logged
    }

    /// `t:assign(form, { { key = { … }, by = … }, … })`
    func assign(_ call: TestCall) throws(Message) {
        let form = try call.text(0)
        var units: [AssignedUnit] = []
        for item in try call.table(1).array {
            guard case .table(let table) = item else { throw call.wrong(1, expected: "table") }
            let given = Given(call, table, ["by", "key"])
            try given.check()
            guard case .table(let key)? = given.value("key") else { throw call.wrong(1, expected: "table") }
            let texts = key.array.map(\.quotable)
            units.append(AssignedUnit(key: texts, interviewer: try given.text("by")))
        }
        assigned[form] = units
    }

    /// A table with names that a call was given.
    private struct Given {
        let call: TestCall
        let table: LuaTable
        let names: [String]

        init(_ call: TestCall, _ table: LuaTable, _ names: [String]) {
            (self.call, self.table, self.names) = (call, table, names)
        }

        func check() throws(Message) {
            for field in table.fields {
                guard case .string(let name) = field.key, names.contains(name) else {
                    throw call.unknownKey(field.key, among: names)
                }
            }
        }

        func value(_ name: String) -> LuaValue? { table.fields.first { $0.key == .string(name) }?.value }

        func text(_ name: String) throws(Message) -> String? {
            switch value(name) {
            case .string(let text)?: text
            case nil: nil
            case let other?: throw wrong(name, "string", other)
            }
        }

        func number(_ name: String) throws(Message) -> Double? {
            switch value(name) {
            case .integer(let number)? where abs(Double(number)) < 1e9: Double(number)
            case .number(let number)? where number.isFinite && abs(number) < 1e9: number
            case nil: nil
            case let other?: throw wrong(name, "number", other)
            }
        }

        private func wrong(_ name: String, _ expected: String, _ found: LuaValue) -> Message {
            Message(
                "E-TEST-007",
                ["function": call.function, "field": name, "expected": expected, "found": found.told])
        }
    }

    /// `2026-06-10T08:00`, as if the place were at Greenwich.
    private static func moment(_ text: String) -> Date? {
        let parts = text.split(separator: "T")
        guard let day = Day(iso: String(parts.first ?? "")) else { return nil }
        let clock = parts.dropFirst().first?.split(separator: ":").map { Int($0) ?? 0 } ?? [0, 0]
        let minutes = (clock.first ?? 0) * 60 + (clock.dropFirst().first ?? 0)
        return Date(timeIntervalSince1970: Double(day.number) * 86_400 + Double(minutes) * 60)
    }

    // MARK: What reports read

    /// The work behind some records, of a workspace in which some designs stand.
    func fieldwork(_ records: MemoryRecords, designs: [Design]) -> Fieldwork {
        Fieldwork(
            collected: { [self] layout throws(Message) in try collected(layout, records, designs) },
            eachStep: { [self] layout, body throws(Message) in
                for id in try records.headers(of: layout).ids.all { steps[id]?.forEach { body(id, $0) } }
            },
            localTime: { moment in
                let minutes = Int((moment.timeIntervalSince1970 / 60).rounded(.down))
                return (Day(number: minutes / 1440), minutes % 1440)
            })
    }

    private func collected(
        _ layout: FormLayout, _ records: MemoryRecords, _ designs: [Design]
    ) throws(Message) -> CollectedForm {
        let headers = try records.headers(of: layout)
        let heads = headers.indices.map { place in
            CollectedRecord(
                id: headers.ids[place], round: headers.rounds[place], date: headers.dates[place],
                status: headers.statuses[place], result: headers.results[place])
        }
        var sets: [CollectedRows] = []
        for set in layout.sets {
            let columns = zip(set.fields, try records.columns(set.fields, of: set, in: layout)).map {
                $1.fieldColumn(of: $0.question)
            }
            sets.append(CollectedRows(records: records.recordPlaces(of: set, in: layout), columns: columns))
        }
        var form = CollectedForm(layout: layout, records: heads, sets: sets)
        form.visits = headers.ids.all.enumerated().flatMap { place, id in
            (visits[id] ?? []).map { visit in
                var visit = visit
                visit.record = place
                return visit
            }
        }
        if let units = assigned[layout.form.id] {
            form.assigned = units
        } else if let frame = layout.form.frame, !designs.contains(where: { $0.form == layout.form.id }) {
            form.assigned = frame.rows.indices.map { AssignedUnit(key: frame.key(ofRow: $0)) }
        }
        return form
    }
}
