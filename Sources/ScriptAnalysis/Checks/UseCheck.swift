import FormModel
import LuaSyntax
import Scripting

/// Fields that no rule ever names: asked of every unit, and used for nothing.
struct UseCheck {
    let workspace: Workspace
    let scripts: [Script]
    let tell: (Finding) -> Void

    func check() {
        // Without rules nothing is used yet.
        guard !workspace.indicators.isEmpty else { return }
        var named: Set<String> = []
        for script in scripts where script.file.hasPrefix("Rules/") && !script.file.hasPrefix("Rules/tests/") {
            for token in script.chunk.tokens {
                switch token.kind {
                case .name(let name), .string(let name): named.insert(name)
                case .keyword, .number, .symbol, .invalid: break
                }
            }
        }
        for form in workspace.forms {
            let own = form.layout.form.key + [form.layout.form.periodField].compactMap { $0 }
            for set in form.layout.sets {
                for field in set.fields.map(\.question)
                where !named.contains(field.name) && !own.contains(field.name) && !field.consent && !field.personal
                    && !field.name.hasPrefix("_") && !field.isCalculated
                {
                    // What another question of the form goes by has its use there.
                    guard !isRead(field.name, by: form.layout.form.place.file) else { continue }
                    tell(Finding("N-USE-001", .note, at: field.place, ["name": field.name, "form": set.path]))
                }
            }
        }
    }

    private func isRead(_ name: String, by file: String) -> Bool {
        guard let script = scripts.first(where: { $0.file == file }) else { return false }
        let tokens = script.chunk.tokens
        return tokens.indices.dropFirst().contains { index in
            tokens[index].kind == .name(name) && tokens[index - 1].isSymbol(".")
        }
    }
}
