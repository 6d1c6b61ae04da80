import Columns
import FormModel

/// Which records are of one unit: a number for each unit, in the order in which they come, given when it is asked for.
final class RecordUnits {
    private let columns: [(column: CodedColumn, question: Question)]
    private let records: Int

    /// - Parameter columns: the fields of the key. Without any, no record has a unit.
    init(_ columns: [(CodedColumn, Question)], count records: Int) {
        self.columns = columns.map { ($0.0, $0.1) }
        self.records = records
    }

    /// The unit of each record; −1 where a field of the key has no value.
    var ofRecords: [Int32] { numbered.units }
    /// How many units there are.
    var count: Int { numbered.count }

    /// Whether each record is a unit of its own, as where a register numbers them.
    private(set) lazy var areAllDifferent: Bool = {
        guard columns.count == 1, let column = columns.first?.column else { return count == records }
        var last: Int64 = .min
        for record in 0..<records {
            let cell = column[record]
            guard cell.tag == Tag.integer, cell.integer > last else { return count == records }
            last = cell.integer
        }
        return true
    }()

    private lazy var numbered: (units: [Int32], count: Int) = {
        var units = [Int32](repeating: columns.isEmpty ? -1 : 0, count: records)
        var known = columns.isEmpty ? 0 : 1
        for (column, _) in columns { (units, known) = RecordUnits.refined(units, by: column, known) }
        return (units, known)
    }()

    /// The key of a record, in the order of its fields; `nil` where one has no value, empty without fields.
    func key(ofRecord record: Int) -> [String]? {
        var key: [String] = []
        for (column, question) in columns {
            guard let part = column.key(at: record, of: question) else { return nil }
            key.append(part)
        }
        return key
    }

    /// The units so far, each divided by the values of a further field.
    private static func refined(_ units: [Int32], by column: CodedColumn, _ known: Int) -> ([Int32], Int) {
        var numbers = DenseNumbers()
        var refined = units
        var last: Int64 = .min
        var isAscending = known == 1
        for record in units.indices {
            let cell = column[record]
            guard units[record] >= 0, !cell.isAbrupt, cell.tag != Tag.none else {
                refined[record] = -1
                isAscending = false
                continue
            }
            // Numbers that only rise are all different, as those of a register often are.
            if isAscending, cell.tag == Tag.integer, cell.integer > last, numbers.isEmpty {
                last = cell.integer
                refined[record] = Int32(record)
                continue
            }
            if numbers.isEmpty, record > 0 {
                for earlier in 0..<record where refined[earlier] >= 0 {
                    refined[earlier] = numbers[DenseNumbers.Key(column[earlier].bits, units[earlier])]
                }
            }
            isAscending = false
            refined[record] =
                numbers[DenseNumbers.Key(cell.tag < Tag.integer ? UInt64(cell.tag) : cell.bits, units[record])]
        }
        return (refined, numbers.isEmpty ? units.count : numbers.count)
    }
}

/// Numbers from 0 for pairs of numbers, in the order in which they come.
struct DenseNumbers {
    struct Key: Equatable {
        let value: UInt64
        let group: Int32

        init(_ value: UInt64, _ group: Int32) {
            self.value = value
            self.group = group
        }
    }

    private var keys: [Key] = []
    /// Places in `keys` by open addressing; −1 where free.
    private var slots: [Int32]

    /// - Parameter about: how many pairs there may be.
    init(about: Int = 0) {
        var count = 64
        while count < about * 2 { count *= 2 }
        slots = Array(repeating: -1, count: count)
    }

    var isEmpty: Bool { keys.isEmpty }
    var count: Int { keys.count }

    /// The number of a pair; a new one for a new pair.
    subscript(key: Key) -> Int32 {
        mutating get {
            var slot = DenseNumbers.slot(of: key, among: slots.count)
            while slots[slot] >= 0 {
                if keys[Int(slots[slot])] == key { return slots[slot] }
                slot = (slot + 1) & (slots.count - 1)
            }
            let number = Int32(keys.count)
            keys.append(key)
            slots[slot] = number
            if keys.count * 2 > slots.count { grow() }
            return number
        }
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (number, key) in keys.enumerated() {
            var slot = DenseNumbers.slot(of: key, among: slots.count)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    /// The mixing of SplitMix64 (Steele, Lea and Flood 2014).
    private static func slot(of key: Key, among count: Int) -> Int {
        var mixed = key.value &+ UInt64(UInt32(bitPattern: key.group)) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int(truncatingIfNeeded: mixed ^ (mixed >> 31)) & (count - 1)
    }
}
