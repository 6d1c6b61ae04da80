import FormModel
import Scripting

/// Texts that stand in one language where others stand in two, and what an indicator lacks to be followed up.
struct TextCheck {
    let workspace: Workspace
    let tell: (Finding) -> Void

    func check() {
        let languages = Set(texts.flatMap(\.text.byLanguage.keys)).subtracting([""])
        if languages.count > 1 {
            for (text, property, place) in texts {
                let given = Set(text.byLanguage.keys)
                guard !given.contains(""), !given.isEmpty else { continue }
                if !given.contains("vi"), let strange = given.subtracting(["vi", "en"]).sorted().first {
                    tell(
                        Finding(
                            "W-TEXT-001", .warning, at: place,
                            ["property": property, "name": strange, "nearest": "vi"]))
                    continue
                }
                let missing = languages.subtracting(given).intersection(["vi", "en"]).sorted()
                guard !missing.isEmpty else { continue }
                tell(
                    Finding(
                        "N-TEXT-001", .note, at: place,
                        ["property": property, "languages": missing.joined(separator: ", ")]))
            }
        }
        for indicator in workspace.indicators where !indicator.isComponent {
            if indicator.target == nil {
                tell(Finding("N-TARGET-001", .note, at: indicator.place, ["id": indicator.id]))
            }
            if indicator.owner == nil { tell(Finding("N-OWNER-001", .note, at: indicator.place, ["id": indicator.id])) }
        }
    }

    private var texts: [(text: LocalizedText, property: String, place: Place)] {
        var found: [(text: LocalizedText, property: String, place: Place)] = []
        func add(_ text: FormText?, _ property: String, _ place: Place) {
            if case .constant(let text)? = text { found.append((text, property, place)) }
        }
        func walk(_ nodes: [FormNode]) {
            for node in nodes {
                switch node {
                case .group(let group):
                    add(group.label, "label", group.place)
                    walk(group.nodes)
                case .roster(let roster):
                    add(roster.label, "label", roster.place)
                    walk(roster.nodes)
                case .question(let question):
                    add(question.label, "label", question.place)
                    add(question.hint, "hint", question.place)
                    add(question.guidanceHint, "guidance_hint", question.place)
                    add(question.constraintMessage, "constraint_message", question.place)
                    add(question.warnMessage, "warn_message", question.place)
                    guard let list = question.choices, list.source == nil else { continue }
                    for choice in list.choices {
                        add(.constant(choice.label), "choices: \(choice.name)", question.place)
                    }
                }
            }
        }
        for form in workspace.forms.map(\.layout.form) {
            add(.constant(form.label), "label", form.place)
            walk(form.nodes)
        }
        for indicator in workspace.indicators {
            add(.constant(indicator.label), "label", indicator.place)
            add(indicator.definition.map { .constant($0) }, "definition", indicator.place)
        }
        for dimension in workspace.dimensions { add(.constant(dimension.label), "label", dimension.place) }
        for validation in workspace.validations { add(validation.message, "message", validation.place) }
        for report in workspace.reports { add(.constant(report.label), "label", report.place) }
        return found
    }
}
