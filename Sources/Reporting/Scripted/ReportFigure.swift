import Evaluation
import FormModel
import LuaRuntime
import Messages
import Scripting

/// A thing of `data` with a value: a figure, or a row of one.
protocol FigureReading: HostObject {
    /// The indicator.
    var indicator: Indicator { get }
    /// What may be read and printed; computed when it is first asked for.
    func cell() throws(Message) -> FigureCell
    /// What stands in a column of a table.
    func text(_ column: FigureColumn, of cell: FigureCell) throws(Message) -> String
    /// How it changed since the period before.
    func change() throws(Message) -> PrintedChange
}

/// An indicator with its figure, as reports read it: `data:indicator("vneid_account")`.
///
/// What the indicator says of itself (`code`, `label`, `definition` …) is there at once; the figure is computed when the
/// script first asks for something of it.
final class ReportFigure: FigureReading {
    let indicator: Indicator
    let scriptName: String
    private unowned let data: DataObject
    private let words: FigureText

    init(_ indicator: Indicator, of data: DataObject, words: FigureText) {
        self.indicator = indicator
        self.data = data
        self.words = words
        scriptName = indicator.id
    }

    func cell() throws(Message) -> FigureCell {
        try data.cell(try data.figure(indicator, by: []), label: label)
    }

    /// The day of the records and the pace are the figure's own; a row of a split has none.
    func text(_ column: FigureColumn, of cell: FigureCell) throws(Message) -> String {
        switch column {
        case .change: try change().text
        case .updated: try updated.map(words.date) ?? FigureText.noValue
        case .reaches: words.reaches(try data.pace(of: indicator))
        default: column.text(cell)
        }
    }

    func change() throws(Message) -> PrintedChange { try data.change(of: indicator) }

    /// The day of the newest record that entered.
    private var updated: Day? {
        get throws(Message) { try data.figure(indicator, by: []).dates?.upperBound }
    }

    /// The cells of a split, each with its key.
    func cells(by names: [String]) throws(Message) -> [(cell: FigureCell, key: String)] {
        try data.cells(of: indicator, by: names).map { ($0.cell, $0.key.joined(separator: ",")) }
    }

    /// The figure in the periods before the report's and in it, the oldest first.
    func course() throws(Message) -> [TrendPoint] { try data.course(of: indicator, named: label) }

    var label: String { indicator.label.text(in: words.language) }

    // MARK: HostObject

    private static let ownNames = [
        "id", "code", "notes", "definition", "source", "frequency", "owner", "owners", "is_component", "splits", "by",
        "components", "trend", "change", "updated", "design", "round", "earlier_units", "earlier_rounds",
        "reaches", "reaches_on", "gap_closing",
    ]

    func property(_ name: String) -> HostReply {
        if let own = ownProperty(name) { return own }
        guard (ReportFigure.ownNames + FigureCell.names).contains(name) else { return unknown(name) }
        do throws(Message) {
            if let known = try originProperty(name) { return .value(known) }
            return try cell().property(name).map { .value($0) } ?? unknown(name)
        } catch {
            return .fault(error)
        }
    }

    private func ownProperty(_ name: String) -> HostReply? {
        switch name {
        case "id": .value(.string(indicator.id))
        case "code": .value(.string(indicator.code ?? ""))
        case "label": .value(.string(label))
        case "definition": .value(.string(words.definition(of: indicator) ?? ""))
        case "source": text(indicator.source)
        case "frequency": text(indicator.frequency)
        case "owner": text(indicator.owner)
        case "owners": .value(.list(owners.map { .string($0) }))
        case "unit": .value(.string(indicator.unit))
        case "is_component": .value(.boolean(indicator.isComponent))
        case "splits": .value(.list(indicator.by.map { .string($0) }))
        case "by", "components", "trend", "gap_closing": .method
        default: nil
        }
    }

    /// From which records the figure is: the sample's name, the round, and how many units are counted by earlier ones.
    private func originProperty(_ name: String) throws(Message) -> LuaValue? {
        switch name {
        case "change": .string(try data.change(of: indicator).text)
        case "updated": try updated.map { .date(LuaDate(days: Double($0.number))) } ?? LuaValue.none
        case "reaches": .string(words.reaches(try data.pace(of: indicator)))
        case "reaches_on":
            try data.pace(of: indicator)?.reaches.map { .date(LuaDate(days: Double($0.number))) } ?? LuaValue.none
        case "notes":
            .list(try data.figure(indicator, by: []).notes.map { .string($0.text(in: data.data.language)) })
        case "design": .string(try data.design(of: indicator))
        case "round": .string(try data.rounds(of: indicator).text)
        case "earlier_units": .integer(Int64(try data.rounds(of: indicator).earlierCount))
        case "earlier_rounds": .string(try data.rounds(of: indicator).earlierText)
        default: nil
        }
    }

    /// Those who answer for it, each by name: a joint owner is written with commas.
    private var owners: [String] {
        (indicator.owner?.text(in: words.language) ?? "").split(separator: ",")
            .map { PlainText(String($0)).string }.filter { !$0.isEmpty }
    }

    private func text(_ text: LocalizedText?) -> HostReply {
        .value(.string(text?.text(in: words.language) ?? ""))
    }

    private func unknown(_ name: String) -> HostReply {
        .unknown(name: name, of: scriptName, candidates: ReportFigure.ownNames + FigureCell.names)
    }

    func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply {
        do throws(Message) {
            switch method {
            case "by":
                let call = CallArguments(function: "\(scriptName):by", values: arguments, words: words)
                return .value(try data.rows(of: indicator, SplitRequest(call)))
            case "components":
                return .value(data.table(of: try data.components(of: indicator)))
            case "gap_closing":
                let call = CallArguments(function: "\(scriptName):gap_closing", values: arguments, words: words)
                return .value(try data.gapClosing(of: indicator, by: try SplitRequest(call)))
            case "trend": return .value(data.table(of: try course()))
            default: return unknown(method)
            }
        } catch {
            return .fault(error)
        }
    }
}

/// A row of a split, as reports read it: one village; or the figure of one period.
final class ReportRow: FigureReading {
    let scriptName = "row"
    let indicator: Indicator
    private let key: [String]
    /// What the figure is split by that it is a row of; empty for a period of a course.
    let names: [String]
    private let known: FigureCell
    /// The point of a course that it is; nil for a row of a split.
    let point: TrendPoint?
    private let changed: () throws(Message) -> PrintedChange

    /// - Parameter change: how it changed since the period before; asked for when it is needed.
    init(
        _ cell: FigureCell, key: [String], by names: [String] = [], point: TrendPoint? = nil,
        change: @escaping () throws(Message) -> PrintedChange = { () throws(Message) in .unknown }
    ) {
        self.key = key
        self.names = names
        changed = change
        self.point = point
        indicator = cell.indicator
        known = cell
    }

    func cell() throws(Message) -> FigureCell { known }

    func text(_ column: FigureColumn, of cell: FigureCell) throws(Message) -> String {
        column == .change ? try change().text : column.text(cell)
    }

    func change() throws(Message) -> PrintedChange { try changed() }

    func property(_ name: String) -> HostReply {
        if name == "key" { return .value(.string(key.joined(separator: ","))) }
        if name == "change" {
            do throws(Message) { return .value(.string(try change().text)) } catch { return .fault(error) }
        }
        return known.property(name).map { .value($0) } ?? unknown(name)
    }

    func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply { unknown(method) }

    private func unknown(_ name: String) -> HostReply {
        .unknown(name: name, of: scriptName, candidates: ["key", "change"] + FigureCell.names)
    }
}
