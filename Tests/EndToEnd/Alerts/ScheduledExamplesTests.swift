import Foundation
import Testing

/// What `Examples/scheduled` tells systemd and cron to run.
@Suite("Units and crontab that are shipped")
struct ScheduledExamplesTests {
    private static let folder = TemporaryWorkspace.repository.appendingPathComponent("Examples/scheduled")
    private static let units = ["chiso-alerts.service", "chiso-alerts.timer"]
    private static let systemd = "/usr/bin/systemd-analyze"

    @Test(
        "systemd finds no fault in the units",
        .enabled(if: FileManager.default.isExecutableFile(atPath: systemd), "There is no systemd here."))
    func verified() throws {
        let workspace = try SmallWorkspace()
        try FileManager.default.createSymbolicLink(at: workspace.url("chiso"), withDestinationURL: Binary.url)
        for name in Self.units {
            try workspace.write(
                "units/\(name)",
                Self.text(name).replacingOccurrences(
                    of: "ExecStart=/usr/local/bin/chiso", with: "ExecStart=\"\(workspace.url("chiso").path)\""))
        }
        let verify = "\(Self.systemd) verify units/*.service units/*.timer"
        let result = try workspace.shell(verify)
        #expect(result.status == 0 && !result.all.contains("chiso-alerts"), "\(result.all)")
        // What it is asked is something that it can deny.
        try workspace.write("units/wrong.timer", "[Timer]\nOnCalendar=every morning\n")
        #expect(try workspace.shell(verify).all.contains("wrong.timer"))
    }

    @Test("the commands run", arguments: ["chiso-alerts.service", "crontab"])
    func commands(_ name: String) throws {
        let lines = try Self.text(name).split(separator: "\n").filter { !$0.hasPrefix("#") }
        let line = try #require(lines.first { $0.contains("/usr/local/bin/chiso") })
        let command = try #require(line.components(separatedBy: "/usr/local/bin/").last)
        let office = try AlertWorkspace(AlertWorkspace.overdue)
        let path = office.small.folder.path
        let arguments = command.split(separator: " ").dropFirst().map { $0 == "/srv/chiso" ? path : String($0) }
        #expect(arguments.contains(path), "\(command)")
        let result = try Binary.run(arguments)
        #expect(result.status == 0 && result.output.isEmpty, "\(result.all)")
        // The summary of a run is for the log; cron mails what is said, so nothing is.
        #expect(result.errors.isEmpty == arguments.contains("--quiet"), "\(result.errors)")
    }

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
}
