extension Bench {
    /// How long the program takes to do nothing.
    func start() throws -> PageSection {
        var table = CostTable()
        table.add("`chiso --version`", try WholeProcess.runs(21, [chiso, "--version"]))
        var section = PageSection("Start")
        section.add(table.finished)
        return section
    }
}
