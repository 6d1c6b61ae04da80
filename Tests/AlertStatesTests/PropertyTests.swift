import AlertStates
import FormModel
import Foundation
import Randomness
import Testing

/// What holds whatever happens.
@Suite("Random histories of alerts")
struct PropertyTests {
    static func rule(_ random: inout Seeded, noData: [NoDataHandling] = NoDataHandling.allCases) -> AlertRule {
        alert {
            $0.pendingFor = random.pick([nil, Span(days: 0), Span(days: 1), Span(days: 3), Span(days: 6)])
            $0.pendingRuns = random.pick([1, 1, 2, 3])
            $0.keepFiringFor = random.pick([nil, Span(days: 0), Span(days: 2), Span(days: 4)])
            $0.maxGap = random.pick([nil, nil, Span(days: 1), Span(days: 3)])
            $0.noData = random.pick(noData)
            $0.repeatEvery = random.pick([nil, Span(days: 2)])
            $0.groupBy = random.pick([[], ["village"]])
        }
    }

    static func model(_ rule: AlertRule) -> HistoryModel {
        HistoryModel(
            pendingDays: rule.pendingFor?.days ?? 0, pendingRuns: rule.pendingRuns,
            keepDays: rule.keepFiringFor?.days ?? 0,
            maxGap: rule.maxGap?.days, noData: rule.noData)
    }

    @Test("4.2 to 4.6 the states are those read from the whole history", arguments: 0..<400)
    func model(seed: Int) throws {
        var random = Seeded(UInt64(seed))
        let rule = PropertyTests.rule(&random)
        let model = PropertyTests.model(rule)
        var commune = Commune(rule)
        var history: [HistoryModel.Evaluation] = []
        var (day, fired, resolved) = (0, [Int](), [Int]())
        for _ in 0..<60 {
            day += random.pick([1, 1, 1, 2, 5])
            let sign = random.pick(Array("tttttffn-x"))
            // The model does not know that labels which are not observed start nothing.
            if sign == "-", rule.noData == .alert, !commune.instances.contains(where: \.state.isLive) { continue }
            if sign != "x" { history.append((day, sign)) }
            try commune.run(Double(day), Story.text(sign))
            for change in commune.transitions {
                switch change.kind {
                case .fired: fired.append(day)
                case .resolved: resolved.append(day)
                case .pending, .pendingAnew, .gone, .keptFiring, .firingAgain, .unlisted: break
                }
            }
            let expected = model.standing(after: history)
            let live = commune.instances.first(where: \.state.isLive)
            let told = "\(history.map { "\($0.day)\($0.sign)" }.joined(separator: " ")) \(model)"
            #expect(fired == expected.fired && resolved == expected.resolved, "\(told)")
            #expect(live.map { Story.sign(of: [$0]) } ?? (resolved.isEmpty ? "." : "R") == shown(expected), "\(told)")
            #expect(live?.activeSince == expected.since.map { Commune.morning(Double($0)) }, "\(told)")
        }
    }

    /// One that was resolved and is pending no more is listed, or not: the model does not say.
    private func shown(_ standing: HistoryModel.Standing) -> Character {
        standing.state == "." && !standing.resolved.isEmpty ? "R" : standing.state
    }

    @Test("4.6 with keep, evaluations without data change nothing: as if they had not been", arguments: 0..<150)
    func missingDataAreNothing(seed: Int) throws {
        var random = Seeded(UInt64(seed))
        let rule = PropertyTests.rule(&random, noData: [.keep])
        var (with, without) = (Commune(rule), Commune(rule))
        for day in 0..<60 {
            let sign = random.pick(Array("tttffnn-"))
            let isMissing = sign == "n" || sign == "-"
            try with.run(Double(day), Story.text(sign))
            if isMissing {
                let kinds = with.transitions.map(\.kind)
                #expect(kinds.allSatisfy { $0 == .unlisted })
                #expect(with.notices.allSatisfy { $0.kind == .repeated })
            } else {
                try without.run(Double(day), Story.text(sign))
            }
            let states = [with, without].map {
                $0.instances.filter(\.state.isLive).map { [$0.activeSince, $0.firedAt, $0.falseSince] }
            }
            #expect(states[0] == states[1])
        }
    }

    @Test(
        "4.7 resolved notices never outnumber firing ones, silenced or not; and a firing one comes first",
        arguments: 0..<150)
    func noticesPair(seed: Int) throws {
        var random = Seeded(UInt64(seed))
        var commune = Commune(PropertyTests.rule(&random))
        var kinds: [AlertKey: [Date: [NoticeKind]]] = [:]
        for day in 0..<80 {
            if random.pick([true] + Array(repeating: false, count: 7)) {
                let days = Double(day)..<Double(day + random.pick([1, 3, 20]))
                commune.silence(random.pick([["village": "a"], ["rule": "behind"], ["severity": "info"]]), days)
            }
            if random.pick([true] + Array(repeating: false, count: 9)) { commune.rules = [PropertyTests.rule(&random)] }
            let found = ["a", "b", "c"].map { "\($0):\(random.pick(Array("tttffn")))" }.joined(separator: " ")
            try commune.run(Double(day), random.pick([found, found, found, found, found, "x", ""]))
            for notice in commune.notices {
                #expect(notice.unlisted == 0 && notice.listed.allSatisfy { $0.state != .pending })
                for instance in notice.listed {
                    kinds[instance.key, default: [:]][instance.activeSince, default: []].append(notice.kind)
                }
            }
            #expect(Set(commune.notices.map(\.id)).count == commune.notices.count)
            let live = commune.instances.filter(\.state.isLive).map(\.key)
            #expect(Set(live).count == live.count)
        }
        for told in kinds.values.flatMap(\.values) {
            // `repeated` stands with the new ones of its group under the kind `firing`.
            #expect(told.first == .firing && told.filter { $0 == .resolved }.count <= 1)
            #expect(told.firstIndex(of: .resolved).map { $0 == told.count - 1 } ?? true)
        }
    }

    @Test(
        "4.3 whatever is found the second time, two evaluations at one time are one; rules may be edited at any time",
        arguments: 0..<100)
    func idempotence(seed: Int) throws {
        var random = Seeded(UInt64(seed))
        var commune = Commune(PropertyTests.rule(&random))
        for day in 0..<40 {
            let before = commune.instances
            if random.pick([false, false, true]) {
                // What fires goes on by the new rule as by the old, until an evaluation finds otherwise.
                commune.rules = [PropertyTests.rule(&random)]
                let found = before.filter(\.state.isLive).compactMap { $0.key.labels["village"] }.map { "\($0):t" }
                try commune.run(Double(day), found.joined(separator: " "))
                for old in before where old.state.isFiring {
                    let now = commune.instances.first { $0.key == old.key && $0.activeSince == old.activeSince }
                    #expect(now?.state == .firing && now?.firedAt == old.firedAt)
                }
            } else {
                let found = ["a", "b"].map { "\($0):\(random.pick(Array("ttfn")))" }.joined(separator: " ")
                try commune.run(Double(day), found)
            }
            let after = commune.instances
            #expect(try commune.run(Double(day), random.pick(["", "a:f b:t", "a:t b:f c:t"])) == [])
            #expect(commune.instances == after && commune.transitions.isEmpty)
        }
    }
}
