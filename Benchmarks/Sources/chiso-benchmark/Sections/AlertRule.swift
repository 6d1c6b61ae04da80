import Foundation

/// A workspace with one rule of 10,000 rows, all of which begin to fire in one run, are still on in the next, and are over
/// in the third: evaluated, grouped into 20 messages, and kept.
enum AlertRule {
    static let count = 10_000

    /// Days of July 2026 on which the alerts begin to fire, are still on, and are over.
    static let days = [("begin to fire", 1), ("are still on", 2), ("are over", 20)]

    static func write(to workspace: URL) throws {
        for (path, text) in files {
            let file = workspace.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
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
