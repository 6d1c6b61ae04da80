import FormModel
import LuaRuntime
import Scripting

/// Patterns that Lua does not take: asked of Lua itself, in the workspace's own sandbox.
struct PatternCheck {
    let workspace: Workspace
    let tell: (Finding) -> Void

    func check() {
        for form in workspace.forms {
            for field in form.layout.sets.flatMap(\.fields) {
                guard let pattern = field.question.pattern, let refusal = refusal(of: pattern) else { continue }
                let place = workspace.place(ofProperty: "pattern", of: field.question)
                tell(Finding("E-PATTERN-001", .error, at: place, ["pattern": pattern, "text": refusal]))
            }
        }
    }

    private func refusal(of pattern: String) -> String? {
        // Bytes by number: nothing of the pattern can end the text.
        let text = pattern.utf8.map { "\\\(String(repeating: "0", count: $0 < 10 ? 2 : $0 < 100 ? 1 : 0))\($0)" }
            .joined()
        do throws(LuaFault) {
            try workspace.state.run(
                "return string.find('', \"\(text)\")", name: "pattern", limit: .seconds(workspace.limits.load))
            return nil
        } catch {
            return error.message
        }
    }
}
