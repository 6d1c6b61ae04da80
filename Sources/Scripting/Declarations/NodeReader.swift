import FormModel
import LuaRuntime
import Messages

/// Reads the groups, rosters and questions that stand in a form.
struct NodeReader {
    let sink: DiagnosticSink
    let lists: ListReader

    static let groupProperties = ["label", "hint", "relevant"]
    static let rosterProperties = ["label", "hint", "relevant", "title", "count", "carry_over"]

    func nodes(of declaration: Declaration) -> [FormNode] {
        let reader = PropertyReader(declaration, sink: sink)
        return declaration.body.array.compactMap { value in
            guard let inner = Declaration(value, in: sink.texts) else {
                reader.reportStray(value)
                return nil
            }
            return node(inner, in: reader)
        }
    }

    private func node(_ declaration: Declaration, in outer: PropertyReader) -> FormNode? {
        switch declaration.kind {
        case "group":
            NameRule.check(declaration, sink)
            return .group(group(declaration))
        case "roster":
            NameRule.check(declaration, sink)
            return .roster(roster(declaration))
        default:
            guard let kind = QuestionKind(rawValue: declaration.kind) else {
                sink.report(
                    "E-DECL-004", at: declaration.place,
                    ["kind": declaration.kind, "id": declaration.id, "outer": outer.declaration.kind])
                return nil
            }
            NameRule.check(declaration, sink)
            return .question(QuestionReader(sink: sink, lists: lists).question(declaration, kind: kind))
        }
    }

    private func group(_ declaration: Declaration) -> Group {
        let reader = PropertyReader(declaration, sink: sink)
        var group = Group(name: declaration.id, place: declaration.place, nodes: nodes(of: declaration))
        group.label = reader.text("label")
        reader.text("hint")
        group.relevant = reader.function("relevant")
        reader.finish(allowed: NodeReader.groupProperties, takesNodes: true)
        return group
    }

    private func roster(_ declaration: Declaration) -> Roster {
        let reader = PropertyReader(declaration, sink: sink)
        var roster = Roster(name: declaration.id, place: declaration.place, nodes: nodes(of: declaration))
        roster.label = reader.text("label")
        reader.text("hint")
        roster.title = reader.function("title")
        roster.relevant = reader.function("relevant")
        roster.count = count(reader)
        roster.carryOver = CarryOverReader(reader).names(among: roster.nodes)
        reader.finish(allowed: NodeReader.rosterProperties, takesNodes: true)
        return roster
    }

    private func count(_ reader: PropertyReader) -> Property<Int>? {
        if reader.raw("count")?.finiteNumber != nil {
            return reader.integer("count", in: 0...100_000).map { .constant($0) }
        }
        return reader.property("count", { _ -> Int? in nil }, expected: "number")
    }
}
