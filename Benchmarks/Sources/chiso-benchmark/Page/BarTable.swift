/// A table of ratios and times, each beside the bar that it should stay within.
struct BarTable {
    private var table = Table("what", "measured", "bar", "")

    mutating func add(_ what: String, _ ratio: Double, bar: Double) {
        table.add(
            what, Wording.ratio(ratio), "at most \(Wording.ratio(bar))", ratio <= bar ? "reached" : "**not reached**")
    }

    mutating func add(_ what: String, seconds: Double, bar: Double) {
        table.add(
            what, Wording.seconds(seconds), "under \(Wording.seconds(bar))",
            seconds < bar ? "reached" : "**not reached**")
    }

    /// Rows a second.
    mutating func add(_ what: String, rows: Int, in seconds: Double, bar: Int) {
        let rate = Int((Double(rows) / seconds).rounded())
        table.add(
            "\(what), rows a second", Wording.count(rate), "at least \(Wording.count(bar))",
            rate >= bar ? "reached" : "**not reached**")
    }

    /// A ratio without the other side.
    mutating func add(_ what: String, without engine: String, bar: Double) {
        table.add(what, "", "at most \(Wording.ratio(bar))", "\(engine) was not there")
    }

    var finished: Table { table }
}
