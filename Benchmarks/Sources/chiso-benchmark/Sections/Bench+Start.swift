extension Bench {
    private static let startBar = 0.01

    /// How long the program takes to do nothing.
    func start() throws -> PageSection {
        let costs = try WholeProcess.runs(21, [chiso, "--version"])
        var table = CostTable()
        table.add("`chiso --version`", costs)
        var bars = BarTable()
        bars.add("start-up", seconds: costs.seconds, bar: Bench.startBar)
        var section = PageSection("Start")
        section.add(table.finished)
        section.add(bars.finished)
        return section
    }
}
