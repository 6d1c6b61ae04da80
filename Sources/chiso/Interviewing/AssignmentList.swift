import FormModel
import Foundation
import Interviewing
import Messages
import Sampling
import Storage
import VietText

/// What is assigned to interviewers, with its state, for people.
struct AssignmentList {
    let open: OpenWorkspace
    let layout: FormLayout
    let round: String
    let items: [FieldworkBoard.Item]
    let language: Language

    /// The list with some of its units.
    func only(_ isWanted: (FieldworkBoard.Item) -> Bool) -> AssignmentList {
        AssignmentList(
            open: open, layout: layout, round: round, items: items.filter(isWanted), language: language)
    }

    /// The units by interviewer, what is to be done first first.
    func text(width: Int?) -> String {
        groups.map { name, items in
            let heading = heading(name, items).printableLine
            let head = width.map { heading.wrapped(to: $0) } ?? [heading]
            return (head + lines(ordered(items), width: width)).joined(separator: "\n") + "\n"
        }.joined(separator: "\n")
    }

    private var groups: [(name: String?, items: [FieldworkBoard.Item])] {
        var names: [String?] = []
        for item in items where !names.contains(item.assignment.unit.interviewer) {
            names.append(item.assignment.unit.interviewer)
        }
        return names.map { name in (name, items.filter { $0.assignment.unit.interviewer == name }) }
    }

    private func heading(_ name: String?, _ items: [FieldworkBoard.Item]) -> String {
        let states = items.map(\.assignment.state)
        let completed = states.count { $0 == .completed }
        let lost = states.count { $0 == .nonResponse }
        let facts = [
            "label": layout.form.label.text(in: language), "round": round, "name": name ?? said("N-FIELD-012"),
            "count": "\(completed)", "lost": "\(lost)",
            "open": "\(states.count - completed - lost - states.count { $0 == .closed })",
        ]
        return said("N-FIELD-013", facts)
    }

    private func ordered(_ items: [FieldworkBoard.Item]) -> [FieldworkBoard.Item] {
        items.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    }

    private func rank(_ item: FieldworkBoard.Item) -> Int {
        switch item.assignment.state {
        case .appointment: isDue(item) == false ? 4 : 0
        case .draft: 1
        case .returned: 2
        case .visited: 3
        case .notBegun: 5
        case .completed: 6
        case .nonResponse: 7
        case .closed: 8
        }
    }

    /// Whether the day of an appointment has come; `nil` where what was said names no day.
    func isDue(_ item: FieldworkBoard.Item) -> Bool? {
        guard item.assignment.state == .appointment, let text = item.appointment, let visit = item.visits.last,
            let day = AppointmentReading.day(text, saidOn: open.day(of: visit.startedAt))
        else { return nil }
        return day <= open.today
    }

    private func lines(_ items: [FieldworkBoard.Item], width: Int?) -> [String] {
        let gap = "  "
        let rows = items.map { item in
            (
                unit: item.assignment.unit.shownKey.printableLine, role: role(item.assignment.unit),
                state: state(item).printableLine
            )
        }
        let unitWidth = rows.map(\.unit.displayWidth).max() ?? 0
        let roleWidth = rows.map(\.role.displayWidth).max() ?? 0
        let indent = gap.count + unitWidth + gap.count + roleWidth + gap.count
        return rows.flatMap { row -> [String] in
            let head = gap + row.unit.padded(to: unitWidth) + gap + row.role.padded(to: roleWidth)
            guard let width else { return [head + gap + row.state] }
            if width - indent >= 30 || indent + row.state.displayWidth <= width {
                let state = row.state.wrapped(to: width - indent)
                return state.enumerated().map { place, line in
                    place == 0 ? head + gap + line : String(repeating: " ", count: indent) + line
                }
            }
            // On a narrow terminal the state stands below.
            return [head.withoutTrailingSpaces] + row.state.wrapped(to: max(width - 4, 10)).map { "    " + $0 }
        }
    }

    private func role(_ unit: DrawnUnit) -> String {
        unit.role == .main ? said("N-FIELD-010") : said("N-FIELD-011", ["number": "\(unit.number)"])
    }

    private func state(_ item: FieldworkBoard.Item) -> String {
        let assignment = item.assignment
        var facts = [
            "count": "\(assignment.progress.visits)", "time": assignment.progress.lastVisit.map(open.moment) ?? "",
            "unit": assignment.replacedBy?.shownKey ?? "",
        ]
        if let record = assignment.progress.record {
            facts["status"] = record.status.rawValue
            let isUnfinished = record.result == .completed && record.status == .incomplete
            facts["result"] = isUnfinished ? record.status.rawValue : record.result.rawValue
        }
        var parts: [String] = []
        switch assignment.state {
        case .notBegun: parts = [said("N-FIELD-001")]
        case .draft:
            let summary = item.draft?.summary
            facts["id"] = summary?.id
            facts["time"] = summary.map { open.moment($0.changedAt) }
            facts["question"] = item.draft?.place
            parts = [said("N-FIELD-002", facts)]
        case .appointment:
            facts["appointment"] = item.appointment ?? "?"
            parts = [said("N-FIELD-003", facts)] + (isDue(item) == true ? [said("N-FIELD-014")] : [])
        case .visited: parts = [said("N-FIELD-004", facts)]
        case .returned: parts = [said("N-FIELD-005", facts)]
        case .completed: parts = [said("N-FIELD-006")]
        case .nonResponse: parts = [said("N-FIELD-007", facts)]
        case .closed: parts = [said("N-FIELD-008")]
        }
        if let replaced = assignment.replaces { parts.append(said("N-FIELD-009", ["unit": replaced.shownKey])) }
        return parts.joined(separator: "; ")
    }

    private func said(_ code: String, _ facts: [String: String] = [:]) -> String {
        Message(code, facts).text(in: language)
    }
}
