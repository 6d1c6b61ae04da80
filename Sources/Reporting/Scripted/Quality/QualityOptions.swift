import FormModel
import LuaRuntime
import Messages

/// What `data:quality("household", { … })` may be told; everything has a default.
struct QualityOptions {
    /// The seed of the re-interview list.
    var seed: UInt64 = 1
    /// The part of each interviewer's interviews that is asked once more, in percent.
    var reinterviewPercent = 5.0
    /// So many minutes of a pause count as work at most.
    var idleMinutes = 5.0
    /// An interview whose pace is below this part of the median, in percent, is too short.
    var shortPercent = 50.0
    /// The least number of like questions in a row that make a battery.
    var battery = 4
    /// Groups with fewer completed interviews are not looked at for outliers.
    var minInterviews = 10
    /// The usual hours of work, from and to.
    var dayBegins = 6
    var dayEnds = 21

    static let names = [
        "seed", "reinterview_percent", "idle_minutes", "short_percent", "battery", "min_interviews", "day_begins",
        "day_ends",
    ]

    init(_ call: CallArguments, _ place: Int) throws(Message) {
        guard call[place] != .none else { return }
        let table = try call.table(place, allowed: QualityOptions.names)
        switch table["seed"] {
        case nil: break
        case .integer(let seed) where seed >= 0: self.seed = UInt64(seed)
        case .some(let other): throw table.wrong("seed", expected: "0, 1, 2 …", found: other)
        }
        reinterviewPercent = try QualityOptions.number(table, "reinterview_percent", 0...100) ?? reinterviewPercent
        idleMinutes = try QualityOptions.number(table, "idle_minutes", 0...1440) ?? idleMinutes
        shortPercent = try QualityOptions.number(table, "short_percent", 0...100) ?? shortPercent
        battery = try table.count("battery") ?? battery
        minInterviews = try table.count("min_interviews") ?? minInterviews
        dayBegins = try QualityOptions.number(table, "day_begins", 0...24).map { Int($0) } ?? dayBegins
        dayEnds = try QualityOptions.number(table, "day_ends", 0...24).map { Int($0) } ?? dayEnds
        if dayBegins > dayEnds {
            let found = LuaValue.integer(Int64(dayEnds))
            throw table.wrong("day_ends", expected: "\(dayBegins)–24", found: found)
        }
    }

    private static func number(
        _ table: TableArgument, _ name: String, _ range: ClosedRange<Double>
    ) throws(Message) -> Double? {
        let number: Double?
        switch table[name] {
        case nil: return nil
        case .integer(let whole): number = Double(whole)
        case .number(let found): number = found
        case .some: number = nil
        }
        guard let number, range.contains(number) else {
            throw Message(
                "E-QUALITY-003",
                [
                    "property": name, "found": (table[name] ?? .none).shown,
                    "allowed": "\(Int(range.lowerBound))–\(Int(range.upperBound))",
                ])
        }
        return number
    }
}
