import ArgumentParser
import FormModel
import Scaffolding

/// `chiso new`: commented model scripts.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Add a commented model of a script to the workspace.",
        discussion: """
            Each writes one file, which checks as it is, and replaces none.

              chiso new form market
              chiso new indicator online_sellers --over market
              chiso new alert sellers_fall --watch online_sellers
            """,
        subcommands: [
            NewForm.self, NewIndicator.self, NewAlert.self, NewReport.self, NewValidation.self, NewTest.self,
        ])
}

/// The name of what is to be made.
struct NewName: ParsableArguments {
    @Argument(help: ArgumentHelp("Its id: plain letters, digits and single _.", valueName: "name"))
    var words: [String]

    /// As it was typed. Several words are one name that was not put in quotes, and does not fit.
    var name: String { words.joined(separator: " ") }
}

/// `chiso new form`.
struct NewForm: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "form", abstract: "A form, in Surveys/NAME.lua.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var id: NewName

    func run() throws {
        let script = try NewScript(.form, id.name, options)
        try script.make(
            script.models.form(script.name),
            then: ["chiso check", "chiso interview \(script.name)", "chiso new indicator … --over \(script.name)"])
    }
}

/// `chiso new indicator`.
struct NewIndicator: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicator", abstract: "An indicator over a form's records, in Rules/indicators/NAME.lua.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "The form, or one of its rosters: household.person (default: the first form).") var over: String?
    @OptionGroup var id: NewName

    func run() throws {
        let script = try NewScript(.indicator, id.name, options)
        let (set, layout) = try script.records(over)
        try script.make(
            script.models.indicator(script.name, over: set, in: layout),
            then: ["chiso check", "chiso eval \(script.name)"])
    }
}

/// `chiso new alert`.
struct NewAlert: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert", abstract: "An alert rule that watches an indicator, in Rules/alerts/NAME.lua.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "The indicator (default: the first with a target and a split).") var watch: String?
    @OptionGroup var id: NewName

    func run() throws {
        let script = try NewScript(.alert, id.name, options)
        let indicator = try script.indicator(watch)
        let file = script.models.alert(script.name, watching: indicator, round: script.round(of: indicator))
        try script.make(file, then: ["chiso check", "chiso alerts run --dry-run"])
    }
}

/// `chiso new report`.
struct NewReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "A report, in Rules/reports/NAME.lua.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "The indicator that it shows by its rows (default: the first with a target and a split).")
    var indicator: String?
    @OptionGroup var id: NewName

    func run() throws {
        let script = try NewScript(.report, id.name, options)
        let indicator = try script.indicator(indicator)
        let file = script.models.report(script.name, on: indicator, period: period(script, indicator))
        try script.make(file, then: ["chiso check", "chiso report \(script.name)"])
    }

    /// As often as the indicator's form is asked, where reports can be made of such periods.
    private func period(_ script: NewScript, _ indicator: Indicator) -> PeriodLength {
        switch script.round(of: indicator) {
        case .month: .month
        case .quarter: .quarter
        case .halfYear: .halfYear
        case .year, .once, .day, nil: .year
        }
    }
}

/// `chiso new validation`.
struct NewValidation: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validation", abstract: "A rule over collected records, in Rules/validations/NAME.lua.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "The form, or one of its rosters: household.person (default: the first form).") var over: String?
    @OptionGroup var id: NewName

    func run() throws {
        let script = try NewScript(.validation, id.name, options)
        let (set, layout) = try script.records(over)
        try script.make(
            script.models.validation(script.name, over: set, in: layout),
            then: ["chiso check", "chiso data validate --rule \(script.name)"])
    }
}

/// `chiso new test`.
struct NewTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Tests of a form, in Rules/tests/NAME.lua.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "The form (default: the first).") var over: String?
    @OptionGroup var id: NewName

    func run() throws {
        let script = try NewScript(.test, id.name, options)
        let (_, layout) = try script.records(over)
        let file = script.models.test(script.name, of: layout)
        try script.make(file, then: ["chiso test \(file.path)"])
    }
}
