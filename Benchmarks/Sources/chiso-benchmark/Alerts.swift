import Foundation

/// A rule with 10,000 rows, all of which begin to fire in one run, are still on in the next, and are over in the third:
/// evaluated, grouped into 20 messages, and kept.
struct Alerts {
    static let count = 10_000
    private let chiso: String
    private let workspace: URL

    init(chiso: String, in folder: URL) throws {
        self.chiso = chiso
        workspace = folder.appendingPathComponent("alerts", isDirectory: true)
        for (path, text) in Alerts.files {
            let file = workspace.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let slips = workspace.appendingPathComponent("slips.csv").path
        _ = try Timing.run([chiso, "data", "import", "slip", slips, "--quiet", "--workspace", workspace.path])
    }

    /// One run on a day of July 2026; on the 20th all is over.
    func run(_ day: Int) throws -> Cost {
        try Timing.run([
            chiso, "alerts", "run", "--now", String(format: "2026-07-%02d", day), "--quiet", "--workspace",
            workspace.path,
        ])
    }

    private static let files = [
        "chiso.toml": """
        schema = 1
        [alerts]
        backup_days = 0
        [notifiers.log]
        kind = "file"
        path = "sent.jsonl"
        """,
        "Surveys/slip.lua": """
        form "slip" { version = 1, label = "Slip", round = "day", measures = "flow", integer "rating" { label = "Rating" } }
        """,
        "slips.csv": "rating,_date\n5,2026-03-01\n",
        "Rules/alerts/many.lua": """
        alert "many" {
          label = "Many", group_by = "village", max_instances = 20,
          watch = function()
            local rows = {}
            for number = 1, \(count) do
              table.insert(rows, {
                labels = { household = "h" .. number }, label = "Hộ " .. number, value = number % 100,
                badness = number % 100, village = "v" .. number % 20,
              })
            end
            return rows
          end,
          when = function(row) return today() < date "2026-07-20" and row.value >= 0 end,
          message = function(row) return row.label .. ": " .. row.value end,
        }
        """,
    ]
}
