import FormModel
import LuaRuntime

extension FieldColumn {
    /// The rows of some places, in their order.
    func gathered(_ rows: [Int32]) -> FieldColumn {
        if rows.count == states.count { return self }
        func pick<Element>(_ all: [Element]) -> [Element] { rows.map { all[Int($0)] } }
        let values: Values =
            switch self.values {
            case .booleans(let all): .booleans(pick(all))
            case .integers(let all): .integers(pick(all))
            case .decimals(let all): .decimals(pick(all))
            case .days(let all): .days(pick(all))
            case .codes(let all): .codes(pick(all))
            }
        return FieldColumn(states: pick(states), values: values, pool: pool)
    }

    /// The column as a script state takes it, its texts added to a pool; `nil` for kinds that only the host can answer.
    func luaColumn(of question: Question, pool: inout [String]) -> LuaColumn? {
        let first = Int32(pool.count)
        switch (values, question.kind) {
        case (.booleans(let all), _): return LuaColumn(.booleans(all), states: states)
        case (.integers(let all), _): return LuaColumn(.integers(all), states: states)
        case (.decimals(let all), _): return LuaColumn(.numbers(all), states: states)
        case (.days(let all), .dateTime): return LuaColumn(.datetimes(all.map { Double($0) / 1440 }), states: states)
        case (.days(let all), _): return LuaColumn(.dates(all), states: states)
        case (.codes, .rank), (.codes, .geopoint): return nil
        case (.codes(let all), .selectMultiple):
            pool += self.pool
            return LuaColumn(.sets(all.map { $0 + first }), states: states)
        case (.codes(let all), _):
            pool += self.pool
            return LuaColumn(.strings(all.map { $0 + first }), states: states)
        }
    }

    /// The answer in a row.
    public func answer(at row: Int, of question: Question) -> Answer {
        switch states[row] {
        case FieldColumn.hasValue: return .value(value(at: row, kind: question.kind))
        case FieldColumn.notAsked: return .notAsked
        default: return .missing(FieldColumn.reason(of: states[row]) ?? .notComputed)
        }
    }

    private func value(at row: Int, kind: QuestionKind) -> Value {
        switch values {
        case .booleans(let all): return .boolean(all[row] != 0)
        case .integers(let all): return kind == .time ? .time(minutes: Int(all[row])) : .integer(all[row])
        case .decimals(let all): return .decimal(all[row])
        case .days(let all):
            guard kind == .dateTime else { return .date(Day(number: Int(all[row]))) }
            let day = Int((Double(all[row]) / 1440).rounded(.down))
            return .dateTime(Day(number: day), minutes: Int(all[row]) - day * 1440)
        case .codes(let all):
            let text = pool[Int(all[row])]
            let parts = text.split(separator: " ").map(String.init)
            switch kind {
            case .selectMultiple: return .choices(parts)
            case .rank: return .ranking(parts)
            case .geopoint:
                let numbers = parts.compactMap(Double.init)
                if numbers.count >= 2,
                    let point = GeoPoint(
                        latitude: numbers[0], longitude: numbers[1], accuracy: numbers.count > 2 ? numbers[2] : nil)
                {
                    return .geopoint(point)
                }
                return .text(text)
            default: return .text(text)
            }
        }
    }

    /// The key of a row as splits and strata write it; `nil` where there is no value.
    public func key(at row: Int, of question: Question) -> String? {
        guard states[row] == FieldColumn.hasValue else { return nil }
        if case .codes(let all) = values { return pool[Int(all[row])] }
        return value(at: row, kind: question.kind).plainText
    }
}
