/// The kinds of script that a model can be made of.
public enum ScriptKind: String, CaseIterable, Sendable {
    /// A form.
    case form
    /// An indicator.
    case indicator
    /// An alert rule.
    case alert
    /// A report.
    case report
    /// A rule over collected records.
    case validation
    /// Tests.
    case test

    /// The folder of its scripts.
    public var folder: String {
        switch self {
        case .form: "Surveys"
        case .indicator, .alert, .report, .validation, .test: "Rules/\(rawValue)s"
        }
    }

    /// The path of the script of a name.
    public func path(_ name: String) -> String { "\(folder)/\(name).lua" }
}
