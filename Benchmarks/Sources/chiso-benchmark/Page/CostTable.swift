/// A table of what commands cost: a row each.
struct CostTable {
    private var table = Table("what", "median time", "lowest to highest", "runs", "peak memory", "")

    mutating func add(_ what: String, _ costs: Costs, _ more: String = "") {
        let isOne = costs.all.count == 1
        table.add(
            what, Wording.seconds(costs.seconds),
            isOne ? "" : "\(Wording.seconds(costs.fastest)) to \(Wording.seconds(costs.slowest))",
            "\(costs.all.count)", Wording.memory(costs.peak), more)
    }

    mutating func add(_ what: String, _ cost: Cost, _ more: String = "") { add(what, Costs([cost]), more) }

    var finished: Table { table }
}
