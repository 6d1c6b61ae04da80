import FormModel
import LuaSyntax
import Scripting

/// What is known of a value whatever the record: enough to tell a wrong name or a wrong type.
indirect enum Shape {
    /// Nothing.
    case unknown
    /// A value that is the same in every record: a constant, a function, a module.
    case datum(Datum)
    /// A record of a set.
    case record(RecordSetKey)
    /// The rows of a roster.
    case roster(RecordSetKey)
    /// The value of a field.
    case field(FieldKey)
    /// A function that is written within another.
    case function(Function, Script, ShapeFrame)
    /// A value of a type.
    case type(ValueType)
    /// An object that the host gives.
    case object(ObjectMembers)

    /// A type, by the words of the catalogue.
    enum ValueType: String {
        case boolean, number, string, date, set, list, table, record, roster, function
    }

    var field: FieldKey? { if case .field(let key) = self { key } else { nil } }

    var constant: Datum? {
        guard case .datum(let datum) = self else { return nil }
        switch datum.kind {
        case .boolean, .integer, .float, .string: return datum
        case .nil, .table, .closure, .builtin, .pending, .record, .roster, .chosen, .unknown: return nil
        }
    }
}

extension Shape.ValueType {
    /// The type of a question's value; `nil` where it follows from a calculation.
    init?(_ question: Question) {
        switch question.kind {
        case .text, .barcode, .selectOne: self = .string
        case .integer, .decimal, .time: self = .number
        case .yesNo: self = .boolean
        case .selectMultiple: self = .set
        case .rank: self = .list
        case .date, .dateTime: self = .date
        case .geopoint: self = .table
        case .note, .calculate: return nil
        }
        if question.isCalculated, question.kind == .calculate { return nil }
    }
}

/// The shapes of the variables of a function, and of those around it.
final class ShapeFrame {
    private let outer: ShapeFrame?
    /// The values of what stands around all of these.
    private let frame: Frame?
    private var shapes: [Variable.ID: Shape] = [:]

    init(within outer: ShapeFrame) { (self.outer, frame) = (outer, nil) }

    init(within frame: Frame) { (outer, self.frame) = (nil, frame) }

    func declare(_ variable: Variable.ID, _ shape: Shape) { shapes[variable] = shape }

    func read(_ variable: Variable.ID) -> Shape {
        var here: ShapeFrame? = self
        while let current = here {
            if let shape = current.shapes[variable] { return shape }
            if let frame = current.frame {
                let datum = frame.read(variable)
                return datum.isUnknown ? .unknown : .datum(datum)
            }
            here = current.outer
        }
        return .unknown
    }
}
