import FormModel
import Randomness

/// A form made up from a seed, with records of it: every kind of question, rosters in rosters, all kinds of missing.
struct RandomForm {
    /// A question.
    struct Question {
        enum Kind: CaseIterable {
            case yesNo, choice, several, whole, fraction, text, date, dateTime, time
        }

        let name: String
        let kind: Kind
    }

    /// A set of records: the form's own, or a roster's rows.
    struct RecordSet {
        /// What scripts call a record of it from below.
        let name: String
        let path: String
        var questions: [Question] = []
        /// The places of the rosters in it.
        var rosters: [Int] = []
        var parent: Int?
        /// Whether the number of rows is asked by a question of the parent.
        var isCounted = false
    }

    private(set) var sets: [RecordSet]
    private var random: Seeded

    init(seed: UInt64) {
        random = Seeded(seed)
        sets = [RecordSet(name: "f", path: "f")]
        addQuestions(to: 0, prefix: "q")
        // In the order of a form's layout: what stands in a roster before the next roster.
        addRoster("m0", in: 0, prefix: "m0_")
        if random.number(below: 2) == 0 { addRoster("n", in: 1, prefix: "n_") }
        if random.number(below: 2) == 0 { addRoster("m1", in: 0, prefix: "m1_") }
    }

    private mutating func addRoster(_ name: String, in parent: Int, prefix: String) {
        var set = RecordSet(name: name, path: "\(sets[parent].path).\(name)", parent: parent)
        set.isCounted = random.number(below: 2) == 0
        sets.append(set)
        sets[parent].rosters.append(sets.count - 1)
        addQuestions(to: sets.count - 1, prefix: prefix)
    }

    private mutating func addQuestions(to set: Int, prefix: String) {
        // Each kind once, so that every formula finds what it needs, and some more.
        var kinds = Question.Kind.allCases
        for _ in 0..<random.number(below: 5) { kinds.append(random.pick(Question.Kind.allCases)) }
        for (number, kind) in kinds.enumerated() {
            sets[set].questions.append(Question(name: "\(prefix)\(number)", kind: kind))
        }
    }

    // MARK: Script

    static let choices = ["a", "b", "c", "đ"]

    /// The form's script.
    var script: String {
        """
        local options = { \(RandomForm.choices.map { "{ \"\($0)\", vi = \"Là \($0)\" }" }.joined(separator: ", ")) }
        local reasons = { "dont_know", "refused", "not_applicable" }
        form "f" {
          version = 1, label = "F", round = "once", key = { "unit" },
          text "unit" { label = "Unit" },
          \(body(of: 0))
        }
        """
    }

    private func body(of set: Int) -> String {
        var lines = sets[set].questions.map { question in
            "\(RandomForm.word(question.kind)) \"\(question.name)\" { label = \"Q\", special = reasons"
                + "\(RandomForm.listed(question.kind)) },"
        }
        for roster in sets[set].rosters {
            let counter = sets[set].questions.first { $0.kind == .whole }?.name ?? ""
            let count = sets[roster].isCounted ? "count = function(r) return r.\(counter) end," : ""
            lines.append("roster \"\(sets[roster].name)\" { label = \"R\", \(count)\n\(body(of: roster))\n},")
        }
        return lines.joined(separator: "\n")
    }

    private static func word(_ kind: Question.Kind) -> String {
        switch kind {
        case .yesNo: "yes_no"
        case .choice: "select_one"
        case .several: "select_multiple"
        case .whole: "integer"
        case .fraction: "decimal"
        case .text: "text"
        case .date: "date"
        case .dateTime: "datetime"
        case .time: "time"
        }
    }

    private static func listed(_ kind: Question.Kind) -> String {
        switch kind {
        case .choice: ", choices = from_csv \"options\""
        case .several: ", choices = options"
        case .yesNo, .whole, .fraction, .text, .date, .dateTime, .time: ""
        }
    }

    /// The list that choices come from, with further columns.
    static let list =
        [["name", "label_vi", "label_en", "group", "weight"]]
        + choices.enumerated().map { [$1, "Là \($1)", "Is \($1)", $0 % 2 == 0 ? "even" : "odd", "\($0 * 10)"] }

    // MARK: Records

    /// A record with a row for the form and rows for its rosters.
    mutating func record(_ number: Int, in layout: FormLayout) -> Record {
        var root = row(of: 0, in: layout)
        if let unit = layout.root.field("unit") { root.answers[unit.index] = .value(.text("u\(number)")) }
        return Record(
            id: "r\(number)", form: "f", version: 1, round: "once", date: Day(number: 20_000), status: .complete,
            result: .completed, root: root)
    }

    private mutating func row(of set: Int, in layout: FormLayout) -> RecordRow {
        var answers: [Answer] = []
        for field in layout.sets[set].fields {
            let kind = sets[set].questions.first { $0.name == field.name }?.kind
            answers.append(kind.map { answer($0) } ?? .notAsked)
        }
        var rosters: [[RecordRow]] = []
        for roster in sets[set].rosters {
            var rows: [RecordRow] = []
            // Seldom more than a byte counts.
            let isLong = sets[roster].rosters.isEmpty && random.number(below: 300) == 0
            for place in 0..<(isLong ? 260 : random.pick([0, 0, 1, 2, 3, 5])) {
                var row = row(of: roster, in: layout)
                row.row = place + 1
                rows.append(row)
            }
            rosters.append(rows)
        }
        return RecordRow(answers: answers, rosters: rosters)
    }

    private mutating func answer(_ kind: Question.Kind) -> Answer {
        switch random.number(below: 12) {
        case 0: return .notAsked
        case 1: return .missing(random.pick(MissingReason.allCases))
        default: return .value(value(kind))
        }
    }

    private mutating func value(_ kind: Question.Kind) -> Value {
        switch kind {
        case .yesNo: .boolean(random.number(below: 2) == 0)
        case .choice: .text(random.pick(RandomForm.choices))
        case .several:
            .choices(RandomForm.choices.filter { _ in random.number(below: 2) == 0 } + ["a"]).unique
        case .whole: .integer(random.pick([0, 1, 2, 3, 5, 14, 15, 60, -1, -7, .max, .min, 1 << 53]))
        case .fraction: .decimal(random.pick([0, 0.5, 1, 2.5, 30, -3, 1e300, -0.25, 0x1p53, 1e15, 0.1]))
        case .text: .text(random.pick(["x", "12", "3.5", "2026-05-01", "Đức", "abc def", "a", "1e3", "đ"]))
        case .date: .date(Day(number: random.pick([0, 20_000, 20_600, -30_000, 19_999])))
        case .dateTime: .dateTime(Day(number: 20_000), minutes: random.pick([0, 1, 719, 1439]))
        case .time: .time(minutes: random.pick([0, 60, 1439]))
        }
    }
}

extension Value {
    /// A choice of several without repetitions, in the order of the list.
    fileprivate var unique: Value {
        guard case .choices(let names) = self else { return self }
        return .choices(RandomForm.choices.filter(names.contains))
    }
}
