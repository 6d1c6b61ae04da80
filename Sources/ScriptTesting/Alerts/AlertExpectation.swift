import AlertStates
import FormModel
import LuaRuntime
import Messages
import Scripting

/// What a test expects of an evaluation of an alert rule: only the keys that it gives are compared.
///
/// ```lua
/// t:alert("vneid_behind", { pending = 2, firing = 0 })
/// t:today("2026-07-20")
/// t:alert("vneid_behind", { firing = 2, sent = 1, message = "Thôn 1: 40,0 %, cần 46,3 %" })
/// ```
///
/// `pending`, `firing` (kept firing too), `resolved` and `no_data` count alerts; `sent` counts messages; `message` is what is
/// said of the first alert that fires, `false` where none does. A rule that failed is wrong, unless the test gives
/// `failed = true`.
struct AlertExpectation {
    private enum Key: String, CaseIterable {
        case failed, pending, firing, resolved
        case noData = "no_data"
        case sent, message

        func found(in evaluation: AlertStory.Evaluation) -> LuaValue {
            switch self {
            case .failed: .boolean(evaluation.hasFailed)
            case .pending: count(evaluation) { $0.state == .pending }
            case .firing: count(evaluation) { $0.state.isFiring }
            case .resolved: count(evaluation) { $0.state == .resolved }
            case .noData: count(evaluation) { $0.state.isLive && $0.noDataSince != nil }
            case .sent: .integer(Int64(evaluation.notices.count))
            case .message:
                evaluation.instances.first { $0.state.isFiring }?.finding.message.map { .string($0) }
                    ?? .boolean(false)
            }
        }

        private func count(_ evaluation: AlertStory.Evaluation, _ isCounted: (AlertInstance) -> Bool) -> LuaValue {
            .integer(Int64(evaluation.instances.count(where: isCounted)))
        }
    }

    private let id: String
    private var wanted: [(key: Key, value: LuaValue)] = []

    init(_ call: TestCall) throws(Message) {
        id = try call.text(0)
        let names = Key.allCases.map(\.rawValue)
        for field in try call.named(1, among: names).fields {
            guard case .string(let name) = field.key, let key = Key(rawValue: name) else {
                throw call.unknownKey(field.key, among: names)
            }
            wanted.append((key, field.value))
        }
    }

    /// - Parameter language: in which it is told what failed.
    /// - Throws: a `Message` that tells the first difference.
    func compare(_ evaluation: AlertStory.Evaluation, language: Language) throws(Message) {
        if let fault = evaluation.faults.first, !wanted.contains(where: { $0.key == .failed }) {
            throw Message("E-TEST-027", ["id": id, "text": fault.coded(in: language)])
        }
        for key in Key.allCases {
            guard let value = wanted.first(where: { $0.key == key })?.value else { continue }
            let found = key.found(in: evaluation)
            guard !plain(found).isEqual(to: plain(value)) else { continue }
            throw Message(
                "E-TEST-004", ["id": id, "name": key.rawValue, "found": told(found), "expected": told(value)])
        }
    }

    /// A text as it is typed: `percent()` sets a space there that no line is broken at.
    private func plain(_ value: LuaValue) -> LuaValue {
        guard case .string(let text) = value else { return value }
        return .string(text.replacing("\u{A0}", with: " "))
    }

    private func told(_ value: LuaValue) -> String {
        if case .boolean(let flag) = value { return flag ? "true" : "false" }
        return value.told
    }
}
