import FormModel
import Interviewing
import Messages
import Testing

/// An interview under test, by short words.
final class Talk {
    let bench: Bench
    private(set) var interview: Interview
    /// The effects of the last event.
    private(set) var effects: [InterviewEffect] = []

    init(_ bench: Bench, language: Language = .english) {
        self.bench = bench
        interview = Interview(
            bench.engine, state: InterviewState(bench.layout, day: Bench.day, language: language))
    }

    /// Goes on from the state alone, as after a kill.
    func resume() { interview = Interview(bench.engine, state: interview.state) }

    @discardableResult
    func does(_ event: InterviewEvent) -> [String] {
        effects = interview.handle(event)
        return effects.map(\.short)
    }

    @discardableResult
    func says(_ answer: Answer) -> [String] { does(.answer(answer)) }

    /// Goes to a place and answers there.
    @discardableResult
    func says(_ answer: Answer, at place: String) throws -> [String] {
        let spot = try #require(Spot(place))
        interview.handle(.jump(spot)).forEach { effect in
            if case .refused(let messages) = effect { Issue.record("\(messages)") }
        }
        return says(answer)
    }

    /// Where the interview stands; "end" at its end.
    var here: String { interview.state.cursor?.description ?? "end" }
    var stops: [String] { interview.stops.map(\.spot.description) }
    func kept(_ place: String) -> Answer? { Spot(place).flatMap { interview.answer(at: $0) } }
    var review: [String] {
        interview.review().items.map { "\($0.kind) \($0.spot?.description ?? "–") \($0.message.code)" }
    }
}

extension InterviewEffect {
    /// The effect in a word or two.
    var short: String {
        switch self {
        case .stored(let spot, _, let new): "\(spot) = \(new.map(\.word) ?? "–")"
        case .removed(let spot, let row): "\(spot)[\(row)] gone"
        case .refused(let messages): "refused \(messages.map(\.code).joined(separator: " "))"
        case .asks(let messages): "asks \(messages.map(\.code).joined(separator: " "))"
        case .confirmed(let spot, let answer): "\(spot) confirmed \(answer.word)"
        case .noted(let spot, let text): "\(spot) noted \(text)"
        case .told(let message): "told \(message.code)"
        case .fault(let message): "fault \(message.code)"
        case .moved: "moved"
        case .consentRefused: "consent refused"
        }
    }
}

extension Answer {
    /// The answer in a word.
    var word: String {
        switch self {
        case .notAsked: "not asked"
        case .missing(let reason): reason.name
        case .value(.text(let text)): text
        case .value(.boolean(let value)): value ? "yes" : "no"
        case .value(.integer(let value)): "\(value)"
        case .value(.decimal(let value)): "\(value)"
        case .value(.choices(let names)), .value(.ranking(let names)): names.joined(separator: "+")
        case .value(.date(let day)): day.iso
        case .value(let value): "\(value)"
        }
    }
}
