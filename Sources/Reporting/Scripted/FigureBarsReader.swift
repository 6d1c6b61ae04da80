import Evaluation
import FormModel
import LuaRuntime
import Messages

/// Reads `doc:bars { rows, caption = "…", mark = "expected" }`: figures or rows of one, drawn as bars. The mark across
/// them is the target, or the value expected by now, where every bar has the same.
struct FigureBarsReader {
    private let call: CallArguments
    private let object: (LuaValue) -> (any FigureReading)?

    init(_ call: CallArguments, object: @escaping (LuaValue) -> (any FigureReading)?) {
        self.call = call
        self.object = object
    }

    private var isVietnamese: Bool { call.words.language == .vietnamese }

    func chart() throws(Message) -> BarChart {
        let argument = try call.table(0, allowed: ["caption", "mark"])
        guard argument.items.count == 1, let rows = LuaTable(argument.items[0])?.array else {
            throw argument.wrong("[1]", expected: "list", found: argument.items.first ?? .none)
        }
        var cells: [FigureCell] = []
        for row in rows {
            guard let reading = object(row) else { throw argument.wrong("[1]", expected: "row", found: row) }
            cells.append(try reading.cell())
        }
        let isExpected = try argument.word("mark", among: ["target", "expected"]) == "expected"
        let isPercent = cells.allSatisfy { $0.indicator.unit == "percent" }
        return BarChart(
            caption: try argument.text("caption") ?? "", fullScale: isPercent ? 100 : 0,
            targetName: markName(cells, isExpected: isExpected),
            bars: cells.map { bar($0, mark: mark($0, isExpected: isExpected)) },
            footnotes: FigureNotes(cells, words: call.words).footnotes)
    }

    private func mark(_ cell: FigureCell, isExpected: Bool) -> Double? {
        guard let target = cell.indicator.target, target.comparison != .milestone else { return nil }
        return isExpected ? cell.values.expected : target.value
    }

    private func bar(_ cell: FigureCell, mark: Double?) -> Bar {
        let note = cell.disclosure == .few ? PlainText(isVietnamese ? "ít quan sát" : "few observations") : nil
        let reading: Bar.Reading
        if cell.hidesValue {
            reading = .absent(PlainText(isVietnamese ? "không in, ít quan sát" : "not printed, too few"))
        } else if let number = cell.number {
            reading = .value(number, printed: PlainText(cell.plainValue + cell.marks))
        } else if !cell.marks.isEmpty {
            reading = .absent(PlainText(call.words.vi("không tính được", en: "not computed") + cell.marks))
        } else {
            reading = .absent(nil)
        }
        return Bar(PlainText(cell.label), reading, target: mark, note: note)
    }

    /// "lộ trình 46,3 %" where all bars have that mark; else the word alone.
    private func markName(_ cells: [FigureCell], isExpected: Bool) -> PlainText? {
        let word =
            switch (isExpected, isVietnamese) {
            case (true, true): "lộ trình"
            case (true, false): "expected by now"
            case (false, true): "mục tiêu"
            case (false, false): "target"
            }
        let texts = Set(cells.compactMap { markText($0, isExpected: isExpected) })
        guard let only = texts.first, texts.count == 1 else { return PlainText(word) }
        return PlainText("\(word) \(only)")
    }

    private func markText(_ cell: FigureCell, isExpected: Bool) -> String? {
        guard let target = cell.indicator.target else { return nil }
        guard isExpected else { return call.words.target(target, unit: cell.indicator.unit) }
        return cell.values.expected.map { call.words.number($0, unit: cell.indicator.unit) }
    }
}
