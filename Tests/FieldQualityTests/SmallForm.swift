import FieldQuality
import FormModel
import Foundation

/// A form of households with members, and records of it written down answer by answer.
struct SmallForm {
    private(set) var layout: FormLayout
    private var records: [CollectedRecord] = []
    private var rows: [[(record: Int, answers: [String: Answer])]]
    var visits: [FieldVisit] = []
    var assigned: [AssignedUnit]?

    static let yesNo = ["q1", "q2", "q3", "q4"]

    init() {
        let place = Place(file: "f.lua", line: 1)
        func question(_ kind: QuestionKind, _ name: String, _ change: (inout Question) -> Void = { _ in })
            -> FormNode
        {
            var question = Question(kind: kind, name: name, place: place)
            change(&question)
            return .question(question)
        }
        let villages = ChoiceList(choices: ["v2", "v1"].map { Choice(name: $0, label: LocalizedText($0)) })
        let source = ChoiceList(choices: ["a", "b", "c"].map { Choice(name: $0, label: LocalizedText($0)) })
        var nodes = [
            question(.selectOne, "village") {
                $0.choices = villages
                $0.required = .constant(true)
            },
            question(.text, "number"),
            question(.selectOne, "source") {
                $0.choices = source
                $0.special = [.dontKnow, .refused]
            },
            question(.integer, "payments") {
                $0.special = [.dontKnow]
                $0.required = .constant(true)
            },
        ]
        nodes += SmallForm.yesNo.map { question(.yesNo, $0) }
        var members = Roster(name: "person", place: place, nodes: [])
        members.nodes = [
            question(.text, "name") { $0.personal = true }, question(.integer, "birth_year"),
            question(.selectOne, "_answered_by") {
                $0.choices = ChoiceList(choices: ["self", "proxy"].map { Choice(name: $0, label: LocalizedText($0)) })
            },
        ]
        nodes.append(.roster(members))
        var form = Form(id: "household", place: place, version: 1, label: LocalizedText("Hộ"), nodes: nodes)
        form.key = ["village", "number"]
        form.round = .halfYear
        layout = FormLayout(form)
        rows = layout.sets.map { _ in [] }
    }

    /// Adds a record and gives its place.
    @discardableResult
    mutating func add(
        _ village: String = "v1", _ number: String? = nil, _ answers: [String: Answer] = [:], who: String? = nil,
        result: VisitResult = .completed, status: RecordStatus = .complete, round: String = "2026-H1",
        members: [[String: Answer]] = [], at time: Double = 0
    ) -> Int {
        let place = records.count
        records.append(
            CollectedRecord(
                id: "r\(place)", round: round, date: Day(number: 20_000), status: status, result: result))
        var all = answers
        all["village"] = .value(.text(village))
        all["number"] = .value(.text(number ?? "\(place + 1)"))
        rows[0].append((place, all))
        rows[1] += members.map { (place, $0) }
        if let who {
            visits.append(
                FieldVisit(
                    record: place, startedAt: Date(timeIntervalSince1970: time),
                    endedAt: Date(timeIntervalSince1970: time + 600), who: who, result: result))
        }
        return place
    }

    var collected: CollectedForm {
        var form = CollectedForm(
            layout: layout, records: records,
            sets: layout.sets.map { set in
                CollectedRows(
                    records: rows[set.index].map { Int32($0.record) },
                    columns: set.fields.map { column($0, rows[set.index].map(\.answers)) })
            })
        form.visits = visits
        form.assigned = assigned
        return form
    }

    private func column(_ field: Field, _ rows: [[String: Answer]]) -> FieldColumn {
        let answers = rows.map { $0[field.name] ?? .notAsked }
        let states = answers.map { answer in
            switch answer {
            case .value: FieldColumn.hasValue
            case .notAsked: FieldColumn.notAsked
            case .missing(let reason): FieldColumn.state(of: reason)
            }
        }
        switch field.question.kind {
        case .yesNo:
            return FieldColumn(
                states: states, values: .booleans(answers.map { $0.value == .boolean(true) ? 1 : 0 }))
        case .integer:
            let numbers = answers.map { if case .integer(let number)? = $0.value { number } else { Int64(0) } }
            return FieldColumn(states: states, values: .integers(numbers))
        default:
            let texts = answers.map { $0.value?.plainText ?? "" }
            return FieldColumn(states: states, values: .codes((0..<texts.count).map { Int32($0) }), pool: texts)
        }
    }
}

extension CollectedForm {
    var all: [Bool] { records.map { _ in true } }

    func groups(_ names: String...) -> RecordGroups {
        RecordGroups(
            self,
            by: names.map { name in
                layout.root.field(name).map { .field($0) } ?? .interviewer
            }, included: all)
    }

    func place(_ name: String, in set: Int = 0) -> FieldPlace {
        FieldPlace(set: set, field: layout.sets[set].field(name)?.index ?? -1)
    }
}

extension Answer {
    static func text(_ text: String) -> Answer { .value(.text(text)) }
    static func number(_ number: Int64) -> Answer { .value(.integer(number)) }
    static func yes(_ yes: Bool) -> Answer { .value(.boolean(yes)) }
}
