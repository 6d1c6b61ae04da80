/// A record set: what its records are called and hold.
public struct LuaRecordLayout: Sendable, Equatable {
    /// A field of the records.
    public struct Field: Sendable, Equatable {
        /// The name that scripts read.
        public var name: String
        /// For a set: the names it may hold, so that reading another is a fault. Empty: any.
        public var choices: [String]
        /// Whether its values are personal: a function that read one has its own texts masked in faults.
        public var isPersonal: Bool

        /// A field.
        public init(_ name: String, choices: [String] = [], isPersonal: Bool = false) {
            self.name = name
            self.choices = choices
            self.isPersonal = isPersonal
        }
    }

    /// The set above a roster, defined before it.
    public struct Parent: Sendable, Equatable {
        /// The parent's set.
        public var set: Int32
        /// How a member reads its parent (`p.household`).
        public var name: String
        /// How the parent reads this roster (`h.person`).
        public var roster: String

        /// A parent.
        public init(set: Int32, name: String, roster: String) {
            self.set = set
            self.name = name
            self.roster = roster
        }
    }

    /// In `LuaHost.read`: the parent is asked for.
    public static let parentField: Int32 = -1
    /// In `LuaHost.read`: the place among the parent's members is asked for, from 1.
    public static let indexField: Int32 = -2

    /// The name for messages ("household.person").
    public var name: String
    /// The fields; `LuaHost.read` and columns go by their places.
    public var fields: [Field]
    /// The set above, for a roster.
    public var parent: Parent?

    /// A layout.
    public init(name: String, fields: [Field], parent: Parent? = nil) {
        self.name = name
        self.fields = fields
        self.parent = parent
    }
}
