/// A fault that keeps a source from being Lua, and where it is mended.
public struct SyntaxFault: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Kind: Hashable, Sendable {
        /// A comma is missing in a table before this.
        case missingComma(before: String)
        /// Something that must stand here does not; `before` is what stands there, or `nil` at the end of the source.
        case missing(Expected, before: String?)
        /// What was opened on a line is not closed before this, or before the end of the source.
        case unclosed(opener: String, line: Int, closer: String, before: String?)
        /// Something that cannot stand here; `nil` for the end of the source.
        case unexpected(String?)
        /// Something that is no token.
        case lexical(LexicalFault)
        /// A `break` that stands in no loop.
        case breakOutsideLoop
        /// A `goto` whose label cannot be seen from it.
        case unknownLabel(String)
        /// A label that stands twice, first on a line.
        case repeatedLabel(String, line: Int)
        /// A `goto` that would leave out the declaration of a variable.
        case jumpIntoScope(label: String, variable: String)
        /// An attribute other than `const` and `close`.
        case unknownAttribute(String)
        /// Two variables of one `local` are to be closed.
        case severalToClose
        /// A variable that is assigned though it is constant.
        case assignedConstant(String)
        /// `...` in a function that has none.
        case varargsOutside
        /// More local variables (200) or outer variables (255) in a function than Lua takes.
        case tooMany(Limit)
        /// Nests deeper than Lua goes (200 levels).
        case tooDeep
    }

    /// What Lua limits in a function.
    public enum Limit: Hashable, Sendable {
        /// Local variables.
        case locals
        /// Variables of the functions around that it uses.
        case upvalues
    }

    /// What must stand somewhere.
    public enum Expected: Hashable, Sendable {
        /// A keyword or punctuation.
        case token(String)
        /// A name.
        case name
    }

    /// What is wrong.
    public let kind: Kind
    /// What was probably meant by what stands there.
    public let replacement: String?
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, in Unicode scalars of the line.
    public let column: Int
}
