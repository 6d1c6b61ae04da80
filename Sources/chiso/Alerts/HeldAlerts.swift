import AlertStates
import Alerting
import Foundation
import Messages
import Storage

/// For which labels each rule holds on a day, whatever the states: what an edit of the scripts changes in it.
struct HeldAlerts {
    /// A rule and the labels of a row; without labels for a rule that failed.
    struct Key: Hashable, Comparable {
        let rule: String
        let labels: String

        static func < (left: Key, right: Key) -> Bool { (left.rule, left.labels) < (right.rule, right.labels) }
    }

    /// A row that two sets of scripts judge otherwise.
    struct Change {
        let key: Key
        let old: String?
        let new: String?
    }

    /// How each is judged: `holds`, `does_not_hold`, `no_data`, or `failed`.
    private var judged: [Key: String] = [:]

    /// Evaluates the rules of scripts over a store.
    init(_ scripts: AlertScripts, _ store: Store?, known: Known) throws {
        guard let store else { return }
        let evaluator = RuleEvaluator(scripts.rules, sources: try scripts.sources(store, known: known))
        for rule in scripts.sound {
            switch evaluator.evaluate(rule).outcome {
            case .failed: judged[Key(rule: rule.id, labels: "")] = "failed"
            case .removed: break
            case .evaluated(let observations):
                for observation in observations {
                    let key = Key(rule: rule.id, labels: AlertTable.labels(observation.labels))
                    judged[key] =
                        switch observation.condition {
                        case .holds: "holds"
                        case .doesNotHold: "does_not_hold"
                        case .noData: "no_data"
                        }
                }
            }
        }
    }

    /// What is judged otherwise now. A row that is new, or gone, and does not hold is no news.
    func changes(since old: HeldAlerts) -> [Change] {
        Set(judged.keys).union(old.judged.keys).sorted().compactMap { key in
            let (before, now) = (old.judged[key], judged[key])
            guard before != now, ![before, now].allSatisfy({ $0 == nil || $0 == "does_not_hold" }) else { return nil }
            return Change(key: key, old: before, new: now)
        }
    }
}

extension [HeldAlerts.Change] {
    /// The rows for people.
    func table() -> PlainTable {
        var table = PlainTable(
            columns: ["alert", "labels", "before", "now"],
            rows: map { [$0.key.rule, $0.key.labels, HeldAlerts.word($0.old), HeldAlerts.word($0.new)] })
        if Console.language == .vietnamese { table.titles = ["cảnh báo", "nhãn", "trước", "nay"] }
        return table
    }

    /// The changes for programs.
    var json: JSON {
        .array(
            map { change in
                .object([
                    ("rule", .string(change.key.rule)), ("labels", .string(change.key.labels)),
                    ("old", .string(change.old)), ("new", .string(change.new)),
                ])
            })
    }
}

extension HeldAlerts {
    fileprivate static func word(_ judged: String?) -> String {
        let isVietnamese = Console.language == .vietnamese
        return switch judged {
        case "holds": isVietnamese ? "báo" : "holds"
        case "does_not_hold": isVietnamese ? "không báo" : "does not hold"
        case "no_data": isVietnamese ? "không có số liệu" : "no data"
        case "failed": isVietnamese ? "hỏng" : "failed"
        default: isVietnamese ? "không có" : "not there"
        }
    }
}
