import FormModel
import Interviewing
import Randomness
import Testing

@Suite("After any events, an interview is what its state makes of it from the start")
struct IncrementalTests {
    private static let form = """
        integer "n" { label = "N", min = 0, max = 4 },
        select_one "kind" { label = "K", choices = { { "a", en = "A" }, { "b", en = "B" }, { "c", en = "C" } } },
        group "g" { label = "G", relevant = function(h) return h.kind ~= "c" end,
          decimal "x" { label = "X", relevant = function(h) return h.total > 3 end, special = { "dont_know" } },
          roster "m" { label = "M", count = function(h) return h.n end,
            integer "v" { label = "V", special = { "dont_know" } },
            calculate "share" { calculation = function(m) return m.v / m.f.total end },
            yes_no "big" { label = "B", relevant = function(m) return m.share > 0.5 or m.index == 1 end },
            roster "w" { label = "W", count = function(m) return m.v % 3 end,
              integer "u" { label = "U", relevant = function(w) return w.m.big end } },
            note "hint" { label = "H", relevant = function(m) return m.big end },
          },
        },
        calculate "total" { calculation = function(h) return sum(h.m, function(m) return m.v end) end },
        select_multiple "s" { label = "S", choice_filter = function(c, h) return c.name ~= h.kind end,
          choices = { { "a", en = "A" }, { "b", en = "B" }, { "c", en = "C" } } },
        calculate "us" { calculation = function(h)
          return sum(h.m, function(m) return sum(m.w, function(w) return w.u end) end) end },
        """

    @Test("random events", arguments: 1...40)
    func random(seed: UInt64) throws {
        let bench = try Bench(Self.form, isSound: false)
        let talk = Talk(bench)
        var generator = Seeded(seed)
        for _ in 0..<60 {
            let event = event(talk, &generator)
            talk.does(event)
            let fresh = Interview(bench.engine, state: talk.interview.state)
            #expect(fresh.stops == talk.interview.stops, "\(event)")
            #expect(fresh.given() == talk.interview.given(), "\(event)")
            #expect(fresh.surplusRows == talk.interview.surplusRows, "\(event)")
            #expect(fresh.review() == talk.interview.review(), "\(event)")
            #expect(fresh.state == talk.interview.state, "\(event)")
            // What a record is made from is judged in the same way by the evaluation of whole records.
            let whole = bench.engine.evaluate(talk.interview.given(), today: Bench.day)
            let errors = whole.problems.filter { $0.kind == .error && $0.message.code != "E-ROW-005" }
            let reviewed = talk.interview.review().items.filter {
                // Rows too many are no part of a record.
                $0.kind == .error && $0.message.code != "N-INTERVIEW-006"
            }
            #expect(errors.map(\.message) == reviewed.map(\.message), "\(event)")
        }
    }

    private func event(_ talk: Talk, _ generator: inout Seeded) -> InterviewEvent {
        func random(_ count: Int) -> Int { generator.number(below: count) }
        let stops = talk.interview.stops
        switch random(12) {
        case 0: return .back
        case 1: return .skip
        case 2: return .accept
        case 3 where !stops.isEmpty: return .jump(stops[random(stops.count)].spot)
        case 4:
            let rows = talk.interview.rowsHere
            guard !rows.isEmpty, random(3) == 0 else { return .advance }
            let row = rows[random(rows.count)]
            return .removeRow(row.roster, row: row.row)
        case 5: return .language(random(2) == 0 ? .vietnamese : .english)
        case 6: return .nextRow
        default: break
        }
        guard let question = talk.interview.question else { return .jump(stops[random(stops.count)].spot) }
        switch question.kind {
        case .integer: return .answer(random(8) == 0 ? .missing(.dontKnow) : .value(.integer(Int64(random(7)))))
        case .decimal: return .answer(.value(.decimal(Double(random(9)) / 2)))
        case .yesNo: return .answer(.value(.boolean(random(2) == 0)))
        case .selectOne: return .answer(.value(.text(["a", "b", "c"][random(3)])))
        case .selectMultiple:
            let names = ["a", "b", "c"].filter { _ in random(2) == 0 }
            return .answer(names.isEmpty ? .missing(.unanswered) : .value(.choices(names)))
        default: return .accept
        }
    }
}
