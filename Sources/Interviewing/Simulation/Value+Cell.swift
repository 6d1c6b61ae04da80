import FormModel

extension Value {
    /// What a cell of a frame, or a name among weights, stands for as an answer to a question; `nil` where it is none.
    init?(cell: String, for question: Question) {
        let value: Value?
        switch question.kind {
        case .text, .barcode, .selectOne: value = cell.isEmpty ? nil : .text(cell)
        case .integer: value = Int64(cell).map { .integer($0) }
        case .decimal: value = Double(cell).flatMap { $0.isFinite ? .decimal($0) : nil }
        case .yesNo: value = ["yes": true, "no": false][cell].map { .boolean($0) }
        case .selectMultiple: value = cell.isEmpty ? nil : .choices(cell.split(separator: " ").map(String.init))
        case .rank: value = cell.isEmpty ? nil : .ranking(cell.split(separator: " ").map(String.init))
        case .date: value = Day(iso: cell).map { .date($0) }
        case .time: value = Value.minutes(cell).map { .time(minutes: $0) }
        case .dateTime:
            let parts = cell.split(separator: "T", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let day = Day(iso: parts[0]), let minutes = Value.minutes(parts[1]) else {
                return nil
            }
            value = .dateTime(day, minutes: minutes)
        case .geopoint, .note, .calculate: value = nil
        }
        guard let value else { return nil }
        self = value
    }

    private static func minutes(_ clock: String) -> Int? {
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let hours = parts[0], let minutes = parts[1], (0..<24).contains(hours),
            (0..<60).contains(minutes)
        else { return nil }
        return hours * 60 + minutes
    }

    /// The value as one of the question's kind: whole numbers and decimals stand for each other where they can; `nil` for
    /// a value of another kind.
    func fitted(to question: Question) -> Value? {
        switch (question.kind, self) {
        case (.integer, .decimal(let number)): Int64(exactly: number.rounded()).map { .integer($0) }
        case (.decimal, .integer(let number)): .decimal(Double(number))
        case (.decimal, .decimal(let number)): number.isFinite ? self : nil
        case (.text, .text), (.barcode, .text), (.selectOne, .text), (.integer, .integer), (.yesNo, .boolean),
            (.selectMultiple, .choices), (.rank, .ranking), (.date, .date), (.time, .time), (.dateTime, .dateTime),
            (.geopoint, .geopoint):
            self
        default: nil
        }
    }
}
