import LuaSyntax
import Scripting

/// Names that there are not, wherever they stand: what a function would only stumble over when it runs.
struct NameCheck {
    /// The names of the modules that scripts may require.
    let modules: Set<String>
    let tell: (Finding) -> Void

    func check(_ script: Script) {
        let names = Set(
            (script.isModule ? ScriptLibrary.moduleNames : ScriptLibrary.scriptNames)
                .map { $0.split(separator: ".").first.map(String.init) ?? $0 })
        TreeWalk(script.chunk).expressions { expression, _ in
            if let (deprecation, token) = deprecation(expression) {
                let facts = ["name": deprecation.name, "replacement": deprecation.replacement]
                return tell(Finding("W-API-001", .warning, script, token, facts))
            }
            guard case .name(let name, nil) = expression.kind, !names.contains(name),
                let token = expression.tokens.first
            else { return }
            let finding = Finding("E-GLOBAL-001", .error, script, token, ["name": name])
            let known = LuaWords.names[name] ?? (modules.contains(name) ? "require \"\(name)\"" : nil)
            tell(known.map { finding.nearest($0) } ?? finding.nearest(name, among: Array(names)))
        }
        TreeWalk(script.chunk).assignments { target, _ in
            guard case .name(let name, nil) = target.kind, let token = target.tokens.first else { return }
            tell(Finding("E-GLOBAL-002", .error, script, token, ["name": name]))
        }
    }

    /// A name of the library that should not be used any more.
    private func deprecation(_ expression: Expression) -> (ScriptLibrary.Deprecation, token: Int)? {
        guard case .member(let object, let name, let token) = expression.kind,
            case .name(let library, nil) = object.kind
        else { return nil }
        return ScriptLibrary.deprecations.first { $0.name == "\(library).\(name)" }.map { ($0, token) }
    }
}

extension Finding {
    fileprivate func nearest(_ name: String) -> Finding {
        var finding = self
        finding.facts["nearest"] = name
        return finding
    }
}

/// What other languages call what Lua has.
private enum LuaWords {
    static let names = [
        "True": "true", "TRUE": "true", "False": "false", "FALSE": "false", "None": "nil", "null": "nil", "NULL": "nil",
        "undefined": "nil", "Not": "not", "NOT": "not", "And": "and", "AND": "and", "Or": "or", "OR": "or",
    ]
}
