import ArgumentParser
import FormModel
import Foundation
import Messages
import Scaffolding
import Scripting

/// `chiso init`: a new workspace that runs at once.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a new workspace that checks, tests, evaluates and reports as it is.",
        discussion: """
            A form of households with indicators, checks, an alert, a report and the tests of all of them, each a \
            commented model to change. Nothing that is there is ever replaced. --language says in which language the \
            comments and, later, the messages are; labels are in both.

              chiso init
              chiso init "khảo sát 2027"
              chiso init survey --language en
            """)

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The folder; made where it is not there (default: this one).") var directory: String?

    func run() throws {
        Console.isQuiet = options.quiet
        Console.setColours(options.color)
        if let language = options.language { Console.language = language }
        let path = try chosenPath()
        let folder = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
        let workspace = NewWorkspace(language: Console.language, today: today)
        let new = NewFiles(folder: folder, files: workspace.files)
        try refuseExisting(new, folder)
        let outer = WorkspaceFolder.nearest(from: folder)
        try new.make()
        Console.note(Message("N-INIT-001", ["path": folder.path, "count": "\(new.files.count)"]))
        for file in new.files { Console.out("\(file.path)") }
        if outer.url.path != folder.path, outer.isWorkspace {
            Console.note(Message("N-INIT-002", ["path": outer.url.path]))
        }
        tellSteps(path)
    }

    /// The folder that was given, as an argument or by the option that every command takes.
    private func chosenPath() throws -> String {
        if options.workspace != nil, directory != nil {
            throw Failure(.usage, Message("E-CLI-013", ["first": "--workspace", "second": "DIR"]))
        }
        let path = directory ?? options.workspace ?? "."
        guard path.hasPrefix("/") || FileManager.default.currentDirectoryPath.hasPrefix("/") else {
            throw Failure(.noInput, Message("E-CLI-028"))
        }
        guard !path.isEmpty else {
            throw Failure(.usage, Message("E-CLI-015", ["option": "DIR", "value": "", "allowed": "…/…"]))
        }
        return path
    }

    /// The day in the time zone that the new workspace has.
    private var today: Day {
        let zone = TimeZone(identifier: Configuration().timeZone)
        let seconds = Date().timeIntervalSince1970 + Double(zone?.secondsFromGMT() ?? 0)
        return Day(number: Int((seconds / 86_400).rounded(.down)))
    }

    /// Refuses a file in the folder's place, and a folder where any of the files, or scripts of a workspace, are already.
    private func refuseExisting(_ new: NewFiles, _ folder: URL) throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), !isFolder.boolValue {
            throw Failure(.cannotCreate, Message("E-INIT-002", ["path": folder.path]))
        }
        let others = ["chiso.toml", "Surveys", "Rules"]
        let taken = others.first { PlainFile.exists(folder.appendingPathComponent($0).path) } ?? new.existing?.path
        guard let taken else { return }
        throw Failure(.cannotCreate, Message("E-INIT-001", ["file": folder.appendingPathComponent(taken).path]))
    }

    private func tellSteps(_ path: String) {
        let form = NewWorkspace.form
        let period = NewWorkspace.lastHalfYear(before: today)
        var steps: [(command: String, does: Message?)] = [
            ("chiso check", Message("N-INIT-004")),
            ("chiso test", Message("N-INIT-005")),
            ("chiso simulate \(form) -n 200 --seed 1 --period \(period)", Message("N-INIT-006")),
            ("chiso eval --period \(period)", Message("N-INIT-007")),
            ("chiso report \(NewWorkspace.report) --period \(period)", Message("N-INIT-008")),
        ]
        let isHere =
            URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL.path
            == URL(fileURLWithPath: ".", isDirectory: true).standardizedFileURL.path
        if !isHere { steps.insert(("cd \(NextSteps.typed(path))", nil), at: 0) }
        Console.note(Message("N-INIT-003"))
        for line in NextSteps(steps: steps).lines(in: { $0.text(in: Console.language) }) { Console.note(line) }
    }
}
