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
}
