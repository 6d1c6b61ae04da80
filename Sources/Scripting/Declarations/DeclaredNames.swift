import FormModel

/// What the scripts of a workspace declare, whether or not it could be read.
struct DeclaredNames {
    /// The parts with a file that failed: whatever is missing may stand in it.
    var brokenParts: Set<WorkspacePart> = []
    private var places: [String: Place] = [:]

    /// Notes a declaration; gives the place of an earlier one of its kind and id. Case tells no names apart: a store
    /// could not.
    mutating func note(_ declaration: Declaration) -> Place? {
        let key = DeclaredNames.key(declaration.kind, declaration.id)
        if let first = places[key] { return first }
        places[key] = declaration.place
        return nil
    }

    /// Whether a name may be there though nothing was read under it: its declaration has a fault of its own, or stands in
    /// a file that failed. That is told already, and not once more for each who refers to it.
    func mayHave(_ kind: String, _ id: String) -> Bool {
        brokenParts.contains(kind == "form" ? .surveys : kind == "alert" ? .alerts : .indicators)
            || places[DeclaredNames.key(kind, id)] != nil
    }

    private static func key(_ kind: String, _ id: String) -> String { "\(kind) \(id.lowercased())" }
}
