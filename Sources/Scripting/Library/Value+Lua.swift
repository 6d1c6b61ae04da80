import FormModel
import Foundation
import LuaRuntime
import VietText

extension Value {
    /// The value that a script gives for a question; `nil` if it is none of the question's kind.
    /// Whole floats are taken for whole numbers; texts become NFC and trimmed; choices take the list's order.
    public init?(_ lua: LuaValue, for question: Question) {
        switch (question.kind, lua) {
        case (.yesNo, .boolean(let value)):
            self = .boolean(value)
        case (.integer, .integer(let value)):
            self = .integer(value)
        case (.integer, .number(let value)):
            guard let whole = Int64(exactly: value) else { return nil }
            self = .integer(whole)
        case (.decimal, .integer(let value)):
            self = .decimal(Double(value))
        case (.decimal, .number(let value)) where value.isFinite:
            self = .decimal(value)
        case (.text, .string(let text)), (.barcode, .string(let text)):
            let stored = text.storageForm
            if stored.isEmpty { return nil }
            self = .text(stored)
        case (.selectOne, .string(let name)):
            guard question.choices?[name] != nil else { return nil }
            self = .text(name)
        case (.selectMultiple, .set(let names)):
            self.init(names: names, of: question)
        case (.selectMultiple, .table(let table)), (.rank, .table(let table)):
            self.init(
                names: table.array.compactMap { if case .string(let name) = $0 { name } else { nil } }, of: question)
        case (.date, .date(let date)) where !date.hasTime:
            self = .date(Day(number: Int(date.days)))
        case (.dateTime, .date(let date)):
            let minutes = Int((date.days * 1440).rounded())
            let day = Int((Double(minutes) / 1440).rounded(.down))
            self = .dateTime(Day(number: day), minutes: minutes - day * 1440)
        case (.time, .integer(let minutes)) where (0..<1440).contains(minutes):
            self = .time(minutes: Int(minutes))
        case (.calculate, _):
            self.init(calculated: lua)
        default: return nil
        }
    }

    /// The value of a calculation without a kind of its own: what the function gave.
    public init?(calculated lua: LuaValue) {
        switch lua {
        case .boolean(let value): self = .boolean(value)
        case .integer(let value): self = .integer(value)
        case .number(let value) where value.isFinite: self = .decimal(value)
        case .string(let text):
            let stored = text.storageForm
            if stored.isEmpty { return nil }
            self = .text(stored)
        case .date(let date) where !date.hasTime: self = .date(Day(number: Int(date.days)))
        case .set(let names) where !names.isEmpty: self = .choices(names)
        default: return nil
        }
    }

    private init?(names: [String], of question: Question) {
        guard let list = question.choices, !names.isEmpty, Set(names).count == names.count else { return nil }
        let positions = names.compactMap(list.position(of:))
        guard positions.count == names.count else { return nil }
        self = question.kind == .rank ? .ranking(names) : .choices(positions.sorted().map { list.choices[$0].name })
    }

    /// The value as scripts read it (`semantics.md` 1.10).
    public var lua: LuaValue {
        switch self {
        case .boolean(let value): .boolean(value)
        case .integer(let value): .integer(value)
        case .decimal(let value): .number(value)
        case .text(let text): .string(text)
        case .choices(let names): .set(names)
        case .ranking(let names): .list(names.map { .string($0) })
        case .date(let day): .date(LuaDate(days: Double(day.number), hasTime: false))
        case .time(let minutes): .integer(Int64(minutes))
        case .dateTime(let day, let minutes):
            .date(LuaDate(days: Double(day.number) + Double(minutes) / 1440, hasTime: true))
        case .geopoint(let point):
            .row(
                LuaRow(
                    [LuaRow.Field("lat", .number(point.latitude)), LuaRow.Field("lon", .number(point.longitude))]
                        + (point.accuracy.map { [LuaRow.Field("accuracy", .number($0))] } ?? [])))
        }
    }
}
