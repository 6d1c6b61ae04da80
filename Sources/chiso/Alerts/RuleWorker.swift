import AlertStates
import Alerting
import ArgumentParser
import Foundation
import Messages
import Storage

/// What a worker says of a rule, a line of JSON each: that it has begun, then what came of it.
struct RuleReply: Codable {
    let rule: String
    /// `nil` where the rule has only begun.
    var outcome: RuleOutcome?
    /// What is wrong with it, in words.
    var faults: [String] = []

    var line: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return ((try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
    }

    init(rule: String) { self.rule = rule }

    init?(_ line: String) {
        guard let reply = try? JSONDecoder().decode(RuleReply.self, from: Data(line.utf8)) else { return nil }
        self = reply
    }
}

/// `chiso alerts evaluate`, which `chiso alerts run` calls: the rules are evaluated in a process of their own, so that one
/// that gets stuck takes no other with it.
struct AlertsEvaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Evaluate the rules and tell what each found.", shouldDisplay: false)

    @OptionGroup var options: GlobalOptions
    @Option var now: String
    @Option var known: String?
    @Option(parsing: .upToNextOption) var without: [String] = []
    @Option(parsing: .upToNextOption) var only: [String] = []

    func run() throws {
        var open = try OpenWorkspace(options)
        open.now = try AlertTime.read(now, open)
        let scripts = try AlertScripts(open)
        guard let store = try open.storeToRead() else { throw Failure(.unavailable) }
        let known = try known.map { Known(at: try AlertTime.read($0, open)) } ?? .now
        try store.snapshot {
            let evaluator = RuleEvaluator(scripts.rules, sources: try scripts.sources(store, known: known))
            for rule in scripts.sound where !without.contains(rule.id) && (only.isEmpty || only.contains(rule.id)) {
                Console.out(RuleReply(rule: rule.id).line)
                var reply = RuleReply(rule: rule.id)
                let found = evaluator.evaluate(rule)
                reply.outcome = found.outcome
                reply.faults = found.faults.map { $0.text(in: Console.language) }
                Console.out(reply.line)
            }
        }
    }
}
