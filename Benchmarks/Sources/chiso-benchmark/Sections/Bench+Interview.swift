extension Bench {
    /// What a surveyor waits for.
    func interview() throws -> PageSection {
        let keys = try work.temporary("interview") { try Keystrokes(chiso: chiso, in: $0) }
        var section = PageSection("An interview")
        section.add(
            "A form of 500 questions with 20 members, keyed through a pipe; from Enter to the next question, each "
                + "answer on the disk in between.")
        var table = Table("what", "median", "95 % within", "longest", "keys")
        table.add(
            "Enter to the next question", Wording.milliseconds(keys.times.median),
            Wording.milliseconds(keys.times.quantile(0.95)), Wording.milliseconds(keys.times.quantile(1)),
            "\(keys.times.count)")
        table.add("the answer that makes the 20 members", Wording.milliseconds(keys.members), "", "", "1")
        section.add(table)
        return section
    }
}
