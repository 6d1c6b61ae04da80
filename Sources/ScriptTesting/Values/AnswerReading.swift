import FormModel
import Interchange
import LuaRuntime
import Messages
import Scripting

/// Reads what a test gives as the answer to a question.
///
/// Values are as scripts read them (`semantics.md` 1.10). Dates, times and points may also be written as a CSV file does:
/// `"2026-05-01"`, `"08:30"`, `"14.945 108.873"`. `t.dont_know`, `t.refused` and `t.not_applicable` stand for having no
/// value; they are no texts, so that no choice of that name can be meant.
struct AnswerReading {
    let call: TestCall
    let host: ScriptHost

    /// The answer, or `nil` where nothing is given.
    func answer(_ value: LuaValue, to question: Question) throws(Message) -> Answer? {
        if value == .none { return nil }
        if let special = host.object(value) as? SpecialAnswer { return .missing(special.reason) }
        if let read = Value(value, for: question) ?? written(value, question) { return .value(read) }
        if question.kind == .selectOne, case .string(let name) = value {
            var facts = TestCall.unknown(name, among: question.choices?.choices.map(\.name) ?? [])
            (facts["field"], facts["found"]) = (question.name, name)
            throw Message("E-ROW-011", facts)
        }
        throw Message(
            "E-TEST-007",
            [
                "function": call.function, "field": question.name, "expected": question.kind.rawValue,
                "found": value.told,
            ])
    }

    /// A value of a kind that Lua has no values of, written as in a file.
    private func written(_ value: LuaValue, _ question: Question) -> Value? {
        switch (question.kind, value) {
        case (.date, .string(let text)), (.dateTime, .string(let text)), (.time, .string(let text)),
            (.geopoint, .string(let text)):
            return try? AnswerReader(question, mayBeLeftOut: true).value(of: text)
        default: return nil
        }
    }

    /// A day as a value or a text `2026-06-30`.
    static func day(_ value: LuaValue) -> Day? {
        switch value {
        case .date(let date) where !date.hasTime: Day(number: Int(date.days.rounded(.down)))
        case .string(let text): Day(iso: text)
        default: nil
        }
    }
}

/// An answer that is no value, as tests write it: `t.dont_know`.
final class SpecialAnswer: HostObject {
    let reason: MissingReason
    var scriptName: String { "t.\(reason.name)" }

    init(_ reason: MissingReason) {
        self.reason = reason
    }

    func property(_ name: String) -> HostReply { .unknown(name: name, of: scriptName, candidates: []) }
    func invoke(_ method: String, _ arguments: [LuaValue]) -> HostReply { property(method) }

    /// The reasons that people give.
    static let reasons: [MissingReason] = [.dontKnow, .refused, .notApplicable]
}
