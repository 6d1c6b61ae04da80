import ArgumentParser
import FormModel
import Foundation
import Interviewing
import Messages
import Scripting
import Storage
import VietText

/// `chiso data recompute`: stored calculations computed anew by the form as it is now.
struct DataRecompute: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recompute",
        abstract: "Compute the calculations of stored records anew; shows what differs first.",
        discussion: """
            Calculations are stored when a record is completed and stay so, whatever becomes of the form. This shows \
            where the form as it is now gives something else: other values, questions no longer asked (their answers \
            would go from the record, and stay in its history), questions asked only now. Nothing is written without \
            --apply, or a word on a terminal; then each record that differs has a new version, all of them or none. A \
            record on which the form fails is told and left as it is, and so is an approved one, whose figures somebody \
            has signed for, unless --include-approved is given.

            Exit codes: 0 nothing differs, or it was written; 1 something differs and nothing was written; 65 some \
            records could not be computed.

              chiso data recompute household
              chiso data recompute household --round 2026-H1 --apply
            """)

    @OptionGroup var options: GlobalOptions
    @Option(help: "Only records of this round.") var round: String?
    @Option(help: "Only the record of this id, or its beginning.") var id: String?
    @Flag(help: "Write what differs.") var apply = false
    @Flag(name: .customLong("include-approved"), help: "Write approved records as well; they stay approved.")
    var includeApproved = false
    @Flag(name: .customLong("include-personal"), help: "Personal values as well; this is logged.")
    var includePersonal = false
    @Option(help: "table, json or csv.") var format: OutputFormat = .table
    @Argument(help: "The form's id.") var form: String

    /// The most differences that a table shows.
    private static let limit = 40

    func run() throws {
        let open = try OpenWorkspace(options)
        let (workspace, binding) = try open.loadForm(form)
        let writes = apply || includePersonal
        guard let store = writes ? try open.storeToWriteIfThere() : try open.storeToRead() else {
            throw Failure(.noInput, Message("N-CLI-003", ["form": form]))
        }
        let record = try id.map { try RecordIndex(store, forms: [form]).find($0).id }
        if includePersonal { try PersonalAccess.log("recompute", of: form, store, open) }
        var found = Recomputation(FormEngine(binding, in: workspace))
        let filter = RecordFilter(ids: record.map { [$0] }, rounds: round.map { [$0] })
        try store.eachRecord(binding.layout, where: filter) { found.add($0) }
        show(found, binding.layout)
        tellFaults(found)
        try settle(found, binding.layout, workspace, store, open)
        guard found.faults.isEmpty else {
            let count = Set(found.faults.flatMap(\.records)).count
            throw Failure(.badData, Message("E-RECOMPUTE-003", ["count": "\(count)"]))
        }
    }

    // MARK: Writing

    private func settle(
        _ found: Recomputation, _ layout: FormLayout, _ workspace: Workspace, _ store: Store, _ open: OpenWorkspace
    ) throws {
        guard !found.changed.isEmpty else {
            if found.count > 0 || found.faults.isEmpty {
                Console.note(Message("N-RECOMPUTE-001", ["count": "\(found.count)"]))
            }
            return
        }
        let wanted = found.changed.filter { includeApproved || $0.stored.record.status != .approved }
        if wanted.count < found.changed.count {
            Console.note(Message("N-RECOMPUTE-016", ["count": "\(found.changed.count - wanted.count)"]))
        }
        guard !wanted.isEmpty, apply || isWanted(wanted.count) else {
            throw Failure(.no, Message("N-RECOMPUTE-002", ["count": "\(found.changed.count)", "form": form]))
        }
        // Whoever was asked had the store open only to read.
        let target = apply ? store : try open.storeToWrite()
        let source = WriteSource(
            who: open.author, at: Date(), device: open.configuration.device, why: "recompute", known: .update,
            origin: try target.origin() ?? .collected)
        try target.importing(
            layout, formText: workspace.texts[layout.form.place.file] ?? "", source: source
        ) { writer in
            let now = try target.existing(wanted.map(\.stored.record.id), form: form)
            for record in wanted {
                guard now[record.stored.record.id] == record.stored.contentHash else {
                    throw Failure(.busy, Message("E-RECOMPUTE-002", ["id": record.stored.record.id]))
                }
                _ = try writer.write(record.computed)
            }
        }
        Console.note(Message("N-RECOMPUTE-003", ["count": "\(wanted.count)"]))
    }

    /// Asks on a terminal; a pipe has nobody to ask.
    private func isWanted(_ count: Int) -> Bool {
        guard format == .table, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return false }
        let word = Console.language == .vietnamese ? "GHI" : "WRITE"
        Console.page(
            Message("N-RECOMPUTE-004", ["count": "\(count)", "word": word]).text(in: Console.language) + "\n")
        return readLine()?.storageForm.uppercased() == word
    }

    // MARK: Showing

    private func show(_ found: Recomputation, _ layout: FormLayout) {
        let all = found.changed.flatMap { record in record.changes.map { (record.stored.record, $0) } }
        if format == .table, all.isEmpty { return }
        let isTable = format == .table
        let rows = (isTable ? Array(all.prefix(DataRecompute.limit)) : all).map { record, change in
            [
                isTable ? String(record.id.prefix(12)) : record.id, change.difference.path,
                text(change.difference.old, change.difference, layout),
                text(change.difference.new, change.difference, layout), word(change.kind),
                isTable ? StatusWords.word(record.status.rawValue, Console.language) : record.status.rawValue,
            ]
        }
        var table = PlainTable(columns: ["record", "question", "stored", "computed", "kind", "status"], rows: rows)
        table.titles = titles([
            "N-RECOMPUTE-008", "N-RECOMPUTE-009", "N-RECOMPUTE-010", "N-RECOMPUTE-011", "N-RECOMPUTE-012",
            "N-RECOMPUTE-015",
        ])
        Console.out(table.text(as: format))
        guard isTable else { return }
        if all.count > DataRecompute.limit { Console.out("… +\(all.count - DataRecompute.limit)") }
        Console.out("\n" + counts(found, layout).text(as: .table))
    }

    private func counts(_ found: Recomputation, _ layout: FormLayout) -> PlainTable {
        let rows = found.countsByQuestion.map { count in
            [count.path, label(count.path, layout), word(count.kind), "\(count.records)"]
        }
        var table = PlainTable(columns: ["question", "label", "kind", "records"], numeric: [3], rows: rows)
        table.titles = titles(["N-RECOMPUTE-009", "N-RECOMPUTE-013", "N-RECOMPUTE-012", "N-RECOMPUTE-014"])
        return table
    }

    private func titles(_ codes: [String]) -> [String] { codes.map { Message($0).text(in: Console.language) } }

    private func word(_ kind: Recomputation.Kind) -> String {
        guard format == .table else { return kind.rawValue }
        let code =
            switch kind {
            case .calculated: "N-RECOMPUTE-005"
            case .noLongerAsked: "N-RECOMPUTE-006"
            case .nowAsked: "N-RECOMPUTE-007"
            }
        return Message(code).text(in: Console.language)
    }

    private func text(_ answer: Answer?, _ difference: Difference, _ layout: FormLayout) -> String {
        if difference.personal, !includePersonal, answer?.value != nil { return "•••" }
        let question = Spot(difference.path).flatMap { layout.question(at: $0) }
        guard format == .table else {
            return switch answer {
            case .value(let value)?: value.plainText
            case .missing(let reason)?: reason.name
            case .notAsked?, nil: "not_asked"
            }
        }
        return AnswerWords(language: Console.language).text(answer, of: question)
    }

    /// The label of a question by its path without rows.
    private func label(_ path: String, _ layout: FormLayout) -> String {
        let steps = path.split(separator: ".").map(String.init)
        let spot = Spot(steps.last ?? path, in: steps.dropLast().map { Spot.Step(roster: $0, row: 0) })
        guard case .constant(let label)? = layout.question(at: spot)?.label else { return "" }
        return label.text(in: Console.language)
    }

    private func tellFaults(_ found: Recomputation) {
        for fault in found.faults.prefix(20) {
            let facts = [
                "count": "\(fault.records.count)", "text": fault.message.text(in: Console.language),
                "records": fault.records.prefix(3).map { String($0.prefix(12)) }.joined(separator: ", "),
            ]
            Console.diagnostic(Message("E-RECOMPUTE-004", facts).text(in: Console.language))
        }
        if found.faults.count > 20 { Console.diagnostic("… +\(found.faults.count - 20)") }
    }
}
