import FormModel
import Scripting

/// What a split by a name goes by.
enum SplitSource {
    /// A dimension of the scripts.
    case dimension(Dimension)
    /// A question with choices.
    case field(Field)

    /// The source of a name over a set, and the set that has it: this one, or one that its rows stand in. `nil` if the name
    /// does not fit.
    static func find(
        _ name: String, over set: RecordSet, in layout: FormLayout, _ workspace: Workspace
    ) -> (source: SplitSource, set: RecordSet)? {
        for owner in set.withParents(in: layout) {
            if let dimension = workspace.dimensions.first(where: { $0.id == name && $0.over.contains(owner.path) }) {
                return (.dimension(dimension), owner)
            }
            if let field = owner.field(name), [.selectOne, .yesNo].contains(field.question.kind) {
                return (.field(field), owner)
            }
        }
        return nil
    }
}
