import FormModel
import LuaRuntime
import Scripting

/// A figure as scripts read it: `value`, `numerator`, `denominator`, `n`, `missing`, `expected`, `coverage`.
final class FigureObject: HostObject {
    let scriptName: String
    private let values: FigureValues

    init(_ name: String, _ values: FigureValues) {
        self.scriptName = name
        self.values = values
    }

    private static let names = ["value", "numerator", "denominator", "n", "missing", "expected", "coverage"]

    func property(_ name: String) -> HostReply {
        switch name {
        case "value": number(values.value)
        case "numerator": number(values.numerator)
        case "denominator": number(values.denominator)
        case "n": .value(.integer(Int64(values.n)))
        case "missing": .value(.integer(Int64(values.missingCount)))
        case "expected": number(values.expected)
        case "coverage": number(values.coveragePercent)
        default: .unknown(name: name, of: scriptName, candidates: FigureObject.names)
        }
    }

    func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply {
        .unknown(name: method, of: scriptName, candidates: FigureObject.names)
    }

    /// A number that is not there is missing: what is derived from it has no value (`semantics.md` 4.1).
    private func number(_ value: Double?) -> HostReply {
        value.map { .value(.number($0)) } ?? .missing(MissingReason.notComputed.lua)
    }
}
