import FormModel
import LuaSyntax

/// A value of a script as the analysis reckons with it, and the field it was read from.
struct Datum {
    /// What it is.
    indirect enum Kind {
        case `nil`
        case boolean(Bool)
        case integer(Int64)
        case float(Double)
        case string(String)
        case table(TableDatum)
        case closure(Closure)
        /// A function of the script library, or one of its libraries, by its name.
        case builtin(String)
        /// A declaration that waits for its braces.
        case pending(kind: String, id: String)
        case record(SampleRecord)
        case roster(RecordSetKey)
        /// The chosen names of a `select_multiple`.
        case chosen([String])
        /// A value that the analysis does not follow.
        case unknown
    }

    var kind: Kind
    /// The field whose value it is, unchanged.
    var origin: FieldKey?

    init(_ kind: Kind, from origin: FieldKey? = nil) {
        self.kind = kind
        self.origin = origin
    }

    static var unknown: Datum { Datum(.unknown) }
    static var absent: Datum { Datum(.nil) }

    /// Whether it counts as true; `nil` where it is not known.
    var isTrue: Bool? {
        switch kind {
        case .nil: false
        case .boolean(let value): value
        case .unknown: nil
        case .integer, .float, .string, .table, .closure, .builtin, .pending, .record, .roster, .chosen: true
        }
    }

    var isNil: Bool { if case .nil = kind { true } else { false } }

    var isUnknown: Bool { if case .unknown = kind { true } else { false } }

    /// Its number, where it is one.
    var number: Double? {
        switch kind {
        case .integer(let value): Double(value)
        case .float(let value): value
        case .nil, .boolean, .string, .table, .closure, .builtin, .pending, .record, .roster, .chosen, .unknown: nil
        }
    }

    var text: String? { if case .string(let text) = kind { text } else { nil } }

    var closure: Closure? { if case .closure(let closure) = kind { closure } else { nil } }

    var table: TableDatum? { if case .table(let table) = kind { table } else { nil } }

    /// Whether two are the same value; `nil` where that is not known.
    func equals(_ other: Datum) -> Bool? {
        if let a = number, let b = other.number { return a == b }
        switch (kind, other.kind) {
        case (.unknown, _), (_, .unknown): return nil
        case (.nil, .nil): return true
        case (.boolean(let a), .boolean(let b)): return a == b
        case (.string(let a), .string(let b)): return a == b
        case (.table(let a), .table(let b)): return a === b
        case (.closure(let a), .closure(let b)): return a === b
        case (.builtin(let a), .builtin(let b)): return a == b
        default: return false
        }
    }
}

/// A table of a script.
final class TableDatum {
    var array: [Datum] = []
    var fields: [String: Datum] = [:]
    /// By keys that are no texts and not the next number.
    var others: [Double: Datum] = [:]
    /// Whether something was put into it that the analysis does not follow.
    var isOpen = false
    /// The module that gives it, where all of that could be followed.
    var module: String?
    /// A declaration that was made of it, with its kind and id.
    var declared: (kind: String, id: String)?

    func read(_ key: Datum) -> Datum {
        if let name = key.text { return fields[name] ?? (isOpen ? .unknown : .absent) }
        if let number = key.number {
            let place = Int(exactly: number) ?? 0
            if array.indices.contains(place - 1) { return array[place - 1] }
            return others[number] ?? (isOpen ? .unknown : .absent)
        }
        return .unknown
    }

    func write(_ key: Datum, _ value: Datum) {
        if let name = key.text {
            fields[name] = value
        } else if let number = key.number {
            let place = Int(exactly: number) ?? 0
            if array.indices.contains(place - 1) {
                array[place - 1] = value
            } else if place == array.count + 1 {
                array.append(value)
            } else {
                others[number] = value
            }
        } else {
            isOpen = true
        }
    }
}

/// A function of a script with the variables around it.
final class Closure {
    let function: Function
    let script: Script
    let frame: Frame

    init(_ function: Function, _ script: Script, _ frame: Frame) {
        self.function = function
        self.script = script
        self.frame = frame
    }
}

/// The variables of a call, and those around it.
final class Frame {
    private let outer: Frame?
    private var values: [Variable.ID: Datum] = [:]

    init(within outer: Frame?) { self.outer = outer }

    func declare(_ variable: Variable.ID, _ value: Datum) { values[variable] = value }

    func read(_ variable: Variable.ID) -> Datum {
        var frame: Frame? = self
        while let here = frame {
            if let value = here.values[variable] { return value }
            frame = here.outer
        }
        return .unknown
    }

    func assign(_ variable: Variable.ID, _ value: Datum) {
        var frame: Frame? = self
        while let here = frame {
            if here.values[variable] != nil {
                here.values[variable] = value
                return
            }
            frame = here.outer
        }
        values[variable] = value
    }
}

/// A set of records: of a form, or the rows of a roster, by its path.
struct RecordSetKey: Hashable, Sendable {
    let form: String
    let set: Int
}

/// A field of a set.
struct FieldKey: Hashable, Sendable {
    let set: RecordSetKey
    let field: Int
}
