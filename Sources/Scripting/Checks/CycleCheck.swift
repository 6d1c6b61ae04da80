import FormModel
import Messages

/// Finds questions that follow from each other in a circle, and indicators derived in one, before anything runs
/// (`semantics.md` 2.8). It reads what the text of a function names directly; a circle through locals or helpers is
/// found when the form or the indicators are evaluated.
struct CycleCheck {
    let sink: DiagnosticSink

    func check(_ workspace: Workspace) {
        for form in workspace.forms {
            for set in form.layout.sets { report(circlesIn: questions(of: set, form.layout)) }
        }
        report(circlesIn: derivations(workspace.indicators))
    }

    private struct Node {
        let name: String
        let place: Place
        let reads: [String]

        /// Where it stands among the others.
        var order: (String, Int, Int) { (place.file, place.line, place.column ?? 0) }
    }

    private func questions(of set: RecordSet, _ layout: FormLayout) -> [Node] {
        let fields = set.fields.map(\.question).map { question in
            node(
                question.name, kind: question.kind.rawValue, question.place,
                properties: ["relevant", "calculation", "choice_filter"])
        }
        let rosters = set.rosters.compactMap { layout.sets[$0].roster }.map { roster in
            node(roster.name, kind: "roster", roster.place, properties: ["relevant", "count"])
        }
        return fields + rosters
    }

    private func derivations(_ indicators: [Indicator]) -> [Node] {
        indicators.compactMap { indicator in
            guard case .derive = indicator.computation else { return nil }
            return node(indicator.id, kind: "indicator", indicator.place, properties: ["derive"])
        }
    }

    private func node(_ name: String, kind: String, _ place: Place, properties: [String]) -> Node {
        let places = PropertyPlaces(kind: kind, id: name, at: place, in: sink.texts)
        return Node(name: name, place: place, reads: properties.flatMap(places.fieldsRead(by:)))
    }

    /// Each circle is told once, from the first of its members in the script on.
    private func report(circlesIn nodes: [Node]) {
        let byName = Dictionary(nodes.map { ($0.name, $0) }) { first, _ in first }
        var done: Set<String> = []
        for node in nodes {
            var path: [Node] = []
            walk(node, byName, &path, &done)
        }
    }

    private func report(_ circle: [Node]) {
        let first = circle.indices.min { circle[$0].order < circle[$1].order } ?? 0
        let turned = circle[first...] + circle[..<first] + [circle[first]]
        let steps = turned.map { "\($0.name) (\($0.place))" }.joined(separator: " → ")
        sink.report("E-CYCLE-001", at: circle[first].place, ["path": steps])
    }

    private func walk(_ node: Node, _ nodes: [String: Node], _ path: inout [Node], _ done: inout Set<String>) {
        if let start = path.firstIndex(where: { $0.name == node.name }) {
            return report(Array(path[start...]))
        }
        guard !done.contains(node.name) else { return }
        path.append(node)
        for next in node.reads.compactMap({ nodes[$0] }) { walk(next, nodes, &path, &done) }
        path.removeLast()
        done.insert(node.name)
    }
}
