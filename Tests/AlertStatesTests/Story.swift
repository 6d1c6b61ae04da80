import AlertStates
import FormModel
import Foundation
import Testing

/// One alert through days: what each evaluation found, a sign a day, and where the alert stood after it.
///
/// Found: `t` true, `f` false, `n` no data, `-` labels not observed, `x` the rule failed, `r` it was removed, `_` no
/// run. States: `p` pending, `F` firing, `k` kept firing, `R` resolved and listed, `.` nothing.
struct Story: CustomTestStringConvertible {
    let found: String
    let states: String
    let says: String
    let rule: AlertRule

    init(_ found: String, _ states: String, _ says: String, _ change: (inout AlertRule) -> Void = { _ in }) {
        self.found = found
        self.states = states
        self.says = says
        rule = alert("behind", change)
    }

    var testDescription: String { "\(says): \(found)" }

    /// Where the alert stood after each day.
    func played() throws -> String {
        var commune = Commune(rule)
        var states = ""
        for (day, sign) in found.enumerated() {
            if sign != "_" { try commune.run(Double(day), Story.text(sign)) }
            if commune.rules.isEmpty { commune.rules = [rule] }
            states.append(Story.sign(of: commune.instances))
        }
        return states
    }

    static func text(_ sign: Character) -> String {
        switch sign {
        case "x", "r": String(sign)
        case "-": ""
        default: "a:\(sign)"
        }
    }

    /// The live one's state, else that of a listed one.
    static func sign(of instances: [AlertInstance]) -> Character {
        guard let shown = instances.first(where: \.state.isLive) ?? instances.last else { return "." }
        switch shown.state {
        case .pending: return "p"
        case .firing: return "F"
        case .keptFiring: return "k"
        case .resolved: return "R"
        }
    }
}
