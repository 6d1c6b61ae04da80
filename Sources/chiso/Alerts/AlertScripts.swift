import Alerting
import Evaluation
import FieldQuality
import FormModel
import Foundation
import Messages
import Reporting
import Scripting
import Storage

/// The alert rules of a workspace, and what they watch.
struct AlertScripts {
    /// The workspace, with the time at which the rules are evaluated.
    var open: OpenWorkspace
    /// The rules, in a state of their own.
    let rules: Workspace
    /// What is wrong with files of rules; a rule of such a file is not relied on.
    let faults: ScriptFaults
    /// Loads the forms and indicators that they watch.
    private let watched: () throws -> (workspace: Workspace, unavailable: UnavailableIndicators)

    init(_ open: OpenWorkspace) throws {
        self.open = open
        rules = try open.load([.alerts])
        faults = ScriptFaults(rules)
        watched = AlertScripts.once { try open.load([.surveys, .indicators]) { _, _ in [] } }
    }

    /// The rules of files that are not those of the workspace's folder now.
    init(_ open: OpenWorkspace, of files: WorkspaceFiles) throws {
        func load(_ parts: [WorkspacePart]) throws -> Workspace {
            try files.load(parts, limits: open.configuration.limits, language: Console.language)
        }
        self.open = open
        rules = try load([.alerts])
        faults = ScriptFaults(rules)
        watched = AlertScripts.once {
            let workspace = try load([.surveys, .indicators])
            return (workspace, workspace.unavailableIndicators())
        }
    }

    /// What a function gives, worked out when it is first asked for.
    private static func once<Value>(_ body: @escaping () throws -> Value) -> () throws -> Value {
        var known: Value?
        return {
            if let known { return known }
            let found = try body()
            known = found
            return found
        }
    }

    /// The rules that loaded without fault, by id.
    var sound: [AlertScript] {
        rules.alerts.filter { faults.error(inFile: $0.place.file) == nil }.sorted { $0.id < $1.id }
    }

    /// The first error of each file of rules that has one, by file.
    var errors: [Diagnostic] { faults.errors(in: [.alerts]) }

    /// What the rules watch, of a store as it was known at an instant.
    func sources(_ store: Store, known: Known = .now) throws -> AlertSources {
        let (workspace, unavailable) = try watched()
        let source = StoreRecords(store, known: known)
        var figures: [WatchedPeriod: ReportFigures] = [:]
        func options(_ watched: WatchedPeriod) -> EvaluationOptions {
            var options = EvaluationOptions(asOf: watched.asOf, period: watched.period, calendar: open.calendar)
            options.coverageMinimum = open.configuration.coverageMinimum
            options.language = Console.language
            return options
        }
        func reading(_ watched: WatchedPeriod) -> ReportFigures {
            let found = figures[watched] ?? ReportFigures(workspace, source: source, options: options(watched))
            figures[watched] = found
            return found
        }
        let closings = SignedPeriods(store)
        var collected: [String: CollectedForm] = [:]
        // Rules over the fieldwork read the same records.
        func remembering(_ fieldwork: Fieldwork) -> Fieldwork {
            var once = fieldwork
            once.collected = { layout throws(Message) in
                if let known = collected[layout.form.id] { return known }
                let found = try fieldwork.collected(layout)
                collected[layout.form.id] = found
                return found
            }
            return once
        }
        return AlertSources(
            today: open.today, language: Console.language, labelLanguage: open.configuration.language,
            calendar: open.calendar,
            coverageMinimum: open.configuration.coverageMinimum, smallCell: open.configuration.smallCell,
            indicators: workspace.indicators, forms: workspace.forms.map(\.layout),
            unavailable: { unavailable[$0].map { $0.located.text(in: Console.language) } },
            figure: { indicator, names, watched throws(Message) in
                try reading(watched).figure(indicator, by: names)
            },
            isClosed: { period throws(Message) in try closings.isClosed(period) },
            data: { watched throws(Message) in
                let maker = ReportDataMaker(
                    workspace: workspace, unavailable: unavailable, open: open, store: store, known: known,
                    options: options(watched))
                var data = try Message.told { try maker.data(reading(watched), source: source) }
                data.fieldwork = remembering(data.fieldwork)
                return data
            })
    }
}

/// Which periods are closed, read once.
private final class SignedPeriods {
    private let store: Store
    private var closed: Set<String>?

    init(_ store: Store) { self.store = store }

    func isClosed(_ period: Period) throws(Message) -> Bool {
        if let closed { return closed.contains(period.id) }
        let found = try Message.told { try store.closings() }
        let last = Dictionary(found.map { ($0.period, $0.run != nil) }) { _, later in later }
        let closed = Set(last.filter(\.value).keys)
        self.closed = closed
        return closed.contains(period.id)
    }
}
