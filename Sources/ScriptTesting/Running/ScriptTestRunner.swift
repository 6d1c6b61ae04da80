import FormModel
import LuaRuntime
import Messages
import Scripting
import VietText

/// Runs the tests of a workspace's scripts (`scripts.md`, "Validations, alerts, reports, tests").
///
/// In come the workspace's sources; out goes, for each test, that it passed or the first thing that it found wrong, at
/// its line. Each test has script states of its own: one for its body, and one for the forms and formulas it is about,
/// so that no test can change what another one sees, and no callback enters the state that called it. Records are kept
/// in memory; no store is opened. Who should answer is as little a test's matter as who did: a list that is only
/// some form's frame is there only if the test gives it.
///
/// ```swift
/// let runner = ScriptTestRunner(sources, settings: TestSettings())
/// for test in try runner.load(where: { _ in true }).tests { print(runner.run(test)) }
/// ```
public struct ScriptTestRunner {
    private let sources: WorkspaceSources
    private let settings: TestSettings
    private let probes: CoverageProbes?

    /// A runner of the tests among some sources.
    /// - Parameter measuresCoverage: whether it is counted what the tests run of the scripts.
    public init(_ sources: WorkspaceSources, settings: TestSettings, measuresCoverage: Bool = false) {
        let probes = measuresCoverage ? CoverageProbes(sources) : nil
        self.sources = (probes?.sources ?? sources).withoutFrames(settings.limits).readingListsOnce
        self.settings = settings
        self.probes = probes
    }

    /// What the tests ran of the scripts so far; `nil` where it is not measured.
    public var coverage: Coverage? { probes?.coverage }

    /// The tests of some files, in the order of files and lines, and what is wrong in these files. Of a file that has an
    /// error no test is run, since what stands after the error is not known.
    /// - Parameter isWanted: whether a file, by its path below the workspace, is one of them.
    /// - Throws: `LuaFault` if no script state can be made at all.
    public func load(where isWanted: (String) -> Bool) throws(LuaFault) -> (
        tests: [TestScript], diagnostics: [Diagnostic]
    ) {
        let workspace = try load((sources.scripts[.tests] ?? []).filter { isWanted($0.path) })
        let faults = ScriptFaults(workspace)
        return (workspace.tests.filter { faults.error(inFile: $0.place.file) == nil }, workspace.diagnostics)
    }

    private func load(_ files: [ScriptFile]) throws(LuaFault) -> Workspace {
        try WorkspaceLoader.load(
            sources.with([.tests: files]), parts: [.tests], limits: settings.limits, language: settings.language)
    }

    /// Runs a test.
    public func run(_ test: TestScript) -> TestOutcome {
        let clock = ContinuousClock()
        let start = clock.now
        var failure: Diagnostic?
        do throws(Diagnostic) {
            try perform(test)
        } catch {
            failure = error
        }
        let (seconds, attoseconds) = (clock.now - start).components
        return TestOutcome(
            test: test, failure: failure,
            seconds: Double(seconds) + (Double(attoseconds) / 1e15).rounded() / 1000)
    }

    private func perform(_ test: TestScript) throws(Diagnostic) {
        let workspace: Workspace
        do throws(LuaFault) {
            workspace = try load((sources.scripts[.tests] ?? []).filter { $0.path == test.place.file })
        } catch {
            throw Diagnostic(at: test.place, Message("E-RUN-002", ["text": error.message]))
        }
        guard let script = workspace.tests.first(where: { $0.name == test.name }) else {
            throw workspace.diagnostics.first ?? Diagnostic(at: test.place, Message("E-TEST-018"))
        }
        let host = workspace.host
        let bench = TestBench(sources, settings: settings)
        host.today = bench.day
        host.language = bench.language
        defer { host.removeObjects() }
        let object = TestObject(bench, host: host, state: workspace.state)
        switch workspace.state.call(
            host.functions[script.body], [host.add(object)], limit: .seconds(settings.limits.test))
        {
        case .value: return
        case .fault(let fault): throw Diagnostic(fault, in: workspace)
        case .missing, .notReady: throw Diagnostic(at: script.place, Message("E-TEST-018"))
        }
    }
}

/// What a test found.
public struct TestOutcome: Sendable {
    /// The test.
    public let test: TestScript
    /// The first thing that was not as it should be; `nil` for a test that passed.
    public let failure: Diagnostic?
    /// How long it took, to the millisecond.
    public let seconds: Double
}
