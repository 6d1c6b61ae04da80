import FormModel

extension FieldColumn {
    /// A column of answers to a question, of the kind that a store gives: by the question's kind; for a `calculate` by
    /// what its formula gave, and texts where that was of several kinds.
    init(_ answers: [Answer], of question: Question) {
        let states = answers.map { answer in
            switch answer {
            case .value: FieldColumn.hasValue
            case .notAsked: FieldColumn.notAsked
            case .missing(let reason): FieldColumn.state(of: reason)
            }
        }
        let values = answers.map(\.value)
        let kind = question.kind == .calculate ? Value.commonKind(of: values.compactMap { $0 }) : question.kind
        switch kind {
        case .yesNo: self.init(states: states, values: .booleans(values.map { $0 == .boolean(true) ? 1 : 0 }))
        case .integer, .time: self.init(states: states, values: .integers(values.map { $0?.wholeNumber ?? 0 }))
        case .decimal: self.init(states: states, values: .decimals(values.map { $0?.number ?? 0 }))
        case .date, .dateTime: self.init(states: states, values: .days(values.map { $0?.dayNumber ?? 0 }))
        case .text, .selectOne, .selectMultiple, .rank, .note, .calculate, .geopoint, .barcode:
            var pool = TextPool()
            let codes = values.map { $0.map { pool.code(of: $0.plainText) } ?? 0 }
            self.init(states: states, values: .codes(codes), pool: pool.texts)
        }
    }
}

/// Texts by the order in which they came, each once.
private struct TextPool {
    private(set) var texts: [String] = []
    private var places: [String: Int32] = [:]

    mutating func code(of text: String) -> Int32 {
        if let place = places[text] { return place }
        let place = Int32(texts.count)
        places[text] = place
        texts.append(text)
        return place
    }
}

extension Value {
    /// The kind of question that holds all values of a calculation; whole numbers and fractions together are fractions,
    /// and what has nothing in common is text.
    fileprivate static func commonKind(of values: [Value]) -> QuestionKind {
        let kinds = Set(values.map(\.kind))
        if kinds == [.integer, .decimal] { return .decimal }
        guard let kind = kinds.first else { return .integer }
        return kinds.count == 1 ? kind : .text
    }

    private var kind: QuestionKind {
        switch self {
        case .boolean: .yesNo
        case .integer: .integer
        case .decimal: .decimal
        case .text: .text
        case .choices: .selectMultiple
        case .ranking: .rank
        case .date: .date
        case .time: .time
        case .dateTime: .dateTime
        case .geopoint: .geopoint
        }
    }

    fileprivate var wholeNumber: Int64? {
        switch self {
        case .integer(let number): number
        case .time(let minutes): Int64(minutes)
        case .boolean, .decimal, .text, .choices, .ranking, .date, .dateTime, .geopoint: nil
        }
    }

    fileprivate var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .decimal(let number): number
        case .boolean, .text, .choices, .ranking, .date, .time, .dateTime, .geopoint: nil
        }
    }

    fileprivate var dayNumber: Int32? {
        switch self {
        case .date(let day): Int32(clamping: day.number)
        case .dateTime(let day, let minutes): Int32(clamping: day.number * 1440 + minutes)
        case .boolean, .integer, .decimal, .text, .choices, .ranking, .time, .geopoint: nil
        }
    }
}
