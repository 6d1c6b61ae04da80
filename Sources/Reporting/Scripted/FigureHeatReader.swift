import Evaluation
import FormModel
import LuaRuntime
import Messages
import VietText

/// Reads `doc:heat { figures, by = "village", caption = "…", rows = "Thôn" }`: every figure split by one name, a row for
/// each key. What must not be printed in a split is not printed here.
struct FigureHeatReader {
    private let call: CallArguments
    private let object: (LuaValue) -> (any FigureReading)?

    init(_ call: CallArguments, object: @escaping (LuaValue) -> (any FigureReading)?) {
        self.call = call
        self.object = object
    }

    /// The block; `nil` where there is no figure, or none has a row.
    func heat() throws(Message) -> HeatTable? {
        let argument = try call.table(0, allowed: ["by", "caption", "rows", "order"])
        guard argument.items.count == 1, let items = LuaTable(argument.items[0])?.array else {
            throw argument.wrong("[1]", expected: "list", found: argument.items.first ?? .none)
        }
        guard case .string(let name)? = argument["by"] else {
            throw argument.wrong("by", expected: "string", found: argument["by"] ?? .none)
        }
        let isWorstFirst = try argument.word("order", among: ["worst"]) != nil
        var splits: [(figure: ReportFigure, whole: FigureCell, rows: [String: FigureCell], keys: [String])] = []
        for item in items {
            guard let figure = object(item) as? ReportFigure else {
                throw argument.wrong("[1]", expected: "row", found: item)
            }
            let cells = try figure.cells(by: [name])
            let byKey = Dictionary(cells.map { ($0.key, $0.cell) }) { first, _ in first }
            splits.append((figure, try figure.cell(), byKey, cells.map(\.key)))
        }
        var seen: Set<String> = []
        var keys = splits.flatMap(\.keys).filter { seen.insert($0).inserted }
        guard !keys.isEmpty else { return nil }
        if isWorstFirst {
            let burdens = Dictionary(
                uniqueKeysWithValues: keys.map { key in (key, burden(splits.map { $0.rows[key] })) })
            keys = keys.enumerated().sorted { left, right in
                (-(burdens[left.element] ?? 0), left.offset) < (-(burdens[right.element] ?? 0), right.offset)
            }.map(\.element)
        }
        do {
            var heat = try HeatTable(
                caption: try argument.text("caption") ?? "", rowsName: try argument.text("rows") ?? "",
                columns: splits.map { column($0.figure, $0.whole) })
            for key in keys {
                let cells = splits.map { $0.rows[key] }
                let label = cells.lazy.compactMap { $0 }.first?.label ?? key
                try heat.append(PlainText(label), cells.map(cell))
            }
            heat.footnotes =
                footnotes(splits.flatMap(\.rows.values))
                + FigureNotes(splits.flatMap { [$0.whole] + $0.rows.values }, words: call.words).footnotes
            return heat
        } catch let message as Message {
            throw message
        } catch {
            throw argument.wrong("[1]", expected: "list", found: argument.items[0])
        }
    }

    /// The mark of a figure stands behind its name, not in every cell.
    private func column(_ figure: ReportFigure, _ whole: FigureCell) -> HeatTable.Column {
        let name = PlainText(figure.label + whole.nameMarks)
        return HeatTable.Column(figure.indicator.code.map { PlainText($0) } ?? name, name: name)
    }

    /// The value without its percent sign, which would stand in every cell.
    private func cell(_ cell: FigureCell?) -> HeatTable.Cell {
        guard let cell else { return HeatTable.Cell(PlainText(FigureText.noValue)) }
        let text = cell.value.replacing("\u{A0}%", with: "").replacing("%", with: "")
        let mark = cell.isIncomplete && cell.number != nil ? "\u{A0}" + FigureCell.incompleteMark : ""
        return HeatTable.Cell(PlainText(text + mark), cell.level)
    }

    /// The sum of how far the cells of a row are behind.
    private func burden(_ cells: [FigureCell?]) -> Int {
        cells.compactMap { $0?.level }.map { max(0, $0.rawValue - HeatTable.Level.onPath.rawValue) }.reduce(0, +)
    }

    private func footnotes(_ cells: [FigureCell]) -> [Table.Footnote] {
        var notes: [Table.Footnote] = []
        let vi = call.words.language == .vietnamese
        if cells.contains(where: { $0.disclosure == .few }) {
            notes.append(
                Table.Footnote(
                    "( )",
                    PlainText(vi ? "ít quan sát (dưới 30), không tô." : "few observations (below 30), not shaded.")))
        }
        if cells.contains(where: { $0.hidesValue }) {
            notes.append(
                Table.Footnote(
                    PlainText(FigureCell.hiddenMark),
                    PlainText(
                        vi
                            ? "không in, vì có thể nhận ra người hoặc hộ."
                            : "not printed, as it could tell of a person or household.")))
        }
        if cells.contains(where: { $0.isIncomplete && $0.number != nil }) {
            notes.append(
                Table.Footnote(
                    PlainText(FigureCell.incompleteMark),
                    PlainText(
                        vi ? "chưa đủ đơn vị có số liệu để đánh giá, không tô." : "too few have reported, not shaded."))
            )
        }
        return notes
    }
}

extension FigureCell {
    /// Whether too few of those who should report have.
    fileprivate var isIncomplete: Bool { disclosure == .open && values.status == .incomplete }

    /// What stands behind the value of such a cell.
    fileprivate static let incompleteMark = "…"

    /// How far the value is from where it should be by now: from its path. `nil` where there is no path, or where
    /// that cannot, or must not, be told.
    var level: HeatTable.Level? {
        guard isRanked, let number, let target = indicator.target, target.comparison != .milestone,
            number.isFinite
        else { return nil }
        // Of too few who have answered nothing is said, good or bad.
        guard !isIncomplete else { return nil }
        if target.isMet(by: number) { return values.status == .metUncertain ? .uncertain : .reached }
        guard let expected = values.expected, expected != 0, expected.isFinite else { return nil }
        let short = target.isRising ? expected - number : number - expected
        return HeatTable.Level(shortBy: short / abs(expected))
    }
}
