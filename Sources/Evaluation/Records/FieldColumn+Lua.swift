import FormModel
import LuaRuntime

extension FieldColumn {
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
