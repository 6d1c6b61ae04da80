import FormModel
import Foundation
import Interviewing
import Scripting

/// What units answer, drawn by two threads, each with a script state of its own, as no state runs in two threads. Units do
/// not depend on each other, so that it does not matter who draws which.
///
/// A helper draws ahead, but only so far that memory stays bounded. Whoever takes the draws in order draws himself
/// whenever the next is not there yet.
final class SharedDraws: @unchecked Sendable {
    /// The draws of some units that follow each other, `nil` for one that never reports.
    private typealias Part = Result<[DrawnRecord?], any Error>

    /// So many units are drawn at a time,
    private static let size = 16
    /// and so many times ahead.
    private static let room = 64

    private let units: [Simulator.Unit]
    private let period: Period
    private let own: Simulator
    private let parts: Int

    // Sendable: whoever touches what follows holds the lock.
    private let condition = NSCondition()
    /// The first part that nobody has begun.
    private var next = 0
    /// The part whose draws are taken next.
    private var wanted = 0
    private var drawn: [Int: Part] = [:]
    private var isHelped: Bool

    // Only whoever takes the draws touches these.
    private var current: ArraySlice<DrawnRecord?> = []

    /// Begins to draw for all units.
    /// - Parameters:
    ///   - own: what whoever takes the draws draws with himself.
    ///   - helper: what another thread draws with: a simulator that nobody else uses; `nil` for no such thread.
    init(_ units: [Simulator.Unit], in period: Period, own: Simulator, helper: Simulator?) {
        self.units = units
        self.period = period
        self.own = own
        parts = (units.count + SharedDraws.size - 1) / SharedDraws.size
        isHelped = helper != nil
        guard let helper else { return }
        let work = Sent(value: helper)
        Thread.start { self.help(with: work.value) }
    }

    /// What the next unit answers.
    func take() throws -> DrawnRecord? {
        while current.isEmpty {
            guard let part = takePart() else { return nil }
            current = try part.get()[...]
        }
        return current.removeFirst()
    }

    /// Draws no more, and waits until nobody does.
    func end() {
        condition.lock()
        next = parts
        condition.broadcast()
        while isHelped { condition.wait() }
        condition.unlock()
    }

    /// The part that is next in order; `nil` after the last.
    private func takePart() -> Part? {
        condition.lock()
        defer { condition.unlock() }
        guard wanted < parts else { return nil }
        while true {
            if let part = drawn.removeValue(forKey: wanted) {
                wanted += 1
                condition.broadcast()
                return part
            }
            if let part = begin() {
                draw(part, with: own)
            } else if isHelped {
                condition.wait()
            } else {
                return nil
            }
        }
    }

    private func help(with simulator: Simulator) {
        condition.lock()
        defer {
            isHelped = false
            condition.broadcast()
            condition.unlock()
        }
        while next < parts {
            if let part = begin() {
                draw(part, with: simulator)
            } else {
                condition.wait()
            }
        }
    }

    /// The next part that nobody has begun, while there is room. Whoever asks holds the lock.
    private func begin() -> Int? {
        guard next < parts, next < wanted + SharedDraws.room else { return nil }
        defer { next += 1 }
        return next
    }

    /// Draws a part. Whoever asks holds the lock, and gives it back meanwhile.
    private func draw(_ part: Int, with simulator: Simulator) {
        condition.unlock()
        let units = self.units[part * SharedDraws.size..<min((part + 1) * SharedDraws.size, self.units.count)]
        let result = Part { try units.map { try simulator.draw($0, in: period) } }
        condition.lock()
        drawn[part] = result
        condition.broadcast()
    }
}

extension Simulate {
    /// From so many units on, a second script state is worth its making.
    private static let many = 200

    /// A simulator for a second thread; `nil` where units are few, or the scripts are not sound.
    func helper(for units: [Simulator.Unit], _ open: OpenWorkspace) throws -> Simulator? {
        guard units.count >= Simulate.many else { return nil }
        let workspace = try open.load([.surveys, .simulations])
        guard ScriptFaults(workspace).isEmpty, let binding = workspace.form(form),
            let plan = workspace.simulations.first(where: { $0.form == form })
        else { return nil }
        return Simulator(FormEngine(binding, in: workspace), plan: plan, seed: seed, calendar: open.calendar)
    }
}
