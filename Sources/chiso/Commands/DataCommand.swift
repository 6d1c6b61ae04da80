import ArgumentParser

/// `chiso data`: the collected records.
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data", abstract: "Import, export and look at the collected records.",
        subcommands: [DataImport.self, DataExport.self, DataList.self, DataShow.self])
}
