import FormModel
import Randomness
import Scripting
import Testing
import WorkspaceFixtures

@testable import Interviewing

/// The given answers, by the way that every other source takes.
private struct PlainAnswers: AnswerSource {
    let takesDefaults: Bool
    let triesValues = false
    let refusesUnasked = true

    func answer(to field: Field, _ instance: FormInstance, in evaluation: FormEvaluation) -> Answer? {
        instance.given.answers[field.index]
    }

    func rows(ofRoster place: Int, expected: Int?, _ instance: FormInstance, in evaluation: FormEvaluation)
        -> [GivenRow]
    {
        instance.given.rosters[place]
    }
}

@Suite("What is settled at once is what the long way gives")
struct QuickFieldTests {
    private static let form = """
        integer "a" { label = "A", min = 0, max = 5 },
        decimal "b" { label = "B", required = true, max = 2.5 },
        select_one "c" {
          label = "C", choices = { { "x", vi = "X", en = "X" }, { "y", vi = "Y", en = "Y" } },
          special = { "refused" },
        },
        select_multiple "d" {
          label = "D", choices = { { "x", vi = "X", en = "X" }, { "y", vi = "Y", en = "Y" } },
        },
        text "e" { label = "E", pattern = "%d+", default = "7" },
        integer "f" { label = "F", constraint = function(value) return value ~= 3 end },
        group "g" { label = "G", integer "h" { label = "H", min = 1 } },
        group "i" { label = "I", relevant = function(f) return f.a == 1 end, integer "j" { label = "J" } },
        calculate "k" { calculation = function(f) return f.a + f.h end },
        integer "l" { label = "L", warn = function(value) return value < 4 end, required = function(f) return f.a == 2 end },
        roster "r" { label = "R", integer "m" { label = "M", max = 3 }, text "n" { label = "N", required = true } },
        """

    private func value(_ field: Field, _ random: inout Seeded) -> Answer? {
        let reasons: [MissingReason] = [.unanswered, .refused, .dontKnow, .notComputed]
        switch random.number(below: 8) {
        case 0: return nil
        case 1: return .notAsked
        case 2: return .missing(reasons[random.number(below: reasons.count)])
        default: break
        }
        let number = random.number(below: 9) - 2
        let name = ["x", "y", "z"][random.number(below: 3)]
        switch field.question.kind {
        case .integer: return .value(.integer(Int64(number)))
        case .decimal: return .value(.decimal(Double(number) / 2))
        case .selectOne: return .value(.text(name))
        case .selectMultiple: return .value(.choices(["x", name]))
        default: return .value(.text("\(number)"))
        }
    }

    private func row(_ set: RecordSet, _ layout: FormLayout, _ random: inout Seeded) -> GivenRow {
        var row = GivenRow(of: set)
        for field in set.fields where random.number(below: 4) > 0 { row.answers[field.index] = value(field, &random) }
        for (place, child) in set.rosters.enumerated() {
            row.rosters[place] = (0..<random.number(below: 3)).map { _ in self.row(layout.sets[child], layout, &random)
            }
        }
        return row
    }

    @Test("the same record and the same problems, in the same order", arguments: [DefaultAnswers.leftOut, .taken])
    func sameAsTheLongWay(_ defaults: DefaultAnswers) throws {
        let bench = try Bench(QuickFieldTests.form)
        var random = Seeded(11)
        for _ in 0..<400 {
            let given = row(bench.layout.root, bench.layout, &random)
            let quick = bench.engine.evaluate(given, today: Bench.day, defaults: defaults)
            let long = bench.engine.evaluate(
                given, today: Bench.day, source: PlainAnswers(takesDefaults: defaults == .taken))
            #expect(quick.root == long.root)
            #expect(quick.problems == long.problems)
        }
    }
}
