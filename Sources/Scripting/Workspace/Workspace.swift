import FormModel
import LuaRuntime
import LuaSyntax
import Messages

/// A loaded workspace: what its scripts declare, and the state in which their functions live.
///
/// What comes in is the text of the scripts (`WorkspaceSources`); what goes out are forms, indicators and the rest as
/// values, with diagnostics for everything that is wrong. A declaration that has a fault is left out; everything else
/// works.
public final class Workspace {
    /// The forms by id, in the order of their files.
    public internal(set) var forms: [FormBinding] = []
    /// The indicators in the order of their files.
    public internal(set) var indicators: [Indicator] = []
    /// The dimensions.
    public internal(set) var dimensions: [Dimension] = []
    /// The designs.
    public internal(set) var designs: [Design] = []
    /// The rules over collected records.
    public internal(set) var validations: [Validation] = []
    /// The alert rules.
    public internal(set) var alerts: [AlertScript] = []
    /// The reports.
    public internal(set) var reports: [ReportScript] = []
    /// The tests.
    public internal(set) var tests: [TestScript] = []
    /// The plans of random records.
    public internal(set) var simulations: [SimulationPlan] = []
    /// What is wrong, in the order of files and lines.
    public internal(set) var diagnostics: [Diagnostic] = []
    /// SHA-256 over the texts of the loaded scripts and modules, and over the lists that they read, frames as well, with
    /// all their cells; in hexadecimal.
    public var scriptsHash: String { hashing?.value ?? "" }
    var hashing: Meanwhile<String>?
    /// The files of the modules that each loaded script required, by the script's file.
    var requires: [String: Set<String>] = [:]
    /// The texts of the loaded scripts and modules, by file.
    public var texts: [String: String] { scripts.texts }
    /// A loaded script or module as a tree.
    public func chunk(of file: String) -> Chunk? { scripts.chunk(of: file) }
    /// The sandboxed state of the scripts' functions.
    public let state: LuaState
    /// The host's side of the state.
    public let host: ScriptHost
    /// How long scripts may run, and how much they may use.
    public let limits: ScriptLimits
    /// The loaded texts, to point into.
    let scripts: ScriptTexts

    init(state: LuaState, host: ScriptHost, scripts: ScriptTexts, limits: ScriptLimits) {
        self.state = state
        self.host = host
        self.scripts = scripts
        self.limits = limits
    }

    /// The form of an id.
    public func form(_ id: String) -> FormBinding? { forms.first { $0.layout.form.id == id } }

    /// The indicator of an id.
    public func indicator(_ id: String) -> Indicator? { indicators.first { $0.id == id } }

    /// The rule of an id.
    public func validation(_ id: String) -> Validation? { validations.first { $0.id == id } }

    /// The form that holds the records of a path such as `household.person`.
    public func form(ofPath path: String) -> FormBinding? {
        path.split(separator: ".").first.flatMap { form(String($0)) }
    }

    /// Whether any diagnostic is an error.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// The limits of `[limits]` in `chiso.toml`.
public struct ScriptLimits: Hashable, Sendable {
    /// Seconds of processor time for loading one file.
    public var load = 2.0
    /// Seconds for one function in an interview.
    public var interview = 0.2
    /// Seconds for one function over one record.
    public var record = 1.0
    /// Seconds for the body of a report.
    public var report = 30.0
    /// Seconds for the body of a test.
    public var test = 10.0
    /// Bytes of memory a state may use.
    public var memory = 64 << 20

    /// The defaults.
    public init() {}
}
