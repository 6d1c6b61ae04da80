import Evaluation
import FormModel
import Interviewing
import LuaRuntime
import Messages
import Scripting
import VietText

/// What one test works with: a workspace of its own, loaded when it is first needed, and the records it made.
final class TestBench {
    let settings: TestSettings
    /// What `today()` gives.
    var day = TestSettings.day
    /// The language of texts.
    var language: Language
    private(set) var sources: WorkspaceSources
    private var loaded: Workspace?
    let records = MemoryRecords()
    let fieldwork = TestFieldwork()
    /// The periods that the test has closed.
    var closed: Set<Period> = []
    private var story: AlertStory?
    private var ids: Set<String> = []
    private var engines: [String: FormEngine] = [:]
    private var builders: [BuilderKey: RecordBuilder] = [:]

    /// Where a record comes from.
    enum Origin: Hashable {
        /// `t:record`: what is not given has its default.
        case given
        /// `t:interview`: only what was answered counts.
        case interview
    }

    private struct BuilderKey: Hashable {
        let form: String
        let origin: Origin
    }

    init(_ sources: WorkspaceSources, settings: TestSettings) {
        self.sources = sources
        self.settings = settings
        self.language = settings.language
    }

    /// The forms and formulas.
    func workspace() throws(Message) -> Workspace {
        if let loaded { return loaded }
        do throws(LuaFault) {
            let workspace = try WorkspaceLoader.load(
                sources, parts: [.surveys, .indicators, .validations], limits: settings.limits, language: language)
            loaded = workspace
            return workspace
        } catch {
            throw Message("E-RUN-002", ["text": error.message])
        }
    }

    /// The engine of a form, for records or, with its own limit of time, for interviews.
    func engine(_ form: String, for origin: Origin) throws(Message) -> FormEngine {
        let workspace = try workspace()
        workspace.host.language = language
        let key = "\(form) \(origin)"
        if let known = engines[key] { return known }
        guard let binding = workspace.form(form) else {
            throw Message("E-CLI-004", TestCall.unknown(form, among: workspace.forms.map(\.layout.form.id)))
        }
        let limit = origin == .interview ? settings.limits.interview : settings.limits.record
        let engine = FormEngine(binding, in: workspace, limit: limit)
        engines[key] = engine
        return engine
    }

    /// Puts a table in the place of a list of the workspace. A workspace is read once, so it comes before all else.
    func use(_ table: ListTable, as list: String) throws(Message) {
        guard loaded == nil else { throw Message("E-TEST-023") }
        sources = sources.with(table, as: list)
    }

    // MARK: Records

    /// Makes a record of what is given, by the form's own rules, and keeps it.
    /// - Throws: a `Message` that says which question is wrong, and why.
    func add(_ given: GivenRecord, of engine: FormEngine, from origin: Origin) throws(Message) -> Record {
        let form = engine.layout.form
        var given = given
        if given.date == nil, given.round == nil || form.round == .once { given.date = day }
        let built = builder(of: engine, origin).build(given)
        guard built.isAcceptable else { throw refusal(built, engine.layout) }
        guard ids.insert(built.record.id).inserted else {
            throw Message("E-TEST-009", ["form": form.id, "round": built.record.round])
        }
        records.add(built.record)
        return built.record
    }

    private func builder(of engine: FormEngine, _ origin: Origin) -> RecordBuilder {
        let key = BuilderKey(form: engine.layout.form.id, origin: origin)
        if let known = builders[key] { return known }
        // Slips without a key may be alike, whether they are given or asked for.
        let builder = RecordBuilder(
            engine, calendar: settings.calendar, defaultDate: day, batch: origin == .interview ? "interview" : nil,
            defaults: origin == .given ? .taken : .leftOut)
        builders[key] = builder
        return builder
    }

    private func refusal(_ built: RecordBuilder.Built, _ layout: FormLayout) -> Message {
        let wrong = built.problems.filter { problem in
            switch problem.kind {
            case .warning: false
            case .unanswered: built.record.counts
            case .error, .fault: true
            }
        }
        guard let first = wrong.first else { return Message("E-TEST-018") }
        var facts = ["form": layout.form.id, "text": first.message.text(in: settings.messages)]
        if let spot = layout.spot(of: first), !spot.steps.isEmpty { facts["field"] = spot.description }
        if wrong.count > 1 { facts["count"] = "\(wrong.count - 1)" }
        return Message("E-TEST-008", facts)
    }

    // MARK: Figures

    /// The figure of an indicator over the records so far.
    func figure(_ id: String, by splits: [[String]], period: Period?) throws(Message) -> Figure {
        let workspace = try workspace()
        guard let indicator = workspace.indicator(id) else {
            throw Message("E-CLI-001", TestCall.unknown(id, among: workspace.indicators.map(\.id)))
        }
        var options = EvaluationOptions(asOf: day, period: period, calendar: settings.calendar)
        options.by = splits
        options.coverageMinimum = settings.coverageMinimum
        options.language = language
        let figures = try Evaluator(workspace, source: records, options: options).figures(of: [indicator])
        guard let figure = figures.first else { throw Message("E-TEST-018") }
        return figure
    }

    // MARK: Rules

    /// What a rule finds in the records so far.
    func validation(_ id: String, period: Period?) throws(Message) -> ValidationResult {
        let workspace = try workspace()
        guard let rule = workspace.validation(id) else {
            throw Message("E-VALIDATE-001", TestCall.unknown(id, among: workspace.validations.map(\.id)))
        }
        var options = ValidationOptions(asOf: day, period: period, calendar: settings.calendar)
        options.language = language
        let results = try Validator(workspace, source: records, options: options).results(of: [rule])
        guard let result = results.first else { throw Message("E-TEST-018") }
        return result
    }

    // MARK: Alerts

    /// The alerts of the test, from its first evaluation on.
    func alerts() throws(Message) -> AlertStory {
        if let story { return story }
        let made = try AlertStory(self)
        story = made
        return made
    }
}
