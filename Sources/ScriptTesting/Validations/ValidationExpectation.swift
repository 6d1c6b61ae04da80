import Evaluation
import FormModel
import LuaRuntime
import Messages
import Scripting

/// What a test expects of a rule over the records so far: only the keys that it gives are compared.
///
/// ```lua
/// t:validation("household_one_head", { failed = 1, passed = 2 })
/// t:validation("household_speed_fits_connection", { failed = 1, message = "900 Mb/s …" })
/// ```
///
/// `message` is what is said of the first record that breaks the rule, `false` where none does. A rule that failed itself
/// is wrong, unless the test gives `faults`.
struct ValidationExpectation {
    private enum Key: String, CaseIterable {
        case checked, passed, failed, missing
        case notApplicable = "not_applicable"
        case noEarlier = "no_earlier"
        case faults, message

        func found(in result: ValidationResult) -> LuaValue {
            switch self {
            case .checked: count(result.checked)
            case .passed: count(result.passed)
            case .failed: count(result.failed)
            case .missing: count(result.missingCount)
            case .notApplicable: count(result.notApplicable)
            case .noEarlier: count(result.noEarlier)
            case .faults: count(result.faulty)
            case .message: result.failures.first.map { .string($0.message) } ?? .boolean(false)
            }
        }

        private func count(_ number: Int) -> LuaValue { .integer(Int64(number)) }
    }

    private let id: String
    private var wanted: [(key: Key, value: LuaValue)] = []

    init(_ call: TestCall) throws(Message) {
        id = try call.text(0)
        if call[1] == .none { throw call.wrong(1, expected: "table") }
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
    func compare(_ result: ValidationResult, language: Language) throws(Message) {
        if let fault = result.faults.first, !wanted.contains(where: { $0.key == .faults }) {
            let text = Diagnostic(at: fault.place, fault.message).located.coded(in: language)
            throw Message("E-TEST-013", ["id": id, "count": "\(fault.count)", "text": text])
        }
        for key in Key.allCases {
            guard let value = wanted.first(where: { $0.key == key })?.value else { continue }
            let found = key.found(in: result)
            guard !found.isEqual(to: value) else { continue }
            throw Message(
                "E-TEST-004", ["id": id, "name": key.rawValue, "found": told(found), "expected": told(value)])
        }
    }

    private func told(_ value: LuaValue) -> String { value == .boolean(false) ? "false" : value.told }
}
