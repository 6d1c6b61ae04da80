import ArgumentParser

/// `chiso data`: the collected records.
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data", abstract: "Import, export, look at, check, edit and review the collected records.",
        subcommands: [
            DataImport.self, DataExport.self, DataList.self, DataShow.self, DataEdit.self, DataReview.self,
            DataRecompute.self, DataValidate.self,
        ])
}
