import ArgumentParser
import FormModel
import Foundation
import Interchange
import Interviewing
import Messages
import Scripting
import Storage

/// `chiso simulate`: random records, made by answering the form itself.
struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Fill the store with valid random records of a form, made by answering the form itself.",
        discussion: """
            The units are those of the form's frame where it has one (-n: the first N), else -n says how many. How \
            answers are distributed stands in Surveys/simulate/FORM.lua.

              chiso simulate household --period 2026-H1 --seed 1
              chiso simulate household --period 2026-H2 --sample 80 --seed 1
              chiso simulate satisfaction --period 2026-H1 -n 600 --seed 1
            """)

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The form's id.") var form: String
    @Option(
        name: .shortAndLong, parsing: .unconditional, help: "How many (default: every unit of the form's frame).")
    var number: Int?
    @Option(help: "The seed: the same one gives the same records.") var seed: UInt64
    @Option(
        parsing: .unconditional,
        help: "The period over which the records are spread (default: the round that holds today).")
    var period: String?
    @Option(parsing: .unconditional, help: "So many units of each stratum of the form's design.") var sample: Int?
    @Flag(help: "Do nothing where the same command filled the store before.") var once = false
    @Flag(help: "Also into a store that holds collected data.") var force = false

    /// The numbers that -n and --sample may have.
    private static let numbers = 0...10_000_000

    func run() throws {
        try refuseNumbers()
        let open = try OpenWorkspace(options)
        try refuseCollectedData(open)
        let (workspace, binding) = try open.loadForm(form, [.surveys, .simulations])
        let designs = sample == nil ? [] : try open.loadSound([.surveys, .indicators]).designs
        guard let plan = workspace.simulations.first(where: { $0.form == form }) else {
            throw Failure(.noInput, Message("E-CLI-023", ["form": form]))
        }
        let period = try period(open, binding.layout.form)
        if once, try open.storeBeforeWriting()?.setting(mark(period)) == settings {
            return Console.note(Message("N-CLI-009", ["form": form, "period": period.id]))
        }
        let engine = FormEngine(binding, in: workspace)
        let simulator = Simulator(engine, plan: plan, seed: seed, calendar: open.calendar)
        let builder = RecordBuilder(engine, calendar: open.calendar, defaultDate: period.last)
        let strata = designs.first { $0.form == form && $0.period == period.id }?.strata.first
        let units = try simulator.units(count: number, perStratum: sample, strata: strata)
        let store = try open.storeToWrite(salts: SimulatedSalts(seed: seed, form: form, period: period))
        let source = WriteSource(
            who: "chiso simulate", at: open.now, why: "simulate --seed \(seed) --period \(period.id)", origin: .demo)
        let tally = try store.importing(
            binding.layout, formText: workspace.texts[binding.layout.form.place.file] ?? "", source: source,
            size: units.count < 10_000 ? .ordinary : .bulk
        ) { writer in
            let draws = SharedDraws(units, in: period, own: simulator, helper: try helper(for: units, open))
            defer { draws.end() }
            return try fill(writer, units, Drawing(simulator: simulator, draws: draws, builder: builder), period)
        }
        try store.keep(settings, asSetting: mark(period))
        let facts = [
            "count": "\(tally.inserted)", "unchanged": "\(tally.unchanged)", "form": form, "period": period.id,
        ]
        Console.note(Message(tally.unchanged > 0 ? "N-CLI-020" : "N-CLI-005", facts))
    }

    private func refuseNumbers() throws {
        for (option, value) in [("-n", number), ("--sample", sample)] {
            guard let value, !Simulate.numbers.contains(value) else { continue }
            let allowed = "\(Simulate.numbers.lowerBound)–\(Simulate.numbers.upperBound)"
            throw Failure(.usage, Message("E-CLI-015", ["option": option, "value": "\(value)", "allowed": allowed]))
        }
    }

    /// Made-up records never get among collected ones by mistake.
    private func refuseCollectedData(_ open: OpenWorkspace) throws {
        guard !force, try open.storeBeforeWriting()?.origin() == .collected else { return }
        throw Failure(.badData, Message("E-CLI-017", ["path": open.storePath]))
    }

    /// The setting of the store that tells what was simulated, and its value.
    private func mark(_ period: Period) -> String { "\(DemoData.mark)\(form) \(period.id)" }
    private var settings: String {
        "seed \(seed), number \(number.map(String.init) ?? "all"), sample \(sample.map(String.init) ?? "none")"
    }

    private func period(_ open: OpenWorkspace, _ form: Form) throws -> Period {
        guard let period else {
            return form.round == .once
                ? open.calendar.period(of: .year, containing: open.today)
                : open.calendar.period(of: form.round, containing: open.today)
        }
        guard let found = open.calendar.period(id: period) else {
            throw Failure(.usage, Message("E-CLI-002", ["name": period]))
        }
        return found
    }

    /// What records are drawn with.
    private struct Drawing {
        let simulator: Simulator
        /// The first draws of all units.
        let draws: SharedDraws
        let builder: RecordBuilder

        /// What a unit answers at an attempt; the attempts begin with 0.
        func draw(_ unit: Simulator.Unit, _ attempt: Int, in period: Period) throws -> DrawnRecord? {
            attempt == 0 ? try draws.take() : try simulator.draw(unit.again(attempt), in: period)
        }
    }

    private func fill(
        _ writer: RecordWriter, _ units: [Simulator.Unit], _ drawing: Drawing, _ period: Period
    ) throws -> WriteTally {
        var ids: Set<String> = []
        for (place, unit) in units.enumerated() {
            if place % 100 == 0 { Console.progress(Double(place) / Double(units.count), count: place) }
            guard let record = try record(of: unit, drawing, period, taken: ids) else { continue }
            if unit.isKeyDrawn { ids.insert(record.id) }
            if case .conflict(let differences) = try writer.write(record) {
                throw Failure(.badData, Message("E-SIM-007", ["id": record.id, "path": differences.first?.path ?? ""]))
            }
        }
        Console.endProgress()
        return writer.tally
    }

    /// The record of a unit. A unit whose key is drawn is drawn again while the key is taken.
    private func record(
        of unit: Simulator.Unit, _ drawing: Drawing, _ period: Period, taken: Set<String>
    ) throws -> Record? {
        for attempt in 0..<100 {
            guard let drawn = try drawing.draw(unit, attempt, in: period) else { return nil }
            let built = drawing.builder.build(drawn)
            if let problem = built.problems.first(where: { $0.kind == .error || $0.kind == .fault }),
                !built.isAcceptable
            {
                throw problem.message
            }
            if !taken.contains(built.record.id) { return built.record }
        }
        throw Failure(.badData, Message("E-SIM-008", ["form": form]))
    }
}
