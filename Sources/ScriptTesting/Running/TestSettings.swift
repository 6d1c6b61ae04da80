import FormModel
import Scripting
import VietText

/// How tests run: what a workspace's `chiso.toml` says of it.
public struct TestSettings: Sendable {
    /// The limits of scripts.
    public var limits = ScriptLimits()
    /// The calendar of periods.
    public var calendar = PeriodCalendar()
    /// The least coverage for a status, in percent.
    public var coverageMinimum = 90.0
    /// Below this many, cells of confidential forms are not told.
    public var smallCell = 5
    /// The day of the year on which each report is due, by its id.
    public var reportDue: [String: String] = [:]
    /// The language of labels and messages of forms, unless a test says another with `t:language`.
    public var language = Language.vietnamese
    /// The language in which it is told what is wrong.
    public var messages = Language.vietnamese

    /// The defaults of `cli.md`.
    public init() {}

    /// What `today()` gives, unless a test says another day with `t:today`: 2026-06-30.
    public static let day = Day(number: 20_634)
}
