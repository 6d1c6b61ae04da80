import Columns
import FormModel

/// Formulas lifted out of scripts: what each computes from the fields of a record, without Lua.
///
/// A node is a value or an operation on nodes. Equal nodes are one node, also between formulas, so that what several
/// indicators have in common is worked out once. Every node has a *level*: the record set for whose rows it has a value;
/// a node of a parent's level stands for the parent's value wherever a row of the roster needs it.
public final class FormulaGraph {
    /// The place of a node.
    public typealias ID = Int32

    /// A value, or an operation on other nodes.
    public enum Node: Hashable, Sendable {
        /// A value that does not change.
        case constant(Cell)
        /// The day of the evaluation.
        case today
        /// The language of the evaluation.
        case language
        /// A field of a set, read: not asked is `nil`, a reason stops the formula.
        case field(set: Int, field: Int)
        /// A field of the unit's record of an earlier round (`previous` of a validation).
        case earlier(field: Int)
        /// A row's place in its roster, from 1.
        case position(set: Int)
        /// An operation on values.
        case apply(Operation, [ID])
        /// `a and b`, `a or b`: the value of the one or the other.
        case and(ID, ID)
        case or(ID, ID)
        /// The second where the first is true, else the third.
        case conditional(ID, ID, ID)
        /// The second, once the first is worked out: where that is missing, so is the whole.
        case sequence(ID, ID)
        /// Whether a field has a value; asking does not stop the formula.
        case known(ID)
        /// The name of the reason why a field has none.
        case reason(ID)
        /// Whether any, or all, of some fields are true.
        case anyOf([ID])
        case allOf([ID])
        /// Over the rows of a roster; without a function, how many there are.
        case aggregate(Aggregate, set: Int, ID?)
    }

    /// A table of a script that does not change, to be looked up in.
    indirect enum Table: Hashable {
        case value(Cell)
        case table([Cell: Table], id: UInt64)
        /// Something that only the interpreter knows: a function.
        case unknown
    }

    /// The level of a node that is the same for every record.
    static let constantLevel = -1

    /// The form whose records the formulas are about.
    public let layout: FormLayout
    /// The texts of constants and columns.
    public let texts = TextTable()
    /// The nodes; operands stand before what uses them.
    public private(set) var nodes: [Node] = []
    private(set) var levels: [Int] = []
    private(set) var lists: [ChoiceList] = []
    private(set) var tables: [Table] = []
    private var ids: [Node: ID] = [:]
    private var listNumbers: [Place: Int] = [:]
    private var tableNumbers: [Table: Int] = [:]

    /// A graph without formulas, of one form.
    public init(_ layout: FormLayout) { self.layout = layout }

    subscript(id: ID) -> Node { nodes[Int(id)] }

    func level(of id: ID) -> Int { levels[Int(id)] }

    /// The node of an operation, or that of its result where all operands are constants.
    func add(_ node: Node, level: Int) -> ID {
        if let known = ids[node] { return known }
        let id = ID(nodes.count)
        nodes.append(node)
        levels.append(level)
        ids[node] = id
        return id
    }

    func constant(_ cell: Cell) -> ID { add(.constant(cell), level: FormulaGraph.constantLevel) }

    /// The cell of a node that is the same for every record, and known before any.
    func constantCell(of id: ID) -> Cell? {
        if case .constant(let cell) = self[id] { cell } else { nil }
    }

    /// The number of a list of choices; the place of its question tells it from others.
    func number(of list: ChoiceList, at place: Place) -> Int {
        if let known = listNumbers[place] { return known }
        lists.append(list)
        listNumbers[place] = lists.count - 1
        return lists.count - 1
    }

    func number(of table: Table) -> Int {
        if let known = tableNumbers[table] { return known }
        tables.append(table)
        tableNumbers[table] = tables.count - 1
        return tables.count - 1
    }

    /// Whether one set is another or holds its rows, however far above.
    func isAncestor(_ ancestor: Int, of set: Int) -> Bool {
        var current: Int? = set
        while let place = current {
            if place == ancestor { return true }
            current = layout.sets[place].parent
        }
        return false
    }

    /// The deeper of two levels; `nil` where neither lies below the other.
    func deeper(_ a: Int, _ b: Int) -> Int? {
        if a == FormulaGraph.constantLevel { return b }
        if b == FormulaGraph.constantLevel { return a }
        if isAncestor(a, of: b) { return b }
        return isAncestor(b, of: a) ? a : nil
    }
}
