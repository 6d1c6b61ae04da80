import AlertStates
import Foundation
import Randomness
import Testing

/// Deliveries (`semantics.md` 4.7 and 4.8).
@Suite("The outbox")
struct OutboxTests {
    static let start = Commune.morning(0)

    @Test("4.7 the waits between tries grow")
    func waits() {
        let hours = (1...12).map { DeliverySchedule.wait(afterFailures: $0) / 3600 }
        #expect(hours == [5.0 / 60, 0.25, 1, 3, 6, 12, 24, 24, 24, 24, 24, 24])
        #expect(DeliverySchedule.wait(afterFailures: 0) == 0)
        let next = DeliverySchedule.next(afterFailures: 2, at: Commune.morning(1), queuedAt: OutboxTests.start)
        #expect(next == .again(Commune.morning(1).addingTimeInterval(900)))
    }

    @Test(
        "4.7 given up after ten tries and seven days, whichever is later",
        arguments: [(10, 6.9, false), (10, 7, true), (9, 30, false), (13, 6, false), (11, 8, true)])
    func givenUp(failures: Int, days: Double, isGivenUp: Bool) {
        let next = DeliverySchedule.next(
            afterFailures: failures, at: Commune.morning(days), queuedAt: OutboxTests.start)
        #expect((next == .never) == isGivenUp)
    }

    /// The days of the tries of a delivery that always fails.
    func tries(every days: Double, jitter: Double = 0) -> [Double] {
        var entry = OutboxEntry(notifier: "mail", noticeId: "n", queuedAt: OutboxTests.start)
        var tries: [Double] = []
        var (run, generator) = (0.0, Seeded(7))
        while entry.state == .waiting, run * days < 400 {
            let time = Commune.morning(run * days + jitter * Double.random(in: 0...1, using: &generator))
            if let sending = entry.sending(at: time) {
                tries.append(run * days)
                entry = sending.failed(at: time)
            }
            run += 1
        }
        #expect(entry.state == .dead && entry.nextAttempt == nil && entry.attempts == tries.count)
        return tries
    }

    @Test("4.7 a delivery that fails is tried again by the runs there are")
    func rhythms() {
        #expect(tries(every: 1) == (0..<10).map(Double.init))
        #expect(tries(every: 7) == (0..<10).map { Double($0) * 7 })
        #expect(tries(every: 1, jitter: 0.001) == (0..<10).map(Double.init))
        let frequent = tries(every: 1.0 / 288)
        #expect(frequent.count == 14 && (frequent.last ?? 0) >= 7)
    }

    @Test("4.7 nothing accepted is sent twice")
    func accepted() throws {
        let entry = OutboxEntry(notifier: "mail", noticeId: "n", queuedAt: OutboxTests.start)
        let sent = try #require(entry.sending(at: OutboxTests.start)).accepted()
        #expect(sent.state == .accepted && sent.attempts == 1)
        #expect(sent.sending(at: Commune.morning(9)) == nil && sent.recovered() == sent)
        #expect(sent.failed(at: Commune.morning(1)) == sent)
        let queue = [sent].queuing(["n", "m", "m"], for: "mail", at: Commune.morning(1))
        #expect(queue.map(\.noticeId) == ["n", "m"] && queue[0] == sent)
        #expect(queue.queuing(["n"], for: "webhook", at: Commune.morning(1)).count == 3)
    }

    @Test("4.7 what is being sent or waits its time is not sent")
    func notDue() throws {
        let entry = OutboxEntry(notifier: "mail", noticeId: "n", queuedAt: OutboxTests.start)
        let sending = try #require(entry.sending(at: OutboxTests.start))
        #expect(sending.sending(at: Commune.morning(1)) == nil)
        let failed = sending.failed(at: OutboxTests.start)
        #expect(failed.sending(at: OutboxTests.start.addingTimeInterval(280)) == nil)
        #expect(failed.sending(at: OutboxTests.start.addingTimeInterval(300))?.attempts == 2)
    }

    @Test("4.8 a run that died while it sent: the next one tries again, under the same id, and not without end")
    func died() throws {
        var entry = OutboxEntry(notifier: "mail", noticeId: "n", queuedAt: OutboxTests.start)
        for day in 0..<10 {
            entry = try #require(entry.recovered().sending(at: Commune.morning(Double(day))))
            #expect(entry.state == .sending && entry.noticeId == "n" && entry.attempts == day + 1)
        }
        #expect(entry.recovered().state == .dead)
    }
}
