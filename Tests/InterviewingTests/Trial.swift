import FormModel
import Interviewing
import Messages
import Scripting
import Testing

/// A form with its plan.
struct Trial {
    /// The period that records are drawn in.
    static let half = PeriodCalendar().period(id: "2026-H1") ?? PeriodCalendar.once

    let bench: Bench
    let simulator: Simulator

    init(
        _ nodes: String, plan: String, seed: UInt64 = 1, before: String = "", properties: String = "",
        lists: [String: [[String]]] = [:], limits: ScriptLimits = ScriptLimits()
    ) throws {
        bench = try Bench(
            nodes, before: before, properties: properties, simulation: "simulate \"f\" {\n\(plan)\n}", lists: lists,
            limits: limits)
        let plan = try #require(bench.workspace.simulations.first)
        simulator = Simulator(bench.engine, plan: plan, seed: seed, calendar: PeriodCalendar())
    }

    /// The records of the first units; those that never report are left out.
    func records(_ count: Int?, perStratum: Int? = nil, strata: String? = nil) throws -> [GivenRecord] {
        try simulator.units(count: count, perStratum: perStratum, strata: strata).compactMap {
            try simulator.draw($0, in: Trial.half)?.given
        }
    }

    /// The answers to one question.
    func answers(_ count: Int, _ name: String) throws -> [Answer?] {
        let field = try #require(bench.layout.root.field(name)).index
        return try records(count).map { $0.root.answers[field] }
    }

    func failure() -> Message? {
        do throws(Message) {
            let units = try simulator.units(count: 1, perStratum: nil, strata: nil)
            for unit in units { _ = try simulator.draw(unit, in: Trial.half)?.given }
            return nil
        } catch {
            return error
        }
    }
}
