import FormModel
import LuaRuntime
import Messages
import Sampling
import Scripting

/// Makes random records of a form by answering the form itself (`cli.md`, `simulate`).
///
/// A plan (`Surveys/simulate`), a seed and a unit come in; what an interviewer would have brought back goes out
/// (`GivenRecord`), for `RecordBuilder` to take like any other. The same seed gives the same records, and a unit's answers
/// depend on no other unit.
public final class Simulator {
    private let engine: FormEngine
    private let plan: SimulationPlan
    private let seed: UInt64
    private let calendar: PeriodCalendar

    /// A simulator of a form by a plan.
    public init(_ engine: FormEngine, plan: SimulationPlan, seed: UInt64, calendar: PeriodCalendar) {
        self.engine = engine
        self.plan = plan
        self.seed = seed
        self.calendar = calendar
    }

    /// A unit that is to answer: the values of the form's key fields.
    public struct Unit: Hashable, Sendable {
        /// The unit's number, from 1: what its draws depend on.
        public let number: Int
        /// The key, in the order of the form's key; empty texts for a key that is drawn.
        public let key: [String]

        /// Whether its key is drawn, at least in part: then two units may have the same.
        public var isKeyDrawn: Bool { key.contains("") }

        /// The same unit with other draws.
        public func again(_ attempt: Int) -> Unit { Unit(number: number + attempt << 32, key: key) }
    }

    /// The units of the form: those of its frame, else numbered from 1.
    /// - Parameters:
    ///   - count: how many; without it, all of the frame.
    ///   - perStratum: how many of each stratum instead, drawn by the seed; `strata` is the key field that names it.
    public func units(count: Int?, perStratum: Int?, strata: String?) throws(Message) -> [Unit] {
        let form = engine.layout.form
        guard let frame = form.frame else {
            if let source = form.frameSource { throw Message("E-SIM-004", ["file": "Surveys/choices/\(source).csv"]) }
            guard perStratum == nil else { throw Message("E-SIM-005", ["form": form.id]) }
            guard let count else { throw Message("E-SIM-006", ["form": form.id]) }
            return (1...max(count, 1)).prefix(max(count, 0)).map { Unit(number: $0, key: numberedKey($0)) }
        }
        var units = frame.rows.indices.map { Unit(number: $0 + 1, key: frame.key(ofRow: $0)) }
        if let perStratum {
            guard let strata, let place = form.key.firstIndex(of: strata) else {
                throw Message("E-SIM-005", ["form": form.id])
            }
            units = sample(units, perStratum: perStratum, place: place)
        }
        return count.map { Array(units.prefix(max($0, 0))) } ?? units
    }

    /// The key of a unit that no frame names: its number, where a key field can hold one and the plan does not draw it.
    private func numberedKey(_ number: Int) -> [String] {
        engine.layout.form.key.map { name in
            guard plan.root.fields[name] == nil, let question = engine.layout.root.field(name)?.question,
                !question.isCalculated, question.defaultValue == nil
            else { return "" }
            switch question.kind {
            case .text, .barcode, .integer: return "\(number)"
            case .decimal, .yesNo, .selectOne, .selectMultiple, .rank, .date, .time, .dateTime, .note, .calculate,
                .geopoint:
                return ""
            }
        }
    }

    /// Simple random sampling within strata: the units with the smallest random numbers.
    private func sample(_ units: [Unit], perStratum: Int, place: Int) -> [Unit] {
        let drawn = units.map { unit -> (unit: Unit, order: UInt64) in
            var generator = SplitMix64(seed: seed, record: UInt64(unit.number), path: "_sample")
            return (unit, generator.next())
        }
        let strata = Dictionary(grouping: drawn) { $0.unit.key[place] }
        return strata.values.flatMap { stratum in
            stratum.sorted { ($0.order, $0.unit.number) < ($1.order, $1.unit.number) }.prefix(max(perStratum, 0))
                .map(\.unit)
        }.sorted { $0.number < $1.number }
    }

    /// The record of a unit in a period; `nil` for a unit that never reports.
    /// - Throws: `Message` where the plan cannot be met, naming the question.
    public func draw(_ unit: Unit, in period: Period) throws(Message) -> DrawnRecord? {
        guard period.length != .once else { throw Message("E-SIM-010", ["period": period.id]) }
        let number = UInt64(unit.number) ^ (SplitMix64.period(period) &* 0x9E37_79B9_7F4A_7C15)
        var generator = SplitMix64(seed: seed, record: number, path: "_date")
        let days = UInt64(period.last.number - period.first.number + 1)
        let date = period.first.advanced(days: Int(generator.next() % days))
        let given = begun(unit, date)
        guard let result = try visit(given, number, date) else { return nil }
        guard result == .completed else {
            return DrawnRecord(given: record(given, result, date, period), evaluated: nil, today: date)
        }
        return try answered(given, number, date) { record($0, result, date, period) }
    }

    /// What is known of a unit before anything is asked: its key, and when its record is of.
    private func begun(_ unit: Unit, _ date: Day) -> GivenRow {
        var given = GivenRow(of: engine.layout.root)
        for (name, cell) in zip(engine.layout.form.key, unit.key) {
            guard let field = engine.layout.root.field(name), let value = Value(cell: cell, for: field.question)
            else { continue }
            given.answers[field.index] = .value(value)
        }
        if let name = engine.layout.form.periodField, plan.root.fields[name] == nil,
            let field = engine.layout.root.field(name), given.answers[field.index] == nil,
            !field.question.isCalculated, field.question.defaultValue == nil
        {
            given.answers[field.index] = periodValue(field.question, date).map { .value($0) }
        }
        return given
    }

    /// What a `period_field` says of a day: the day, the year, or the name of the round.
    private func periodValue(_ question: Question, _ date: Day) -> Value? {
        switch question.kind {
        case .date: .date(date)
        case .integer: .integer(Int64(calendar.period(of: .year, containing: date).id) ?? 0)
        case .text, .selectOne, .barcode:
            .text(calendar.period(of: engine.layout.form.round, containing: date).id)
        case .decimal, .yesNo, .selectMultiple, .rank, .time, .dateTime, .note, .calculate, .geopoint: nil
        }
    }

    /// The record with the answers that the form asks for. `today()` is the record's date, which a `period_field` may move
    /// to the end of its period: then the form is answered once more on that day.
    private func answered(
        _ given: GivenRow, _ number: UInt64, _ date: Day, _ record: (GivenRow) -> GivenRecord
    ) throws(Message) -> DrawnRecord {
        let dating = RecordDating(layout: engine.layout, calendar: calendar, defaultDate: date)
        var today = date
        while true {
            let source = DrawnAnswers(plan, seed: seed, record: number, today: today)
            let evaluated = engine.evaluate(given, today: today, source: source)
            if let failure = source.failure { throw failure }
            if let problem = evaluated.problems.first(where: { $0.kind != .warning }) { throw problem.message }
            let row = GivenRow(evaluated.root, of: engine.layout.root, in: engine.layout)
            let dated = dating.date(GivenRecord(root: row)).date
            guard dated != today, today == date else {
                return DrawnRecord(given: record(row), evaluated: evaluated, today: today)
            }
            today = dated
        }
    }

    private func record(_ row: GivenRow, _ result: VisitResult, _ date: Day, _ period: Period) -> GivenRecord {
        var record = GivenRecord(root: row)
        record.result = result
        record.date = date
        if engine.layout.form.round == period.length { record.round = period.id }
        return record
    }

    // MARK: Visits

    /// How the visit ends; `nil` where the unit never reports.
    private func visit(_ given: GivenRow, _ number: UInt64, _ date: Day) throws(Message) -> VisitResult? {
        if let missing = plan.missing {
            let drawn = try draw(missing, "_missing", given, number, date)
            if drawn == "yes" { return nil }
        }
        guard let result = plan.result else { return .completed }
        let drawn = try draw(result, "_result", given, number, date)
        guard let drawn, let result = VisitResult(rawValue: drawn) else {
            throw Message("E-SIM-003", ["field": "_result", "place": "\(plan.place)", "text": drawn ?? "nil"])
        }
        return result
    }

    private func draw(
        _ distribution: Distribution, _ name: String, _ given: GivenRow, _ number: UInt64, _ date: Day
    ) throws(Message) -> String? {
        var generator = SplitMix64(seed: seed, record: number, path: name)
        switch distribution {
        case .weights(let weights): return DrawnAnswers.pick(weights, &generator)
        case .share(let share): return generator.uniform() < share ? "yes" : "no"
        case .constant(let value): return value.plainText
        case .computed(let function):
            switch engine.value(of: function, given: given, today: date) {
            case .success(let lua):
                if lua == .none { return "no" }
                switch Distribution.read(
                    lua, question: nil, names: name == "_result" ? VisitResult.allCases.map(\.rawValue) : nil,
                    functions: engine.workspace.host.functions)
                {
                case .success(.computed): break
                case .success(let inner): return try draw(inner, name, given, number, date)
                case .failure(let message): throw message
                }
                throw Message("E-SIM-002", ["field": name, "place": "\(function.place)"])
            case .failure(let message): throw message
            }
        case .uniform, .normal, .logNormal, .special:
            throw Message("E-SIM-003", ["field": name, "place": "\(plan.place)", "text": "share | weights"])
        }
    }
}

extension SplitMix64 {
    /// A number that tells periods apart, so that two rounds of one unit are drawn apart.
    static func period(_ period: Period) -> UInt64 {
        UInt64(bitPattern: Int64(period.first.number)) &* 31 &+ UInt64(period.last.number - period.first.number)
    }
}

extension GivenRow {
    /// What an evaluated row would be given as: calculations and what was not asked are left to the form.
    init(_ row: RecordRow, of set: RecordSet, in layout: FormLayout) {
        self.init(of: set)
        self.row = row.row
        for field in set.fields where !field.question.isCalculated {
            answers[field.index] = row.answers[field.index] == .notAsked ? nil : row.answers[field.index]
        }
        for (place, rows) in row.rosters.enumerated() {
            rosters[place] = rows.map { GivenRow($0, of: layout.sets[set.rosters[place]], in: layout) }
        }
    }
}
