import Evaluation
import FormModel
import Messages
import Scripting

/// The filters of `--where K=V`.
enum SplitFilters {
    /// The name and the key of each.
    static func parse(_ texts: [String]) throws -> [SplitFilter] {
        try texts.map { text in
            guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
                throw Failure(.usage, Message("E-CLI-010", ["value": text]))
            }
            return SplitFilter(name: String(text[..<equals]), key: String(text[text.index(after: equals)...]))
        }
    }

    /// The names that a workspace's indicators can be split and filtered by.
    static func names(in workspace: Workspace) -> Set<String> {
        Set(
            workspace.forms.flatMap { form in
                form.layout.sets.flatMap { Splits.names(for: $0, in: form.layout, dimensions: workspace.dimensions) }
            })
    }
}
