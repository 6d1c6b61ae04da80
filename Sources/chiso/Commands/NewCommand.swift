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

/// `chiso new form`.
struct NewForm: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "form", abstract: "A form, in Surveys/NAME.lua.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The form's id: plain letters, digits and _.") var name: String

    func run() throws {
        let script = try NewScript(.form, name, options)
        try script.make(
            script.models.form(name),
            then: ["chiso check", "chiso interview \(name)", "chiso new indicator … --over \(name)"])
    }
}

/// `chiso new indicator`.
struct NewIndicator: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicator", abstract: "An indicator over a form's records, in Rules/indicators/NAME.lua.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "The form, or one of its rosters: household.person (default: the first form).") var over: String?
    @Argument(help: "The indicator's id: plain letters, digits and _.") var name: String

    func run() throws {
        let script = try NewScript(.indicator, name, options)
        let (set, layout) = try script.records(over)
        try script.make(
            script.models.indicator(name, over: set, in: layout), then: ["chiso check", "chiso eval \(name)"])
    }
}

/// `chiso new alert`.
struct NewAlert: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert", abstract: "An alert rule that watches an indicator, in Rules/alerts/NAME.lua.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "The indicator (default: the first with a target and a split).") var watch: String?
    @Argument(help: "The rule's id: plain letters, digits and _.") var name: String

    func run() throws {
        let script = try NewScript(.alert, name, options)
        let indicator = try script.indicator(watch)
        let file = script.models.alert(name, watching: indicator, round: script.round(of: indicator))
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
    @Argument(help: "The report's id: plain letters, digits and _.") var name: String

    func run() throws {
        let script = try NewScript(.report, name, options)
        let indicator = try script.indicator(indicator)
        let file = script.models.report(name, on: indicator, period: period(script, indicator))
        try script.make(file, then: ["chiso check", "chiso report \(name)"])
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
    @Argument(help: "The rule's id: plain letters, digits and _.") var name: String

    func run() throws {
        let script = try NewScript(.validation, name, options)
        let (set, layout) = try script.records(over)
        try script.make(
            script.models.validation(name, over: set, in: layout),
            then: ["chiso check", "chiso data validate --rule \(name)"])
    }
}

/// `chiso new test`.
struct NewTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Tests of a form, in Rules/tests/NAME.lua.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "The form (default: the first).") var over: String?
    @Argument(help: "The file's name: plain letters, digits and _.") var name: String

    func run() throws {
        let script = try NewScript(.test, name, options)
        let (_, layout) = try script.records(over)
        let file = script.models.test(name, of: layout)
        try script.make(file, then: ["chiso test \(file.path)"])
    }
}
