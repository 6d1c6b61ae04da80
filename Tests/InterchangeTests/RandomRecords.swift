import FormModel
import Randomness

/// Random forms and records of every kind of question.
struct RandomRecords {
    var random: Seeded

    init(seed: UInt64) {
        random = Seeded(seed)
    }

    mutating func layout() -> FormLayout {
        var names = 0
        let nodes = [question(.text, "unit")] + self.nodes(depth: 0, names: &names)
        var form = Form(id: "form", place: place, version: 1, label: LocalizedText("Phiếu"), nodes: nodes)
        form.key = ["unit"]
        form.round = .halfYear
        return FormLayout(form)
    }

    private mutating func nodes(depth: Int, names: inout Int) -> [FormNode] {
        (0..<Int.random(in: 1...6, using: &random)).map { _ in
            names += 1
            if depth < 3, random.chance(1, in: 4) {
                return .roster(
                    Roster(name: "roster\(names)", place: place, nodes: nodes(depth: depth + 1, names: &names)))
            }
            if depth < 3, random.chance(1, in: 8) {
                var group = Group(name: "group\(names)", place: place, nodes: nodes(depth: depth, names: &names))
                if random.chance(1, in: 2) { group.relevant = relevance }
                return .group(group)
            }
            return anyQuestion("field\(names)")
        }
    }

    private mutating func anyQuestion(_ name: String) -> FormNode {
        let kind = QuestionKind.allCases[Int.random(in: 0..<QuestionKind.allCases.count, using: &random)]
        let isConditional = random.chance(1, in: 3)
        let isPersonal = random.chance(1, in: 5)
        let special: [MissingReason] = random.chance(1, in: 3) ? [.dontKnow, .refused] : []
        return question(kind, name) {
            if kind.hasChoices { $0.choices = choices("a", "đ", "c;", "\"d\"", "e,") }
            if isConditional { $0.relevant = relevance }
            $0.personal = isPersonal
            $0.special = special
        }
    }

    mutating func record(_ layout: FormLayout, number: Int) -> Record {
        var root = row(layout.root, number: 1, layout)
        root.answers[0] = .value(.text("đơn vị \(number)"))
        let statuses = RecordStatus.allCases
        let results = VisitResult.allCases
        return Record(
            id: "id\(number)", form: "form", version: 1, round: "2026-H1",
            date: Day(number: Int.random(in: 20_000...21_000, using: &random)),
            status: statuses[Int.random(in: 0..<statuses.count, using: &random)],
            result: results[Int.random(in: 0..<results.count, using: &random)], root: root)
    }

    private mutating func row(_ set: RecordSet, number: Int, _ layout: FormLayout) -> RecordRow {
        let conditional = conditionalNames(layout.form)
        var answers: [Answer] = []
        for field in set.fields {
            answers.append(answer(field.question, isConditional: conditional.contains(field.name)))
        }
        var rosters: [[RecordRow]] = []
        for child in set.rosters {
            var number = 0
            var rows: [RecordRow] = []
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                number += Int.random(in: 1...3, using: &random)
                rows.append(row(layout.sets[child], number: number, layout))
            }
            rosters.append(rows)
        }
        return RecordRow(row: number, answers: answers, rosters: rosters)
    }

    private mutating func answer(_ question: Question, isConditional: Bool) -> Answer {
        if isConditional, random.chance(1, in: 4) { return .notAsked }
        if isConditional, random.chance(1, in: 6) { return .missing(.refused) }
        if random.chance(1, in: 5) { return .missing(question.kind == .calculate ? .notComputed : .unanswered) }
        if let reason = question.special.randomElement(using: &random), random.chance(1, in: 3) {
            return .missing(reason)
        }
        return .value(value(question.kind))
    }

    private mutating func value(_ kind: QuestionKind) -> Value {
        let names = ["a", "đ", "c;", "\"d\"", "e,"]
        switch kind {
        case .text, .barcode, .note: return .text(text())
        case .integer: return .integer(random.chance(1, in: 2) ? Int64(bitPattern: random.next()) : 7)
        case .decimal: return .decimal(decimal())
        case .yesNo: return .boolean(Bool.random(using: &random))
        case .selectOne: return .text(names.randomElement(using: &random) ?? "a")
        case .selectMultiple:
            let chosen = names.filter { _ in random.chance(1, in: 2) }
            return .choices(chosen.isEmpty ? ["a"] : chosen)
        case .rank: return .ranking(names.shuffled(using: &random))
        case .date: return .date(Day(number: Int.random(in: -20_000...40_000, using: &random)))
        case .time: return .time(minutes: Int.random(in: 0..<1440, using: &random))
        case .dateTime: return .dateTime(Day(number: 20_000), minutes: Int.random(in: 0..<1440, using: &random))
        case .calculate: return calculated()
        case .geopoint:
            let accuracy = random.chance(1, in: 2) ? Double.random(in: 0...50, using: &random) : nil
            let point = GeoPoint(
                latitude: Double.random(in: -90...90, using: &random),
                longitude: Double.random(in: -180...180, using: &random), accuracy: accuracy)
            return point.map(Value.geopoint) ?? .text("")
        }
    }

    private mutating func calculated() -> Value {
        [
            .integer(3), .decimal(decimal()), .boolean(true), .text("007"), .date(Day(number: 20_500)),
            .time(minutes: 5), .choices(["a", "đ"]),
        ].randomElement(using: &random) ?? .integer(0)
    }

    private mutating func decimal() -> Double {
        let number = Double(bitPattern: random.next())
        return number.isFinite && random.chance(1, in: 2) ? number : Double.random(in: -5...5, using: &random)
    }

    private mutating func text() -> String {
        let pieces = [
            "a", "Đỗ", ",", "\"", "\n", "\r\n", ";", "\t", " ", "𝄞", "=1+1", "not_asked", "0", "\\", "\u{1}x",
        ]
        let middle = (0..<Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        return "x\(middle.joined())y"
    }

    private func conditionalNames(_ form: Form) -> Set<String> {
        func names(_ nodes: [FormNode], _ inside: Bool) -> [String] {
            nodes.flatMap { node -> [String] in
                switch node {
                case .question(let question): inside || question.relevant != nil ? [question.name] : []
                case .group(let group): names(group.nodes, inside || group.relevant != nil)
                case .roster(let roster): names(roster.nodes, inside || roster.relevant != nil)
                }
            }
        }
        return Set(names(form.nodes, false))
    }
}

/// What an export of a record gives when it is read: what was unanswered is not given, calculations are texts.
func expectedGiven(_ record: Record, _ layout: FormLayout, withPersonal: Bool = true) -> GivenRecord {
    func given(_ row: RecordRow, _ set: RecordSet) -> GivenRow {
        var read = GivenRow(of: set)
        if set.index > 0 { read.row = row.row }
        for field in set.fields where withPersonal || !field.question.personal {
            switch row.answers[field.index] {
            case .missing(.unanswered): continue
            case .value(let value) where field.question.kind == .calculate:
                read.answers[field.index] = .value(.text(value.plainText))
            case let answer: read.answers[field.index] = answer
            }
        }
        read.rosters = zip(set.rosters, row.rosters).map { child, rows in rows.map { given($0, layout.sets[child]) } }
        return read
    }
    var result = GivenRecord(root: given(record.root, layout.root))
    result.id = record.id
    result.round = record.round
    result.date = record.date
    result.status = record.status
    result.result = record.result
    return result
}

/// A record without the numbers of the lines it was read from.
func withoutSources(_ record: GivenRecord) -> GivenRecord {
    func clear(_ row: GivenRow) -> GivenRow {
        var row = row
        row.source = 0
        row.rosters = row.rosters.map { $0.map(clear) }
        return row
    }
    var record = record
    record.root = clear(record.root)
    return record
}
