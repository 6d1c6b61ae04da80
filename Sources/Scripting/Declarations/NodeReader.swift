import FormModel
import LuaRuntime
import Messages

/// Reads the groups, rosters and questions that stand in a form.
struct NodeReader {
    let sink: DiagnosticSink
    let lists: ListReader

    static let groupProperties = ["label", "hint", "relevant"]
    static let rosterProperties = ["label", "hint", "relevant", "title", "count"]

    func nodes(of declaration: Declaration) -> [FormNode] {
        let reader = PropertyReader(declaration, sink: sink)
        return declaration.body.array.compactMap { value in
            guard let inner = Declaration(value) else {
                reader.reportStray(value)
                return nil
            }
            return node(inner, in: reader)
        }
    }

    private func node(_ declaration: Declaration, in outer: PropertyReader) -> FormNode? {
        checkName(declaration)
        switch declaration.kind {
        case "group": return .group(group(declaration))
        case "roster": return .roster(roster(declaration))
        default:
            guard let kind = QuestionKind(rawValue: declaration.kind) else {
                sink.report(
                    "E-DECL-004", at: declaration.place,
                    ["kind": declaration.kind, "id": declaration.id, "outer": outer.declaration.kind])
                return nil
            }
            return .question(QuestionReader(sink: sink, lists: lists).question(declaration, kind: kind))
        }
    }

    private func group(_ declaration: Declaration) -> Group {
        let reader = PropertyReader(declaration, sink: sink)
        var group = Group(name: declaration.id, place: declaration.place, nodes: nodes(of: declaration))
        group.label = reader.text("label")
        _ = reader.text("hint")
        group.relevant = reader.function("relevant")
        reader.finish(allowed: NodeReader.groupProperties, takesNodes: true)
        return group
    }

    private func roster(_ declaration: Declaration) -> Roster {
        let reader = PropertyReader(declaration, sink: sink)
        var roster = Roster(name: declaration.id, place: declaration.place, nodes: nodes(of: declaration))
        roster.label = reader.text("label")
        _ = reader.text("hint")
        roster.title = reader.function("title")
        roster.relevant = reader.function("relevant")
        roster.count = reader.property(
            "count",
            { value -> Int? in
                guard case .integer(let count) = value, (0...100_000).contains(count) else { return nil }
                return Int(count)
            }, expected: "number")
        reader.finish(allowed: NodeReader.rosterProperties, takesNodes: true)
        return roster
    }

    private static let luaKeywords: Set<String> = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
        "not", "or", "repeat", "return", "then", "true", "until", "while", "index",
    ]

    private func checkName(_ declaration: Declaration) {
        let name = declaration.id
        let bytes = Array(name.utf8)
        let isLetter = { (byte: UInt8) in (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
        let isWord = { (byte: UInt8) in isLetter(byte) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F }
        if bytes.first.map(isLetter) != true || !bytes.allSatisfy(isWord) || bytes.count > 40 || name.contains("__") {
            sink.report("E-NAME-001", at: declaration.place, ["name": name, "kind": declaration.kind])
        } else if NodeReader.luaKeywords.contains(name) {
            sink.report("E-NAME-002", at: declaration.place, ["name": name])
        }
    }
}
