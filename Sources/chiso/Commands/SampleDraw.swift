import ArgumentParser
import FormModel
import Foundation
import Interchange
import Interviewing
import Messages
import Sampling
import Scripting
import Storage
import VietText

/// `chiso sample draw`: a stratified sample and its assignments.
struct SampleDraw: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw", abstract: "Draw a stratified sample with a reserve, and keep who is to ask which unit.",
        discussion: """
            In each stratum of the design, every (N ÷ n)th unit of the frame from a random start; the reserve comes of the \
            others, in random order, and opens only where a unit finally does not answer. The same seed and frame give \
            the same sample. The frame has a column for each key field of the form and for the stratum; a column \
            interviewer, or --interviewers, says who asks whom. The sample is written as CSV and kept in the store, where \
            chiso interview FORM --assignments finds it.

              chiso sample draw households.csv --design household_sample --per-stratum 20 --reserve 5 \\
                --period 2026-H2 --seed 1 --interviewers "Lan,Hùng" -o sample.csv
            """)

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The frame: a CSV of all units.") var frame: String
    @Option(help: "The design's id.") var design: String
    @Option(
        name: .customLong("per-stratum"), parsing: .unconditional, help: "So many units of each stratum to be asked.")
    var perStratum: Int
    @Option(parsing: .unconditional, help: "So many more of each stratum in reserve.") var reserve = 0
    @Option(help: "The round that the sample is for.") var period: String
    @Option(help: "The seed: the same one gives the same sample.") var seed: UInt64
    @Option(help: "The column whose order the units are drawn in (default: the frame's own order).") var sort: String?
    @Option(help: "Names with commas between them, who share the units in blocks.") var interviewers: String?
    @Option(name: .shortAndLong, help: "The CSV to write (default: standard output).") var output: String?
    @Flag(help: "Draw anew where there is a sample already; replace the file.") var force = false

    func run() throws {
        try refuseNumbers()
        let open = try OpenWorkspace(options)
        try FileChoice.refuseUnknownEnding(frame, allowed: [".csv"])
        if let output {
            try FileChoice.refuseUnknownEnding(output, allowed: [".csv"])
            try FileChoice.refuseMissingFolder(of: output)
            if !force { try FileChoice.refuseExisting(output) }
        }
        let (found, engine) = try designAndForm(open)
        let layout = engine.layout
        let round = try round(found, layout.form, open)
        let check = KeyCheck(engine: engine, day: round.length == .once ? open.today : round.last)
        let sample = StoredSample(
            design: design, form: layout.form.id, round: round.id, keyFields: layout.form.key, seed: seed,
            drawnAt: open.now, who: open.author, units: try draw(found, layout, check))
        // The file is whole, but not in its place, before the store is written.
        let bytes = try SampleCSV.bytes(sample)
        let sink = try output.map { path throws(Problem) in try FileSink(path: path) }
        try sink?.write(bytes)
        let store = try open.storeToWrite()
        if try DemoData.isIn(store) { Console.note(DemoData.warning(open)) }
        try tell(try store.keep(sample, replacing: force), sample, store, open)
        if let sink, let output {
            try sink.close()
            Console.note(Message("N-CLI-004", ["file": output]))
        } else {
            Console.out(String(decoding: bytes, as: UTF8.self))
        }
    }

    private func refuseNumbers() throws {
        for (option, value, least) in [("--per-stratum", perStratum, 1), ("--reserve", reserve, 0)] {
            guard !(least...1_000_000).contains(value) else { continue }
            let facts = ["option": option, "value": "\(value)", "allowed": "\(least)–1000000"]
            throw Failure(.usage, Message("E-CLI-015", facts))
        }
    }

    // MARK: The design

    private func designAndForm(_ open: OpenWorkspace) throws -> (Design, FormEngine) {
        let workspace = try open.load([.surveys, .indicators]) { workspace, faults in
            let known = workspace.designs.first { $0.id == design }
            return [known.map { faults.error(ofForm: $0.form) } ?? faults.declaring("design", design)]
        }.workspace
        guard let found = workspace.designs.first(where: { $0.id == design }) else {
            var facts = Suggestion.facts(design, among: workspace.designs.map(\.id))
            facts["allowed"] = workspace.designs.map(\.id).joined(separator: ", ")
            throw Failure(.usage, Message("E-SAMPLE-001", facts))
        }
        let engine = FormEngine(try FormNamed.find(found.form, in: workspace), in: workspace)
        let layout = engine.layout
        guard found.cluster.isEmpty, found.strata.count <= 1 else {
            throw Failure(.usage, Message("E-SAMPLE-002", ["design": design]))
        }
        guard !layout.form.key.isEmpty, layout.keyFields.count == layout.form.key.count else {
            throw Failure(.badData, Message("E-SAMPLE-004", ["form": found.form]))
        }
        if let personal = layout.keyFields.first(where: { $0.question.personal }) {
            throw Failure(.badData, Message("E-SAMPLE-005", ["form": found.form, "field": personal.name]))
        }
        return (found, engine)
    }

    private func round(_ design: Design, _ form: Form, _ open: OpenWorkspace) throws -> Period {
        guard let found = open.calendar.period(id: period), found.length == form.round else {
            throw Failure(.usage, Message("E-ROW-013", ["found": period, "expected": form.round.rawValue]))
        }
        if let expected = design.period, expected != found.id {
            let facts = ["design": design.id, "expected": expected, "found": found.id]
            throw Failure(.usage, Message("E-SAMPLE-003", facts))
        }
        return found
    }

    // MARK: Drawing

    private func draw(_ design: Design, _ layout: FormLayout, _ check: KeyCheck) throws -> [DrawnUnit] {
        let file = FrameFile(path: frame, layout: layout, stratum: design.strata.first, sort: sort)
        let content: FrameFile.Content
        do {
            content = try file.read()
        } catch let log as ProblemLog {
            for problem in log.kept {
                Console.diagnostic(
                    "\(problem.place): \(problem.message.text(in: Console.language)) [\(problem.code)]")
            }
            throw Failure(.badData, Message("E-SAMPLE-010", ["count": "\(log.count)"]))
        }
        let names = try names(content)
        let drawn = StratifiedSample(perStratum: perStratum, reserve: reserve, seed: seed).draw(content.units)
        try refuseKeys(drawn, content, check)
        tellShortage(drawn)
        return drawn.shared(among: names)
    }

    /// Tells the units drawn that the form would not let anybody ask.
    private func refuseKeys(_ drawn: [DrawnUnit], _ content: FrameFile.Content, _ check: KeyCheck) throws {
        var found: [(line: Int, message: Message)] = []
        for row in drawn.compactMap({ content.rows[$0.key] }) {
            found += check.problems(row.key).map { (row.line, $0) }
        }
        guard !found.isEmpty else { return }
        for problem in found.sorted(by: { $0.line < $1.line }) {
            let said = problem.message.text(in: Console.language)
            Console.diagnostic("\(frame):\(problem.line): \(said) [\(problem.message.code)]")
        }
        throw Failure(.badData, Message("E-SAMPLE-010", ["count": "\(found.count)"]))
    }

    private func names(_ content: FrameFile.Content) throws -> [String] {
        guard let interviewers else { return [] }
        if content.hasInterviewers { throw Failure(.usage, Message("E-SAMPLE-008", ["file": frame])) }
        let names = interviewers.split(separator: ",", omittingEmptySubsequences: false).map { String($0).storageForm }
        guard !names.contains(""), Set(names).count == names.count else {
            throw Failure(.usage, Message("E-SAMPLE-011"))
        }
        return names
    }

    /// Says where the frame has too few units.
    private func tellShortage(_ drawn: [DrawnUnit]) {
        let strata = Dictionary(grouping: drawn, by: \.stratum)
        let few = strata.filter { $0.value[0].stratumSelected < perStratum }.map(\.key)
        let bare = strata.filter { $0.value.count { $0.role == .reserve } < reserve }.map(\.key)
        for (code, names, wanted) in [("N-SAMPLE-004", few, perStratum), ("N-SAMPLE-005", bare, reserve)]
        where !names.isEmpty {
            let shown = names.sortedInVietnamese().map { $0.isEmpty ? "*" : $0 }.joined(separator: ", ")
            Console.note(Message(code, ["names": shown, "wanted": "\(wanted)"]))
        }
    }

    private func tell(_ outcome: SampleOutcome, _ sample: StoredSample, _ store: Store, _ open: OpenWorkspace) throws {
        switch outcome {
        case .refused(let known):
            var facts = facts(known, open)
            let asked = try asked(known, in: store).count
            if asked > 0 { facts["asked"] = "\(asked)" }
            throw Failure(.badData, Message("E-SAMPLE-009", facts))
        case .unchanged: Console.note(Message("N-SAMPLE-002", facts(sample, open)))
        case .kept: Console.note(Message("N-SAMPLE-001", facts(sample, open)))
        case .replaced(let old):
            Console.note(Message("N-SAMPLE-001", facts(sample, open)))
            Console.note(Message("N-SAMPLE-003", facts(old, open)))
            let drawn = Set(sample.units.map(\.key))
            let dropped = try asked(old, in: store).filter { !drawn.contains($0.key) }
            guard !dropped.isEmpty else { return }
            let names = dropped.prefix(Self.namesShown).map(\.shownKey) + (dropped.count > Self.namesShown ? ["…"] : [])
            Console.note(
                Message("W-SAMPLE-001", ["count": "\(dropped.count)", "names": names.joined(separator: ", ")]))
        }
    }

    private static let namesShown = 10

    /// The units of a sample that have a record already, whatever its result.
    private func asked(_ sample: StoredSample, in store: Store) throws -> [DrawnUnit] {
        let known = Set(try store.headers(form: sample.form).ids)
        return sample.units.filter { unit in
            known.contains(RecordIdentity.id(form: sample.form, key: unit.key, round: sample.round))
        }
    }

    private func facts(_ sample: StoredSample, _ open: OpenWorkspace) -> [String: String] {
        [
            "design": sample.design, "round": sample.round, "count": "\(sample.units.count { $0.role == .main })",
            "reserve": "\(sample.units.count { $0.role == .reserve })", "who": sample.who,
            "time": open.moment(sample.drawnAt), "seed": "\(sample.seed)",
            "strata": "\(Set(sample.units.map(\.stratum)).count)",
        ]
    }
}
