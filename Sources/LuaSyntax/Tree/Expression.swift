/// An expression.
public struct Expression: Hashable, Sendable {
    /// What it is.
    public let kind: Kind
    /// The places of its tokens.
    public let tokens: Range<Int>
    /// How many levels it has.
    let depth: Int

    /// The kinds of expression (Lua 5.4 Reference Manual, section 3.4).
    public indirect enum Kind: Hashable, Sendable {
        /// `nil`
        case `nil`
        /// `true` or `false`
        case boolean(Bool)
        /// A whole number.
        case integer(Int64)
        /// A number with a fraction, or beyond the whole ones.
        case float(Double)
        /// A text, its escapes resolved.
        case string(String)
        /// `...`
        case varargs
        /// `function (…) … end`
        case function(Function)
        /// `{ … }`
        case table([TableField])
        /// A name: of a variable, or a global one.
        case name(String, Variable.ID?)
        /// `( … )`
        case parenthesised(Expression)
        /// `a[i]`
        case index(Expression, Expression)
        /// `a.b`, with the token of `b`.
        case member(Expression, String, token: Int)
        /// `f(…)`
        case call(Expression, [Expression])
        /// `a:b(…)`, with the token of `b`.
        case methodCall(Expression, String, token: Int, [Expression])
        /// An operator before its operand.
        case unary(UnaryOperator, Expression)
        /// An operator, at a token, between its operands.
        case binary(BinaryOperator, token: Int, Expression, Expression)
        /// What could not be understood, or goes deeper than anyone writes.
        case invalid
    }

    /// Deeper ones are left out of the tree, so that going through it needs little stack.
    static let deepest = 400

    init(_ kind: Kind, _ tokens: Range<Int>, over parts: [Expression] = []) {
        var depth = 1 + (parts.lazy.map(\.depth).max() ?? 0)
        // What stands in a function lies below it, too.
        if case .function(let function) = kind { depth += function.depth }
        self.kind = depth > Expression.deepest ? .invalid : kind
        self.depth = depth > Expression.deepest ? 1 : depth
        self.tokens = tokens
    }

    /// The expression without the brackets around it.
    public var bare: Expression {
        if case .parenthesised(let inner) = kind { inner.bare } else { self }
    }
}

/// A function with its parameters.
public struct Function: Hashable, Sendable {
    /// Its number in the chunk.
    public let id: Int
    /// Its parameters; the first of a method is `self`.
    public let parameters: [Variable.ID]
    /// Whether it takes further arguments by `...`.
    public let takesVarargs: Bool
    /// What it does; nothing where that goes deeper than anyone writes.
    public let body: Block
    /// How many levels the deepest expression in it has.
    let depth: Int
}

/// An entry of a table that is written out.
public struct TableField: Hashable, Sendable {
    /// How it is named.
    public enum Key: Hashable, Sendable {
        /// By its place.
        case position
        /// `name = …`, with the token of the name.
        case name(String, token: Int)
        /// `[ … ] = …`
        case computed(Expression)
    }

    /// How it is named.
    public let key: Key
    /// Its value.
    public let value: Expression
}

/// The operators that stand before their operand.
public enum UnaryOperator: String, Sendable, CaseIterable {
    /// `not`
    case not
    /// `-`
    case minus = "-"
    /// `#`
    case length = "#"
    /// `~`
    case complement = "~"
}

/// The operators that stand between their operands.
public enum BinaryOperator: String, Sendable, CaseIterable {
    /// `or`
    case or
    /// `and`
    case and
    /// `<`
    case less = "<"
    /// `<=`
    case lessOrEqual = "<="
    /// `>`
    case greater = ">"
    /// `>=`
    case greaterOrEqual = ">="
    /// `==`
    case equal = "=="
    /// `~=`
    case unequal = "~="
    /// `|`
    case bitOr = "|"
    /// `~`
    case bitExclusiveOr = "~"
    /// `&`
    case bitAnd = "&"
    /// `<<`
    case shiftLeft = "<<"
    /// `>>`
    case shiftRight = ">>"
    /// `..`
    case concatenation = ".."
    /// `+`
    case plus = "+"
    /// `-`
    case minus = "-"
    /// `*`
    case times = "*"
    /// `/`
    case divided = "/"
    /// `//`
    case floorDivided = "//"
    /// `%`
    case modulo = "%"
    /// `^`
    case power = "^"

    /// How closely it binds to its left and to its right (Lua 5.4 Reference Manual, section 3.4.8; the numbers are those
    /// of `lparser.c`).
    var binding: (left: Int, right: Int) {
        switch self {
        case .or: (1, 1)
        case .and: (2, 2)
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .unequal: (3, 3)
        case .bitOr: (4, 4)
        case .bitExclusiveOr: (5, 5)
        case .bitAnd: (6, 6)
        case .shiftLeft, .shiftRight: (7, 7)
        case .concatenation: (9, 8)
        case .plus, .minus: (10, 10)
        case .times, .divided, .floorDivided, .modulo: (11, 11)
        case .power: (14, 13)
        }
    }

    /// How closely an operator before its operand binds.
    static let unaryBinding = 12

    /// Whether it puts its operands in order.
    public var isOrdering: Bool {
        switch self {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: true
        case .or, .and, .equal, .unequal, .bitOr, .bitExclusiveOr, .bitAnd, .shiftLeft, .shiftRight, .concatenation,
            .plus, .minus, .times, .divided, .floorDivided, .modulo, .power:
            false
        }
    }
}
