import AlertStates
import Alerting
import Evaluation
import FormModel
import Messages
import Reporting
import Scripting
import Testing
import WorkspaceFixtures

/// A small workspace with records, and what its alert rules find: what the tests of this module read like.
///
///     let watched = try Watched(rule: "watch = \"x\", when = function(now) return now.value < 50 end, message = \"M\"")
///     watched.add(["net": false])
///     #expect(try watched.evaluate().one.condition == .holds)
final class Watched {
    let workspace: Workspace
    let rules: Workspace
    let records = MemoryRecords()
    /// The periods that are closed.
    var closed: Set<String> = []
    var coverageMinimum = 90.0
    private var count = 0

    /// A form `f` of villages and households, indicators over it, and rules.
    /// - Parameters:
    ///   - form: further properties of the form.
    ///   - indicators: instead of the usual ones.
    init(
        alerts: String, form: String = "", indicators: String = Watched.indicators,
        limits: ScriptLimits = ScriptLimits(),
        place: SourceLocation = #_sourceLocation
    ) throws {
        var fixture = Fixture(form: Watched.form.replacing("FORM", with: form), rules: indicators)
        fixture.lists["villages"] = [["name", "label_en"], ["v1", "Một"], ["v2", "Hai"], ["v3", "Ba"]]
        fixture.lists["frame"] = [
            ["village", "unit"], ["v1", "1"], ["v1", "2"], ["v2", "1"], ["v2", "2"], ["v3", "1"],
        ]
        fixture.scripts["Rules/alerts/a.lua"] = alerts
        fixture.limits = limits
        workspace = try fixture.load([.surveys, .indicators])
        rules = try fixture.load([.alerts])
        try #require((workspace.diagnostics + rules.diagnostics).map(\.message) == [], sourceLocation: place)
    }

    /// One rule `a` with some properties.
    convenience init(
        rule: String, form: String = "", indicators: String = Watched.indicators, limits: ScriptLimits = ScriptLimits(),
        place: SourceLocation = #_sourceLocation
    ) throws {
        try self.init(
            alerts: "alert \"a\" {\n\(rule)\n}", form: form, indicators: indicators, limits: limits, place: place)
    }

    /// The usual indicators: a share with a target, a mean, and one whose formula fails on records with `v` = 13.
    static let indicators = """
        indicator "x" { label = "Net", over = "f", share = function(r) return r.net end, by = { "village", "kind" },
          target = { at_least = 80, by = 2030, baseline = { [2025] = 40 } }, owner = "Sở" }
        indicator "m" { label = "Mean", over = "f", mean = function(r) return r.v end, by = "village" }
        indicator "faulty" { label = "Faulty", over = "f",
          mean = function(r) if r.v == 13 then error "unlucky" end return r.v end }
        """

    private static let form = """
        form "f" {
          version = 1, label = "F", key = { "village", "unit" }, round = "half_year", measures = "state", FORM
          select_one "village" { label = "Village", choices = from_csv "villages" },
          text "unit" { label = "Unit" },
          yes_no "net" { label = "Net" }, decimal "v" { label = "V" },
          select_one "kind" { label = "Kind", choices = { { "rich", en = "Rich" }, { "poor", en = "Poor" } } },
        }
        """

    /// Adds a complete record of a round, dated by its end.
    func add(
        _ village: String?, net: Answer = .notAsked, v: Answer = .notAsked, kind: Answer = .notAsked,
        unit: String? = nil,
        round: String = "2026-H1", date: String? = nil
    ) throws {
        let layout = try #require(workspace.form("f")?.layout)
        let period = try #require(PeriodCalendar().period(id: round))
        count += 1
        let answers: [String: Answer] = [
            "village": village.map { .value(.text($0)) } ?? .missing(.unanswered),
            "unit": .value(.text(unit ?? "\(count)")), "net": net, "v": v, "kind": kind,
        ]
        records.add(
            Record(
                id: "r\(count)", form: "f", version: 1, round: round,
                date: date.flatMap { Day(iso: $0) } ?? period.last, status: .complete, result: .completed,
                root: RecordRow(answers: layout.root.fields.map { answers[$0.name] ?? .notAsked }, rosters: [])))
    }

    /// What a rule finds on a day.
    func evaluate(_ id: String = "a", asOf: String = "2026-07-10") throws -> Found {
        let rule = try #require(rules.alerts.first { $0.id == id })
        let today = try #require(Day(iso: asOf))
        return Found(RuleEvaluator(rules, sources: sources(today)).evaluate(rule))
    }

    private func sources(_ today: Day) -> AlertSources {
        let calendar = PeriodCalendar()
        let figure = { [workspace, records] (indicator: Indicator, names: [String], watched: WatchedPeriod) in
            var options = EvaluationOptions(asOf: watched.asOf, period: watched.period, calendar: calendar)
            options.language = .english
            options.by = names.isEmpty ? [] : [names]
            do throws(Message) {
                let figures = try Evaluator(workspace, source: records, options: options).figures(of: [indicator])
                guard let figure = figures.first else { throw Message("E-CLI-002") }
                return Result<Figure, Message>.success(figure)
            } catch {
                return .failure(error)
            }
        }
        return AlertSources(
            today: today, language: .english, labelLanguage: .vietnamese, calendar: calendar,
            coverageMinimum: coverageMinimum, smallCell: 5,
            indicators: workspace.indicators, forms: workspace.forms.map(\.layout),
            unavailable: { $0 == "broken" ? "its file does not load" : nil },
            figure: { indicator, names, watched throws(Message) in try figure(indicator, names, watched).get() },
            isClosed: { [closed] period in closed.contains(period.id) },
            data: { [workspace] watched throws(Message) in
                guard let period = watched.period else { throw Message("E-CLI-002") }
                return ReportData(
                    period: period, asOf: watched.asOf, indicators: workspace.indicators,
                    forms: workspace.forms.map(\.layout)
                ) { indicator, names throws(Message) in try figure(indicator, names, watched).get() }
            })
    }
}

/// What a rule found, as tests ask for it.
struct Found {
    let evaluation: RuleEvaluation

    init(_ evaluation: RuleEvaluation) { self.evaluation = evaluation }

    /// What was observed; nothing where the rule failed.
    var observations: [AlertObservation] {
        if case .evaluated(let observations) = evaluation.outcome { observations } else { [] }
    }

    /// Why the rule failed; `nil` where it did not.
    var failure: String? {
        if case .failed(let text) = evaluation.outcome { text } else { nil }
    }

    /// The only observation.
    func one(_ place: SourceLocation = #_sourceLocation) throws -> AlertObservation {
        try #require(failure == nil, "\(failure ?? "")", sourceLocation: place)
        try #require(observations.count == 1, "\(observations)", sourceLocation: place)
        return observations[0]
    }

    /// The conditions by the values of the only label: `holds`, `not`, or the reason why there are no data.
    var conditions: [String: String] {
        Dictionary(observations.map { ($0.labels.values.sorted().joined(separator: "+"), Found.word($0.condition)) }) {
            $0 + ", " + $1
        }
    }

    /// The message of an observation with a value of a label.
    func message(_ value: String) -> String? {
        observations.first { $0.labels.values.contains(value) }?.finding.message
    }

    static func word(_ condition: AlertObservation.Condition) -> String {
        switch condition {
        case .holds: "holds"
        case .doesNotHold: "not"
        case .noData(let reason): "no data: \(reason)"
        }
    }
}
