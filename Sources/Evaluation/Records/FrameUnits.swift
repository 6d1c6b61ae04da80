import Columns
import FormModel

/// The units of a form by one numbering: those of its records, and those of its frame.
final class FrameUnits {
    /// The unit of each record; −1 where a field of the key has no value.
    let ofRecords: [Int32]
    /// The unit of each row of the frame.
    let ofRows: [Int32]
    /// How many units there are.
    let count: Int
    private let fields: [KeyTexts]
    /// For each field of the key, the number of its text for each unit.
    private let texts: [[Int32]]

    /// One field of the key: its answers in the records, and its column in the frame.
    typealias KeyField = (answers: CodedColumn, question: Question, column: Int)

    /// - Parameter key: the fields of the key. Without any there is no unit.
    init(_ key: [KeyField], of frame: Frame, records: Int) {
        var fields: [KeyTexts] = []
        var all: [[Int32]] = []
        for field in key {
            var texts = KeyTexts()
            let ofRecords = texts.numbers(of: field.answers, field.question)
            all.append(ofRecords + frame.rows.map { texts.number(of: $0[field.column]) })
            fields.append(texts)
        }
        var units = [Int32](repeating: key.isEmpty ? -1 : 0, count: records + frame.rows.count)
        for numbers in all {
            var known = DenseNumbers(about: units.count / 2)
            for place in units.indices {
                let isKnown = units[place] >= 0 && numbers[place] >= 0
                units[place] = isKnown ? known[DenseNumbers.Key(UInt64(numbers[place]), units[place])] : -1
            }
        }
        count = Int(units.max() ?? -1) + 1
        var texts = Array(repeating: [Int32](repeating: 0, count: count), count: all.count)
        for (field, numbers) in all.enumerated() {
            for (place, unit) in units.enumerated() where unit >= 0 { texts[field][Int(unit)] = numbers[place] }
        }
        self.fields = fields
        self.texts = texts
        ofRecords = Array(units[..<records])
        ofRows = Array(units[records...])
    }

    /// What one field of the key says of each unit, by number, and the texts of these numbers.
    func parts(ofField field: Int) -> (ofUnits: [Int32], texts: [String]) { (texts[field], fields[field].texts) }

    /// The key of a unit.
    func key(of unit: Int) -> [String] { fields.indices.map { fields[$0].texts[Int(texts[$0][unit])] } }
}

/// The texts of one field of a key, numbered in the order in which they come.
private struct KeyTexts {
    private(set) var texts: [String] = []
    private var known: [String: Int32] = [:]
    private var last: (text: String, number: Int32) = ("", -1)

    mutating func number(of text: String) -> Int32 {
        // Rows of one village stand together.
        if last.number >= 0, text == last.text { return last.number }
        let number = known[text] ?? Int32(texts.count)
        last = (text, number)
        guard number == texts.count else { return number }
        known[text] = number
        texts.append(text)
        return number
    }

    /// The number of each row's text; −1 where it has no value. A text is made once for each code.
    mutating func numbers(of column: CodedColumn, _ question: Question) -> [Int32] {
        guard !column.cells.isEmpty else {
            return (0..<column.count).map { row in
                column.key(at: row, of: question).map { number(of: $0) } ?? -1
            }
        }
        let ofCodes = column.cells.map { cell in column.key(of: cell, of: question).map { number(of: $0) } ?? -1 }
        return (0..<column.count).map { ofCodes[Int(column.code(at: $0))] }
    }
}
