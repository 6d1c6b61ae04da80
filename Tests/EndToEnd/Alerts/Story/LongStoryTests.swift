import Foundation
import Testing

/// Two simulated years. `CHISO_ALERT_RUNS` says how many runs (a part of that by default), `CHISO_SEED` which.
@Suite("Alerts over two years")
struct LongStoryTests {
    @Test("with kills, failing deliveries, gaps and runs that meet, no alert is lost, doubled or wrongly resolved")
    func story() throws {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["CHISO_ALERT_RUNS"].flatMap { Int($0) } ?? 120
        let seed = environment["CHISO_SEED"].flatMap { UInt64($0) } ?? 2030
        let story = try Story(seed: seed)
        var (killed, unfinished, met) = (0, 0, 0)
        for number in 1...count {
            let context = Comment("run \(number), seed \(seed)")
            story.goOn()
            let milliseconds = story.chance.number(below: story.usualLength * 5 / 4)
            switch story.chance.number(below: 20) {
            case 0...4:
                killed += 1
                try story.killedRun(after: milliseconds)
                if try story.catchUp() == 0 { unfinished += 1 }
            case 5, 6:
                let results = try story.meetingRuns(killingAfter: number % 3 == 0 ? milliseconds : nil)
                let done = try story.catchUp()
                if number % 3 != 0 {
                    #expect(results.contains { $0.status == 75 } || done == 2, context)
                    #expect((1...2).contains(done), context)
                }
                met += 1
            default:
                let result = try story.run()
                #expect(
                    [0, 75].contains(result.status) || story.hasFailingRule && result.status == 65, "\(result.all)")
                #expect(try story.catchUp() == 1, context)
            }
            if let difference = try story.difference() {
                Issue.record("run \(number), seed \(seed): \(difference)")
                return
            }
        }
        // Whatever is still on its way arrives.
        try story.office.write("calm", "")
        for _ in 0..<3 {
            story.advance(days: 2)
            _ = try story.run()
            _ = try story.catchUp()
        }
        let left = try story.office.sqlite("SELECT state, count(*) FROM outbox GROUP BY state")
        #expect(
            left.hasPrefix("accepted|") && !left.contains("\n\n") && left.split(separator: "\n").count == 1, "\(left)")
        let (told, copies) = try story.accepted()
        try compare(told, story.model.told.sorted(), seed)
        wellFormed(told)
        #expect(try story.office.isSound())
        print(
            "alerts: \(count) runs (\(killed) killed, \(unfinished) before they were kept, \(met) met), seed \(seed): "
                + "\(told.count) told, \(copies) copies")
    }

    private func compare(_ told: [StoryModel.Told], _ expected: [StoryModel.Told], _ seed: UInt64) throws {
        var counts: [StoryModel.Told: Int] = [:]
        for one in told { counts[one, default: 0] += 1 }
        for one in expected { counts[one, default: 0] -= 1 }
        let wrong = counts.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        #expect(wrong.isEmpty, "seed \(seed): \(wrong.prefix(10))")
        #expect(!told.isEmpty)
    }

    /// Of every alert: it fires, is perhaps repeated, is over, once; then perhaps again.
    private func wellFormed(_ told: [StoryModel.Told]) {
        for (key, all) in Dictionary(grouping: told, by: \.key) {
            var isOn = false
            for one in all.sorted() {
                switch one.kind {
                case "firing":
                    #expect(!isOn, "\(key) fires twice at \(one.time)")
                    isOn = true
                case "resolved":
                    #expect(isOn, "\(key) is over at \(one.time) and never fired")
                    isOn = false
                default: #expect(isOn && one.kind == "repeated", "\(key) \(one.kind) at \(one.time)")
                }
            }
        }
    }
}
