import FormModel
import Messages

/// Finds questions that follow from each other in a circle, and indicators derived in one, before anything runs
/// (`semantics.md` 2.8). It reads what the text of a function names directly; a circle through locals or helpers is
/// found when the form or the indicators are evaluated.
struct CycleCheck {
    let sink: DiagnosticSink

    func check(_ workspace: Workspace) {
        for form in workspace.forms {
            for set in form.layout.sets { report(in: questions(of: set, form.layout)) }
        }
        report(in: derivations(workspace.indicators))
    }

    private struct Node {
        let name: String
        let place: Place
        let reads: [String]
    }

    private func questions(of set: RecordSet, _ layout: FormLayout) -> [String: Node] {
        var nodes: [String: Node] = [:]
        for field in set.fields {
            let question = field.question
            let reads = ["relevant", "calculation", "choice_filter"].flatMap {
                self.reads($0, kind: question.kind.rawValue, id: question.name, place: question.place)
            }
            nodes[question.name] = Node(name: question.name, place: question.place, reads: reads)
        }
        for roster in set.rosters.compactMap({ layout.sets[$0].roster }) {
            let reads = ["relevant", "count"].flatMap {
                self.reads($0, kind: "roster", id: roster.name, place: roster.place)
            }
            nodes[roster.name] = Node(name: roster.name, place: roster.place, reads: reads)
        }
        return nodes
    }

    private func derivations(_ indicators: [Indicator]) -> [String: Node] {
        var nodes: [String: Node] = [:]
        for indicator in indicators {
            guard case .derive = indicator.computation else { continue }
            let reads = reads("derive", kind: "indicator", id: indicator.id, place: indicator.place)
            nodes[indicator.id] = Node(name: indicator.id, place: indicator.place, reads: reads)
        }
        return nodes
    }

    private func reads(_ property: String, kind: String, id: String, place: Place) -> [String] {
        guard let source = sink.source(of: place.file), let body = source.body(of: kind, id: id, line: place.line)
        else { return [] }
        return source.fieldsRead(byProperty: property, in: body).compactMap {
            guard case .name(let name) = $0.kind else { return nil }
            return name
        }
    }

    private func report(in nodes: [String: Node]) {
        var done: Set<String> = []
        for name in nodes.keys.sorted() where !done.contains(name) {
            var path: [String] = []
            walk(name, nodes, &path, &done)
        }
    }

    private func walk(_ name: String, _ nodes: [String: Node], _ path: inout [String], _ done: inout Set<String>) {
        guard let node = nodes[name] else { return }
        if let start = path.firstIndex(of: name) {
            let circle = path[start...].compactMap { nodes[$0] } + [node]
            let steps = circle.map { "\($0.name) (\($0.place))" }.joined(separator: " → ")
            return sink.report("E-CYCLE-001", at: node.place, ["path": steps])
        }
        guard !done.contains(name) else { return }
        path.append(name)
        for next in node.reads { walk(next, nodes, &path, &done) }
        path.removeLast()
        done.insert(name)
    }
}
