import Foundation

extension Bench {
    /// Three runs of a rule with 10,000 alerts.
    func alerts() throws -> PageSection {
        try work.temporary("alerts") { workspace in
            try AlertRule.write(to: workspace)
            let slips = workspace.appendingPathComponent("slips.csv").path
            _ = try WholeProcess.run(command("data", "import", "slip", slips, over: workspace))
            var table = CostTable()
            for (name, day) in AlertRule.days {
                let instant = String(format: "2026-07-%02d", day)
                table.add(
                    "`alerts run`: \(Wording.count(AlertRule.count)) alerts that \(name)",
                    try WholeProcess.run(command("alerts", "run", "--now", instant, over: workspace)))
            }
            var section = PageSection("Alerts")
            section.add("One rule; its alerts are grouped into 20 messages, which are written to a file.")
            section.add(table.finished)
            return section
        }
    }
}
