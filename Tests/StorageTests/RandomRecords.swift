import FormModel
import Randomness

/// Random records of any layout: every answer possible for its question, rosters of any size.
struct RandomRecords {
    private var generator: Seeded
    private let layout: FormLayout

    init(_ layout: FormLayout, seed: UInt64) {
        self.layout = layout
        self.generator = Seeded(seed)
    }

    mutating func record(_ id: String) -> Record {
        Record(
            id: id, form: layout.form.id, version: layout.form.version,
            round: ["2026-H1", "2026-H2"].randomElement(using: &generator) ?? "", date: randomDay(),
            status: RecordStatus.allCases.randomElement(using: &generator) ?? .complete,
            result: VisitResult.allCases.randomElement(using: &generator) ?? .completed, root: row(layout.root))
    }

    private mutating func row(_ set: RecordSet, number: Int = 1) -> RecordRow {
        var rosters: [[RecordRow]] = []
        for index in set.rosters {
            var rows: [RecordRow] = []
            // Numbers begin anew in each row above.
            var last = 0
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                // Numbers of rows that were taken out are never used again.
                last += Int.random(in: 1...2, using: &generator)
                rows.append(row(layout.sets[index], number: last))
            }
            rosters.append(rows)
        }
        return RecordRow(row: number, answers: set.fields.map { answer($0.question.kind) }, rosters: rosters)
    }

    private mutating func answer(_ kind: QuestionKind) -> Answer {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: .notAsked
        case 1: .missing(MissingReason.allCases.randomElement(using: &generator) ?? .refused)
        default: .value(value(kind))
        }
    }

    private mutating func value(_ kind: QuestionKind) -> Value {
        switch kind {
        case .text, .selectOne, .barcode, .note: return .text(text())
        case .integer: return .integer(Int64.random(in: .min ... .max, using: &generator))
        case .decimal: return .decimal(decimal())
        case .yesNo: return .boolean(Bool.random(using: &generator))
        case .selectMultiple: return .choices(names())
        case .rank: return .ranking(names())
        case .date: return .date(randomDay())
        case .time: return .time(minutes: Int.random(in: 0..<1440, using: &generator))
        case .dateTime: return .dateTime(randomDay(), minutes: Int.random(in: 0..<1440, using: &generator))
        case .geopoint:
            let accuracy = Bool.random(using: &generator) ? Double.random(in: 0...50, using: &generator) : nil
            let point = GeoPoint(
                latitude: Double.random(in: -90...90, using: &generator),
                longitude: Double.random(in: -180...180, using: &generator), accuracy: accuracy)
            return point.map { .geopoint($0) } ?? .boolean(true)
        case .calculate:
            let kinds = QuestionKind.allCases.filter { $0 != .calculate && $0 != .note }
            return value(kinds.randomElement(using: &generator) ?? .integer)
        }
    }

    private mutating func decimal() -> Double {
        let special = [0, 1, -2.5, 0.1, 1e-5, .leastNonzeroMagnitude, 1e16, 1.7976931348623157e308, 1.0 / 3]
        return Bool.random(using: &generator)
            ? special.randomElement(using: &generator) ?? 0 : Double.random(in: -1e6...1e6, using: &generator)
    }

    private mutating func text() -> String {
        let parts = [
            "Nguyễn", "Đức", "\"quoted\"", "back\\slash", "tab\tnew\nline", "\u{01}\u{1F}\u{00}", "e\u{0301}", "👨‍👩‍👧",
            "{}", "[,]",
            "'; DROP TABLE record; --", "\u{7F}", "\u{2028}",
        ]
        return (0...Int.random(in: 0...3, using: &generator))
            .map { _ in parts.randomElement(using: &generator) ?? "" }.joined(separator: " ")
    }

    private mutating func names() -> [String] {
        Array(
            ["phone", "tivi", "Xe_máy", "no", "other"].shuffled(using: &generator).prefix(
                Int.random(in: 1...5, using: &generator)))
    }

    private mutating func randomDay() -> Day { Day(number: Int.random(in: -200_000...200_000, using: &generator)) }
}
