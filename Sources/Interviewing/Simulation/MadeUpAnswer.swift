import FormModel
import Sampling

/// Makes up an answer where a plan has no distribution for a question.
struct MadeUpAnswer {
    let question: Question
    let today: Day

    func draw(_ generator: inout SplitMix64) -> Value? {
        switch question.kind {
        case .text, .barcode: return question.pattern == nil ? .text(text(&generator)) : nil
        case .integer: return Int64(exactly: number(&generator).rounded()).map { .integer($0) }
        case .decimal: return .decimal((number(&generator) * 10).rounded() / 10)
        case .yesNo: return .boolean(generator.uniform() < 0.5)
        case .selectOne: return pick(&generator).map { .text($0.name) }
        case .selectMultiple:
            guard let list = question.choices, let first = pick(&generator) else { return nil }
            let names = list.choices.filter { $0 == first || generator.uniform() < 0.25 }.map(\.name)
            return .choices(names)
        case .rank:
            guard var names = question.choices?.choices.map(\.name), !names.isEmpty else { return nil }
            for place in names.indices.dropLast() {
                names.swapAt(place, place + Int(generator.next() % UInt64(names.count - place)))
            }
            return .ranking(names)
        case .date:
            let day = today.advanced(days: -Int(generator.next() % 180))
            return .date(max(day, PeriodCalendar.once.first))
        case .time: return .time(minutes: 420 + Int(generator.next() % 600))
        case .dateTime: return .dateTime(today, minutes: 420 + Int(generator.next() % 600))
        case .geopoint:
            return GeoPoint(latitude: 14.9 + generator.uniform() / 10, longitude: 108.8 + generator.uniform() / 10)
                .map { .geopoint($0) }
        case .note, .calculate: return nil
        }
    }

    private func number(_ generator: inout SplitMix64) -> Double {
        let low = question.min ?? 0
        let high = question.max ?? max(low + 100, 100)
        let place = generator.uniform()
        // Of bounds that lie further apart than any number, each takes its part.
        return (high - low).isFinite ? low + (high - low) * place : low * (1 - place) + high * place
    }

    private func pick(_ generator: inout SplitMix64) -> Choice? {
        guard let choices = question.choices?.choices, !choices.isEmpty else { return nil }
        return choices[Int(generator.next() % UInt64(choices.count))]
    }

    private func text(_ generator: inout SplitMix64) -> String {
        func one(_ words: [String]) -> String { words[Int(generator.next() % UInt64(words.count))] }
        guard question.personal else { return "Nội dung thử \(generator.next() % 1000)" }
        return "\(one(MadeUpAnswer.familyNames)) \(one(MadeUpAnswer.middleNames)) \(one(MadeUpAnswer.givenNames))"
    }

    private static let familyNames = [
        "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    ]
    private static let middleNames = ["Văn", "Thị", "Đức", "Minh", "Ngọc", "Thanh", "Quốc", "Thu", "Hữu", "Kim"]
    private static let givenNames = [
        "An", "Ánh", "Bình", "Châu", "Đạt", "Dũng", "Giang", "Hà", "Hạnh", "Hiếu", "Hương", "Khánh", "Lan", "Linh",
        "Long",
        "Mai", "Nam", "Nga", "Phúc", "Phương", "Quân", "Sơn", "Tâm", "Thảo", "Tuấn", "Vy", "Xuân", "Yến", "Ý",
    ]
}
