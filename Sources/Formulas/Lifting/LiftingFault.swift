import FormModel

/// Why a formula is not lifted: what it does that only the interpreter can, and where.
public struct LiftingFault: Error, Hashable, Sendable {
    /// What keeps a formula from being lifted.
    public enum Reason: Hashable, Sendable {
        /// Its text was not found: several functions on its lines, none that fits.
        case textNotFound
        /// A function of the library that has no columns.
        case function(String)
        /// A method of a value.
        case method(String)
        /// A loop that does not run over something fixed.
        case loop
        /// It changes a variable of the script around it, or one that a function within it uses.
        case assignment(String)
        /// A variable around it holds something that cannot be taken for fixed.
        case upvalue(String)
        /// An operator without columns, such as `&`.
        case operation(String)
        /// A field of this kind is known to the host only.
        case field(String)
        /// A roster, a record or a table is used as a value.
        case value(String)
        /// A part of a value whose type is not known before.
        case member(String)
        /// Members of a roster are compared with each other.
        case otherMember
        /// A function that calls itself.
        case recursion
        /// It has too many cases.
        case tooLarge
        /// A statement without columns, such as `goto`.
        case statement(String)
    }

    /// Why.
    public let reason: Reason
    /// Where.
    public let place: Place?
}
