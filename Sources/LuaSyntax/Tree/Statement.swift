/// Statements in their order.
public struct Block: Hashable, Sendable {
    /// The statements.
    public var statements: [Statement] = []
    /// The places of its tokens.
    public var tokens: Range<Int> = 0..<0
}

/// A statement.
public struct Statement: Hashable, Sendable {
    /// What it is.
    public let kind: Kind
    /// The places of its tokens.
    public let tokens: Range<Int>

    /// The kinds of statement (Lua 5.4 Reference Manual, section 3.3).
    public indirect enum Kind: Hashable, Sendable {
        /// `local a, b = x, y`
        case local([Variable.ID], [Expression])
        /// `a, b.c = x, y`
        case assignment([Expression], [Expression])
        /// A call for its effect.
        case call(Expression)
        /// `do … end`
        case block(Block)
        /// `while c do … end`
        case whileLoop(Expression, Block)
        /// `repeat … until c`
        case repeatLoop(Block, Expression)
        /// `if c then … elseif c then … else … end`
        case conditional([ConditionalArm], otherwise: Block?)
        /// `for i = a, b, c do … end`
        case numericFor(Variable.ID, from: Expression, to: Expression, step: Expression?, Block)
        /// `for k, v in … do … end`
        case genericFor([Variable.ID], [Expression], Block)
        /// `function a.b:c(…) … end`
        case function(target: Expression, Function)
        /// `local function f(…) … end`
        case localFunction(Variable.ID, Function)
        /// `return …`
        case returned([Expression])
        /// `break`
        case breakLoop
        /// `goto l`
        case goto(String)
        /// `::l::`
        case label(String)
        /// What could not be understood.
        case invalid
    }
}

/// A condition and what is done where it holds.
public struct ConditionalArm: Hashable, Sendable {
    /// The condition.
    public let condition: Expression
    /// What is done.
    public let body: Block
}
