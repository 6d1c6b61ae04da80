import LuaRuntime
import Messages

/// What a script asks of `by`: `by "village"`, `by("village", "sex")`, `by("village", { order = "worst", limit = 6 })`.
struct SplitRequest {
    /// The names to split by.
    let names: [String]
    /// Whether the rows that are farthest from the target come first.
    let worstFirst: Bool
    /// How many rows are wanted at most.
    let limit: Int?

    init(_ call: CallArguments) throws(Message) {
        var names: [String] = []
        var worstFirst = false
        var limit: Int?
        for place in call.values.indices {
            if case .string(let name) = call[place] {
                names.append(name)
                continue
            }
            let options = try call.table(place, allowed: ["order", "limit"])
            if !options.items.isEmpty { names += try options.texts.map(\.string) }
            worstFirst = try options.word("order", among: ["worst"]) != nil || worstFirst
            limit = try options.count("limit") ?? limit
        }
        guard !names.isEmpty else { throw call.wrong(0, expected: "string") }
        self.names = names
        self.worstFirst = worstFirst
        self.limit = limit
    }

    /// The cells in the order asked for. Rows that rest on few observations, or have no value, are not ranked and stand
    /// behind those that are (`semantics.md` 3.11).
    func arranged<Row>(_ rows: [Row], _ cell: (Row) -> FigureCell) -> [Row] {
        guard worstFirst else { return Array(rows.prefix(limit ?? rows.count)) }
        let ranked = rows.enumerated().filter { cell($0.element).isRanked }.sorted { left, right in
            let (a, b) = (merit(cell(left.element)), merit(cell(right.element)))
            return (a, left.offset) < (b, right.offset)
        }.map(\.element)
        let others = rows.filter { !cell($0).isRanked }
        return Array((ranked + others).prefix(limit ?? rows.count))
    }

    private func merit(_ cell: FigureCell) -> Double {
        let number = cell.number ?? 0
        return cell.indicator.target?.isRising == false ? -number : number
    }
}
