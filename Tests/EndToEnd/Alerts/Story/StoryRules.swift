import Foundation

/// What a rule of the long story sees of a label on a day.
enum StorySight {
    case holds
    case doesNotHold
    /// There is a row, which says that it has no data.
    case noData
    /// There is no row.
    case absent
}

/// A rule of the long story: what the program reads as a script, and the model as numbers.
struct StoryRule {
    let id: String
    /// Sets its days apart from those of other rules.
    let salt: Int
    /// In days.
    var pendingFor = 0
    var pendingRuns = 1
    var keepFiringFor = 0
    var maxGap: Int?
    var repeatEvery: Int?
    var noData = "keep"
    /// Whether each label gets a message of its own.
    var isGrouped = false
    /// On one day of so many its function fails; never where 0.
    var failsEvery = 0

    static let labels = ["v1", "v2", "v3", "v4", "v5", "v6"]

    static let all = [
        StoryRule(id: "at_once", salt: 1, repeatEvery: 7),
        StoryRule(
            id: "lasting", salt: 2, pendingFor: 5, keepFiringFor: 4, noData: "resolve", isGrouped: true),
        StoryRule(
            id: "failing", salt: 3, pendingFor: 2, pendingRuns: 2, repeatEvery: 14, noData: "alert", failsEvery: 9),
        StoryRule(
            id: "gaps", salt: 4, pendingFor: 4, keepFiringFor: 3, maxGap: 6, repeatEvery: 3, isGrouped: true),
    ]

    // MARK: The same numbers here and in Lua

    /// A number below 32,768 that looks like chance.
    static func mixed(_ number: Int) -> Int {
        var x = number % 2_147_483_648
        for _ in 0..<3 { x = ((x ^ (x >> 15)) * 1_103_515_245 + 12_345) % 2_147_483_648 }
        return x / 65_536
    }

    /// What it sees of a label on a day, counted from 1 January 2026. What it sees lasts for some days.
    func sight(of label: Int, day: Int) -> StorySight {
        let chance = StoryRule.mixed((day + label * 3) / 4 * 613 + label * 10_007 + salt * 1_000_003) % 100
        if chance < 45 { return .holds }
        if chance < 84 { return .doesNotHold }
        return chance < 92 ? .noData : .absent
    }

    func fails(day: Int) -> Bool { failsEvery > 0 && StoryRule.mixed(day * 131 + salt) % failsEvery == 0 }

    /// What stands before the rules.
    static let prelude = """
        local function mixed(number)
          local x = number % 2147483648
          for _ = 1, 3 do x = ((x ~ (x >> 15)) * 1103515245 + 12345) % 2147483648 end
          return x // 65536
        end
        local function sights(salt, fails_every)
          local day = days_between(date "2026-01-01", today())
          if fails_every > 0 and mixed(day * 131 + salt) % fails_every == 0 then error "not today" end
          local rows = {}
          for label = 1, 6 do
            local chance = mixed((day + label * 3) // 4 * 613 + label * 10007 + salt * 1000003) % 100
            if chance < 92 then
              table.insert(rows, {
                labels = { village = "v" .. label }, label = "Thôn " .. label, value = chance, holds = chance < 45,
                no_data = chance >= 84,
              })
            end
          end
          return rows
        end

        """

    var script: String {
        var lines = [
            "watch = function() return sights(\(salt), \(failsEvery)) end", "when = function(row) return row.holds end",
            "message = function(row) return row.label end", "no_data = \"\(noData)\"", "pending_runs = \(pendingRuns)",
        ]
        if pendingFor > 0 { lines.append("pending_for = \"\(pendingFor)d\"") }
        if keepFiringFor > 0 { lines.append("keep_firing_for = \"\(keepFiringFor)d\"") }
        if let maxGap { lines.append("max_gap = \"\(maxGap)d\"") }
        if let repeatEvery { lines.append("repeat_every = \"\(repeatEvery)d\"") }
        if isGrouped { lines.append("group_by = \"village\"") }
        return "alert \"\(id)\" {\n  " + lines.joined(separator: ",\n  ") + ",\n}\n"
    }
}
