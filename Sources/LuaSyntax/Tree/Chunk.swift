/// A Lua source as a tree, with all its faults.
///
/// What comes in is any text; what goes out is a tree that has as much of it as could be understood. Places in the tree
/// are places among `tokens`, so that a message can point at any piece. The tree is made of values and can go to any
/// thread.
public struct Chunk: Sendable {
    /// The tokens of the source.
    public let tokens: [Token]
    /// The statements.
    public let body: Block
    /// The variables, each at the place that a reference to it tells.
    public let variables: [Variable]
    /// The functions, each at its own number: the first is the chunk itself.
    public let functions: [FunctionScope]
    /// What keeps the source from being Lua, in the order of the source; no more than `Parser.mostFaults`.
    public let faults: [SyntaxFault]

    /// Reads a source.
    public init(_ source: String) { self.init(tokens: Lexer.tokens(of: source)) }

    /// Reads the tokens of a source.
    public init(tokens: [Token]) {
        var parser = Parser(tokens: tokens)
        let body = parser.chunk()
        self.tokens = tokens
        self.body = body
        self.variables = parser.scopes.variables
        self.functions = parser.scopes.functions
        self.faults = parser.sortedFaults
    }
}

/// A variable that a source declares.
public struct Variable: Hashable, Sendable {
    /// How it is declared.
    public enum Kind: Hashable, Sendable {
        /// By `local`.
        case local
        /// By `local function`.
        case function
        /// As a parameter; `self` of a method is one as well.
        case parameter
        /// By a loop.
        case loop
    }

    /// Its number in the chunk.
    public typealias ID = Int

    /// Its name.
    public let name: String
    /// The token of its name.
    public let token: Int
    /// How it is declared.
    public let kind: Kind
    /// The number of the function in which it is declared.
    public let function: Int
    /// `const` or `close`.
    public let attribute: String?
    /// The tokens at which it is assigned after its declaration.
    public internal(set) var assignments: [Int] = []
}

/// A function of a chunk: what stands around it.
public struct FunctionScope: Hashable, Sendable {
    /// The function in which it stands; `nil` for the chunk itself.
    public let parent: Int?
    /// Its tokens, from `function` to `end`.
    public internal(set) var tokens: Range<Int>
}
