import FormModel
import LuaRuntime
import Scripting

/// Who lets a script's function read figures: those worked out so far, and those that it asks for meanwhile.
protocol FigureReading: AnyObject {
    var evaluator: Evaluator { get }
    /// The figures that are there.
    var sources: [Figure] { get }
    /// The indicators that were read and are not there yet.
    var demands: [Indicator] { get set }
}

/// The figures that a function over indicators reads: `i.vneid_account.numerator`.
final class SourceFigures: HostObject {
    let scriptName = "i"
    private let reader: any FigureReading
    private let pick: (Figure) -> FigureValues

    /// - Parameter pick: the numbers of a figure that are read: its total, or those of a row.
    init(_ reader: any FigureReading, pick: @escaping (Figure) -> FigureValues) {
        self.reader = reader
        self.pick = pick
    }

    func property(_ name: String) -> HostReply {
        let workspace = reader.evaluator.workspace
        guard let indicator = workspace.indicator(name) else {
            return .unknown(name: name, of: scriptName, candidates: workspace.indicators.map(\.id))
        }
        guard let figure = reader.sources.first(where: { $0.indicator.id == name }) else {
            reader.demands.append(indicator)
            return .notReady(0)
        }
        return .value(workspace.host.add(FigureObject(name, pick(figure))))
    }

    func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply {
        .unknown(name: method, of: scriptName, candidates: [])
    }
}
