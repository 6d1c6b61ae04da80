import FormModel

/// The values of a question that some formulas can tell apart.
struct SampleValues {
    let question: Question
    /// What its value is compared with.
    let constants: [Datum]

    /// At least one.
    var values: [Datum] {
        switch question.kind {
        case .yesNo: [Datum(.boolean(true)), Datum(.boolean(false))]
        case .selectOne: choices.map { Datum(.string($0)) }
        case .selectMultiple: sets.map { Datum(.chosen($0)) }
        case .integer: numbers(step: 1).map { Datum(Int64(exactly: $0).map { .integer($0) } ?? .float($0)) }
        case .decimal: numbers(step: 0.5).map { Datum(.float($0)) }
        case .text, .barcode: texts.map { Datum(.string($0)) }
        case .rank, .date, .time, .dateTime, .note, .calculate, .geopoint: [.unknown]
        }
    }

    /// The choices that a comparison names, and one that none does.
    private var choices: [String] {
        let all = question.choices?.choices.map(\.name) ?? []
        let named = all.filter { name in constants.contains { $0.text == name } }
        let other = all.first { !named.contains($0) }
        let found = named + [other].compactMap { $0 }
        return found.isEmpty ? ["…"] : found
    }

    /// Each choice alone, and all together: few enough, and each name is once in and once out.
    private var sets: [[String]] {
        let all = question.choices?.choices.map(\.name) ?? []
        guard all.count > 1 else { return [all] }
        return all.prefix(8).map { [$0] } + [all]
    }

    /// Around each constant, and the bounds.
    private func numbers(step: Double) -> [Double] {
        var found: Set<Double> = []
        for number in constants.compactMap(\.number) {
            let places = step == 1 ? [number.rounded(.down), number.rounded(.up)] : [number]
            for place in places { found.formUnion([place - step, place, place + step]) }
        }
        let least = question.min ?? (question.max.map { min(0, $0) } ?? 0)
        let most = question.max ?? max(least + 1, (found.max() ?? 0) + 1)
        found.formUnion([least, most])
        let inside = found.filter { number in
            (question.min.map { number >= $0 } ?? true) && (question.max.map { number <= $0 } ?? true)
        }
        let whole = step == 1 ? inside.filter { $0 == $0.rounded() && abs($0) < 1e15 } : inside
        return whole.isEmpty ? [least] : whole.sorted()
    }

    /// Each constant, and one text that stands before and one that stands after whatever people write.
    private var texts: [String] { ["…", "!"] + constants.compactMap(\.text) }
}
