import Evaluation
import LuaRuntime
import Messages

/// The indicator whose rows make a document too long, where there is one: who wrote the script made no endless loop, but
/// asked for a split with more rows than anybody reads.
struct ManyRows {
    private let indicator: String
    private let names: String
    private let count: Int

    /// Fewer rows are not to blame.
    private static let least = 1000

    /// - Parameters:
    ///   - arguments: what a call of the document was given.
    ///   - object: the figure or row behind a value.
    init?(in arguments: [LuaValue], object: (LuaValue) -> (any FigureReading)?) {
        var counts: [[String]: Int] = [:]
        var pending = arguments
        while let value = pending.popLast() {
            if let row = object(value) as? ReportRow, !row.names.isEmpty {
                counts[[row.indicator.id] + row.names, default: 0] += 1
            } else if let table = LuaTable(value) {
                pending += table.array
                ManyRows.count(table, object, &counts)
            }
        }
        guard let most = counts.max(by: { ($0.value, $1.key.joined()) < ($1.value, $0.key.joined()) }),
            most.value >= ManyRows.least
        else { return nil }
        indicator = most.key[0]
        names = most.key.dropFirst().joined(separator: ", ")
        count = most.value
    }

    /// A call that splits its figures itself: `doc:heat { figures, by = "village" }`.
    private static func count(
        _ table: LuaTable, _ object: (LuaValue) -> (any FigureReading)?, _ counts: inout [[String]: Int]
    ) {
        guard case .string(let name)? = table.fields.first(where: { $0.key == .string("by") })?.value,
            let figures = table.array.first.flatMap(LuaTable.init)
        else { return }
        for figure in figures.array.compactMap({ object($0) as? ReportFigure }) {
            counts[[figure.indicator.id, name]] = (try? figure.cells(by: [name]))?.count
        }
    }

    /// What is wrong, and what to do.
    var message: Message {
        Message("E-LIMIT-008", ["id": indicator, "name": names, "count": "\(count)"])
    }
}
