import Evaluation
import FormModel
import Randomness
import Testing
import WorkspaceFixtures

@Suite("Reproducible figures (semantics 3.14)")
struct ReproducibilityTests {
    private static let form = """
        form "h" {
          version = 1, label = "H", key = { "village", "no" }, round = "half_year",
          select_one "village" { label = "V", choices = { { "a", en = "A" }, { "b", en = "B" }, { "c", en = "C" } } },
          text "no" { label = "No" },
          decimal "weight" { label = "W" },
          decimal "paid" { label = "Paid", special = { "dont_know" } },
          decimal "all" { label = "All", special = { "dont_know" } },
          yes_no "net" { label = "N", special = { "dont_know", "refused" } },
          roster "person" {
            label = "P",
            select_one "sex" { label = "S", choices = { { "m", en = "M" }, { "f", en = "F" } } },
            integer "age" { label = "Age", special = { "dont_know" } },
            yes_no "card" { label = "C", special = { "refused" } },
          },
        }
        """

    private static func rules(factor: String) -> String {
        """
        design "d" { form = "h", weight = function(h) return h.weight * \(factor) end }
        dimension "age_group" { over = "h.person", label = "A",
          value = function(p) if p.age < 18 then return "child" end return "adult" end }
        dimension "digit" { over = "h", label = "D", value = function(h) return h.no:sub(-1) end }
        indicator "share" { label = "S", over = "h", share = function(h) return h.net end, by = { "village", "digit" } }
        indicator "card" { label = "C", over = "h.person", among = function(p) return p.age >= 10 end,
          share = function(p) return p.card end, by = { "sex", "age_group", "village" } }
        indicator "mean" { label = "M", over = "h", mean = function(h) return h.paid end, by = { "village" } }
        indicator "total" { label = "T", over = "h", total = function(h) return h.paid * 0.1 end, by = { "village", "net" } }
        indicator "ratio" { label = "R", over = "h", by = { "digit" },
          ratio = { numerator = function(h) return h.paid end, denominator = function(h) return h.all end } }
        indicator "count" { label = "N", over = "h.person", count = function(p) return p.age + p.index > 30 end, by = { "sex" } }
        indicator "broken" { label = "B", over = "h", share = function(h)
            if h.no:sub(-1) < "7" then error("no. " .. h.no) end
            return h.paid > 1
          end, by = { "village" } }
        indicator "derived" { label = "D", by = { "village" },
          derive = function(i) return ratio(i.share.numerator + i.ratio.numerator, i.share.denominator + i.ratio.denominator) end }
        """
    }

    private static let ids = ["share", "card", "mean", "total", "ratio", "count", "broken", "derived"]
    private static let crossed = [["village", "digit"], ["net"], ["sex", "age_group"], ["village", "sex"]]

    /// A survey with random records: values, reasons and what was not asked, in two rounds.
    private func survey(seed: UInt64, factor: String = "1") throws -> Survey {
        let survey = try Survey(form: Self.form, rules: Self.rules(factor: factor))
        var random = Seeded(seed)
        func number(_ reasons: [MissingReason]) -> Answer {
            switch Int.random(in: 0..<10, using: &random) {
            case 0: return .notAsked
            case 1: return .missing(reasons[Int.random(in: 0..<reasons.count, using: &random)])
            default: return .value(.decimal(Double.random(in: 0...3, using: &random) * 1.1))
            }
        }
        func yesNo(_ reasons: [MissingReason]) -> Answer {
            guard case .value(.decimal(let number)) = number(reasons) else {
                return number(reasons).value == nil ? .notAsked : .missing(reasons[0])
            }
            return .value(.boolean(number > 1))
        }
        for household in 0..<120 {
            let village: Answer = ["a", "b", "c", .notAsked][Int.random(in: 0..<4, using: &random)]
            let persons = (0..<Int.random(in: 0..<5, using: &random)).map { _ -> [String: Answer] in
                [
                    "sex": ["m", "f", .notAsked][Int.random(in: 0..<3, using: &random)],
                    "age": Bool.random(using: &random)
                        ? .value(.integer(Int64.random(in: 0...90, using: &random))) : .missing(.dontKnow),
                    "card": yesNo([.refused]),
                ]
            }
            survey.add(
                [
                    "village": village, "no": .value(.text("\(household)")),
                    "weight": .value(.decimal(Double.random(in: 0.1...9, using: &random))),
                    "paid": number([.dontKnow]), "all": number([.dontKnow]), "net": yesNo([.dontKnow, .refused]),
                ],
                form: "h", round: Bool.random(using: &random) ? "2026-H1" : "2025-H2",
                date: Bool.random(using: &random) ? "2026-01-0\(Int.random(in: 1...9, using: &random))" : nil,
                status: Int.random(in: 0..<9, using: &random) == 0 ? .rejected : .complete, rosters: ["person": persons]
            )
        }
        return survey
    }

    private func figures(_ survey: Survey, _ ids: [String] = ids) throws -> [Figure] {
        try survey.figures(ids, survey.options(by: Self.crossed))
    }

    @Test(
        "Splits add up to the total: n, missing, failed, numerator and denominator",
        arguments: 1...12 as ClosedRange<UInt64>)
    func addUp(seed: UInt64) throws {
        // Weights of whole quarters, so that the sums of rows carry no rounding of their own.
        let survey = try survey(seed: seed, factor: "0 + h.weight * 4 // 1 / 4 + 1")
        for figure in try figures(survey) where figure.indicator.id != "derived" {
            #expect(!figure.splits.isEmpty)
            for split in figure.splits {
                let rows = split.rows.map(\.values)
                #expect(rows.map(\.n).reduce(0, +) == figure.total.n)
                #expect(rows.map(\.failed).reduce(0, +) == figure.total.failed)
                for reason in MissingReason.allCases {
                    #expect(rows.map { $0.missing[reason] ?? 0 }.reduce(0, +) == figure.total.missing[reason] ?? 0)
                    #expect(
                        rows.map { $0.missingAmong[reason] ?? 0 }.reduce(0, +) == figure.total.missingAmong[reason] ?? 0
                    )
                }
                let isWhole = ["share", "card", "count", "broken"].contains(figure.indicator.id)
                for part in [\FigureValues.numerator, \.denominator] {
                    guard let total = figure.total[keyPath: part] else { continue }
                    let sum = rows.compactMap { $0[keyPath: part] }.reduce(0, +)
                    #expect(isWhole ? sum == total : abs(sum - total) <= 1e-12 * abs(total))
                }
            }
        }
    }

    @Test(
        "Weights scaled by a constant change no share, mean or ratio; a power of two not by a bit",
        arguments: ["2", "0.25", "3", "0.7"])
    func scaled(factor: String) throws {
        let plain = try figures(survey(seed: 7))
        let scaled = try figures(survey(seed: 7, factor: factor))
        let isExact = ["2", "0.25"].contains(factor)
        for (before, after) in zip(plain, scaled) where !["total", "count"].contains(before.indicator.id) {
            let pairs =
                [(before.total, after.total)]
                + zip(before.splits, after.splits).flatMap { zip($0.rows.map(\.values), $1.rows.map(\.values)) }
            for (one, other) in pairs {
                #expect((one.value == nil) == (other.value == nil))
                guard let value = one.value, let same = other.value else { continue }
                #expect(isExact ? value == same : abs(value - same) <= 1e-12 * abs(value))
            }
        }
    }

    @Test("Shuffled records change no bit, nor which failures are told", arguments: 1...8 as ClosedRange<UInt64>)
    func shuffled(seed: UInt64) throws {
        let survey = try survey(seed: seed)
        let before = try figures(survey)
        #expect(before.contains { $0.total.failed > 20 })
        var random = Seeded(seed &+ 100)
        survey.records.shuffle(using: &random)
        #expect(try figures(survey) == before)
    }

    @Test("The order in which indicators are evaluated changes no bit", arguments: 1...8 as ClosedRange<UInt64>)
    func order(seed: UInt64) throws {
        let survey = try survey(seed: 3)
        let before = Dictionary(uniqueKeysWithValues: zip(Self.ids, try figures(survey)))
        var random = Seeded(seed)
        let ids = Self.ids.shuffled(using: &random)
        for (id, figure) in zip(ids, try figures(survey, ids)) { #expect(figure == before[id]) }
        for id in Self.ids { #expect(try figures(survey, [id]).first == before[id]) }
    }
}
