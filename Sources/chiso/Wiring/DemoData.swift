import Messages
import Storage

/// Made-up records in a store, and how a clean one is begun.
enum DemoData {
    /// What the names of the settings begin with by which a simulation marks what it has filled in.
    static let mark = "simulated "

    /// Whether a store holds made-up records, alone or among collected ones.
    static func isIn(_ store: Store) throws -> Bool {
        if try store.origin() == .demo { return true }
        return try !store.settings(beginningWith: mark).isEmpty
    }

    /// That a store holds made-up records, with the way to a new one.
    static func warning(_ open: OpenWorkspace) -> Message { Message("W-CLI-001", ["path": open.storePath]) }
}
