import LuaSyntax
import Scripting

/// What modules, libraries and the host's objects have, and what they have not.
extension ShapeWalker {
    /// What a module does not have is `nil`, wherever it is used.
    func checkModule(_ table: TableDatum, _ name: String, _ token: Int, _ script: Script) {
        guard let module = table.module, !table.isOpen, table.fields[name] == nil else { return }
        tell(
            Finding("E-FIELD-001", .error, script, token, ["name": name, "set": module])
                .nearest(name, among: Array(table.fields.keys)))
    }

    /// An object that the host gives is asked for what it has.
    func check(_ name: String, of members: ObjectMembers, _ token: Int, _ script: Script) {
        guard !members.all.contains(name) else { return }
        tell(
            Finding("E-FIELD-001", .error, script, token, ["name": name, "set": members.name])
                .nearest(name, among: members.all))
    }

    /// A library is asked for what scripts can reach of it.
    func check(_ name: String, ofLibrary library: String, _ token: Int, _ script: Script) {
        let members = ScriptLibrary.members(of: library)
        guard !members.isEmpty, !members.contains(name) else { return }
        tell(
            Finding("E-FIELD-001", .error, script, token, ["name": name, "set": library])
                .nearest(name, among: members))
    }

    /// `h.connection == "fibre" or "mobile"`: a text alone is always true.
    func checkAlternative(_ sign: BinaryOperator, _ left: Expression, _ right: Expression, _ script: Script) {
        guard sign == .or, case .binary(let comparison, _, let subject, _) = left.bare.kind,
            comparison == .equal || comparison == .unequal, case .string(let text) = right.bare.kind,
            let first = subject.tokens.first, let last = subject.tokens.last
        else { return }
        let tokens = script.chunk.tokens[first...last].map(\.shown).joined()
        tell(
            Finding(
                "W-OR-001", .warning, script, right.tokens.lowerBound,
                ["text": text, "subject": "\(tokens) \(comparison.rawValue)"]))
    }
}
