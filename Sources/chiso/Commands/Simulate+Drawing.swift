import FormModel
import Foundation
import Interviewing
import Scripting

/// What units answer, drawn ahead of the records that are made of it: on a thread of its own, in a script state of its own,
/// as no state runs in two threads. Units do not depend on each other, so that the draws are the same.
final class DrawnAhead {
    /// The draws of some units, `nil` for one that never reports.
    private typealias Part = Result<[GivenRecord?], any Error>

    private static let size = 16

    private let parts = Handover<Part>(room: 16)
    private var waiting: [Part] = []
    private var drawn: ArraySlice<GivenRecord?> = []

    /// Begins to draw for all units, by a simulator that nobody else uses.
    init(_ units: [Simulator.Unit], _ simulator: Simulator, in period: Period) {
        let (work, parts) = (Sent(value: simulator), parts)
        Thread.start {
            defer { parts.end() }
            var part: [GivenRecord?] = []
            do {
                for unit in units {
                    part.append(try work.value.record(of: unit, in: period))
                    guard part.count == DrawnAhead.size else { continue }
                    guard parts.give(.success(part)) else { return }
                    part = []
                }
                _ = parts.give(.success(part))
            } catch {
                _ = parts.give(.success(part)) && parts.give(.failure(error))
            }
        }
    }

    /// What the next unit answers.
    func next() throws -> GivenRecord? {
        while drawn.isEmpty {
            if waiting.isEmpty { waiting = parts.take() }
            guard !waiting.isEmpty else { return nil }
            drawn = try waiting.removeFirst().get()[...]
        }
        return drawn.removeFirst()
    }

    /// Draws no more.
    func end() { parts.refuse() }
}

extension Simulate {
    /// From so many units on, a second script state is worth its making.
    private static let many = 200

    /// The draws of many units, made ahead; `nil` where they are few, or the scripts are not sound.
    func drawnAhead(
        _ units: [Simulator.Unit], _ open: OpenWorkspace, in period: Period
    ) throws -> DrawnAhead? {
        guard units.count >= Simulate.many else { return nil }
        let workspace = try open.load([.surveys, .simulations])
        guard ScriptFaults(workspace).isEmpty, let binding = workspace.form(form),
            let plan = workspace.simulations.first(where: { $0.form == form })
        else { return nil }
        let engine = FormEngine(binding, in: workspace)
        return DrawnAhead(units, Simulator(engine, plan: plan, seed: seed, calendar: open.calendar), in: period)
    }
}
