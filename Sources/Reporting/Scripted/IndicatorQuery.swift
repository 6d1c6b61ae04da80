import Evaluation
import FormModel
import LuaRuntime
import Messages

/// Which indicators a script asks for: `{ group = "II.3.4" }`, `{ codes = { "II.2", "III, IV" } }`; all where it says
/// neither. `except` takes groups away again: `{ except = { "II.3", "II.2" } }` is whatever else there is.
struct IndicatorQuery {
    static let names = ["group", "codes", "except"]

    let withComponents: Bool
    let statuses: Set<Status>?
    private let groups: [String]?
    private let codes: [String]?
    private let except: [String]

    init(_ call: CallArguments, allowed: [String]) throws(Message) {
        guard call[0] != .none else {
            (groups, codes, except, statuses, withComponents) = (nil, nil, [], nil, false)
            return
        }
        let table = try call.table(0, allowed: allowed)
        groups = try table.names("group")
        codes = try table.names("codes")
        except = try table.names("except") ?? []
        withComponents = try table.flag("components")
        var statuses: Set<Status>?
        for name in try table.names("status") ?? [] {
            guard let status = Status(rawValue: name) else {
                throw Message(
                    "E-REPORT-003",
                    [
                        "function": call.function, "property": "status", "found": name,
                        "allowed": Status.allCases.map(\.rawValue).joined(separator: ", "),
                    ])
            }
            statuses = (statuses ?? []).union([status])
        }
        self.statuses = statuses
    }

    /// The indicators in the order of their codes; components come only beneath theirs.
    func chosen(of indicators: [Indicator]) -> [Indicator] {
        CodeOrder.sorted(indicators.filter { !$0.isComponent && isWanted($0.code ?? "") })
    }

    private func isWanted(_ code: String) -> Bool {
        if except.contains(where: { CodeOrder.isIn($0, code) }) { return false }
        if groups == nil, codes == nil { return true }
        return groups?.contains { CodeOrder.isIn($0, code) } ?? false || codes?.contains(code) ?? false
    }
}
