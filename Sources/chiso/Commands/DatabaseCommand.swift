import ArgumentParser
import Foundation
import Messages
import Storage

/// `chiso db`: the store itself.
struct DatabaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db", abstract: "Check, back up and restore the store.",
        subcommands: [DatabaseCheck.self, DatabaseBackup.self, DatabaseRestore.self])
}

/// `chiso db check`: whether the store is sound.
struct DatabaseCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Verify the store and every hash in it.")

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let open = try OpenWorkspace(options)
        let report = try open.requireStore(access: .readOnly).check()
        for problem in report.problems {
            let facts = ["form": problem.form ?? "", "record": problem.record ?? "", "detail": problem.detail]
            Console.diagnostic(Message("E-STORE-\(problem.kind.rawValue)", facts).text(in: Console.language))
        }
        guard report.isSound else {
            throw Failure(.badData, Message("E-CLI-019", ["count": "\(report.problems.count)"]))
        }
        Console.out(
            Message("N-CLI-006", ["records": "\(report.records)", "versions": "\(report.versions)"])
                .text(in: Console.language))
    }
}

/// `chiso db backup`: a copy of the store.
struct DatabaseBackup: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "backup", abstract: "Copy the store to a file.")

    @OptionGroup var options: GlobalOptions
    @Flag(help: "Replace an earlier backup of that name.") var force = false
    @Argument(help: "The file to write.") var file: String

    func run() throws {
        let open = try OpenWorkspace(options)
        if !force { try FileChoice.refuseExisting(file) }
        try FileChoice.refuseMissingFolder(of: file)
        try open.requireStore(access: .readWrite).backup(to: file, at: open.now)
        Console.note(Message("N-CLI-004", ["file": file]))
    }
}

/// `chiso db restore`: the store from a copy.
struct DatabaseRestore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the store's place; the replaced store is kept beside it.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The backup.") var file: String

    func run() throws {
        let open = try OpenWorkspace(options)
        let kept = try Store.restore(from: file, to: open.storePath)
        Console.note(Message("N-CLI-008", ["file": file, "kept": kept ?? ""]))
    }
}
