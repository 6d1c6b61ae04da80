import AlertStates
import Alerting
import Evaluation
import FormModel
import Foundation
import LuaRuntime
import Messages
import Reporting
import Scripting

/// The alerts of a test through time: each `t:alert` evaluates a rule at six in the morning of the test's day, and keeps
/// the states for the next. Nothing is delivered.
final class AlertStory {
    private unowned let bench: TestBench
    private let rules: Workspace
    private(set) var instances: [AlertInstance] = []
    private var lastEvaluations: [String: Date] = [:]

    private static let timeZone = TimeZone.gmt

    init(_ bench: TestBench) throws(Message) {
        self.bench = bench
        do throws(LuaFault) {
            rules = try WorkspaceLoader.load(
                bench.sources, parts: [.alerts], limits: bench.settings.limits, language: bench.language)
        } catch {
            throw Message("E-RUN-002", ["text": error.message])
        }
    }

    /// What came of a rule.
    struct Evaluation {
        /// The rule's alerts after it.
        let instances: [AlertInstance]
        /// What was told, in the order of telling.
        let notices: [(kind: NoticeKind, text: String)]
        /// Why the rule failed, or why a message could not be written.
        let faults: [Message]
        let hasFailed: Bool
    }

    /// Evaluates a rule on the day of the test.
    func evaluate(_ id: String) throws(Message) -> Evaluation {
        let faults = ScriptFaults(rules)
        guard let script = rules.alerts.first(where: { $0.id == id }) else {
            if let error = faults.declaring("alert", id) { throw error.located }
            throw Message("E-ALERT-002", TestCall.unknown(id, among: rules.alerts.map(\.id)))
        }
        if let error = faults.error(inFile: script.place.file) { throw error.located }
        let now = Date(timeIntervalSince1970: Double(bench.day.number) * 86_400 + 6 * 3600)
        let found = RuleEvaluator(rules, sources: try sources()).evaluate(script)
        let machine = AlertStateMachine(rule: AlertRule(script), timeZone: AlertStory.timeZone)
        let step: AlertStep
        do throws(AlertStatesError) {
            step = try machine.step(instances, found.outcome, at: now, lastEvaluation: lastEvaluations[id])
        } catch {
            throw Message("E-TEST-026", ["date": bench.day.iso])
        }
        lastEvaluations[id] = step.lastEvaluation
        let plan = NoticePlan(
            step.instances, rules: rules.alerts.map { AlertRule($0) }, silences: [], at: now,
            timeZone: AlertStory.timeZone)
        // What is due of other rules is told when they are evaluated.
        instances = zip(step.instances, plan.instances).map { $0.key.rule == id ? $1 : $0 }
        let writer = NoticeWriter(scripts: rules.alerts, language: bench.language, timeZone: AlertStory.timeZone)
        let hasFailed = if case .failed = found.outcome { true } else { false }
        return Evaluation(
            instances: instances.filter { $0.key.rule == id },
            notices: plan.notices.filter { $0.rule == id }.map { ($0.kind, writer.written($0).text) },
            faults: found.faults, hasFailed: hasFailed
        )
    }

    // MARK: What rules watch

    private func sources() throws(Message) -> AlertSources {
        let (bench, workspace) = (bench, try bench.workspace())
        let settings = bench.settings
        let records = bench.records
        func options(_ watched: WatchedPeriod) -> EvaluationOptions {
            var options = EvaluationOptions(asOf: watched.asOf, period: watched.period, calendar: settings.calendar)
            options.coverageMinimum = settings.coverageMinimum
            options.language = bench.language
            return options
        }
        var known: [WatchedPeriod: ReportFigures] = [:]
        func figures(_ watched: WatchedPeriod) -> ReportFigures {
            let found = known[watched] ?? ReportFigures(workspace, source: records, options: options(watched))
            known[watched] = found
            return found
        }
        return AlertSources(
            today: bench.day, language: bench.language, labelLanguage: settings.language, calendar: settings.calendar,
            coverageMinimum: settings.coverageMinimum, smallCell: settings.smallCell,
            indicators: workspace.indicators, forms: workspace.forms.map(\.layout), unavailable: { _ in nil },
            figure: { indicator, names, watched throws(Message) in
                try figures(watched).figure(indicator, by: names)
            }, isClosed: { period in bench.closed.contains(period) },
            data: { watched throws(Message) in
                let period = watched.period ?? settings.calendar.period(of: .halfYear, containing: watched.asOf)
                return try bench.reportData(
                    of: period, asOf: watched.asOf, figures: figures(watched), options: options(watched))
            })
    }
}

extension AlertStory {
    /// The alerts of the test so far that fired in a period, or were on when it began, as a report lists them.
    func fired(in period: Period) -> [ReportData.Alert] {
        let titles = Dictionary(rules.alerts.map { ($0.id, $0.label?.text(in: bench.language) ?? $0.id) }) { $1 }
        return instances.compactMap { instance in
            guard let fired = instance.firedAt.map(day), fired <= period.last else { return nil }
            let ended = instance.resolvedAt.map(day)
            guard ended.map({ $0 >= period.first }) ?? true else { return nil }
            return ReportData.Alert(
                rule: instance.key.rule, title: titles[instance.key.rule] ?? instance.key.rule,
                severity: instance.severity.rawValue, message: instance.finding.message ?? "", fired: fired,
                ended: ended.flatMap { $0 <= period.last ? $0 : nil })
        }
    }

    private func day(_ moment: Date) -> Day {
        Day(number: Int((moment.timeIntervalSince1970 / 86_400).rounded(.down)))
    }
}

extension AlertStory.Evaluation {
    /// The evaluation as a test reads it: `alerts` (each with `state`, `label`, `message`, `value`, `labels`), `sent` (the
    /// kinds of what was told) and `text` (the first message).
    var lua: LuaValue {
        func table(_ fields: [(String, LuaValue?)]) -> LuaValue {
            .table(
                LuaTable(fields: fields.compactMap { name, value in value.map { LuaTable.Field(.string(name), $0) } }))
        }
        let alerts = instances.map { instance in
            table([
                ("state", .string(instance.state.rawValue)), ("label", instance.finding.label.map { .string($0) }),
                ("message", instance.finding.message.map { .string($0) }),
                ("value", instance.finding.value.map { .number($0) }),
                (
                    "labels",
                    table(instance.key.labels.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
                ),
            ])
        }
        return table([
            ("alerts", .table(LuaTable(array: alerts))),
            ("sent", .table(LuaTable(array: notices.map { .string($0.kind.rawValue) }))),
            ("text", notices.first.map { .string($0.text) }),
        ])
    }
}
