import Evaluation
import FormModel
import LuaRuntime
import Messages
import Scripting

/// A figure in one row, as the functions of a rule read it: `now` and `before`.
///
/// - `value numerator denominator n missing expected coverage`, `low` and `high` (the ends of the confidence interval;
///   without a sample, the value), `status`, `target` (the number to be reached);
/// - `labels` (`now.labels.village`), `label`, `period`, `id`;
/// - `whole`: the same figure over all rows; `change`: since the period before (`difference`, `margin`, `clear`,
///   `broken`);
/// - `now:indicator "id"`: another indicator in the same row; `now:trend(n)`: a list of the last n periods, this one last.
///
/// A number that is not there is missing, and with it what the function gives: no data (`semantics.md` 4.1).
final class WatchedFigure: HostObject {
    /// Whose figure it is, and in which row.
    struct Row {
        let indicator: Indicator
        let names: [String]
        let key: [String]
        let label: String
        let watched: WatchedPeriod
    }

    let scriptName: String
    let row: Row
    private let values: FigureValues?
    private let whole: FigureValues?
    private let change: PeriodChange?
    private unowned let reading: WatchedFigures

    init(
        _ name: String, _ row: Row, values: FigureValues?, whole: FigureValues?, change: PeriodChange? = nil,
        _ reading: WatchedFigures
    ) {
        self.scriptName = name
        self.row = row
        self.values = values
        self.whole = whole
        self.change = change
        self.reading = reading
    }

    func property(_ name: String) -> HostReply {
        let reply = plain(name)
        guard reading.divisors.contains("\(scriptName).\(name)") else { return reply }
        // Nothing is known of a quotient by 0, neither that it is large nor that it is not.
        return switch reply {
        case .value(.number(0)), .value(.integer(0)): missing
        default: reply
        }
    }

    private func plain(_ name: String) -> HostReply {
        switch name {
        case "value": number(open?.value)
        case "numerator": number(open?.numerator)
        case "denominator": number(open?.denominator)
        case "n": .value(.integer(Int64(values?.n ?? 0)))
        case "missing": .value(.integer(Int64(values?.missingCount ?? 0)))
        case "expected": number(values?.expected)
        case "coverage": number(values?.coveragePercent)
        case "low": number(end { $0.lowerBound })
        case "high": number(end { $0.upperBound })
        case "status": open?.status.map { .value(.string($0.rawValue)) } ?? missing
        case "target": number(row.indicator.target?.value)
        case "labels":
            .value(.row(LuaRow(zip(row.names, row.key).map { LuaRow.Field($0, .string($1)) })))
        case "label": .value(.string(row.label))
        case "period": .value(.string(row.watched.id))
        case "id": .value(.string(row.indicator.id))
        case "whole": .value(reading.add(ofWhole))
        case "change": open == nil ? missing : change.map(changed) ?? missing
        default:
            ObjectMembers.watched.methods.contains(name)
                ? .method
                : .unknown(
                    name: name, of: scriptName, candidates: ObjectMembers.watched.all)
        }
    }

    func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply {
        do throws(Message) {
            switch (method, arguments.first) {
            case ("indicator", .string(let id)?): return .value(try reading.other(id, in: row))
            case ("trend", .integer(let count)?) where count > 0: return .value(try reading.trend(Int(count), of: row))
            case ("indicator", let found), ("trend", let found):
                throw Message(
                    "E-ALERT-004",
                    [
                        "function": "\(scriptName):\(method)", "expected": method == "trend" ? "1, 2, 3 …" : "\"id\"",
                        "found": found?.shown ?? "nil",
                    ])
            default:
                return .unknown(
                    name: method, of: scriptName, candidates: ObjectMembers.watched.all)
            }
        } catch {
            return .fault(error)
        }
    }

    /// The numbers where they may be told: a small cell of a confidential form is as good as unknown.
    private var open: FigureValues? { values.flatMap { reading.isSecret($0, row) ? nil : $0 } }

    /// The figure over all rows: its other indicators and its trend are of the whole as well.
    private var ofWhole: WatchedFigure {
        let row = Row(
            indicator: row.indicator, names: [], key: [], label: reading.label(row.indicator), watched: row.watched)
        return WatchedFigure(scriptName, row, values: whole, whole: whole, reading)
    }

    private func end(_ pick: (ClosedRange<Double>) -> Double) -> Double? {
        guard let open, let value = open.value else { return nil }
        guard let error = open.error, !error.isCensus else { return value }
        return error.interval.map(pick)
    }

    private func changed(_ change: PeriodChange) -> HostReply {
        guard change.breaks.isEmpty else {
            return .value(
                .row(LuaRow([LuaRow.Field("broken", .boolean(true)), LuaRow.Field("clear", .boolean(false))])))
        }
        guard let difference = change.difference, let clear = change.isClear else { return missing }
        return .value(
            .row(
                LuaRow([
                    LuaRow.Field("broken", .boolean(false)), LuaRow.Field("difference", .number(difference)),
                    LuaRow.Field("margin", .number(change.error?.margin ?? 0)), LuaRow.Field("clear", .boolean(clear)),
                ])))
    }

    private func number(_ value: Double?) -> HostReply { value.map { .value(.number($0)) } ?? missing }

    private var missing: HostReply { .missing(MissingReason.notComputed.lua) }
}
