import AlertStates
import Alerting
import FormModel
import Foundation
import Messages
import Scripting
import Storage

/// What a run makes of the book of alerts: states by what the rules found, then what is told. Everything happens on the
/// book that it is given; who calls it keeps the result, or throws it away.
struct AlertRun {
    let open: OpenWorkspace
    let scripts: AlertScripts
    let findings: RuleSupervisor.Findings
    let notifiers: [Notifier]
    /// When the store was last copied, and since when it has records.
    let lastBackup: Date?
    let firstStored: Date?
    /// The notices of some ids.
    let knownNotices: (Set<String>) -> [String: StoredNotice]
    /// Whether every script loaded, so that a rule that is not there was removed.
    let everythingLoads: Bool

    /// The rule that tells of a backup that is old.
    static let backupRule = "backup_old"
    /// The rules that no script declares.
    static let builtIn: Set = [AlertRule.failureId, backupRule, deliveryRule]

    /// What happened.
    struct Outcome {
        var transitions: [AlertTransition] = []
        var notices: [StoredNotice] = []
        /// Rules that failed, with why.
        var failed: [String: String] = [:]
    }

    func apply(to book: inout AlertBook, _ additions: inout AlertAdditions) throws -> Outcome {
        var outcome = Outcome()
        book.outbox = book.outbox.map { $0.state == .sending ? $0.recovered() : $0 }
        book.instances = retold(book)
        var own = Dictionary(grouping: book.instances) { $0.key.rule }
        for (rule, found) in evaluations(book, own) {
            let machine = AlertStateMachine(rule: rule, timeZone: open.timeZone)
            let step: AlertStep
            do throws(AlertStatesError) {
                step = try machine.step(
                    own[rule.id] ?? [], found, at: open.now, lastEvaluation: book.rules[rule.id]?.lastEvaluation)
            } catch {
                throw Failure(.badData, Message("E-ALERTS-003", ["time": open.moment(open.now)]))
            }
            own[rule.id] = step.instances
            outcome.transitions += step.transitions
            keep(rule, found, step, in: &book)
            if case .failed(let text) = found { outcome.failed[rule.id] = text }
        }
        book.instances = own.keys.sorted().flatMap { own[$0] ?? [] }
        tell(&book, &outcome)
        additions.notices = outcome.notices
        additions.events = outcome.transitions.map(AlertRun.event)
        return outcome
    }

    // MARK: States

    /// Each rule with what came of it: those that loaded, those that were removed, those of files that do not load, and
    /// the ones that are built in.
    private func evaluations(
        _ book: AlertBook, _ own: [String: [AlertInstance]]
    ) -> [(rule: AlertRule, outcome: RuleOutcome)] {
        var outcomes: [String: RuleOutcome] = [:]
        var evaluations: [(AlertRule, RuleOutcome)] = []
        let sound = scripts.sound
        for script in sound {
            guard let found = findings.outcomes[script.id] else { continue }
            outcomes[script.id] = found
            evaluations.append((AlertRule(script), found))
        }
        for error in scripts.errors {
            let text = error.located.text(in: Console.language)
            outcomes[error.place?.file ?? "Rules/alerts"] = .failed(text)
        }
        let known = Set(book.rules.keys).union(own.keys).subtracting(sound.map(\.id)).subtracting(AlertRun.builtIn)
        for id in known.sorted() where everythingLoads {
            evaluations.append((book.rules[id]?.definition ?? AlertRule(id: id), .removed))
        }
        // What failed once and is not there any more, or loads again, has failed no longer.
        let failures = own[AlertRule.failureId]?.compactMap { $0.key.labels[AlertRule.failedLabel] } ?? []
        for id in failures where outcomes[id] == nil && everythingLoads { outcomes[id] = .removed }
        evaluations.append((AlertRule.failure(labels: keeper), AlertRule.failures(in: outcomes)))
        evaluations.append((backupRule, backup))
        evaluations.append((deliveryRule, deliveries(book)))
        return evaluations
    }

    private func keep(_ rule: AlertRule, _ found: RuleOutcome, _ step: AlertStep, in book: inout AlertBook) {
        var known = book.rules[rule.id] ?? AlertBook.KnownRule()
        known.lastEvaluation = step.lastEvaluation
        known.definition = rule
        known.failure = nil
        switch found {
        case .evaluated: break
        case .failed(let text): known.failure = text
        case .removed:
            if step.instances.isEmpty {
                book.rules[rule.id] = nil
                return
            }
        }
        book.rules[rule.id] = known
    }

    /// Whom the rules that are built in are told to.
    private var keeper: [String: String] {
        open.configuration.alerts.keeper.map { [AlertRule.ownerLabel: $0] } ?? [:]
    }

    // MARK: The backup

    private var backupRule: AlertRule {
        var rule = AlertRule(id: AlertRun.backupRule)
        rule.repeatEvery = .init(days: 7)
        rule.labels = keeper
        return rule
    }

    /// A store that is seven days old and was never copied, or not for so long, has one alert.
    private var backup: RuleOutcome {
        let days = open.configuration.alerts.backupDays
        guard days > 0 else { return .evaluated([AlertObservation(labels: [:], condition: .doesNotHold)]) }
        guard let last = lastBackup ?? firstStored else { return .evaluated([]) }
        let age = Int(open.now.timeIntervalSince(last) / 86_400)
        let facts = ["count": "\(age)", "date": lastBackup.map { open.moment($0) } ?? ""]
        let finding = AlertFinding(
            value: Double(age),
            message: AlertWriter.sentence(Message("N-ALERTS-011", facts)))
        return .evaluated([
            AlertObservation(labels: [:], condition: age >= days ? .holds : .doesNotHold, finding: finding)
        ])
    }

    // MARK: What did not arrive

    /// The rule that tells of notifiers by which messages were given up.
    static let deliveryRule = "delivery_failed"

    /// What was told to nobody, since every notifier has given its message up, is to be told again: an alert that nobody
    /// knows of must not stay so, nor its end be told without its beginning.
    private func retold(_ book: AlertBook) -> [AlertInstance] {
        let byNotice = Dictionary(grouping: book.outbox, by: \.noticeId)
        let lost = byNotice.filter { $0.value.allSatisfy { $0.state == .dead } }.keys
        let notices = lost.isEmpty ? [:] : knownNotices(Set(lost))
        guard !notices.isEmpty else { return book.instances }
        return book.instances.map { instance in
            guard let first = instance.told.firingAt, instance.told.resolvedAt == nil else { return instance }
            let labels = AlertLabelList.of(instance)
            let isLost = notices.contains { notice in
                notice.value.at == first && notice.value.kind == NoticeKind.firing.rawValue
                    && notice.value.labels["rule"] == instance.key.rule
                    && notice.value.labels.allSatisfy {
                        ["rule", "severity"].contains($0.key) || labels[$0.key] == $0.value
                    }
            }
            guard isLost else { return instance }
            var instance = instance
            instance.told = AlertTold()
            return instance
        }
    }

    private var deliveryRule: AlertRule {
        var rule = AlertRule(id: AlertRun.deliveryRule)
        rule.repeatEvery = .init(days: 7)
        rule.labels = keeper
        return rule
    }

    /// An alert for each notifier by which messages were given up; it goes out by the others.
    private func deliveries(_ book: AlertBook) -> RuleOutcome {
        let dead = Dictionary(grouping: book.outbox.filter { $0.state == .dead }, by: \.notifier)
        let names = Set(notifiers.map(\.name)).union(book.outbox.map(\.notifier)).sorted()
        return .evaluated(
            names.map { name in
                let count = dead[name]?.count ?? 0
                let text = AlertWriter.sentence(Message("N-ALERTS-017", ["name": name, "count": "\(count)"]))
                return AlertObservation(
                    labels: ["notifier": name], condition: count > 0 ? .holds : .doesNotHold,
                    finding: AlertFinding(value: Double(count), label: name, message: text))
            })
    }

    // MARK: Telling

    private func tell(_ book: inout AlertBook, _ outcome: inout Outcome) {
        let sound = scripts.sound
        let loaded = Set(sound.map(\.id))
        // Alerts of a file that does not load are told of as its rules last read.
        let kept = book.rules.values.compactMap(\.definition).filter { !loaded.contains($0.id) }
        let plan = NoticePlan(
            book.instances, rules: sound.map { AlertRule($0) } + kept, silences: book.silences, at: open.now,
            timeZone: open.timeZone)
        book.instances = plan.instances
        let writer = AlertWriter.writer(sound, open)
        outcome.notices = plan.notices.map { AlertWriter.stored($0, writer) }
        for notifier in notifiers {
            // That a notifier fails is not told by itself.
            let taken = outcome.notices.filter {
                notifier.takes($0)
                    && !($0.labels["rule"] == AlertRun.deliveryRule && $0.labels["notifier"] == notifier.name)
            }.map(\.id)
            book.outbox = book.outbox.queuing(taken, for: notifier.name, at: open.now)
        }
    }

    private static func event(_ transition: AlertTransition) -> AlertEvent {
        let instance = transition.instance
        let (kind, detail): (String, String) =
            switch transition.kind {
            case .pending: ("pending", "")
            case .pendingAnew: ("pending_anew", "")
            case .gone(let why): ("gone", why.rawValue)
            case .fired: ("fired", "")
            case .keptFiring: ("kept_firing", "")
            case .firingAgain: ("firing_again", "")
            case .resolved(let why): ("resolved", why.rawValue)
            case .unlisted: ("unlisted", "")
            }
        return AlertEvent(
            at: transition.time, rule: instance.key.rule, labels: instance.key.labels, kind: kind,
            activeSince: instance.activeSince,
            detail: detail.isEmpty ? instance.finding.message ?? instance.finding.label ?? "" : detail)
    }
}

/// Writes notices for a workspace.
enum AlertWriter {
    static func writer(_ scripts: [AlertScript], _ open: OpenWorkspace) -> NoticeWriter {
        NoticeWriter(
            scripts: scripts, language: Console.language, timeZone: open.timeZone,
            titles: [
                AlertRun.backupRule: backupTitle, AlertRun.deliveryRule: sentence(Message("N-ALERTS-016")),
            ])
    }

    /// What the rule about backups is called.
    static var backupTitle: String { sentence(Message("N-ALERTS-010")) }

    /// A message as a sentence of its own, with a capital letter.
    static func sentence(_ message: Message) -> String {
        let text = message.text(in: Console.language)
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    static func stored(_ notice: Notice, _ writer: NoticeWriter) -> StoredNotice {
        let written = writer.written(notice)
        var labels = notice.labels
        labels["rule"] = notice.rule
        labels["severity"] = notice.severity.rawValue
        return StoredNotice(
            id: notice.id, at: notice.time, severity: notice.severity.rawValue, kind: notice.kind.rawValue,
            to: notice.to, labels: labels, subject: written.subject, text: written.text, json: written.json)
    }
}
