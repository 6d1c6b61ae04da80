extension FieldColumn {
    /// The answer in a row.
    public func answer(at row: Int, of question: Question) -> Answer {
        switch states[row] {
        case FieldColumn.hasValue: return .value(value(at: row, kind: question.kind))
        case FieldColumn.notAsked: return .notAsked
        default: return .missing(FieldColumn.reason(of: states[row]) ?? .notComputed)
        }
    }

    private func value(at row: Int, kind: QuestionKind) -> Value {
        switch values {
        case .booleans(let all): return .boolean(all[row] != 0)
        case .integers(let all): return kind == .time ? .time(minutes: Int(all[row])) : .integer(all[row])
        case .decimals(let all): return .decimal(all[row])
        case .days(let all):
            guard kind == .dateTime else { return .date(Day(number: Int(all[row]))) }
            let day = Int((Double(all[row]) / 1440).rounded(.down))
            return .dateTime(Day(number: day), minutes: Int(all[row]) - day * 1440)
        case .codes(let all):
            let text = pool[Int(all[row])]
            let parts = text.split(separator: " ").map(String.init)
            switch kind {
            case .selectMultiple: return .choices(parts)
            case .rank: return .ranking(parts)
            case .geopoint:
                let numbers = parts.compactMap(Double.init)
                if numbers.count >= 2,
                    let point = GeoPoint(
                        latitude: numbers[0], longitude: numbers[1], accuracy: numbers.count > 2 ? numbers[2] : nil)
                {
                    return .geopoint(point)
                }
                return .text(text)
            default: return .text(text)
            }
        }
    }

    /// The key of a row as splits and strata write it; `nil` where there is no value.
    public func key(at row: Int, of question: Question) -> String? {
        guard states[row] == FieldColumn.hasValue else { return nil }
        if case .codes(let all) = values { return pool[Int(all[row])] }
        return value(at: row, kind: question.kind).plainText
    }

    /// The number in a row: of a yes or no 1 or 0; `nil` where there is no value, or one that is no number.
    public func number(at row: Int) -> Double? {
        guard states[row] == FieldColumn.hasValue else { return nil }
        return switch values {
        case .booleans(let all): Double(all[row])
        case .integers(let all): Double(all[row])
        case .decimals(let all): all[row]
        case .days, .codes: nil
        }
    }
}
