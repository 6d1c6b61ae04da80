import FormModel
import Interviewing
import Messages
import Storage

extension InterviewForm {
    /// Lists what is assigned to the interviewer, or to all.
    func listAssignments(_ open: OpenWorkspace) throws {
        let layouts = try self.wantedLayouts(open)
        let store = try open.storeToRead()
        let lists = try layouts.compactMap { layout -> AssignmentList? in
            guard let store else { return nil }
            let round = try round(of: layout.form, open)
            let drafts = try UnitDrafts.all(layout, round: round, open)
            let items = try FieldworkBoard(layout, round: round, store, drafts: drafts).items
            guard !items.isEmpty else { return nil }
            return AssignmentList(
                open: open, layout: layout, round: round, items: items, language: Console.language)
        }
        if lists.isEmpty {
            let usual = open.calendar.period(of: .halfYear, containing: open.today).id
            let named = form == nil ? nil : try layouts.first.map { try round(of: $0.form, open) }
            Console.note(Message("N-SAMPLE-006", ["form": form ?? "", "round": named ?? period ?? usual]))
        }
        show(own(lists, open), open)
    }

    /// The form that is named, or all whose rounds are such as the period that is.
    private func wantedLayouts(_ open: OpenWorkspace) throws -> [FormLayout] {
        if let form { return [try open.loadForm(form).1.layout] }
        let forms = try open.loadSound([.surveys]).forms
        let layouts = forms.map(\.layout).filter { !$0.form.key.isEmpty }
        guard let period else { return layouts }
        guard let length = open.calendar.period(id: period)?.length else {
            throw Failure(.usage, Message("E-CLI-002", ["name": period]))
        }
        return layouts.filter { layout in layout.form.round == length }
    }

    /// What is for the one whose name is given or set, and what is assigned to nobody; who nothing is assigned to by name
    /// is told so.
    private func own(_ lists: [AssignmentList], _ open: OpenWorkspace) -> [AssignmentList] {
        guard let name = wantedInterviewer(open), !lists.isEmpty else { return lists }
        var names: [String] = []
        for case let other? in lists.flatMap(\.items).map(\.assignment.unit.interviewer) where !names.contains(other) {
            names.append(other)
        }
        if !names.isEmpty, !names.contains(where: { $0.isSamePerson(as: name) }) {
            Console.note(Message("N-SAMPLE-007", ["name": name, "allowed": names.joined(separator: ", ")]))
        }
        return lists.map { list in
            list.only { item in item.assignment.unit.interviewer.map { $0.isSamePerson(as: name) } ?? true }
        }.filter { !$0.items.isEmpty }
    }

    private func wantedInterviewer(_ open: OpenWorkspace) -> String? { interviewer ?? open.configuration.interviewer }

    private func show(_ lists: [AssignmentList], _ open: OpenWorkspace) {
        switch format {
        case .table:
            guard !lists.isEmpty else { return }
            Console.out(lists.map { $0.text(width: Console.width) }.joined(separator: "\n"))
        case .json:
            let assignments = JSON.array(lists.flatMap(\.json))
            Console.out(
                JSON.object([("interviewer", .string(wantedInterviewer(open))), ("assignments", assignments)]).text)
        case .csv:
            let table = PlainTable(columns: AssignmentList.columns, rows: lists.flatMap(\.rows))
            Console.out(table.text(as: .csv))
        }
    }
}
