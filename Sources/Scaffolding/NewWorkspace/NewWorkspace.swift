import FormModel

/// The files of a new workspace: a household form with indicators, checks, an alert, a report and the tests of all of
/// them, which work as they are.
///
/// `Scaffolding` is pure. What comes in is the language of the comments, a date and, for models of scripts, what the
/// workspace declares; what goes out are paths and texts (`ScaffoldFile`). Labels are in Vietnamese and English, whatever
/// the language.
public struct NewWorkspace: Sendable {
    /// The language of the comments, and of the messages that the configuration asks for.
    let language: Language
    /// The year of the targets' baselines is the one before, the year they are to be reached in lies four ahead.
    let year: Int
    /// The half-year whose records are made up and reported on.
    let period: String

    /// A workspace that is begun on a day.
    public init(language: Language, today: Day) {
        self.language = language
        year = today.year
        period = NewWorkspace.lastHalfYear(before: today)
    }

    /// The form that the workspace begins with.
    public static let form = "household"

    /// The report that the workspace begins with.
    public static let report = "summary"

    /// The last half-year that has ended: its records count in full, and its report is due.
    public static func lastHalfYear(before today: Day) -> String {
        let calendar = PeriodCalendar()
        let running = calendar.period(of: .halfYear, containing: today)
        return calendar.period(before: running)?.id ?? running.id
    }

    /// The files, those that explain the others first.
    public var files: [ScaffoldFile] {
        [
            ("README.md", language == .vietnamese ? vietnameseReadMe : englishReadMe),
            ("chiso.toml", configuration),
            (".gitignore", ".chiso/\n*.rejects.csv\n*.rejects.jsonl\n"),
            ("Surveys/household.lua", form),
            ("Surveys/choices/villages.csv", villages),
            ("Surveys/simulate/household.lua", simulation),
            ("Rules/lib/definitions.lua", definitions),
            ("Rules/lib/progress.lua", progress),
            ("Rules/indicators/dimensions.lua", dimensions),
            ("Rules/indicators/household.lua", indicators),
            ("Rules/validations/household.lua", validations),
            ("Rules/alerts/household.lua", alerts),
            ("Rules/reports/summary.lua", report),
            ("Rules/tests/household.lua", formTests),
            ("Rules/tests/rules.lua", ruleTests),
        ].map { ScaffoldFile(path: $0.0, text: BilingualText($0.1).text(in: language)) }
    }
}
