import Columns
import LuaRuntime
import LuaSyntax

/// What an expression stands for while a formula is lifted: a value that records have, or something that the script itself
/// holds and that is gone once the formula is lifted.
indirect enum Symbol {
    /// A value of each record; the iteration is the one whose rows it belongs to.
    case node(FormulaGraph.ID, Iteration?)
    case table(SymbolTable)
    /// What stands in a fixed table under keys that records have.
    case picked(table: Int, keys: [FormulaGraph.ID], Iteration?)
    case function(LuaFunction)
    case lambda(Lambda)
    /// A function of the library, or a library itself (`math`).
    case builtin(String)
    case record(Iteration)
    case roster(of: Iteration, set: Int)
    /// Something that cannot be taken for fixed.
    case opaque

    /// What a reason calls it.
    var typeName: String {
        switch self {
        case .node, .picked: "value"
        case .table: "table"
        case .function, .lambda, .builtin: "function"
        case .record: "record"
        case .roster: "roster"
        case .opaque: "object"
        }
    }
}

/// The rows over which a function runs: those of the formula itself, or of a roster within.
final class Iteration {
    let set: Int
    let parent: Iteration?
    /// The unit's record of an earlier round, which goes along with each record.
    let earlier: Iteration?

    init(set: Int, parent: Iteration?, earlier: Iteration? = nil) {
        self.set = set
        self.parent = parent
        self.earlier = earlier
    }

    /// Whether it is another, goes along with it, or runs within it.
    func isWithin(_ other: Iteration) -> Bool {
        self === other || earlier === other || parent?.isWithin(other) == true
    }

    /// The iteration over a set, itself or one around it.
    func over(_ set: Int) -> Iteration? { self.set == set ? self : parent?.over(set) }
}

/// A table that the formula makes, or that the script holds.
final class SymbolTable {
    let array: [Symbol]
    /// The other entries, in the order of `pairs`.
    let fields: [(key: Cell, value: Symbol)]
    /// Where it comes from the script: its values.
    let constant: LuaTable?

    init(array: [Symbol], fields: [(key: Cell, value: Symbol)], constant: LuaTable? = nil) {
        self.array = array
        self.fields = fields
        self.constant = constant
    }

    func value(_ key: Cell) -> Symbol? {
        if key.tag == Tag.integer, key.integer >= 1, key.integer <= array.count { return array[Int(key.integer) - 1] }
        return fields.first { $0.key == key }?.value
    }
}

/// A function that a formula makes.
final class Lambda {
    let function: Function
    let closure: Closure
    let locals: [Variable.ID: Symbol]
    /// Whether it is called where it is made, before any of these variables can change.
    let isImmediate: Bool

    init(_ function: Function, _ closure: Closure, _ locals: [Variable.ID: Symbol], isImmediate: Bool) {
        self.function = function
        self.closure = closure
        self.locals = locals
        self.isImmediate = isImmediate
    }
}

/// What a function that is being lifted has: its text, its variables so far, the rows it runs over.
struct Frame {
    let closure: Closure
    let iteration: Iteration
    /// The variables of functions around, for a function within a formula.
    let captured: [Variable.ID: Symbol]
    /// Whether those hold what they held when the function was made.
    var isCurrent = true
    var locals: [Variable.ID: Symbol] = [:]
    /// What was worked out so far, and whose reason for having no value would stop the function.
    var effects: [FormulaGraph.ID] = []
    /// The calls around it.
    let depth: Int
}
