import FormModel

extension ModelScripts {
    /// Tests of a form: what it asks first, and what it refuses.
    public func test(_ name: String, of layout: FormLayout) -> ScaffoldFile {
        let form = layout.form.id
        let template = """
            --vi Bài thử \(name), của biểu mẫu \(form).
            --vi Chạy: chiso test Rules/tests/\(name).lua
            --en Tests \(name), of the form \(form).
            --en Run: chiso test Rules/tests/\(name).lua
            --vi Mỗi bài bắt đầu không có phiếu nào, hôm nay là 2026-06-30; kho số liệu không bị đụng đến.
            --en Each test begins with no records, on 2026-06-30; the store is never touched.

            test("\(name): ⟦biểu mẫu hỏi gì và không nhận gì¦what the form asks and refuses⟧", function(t)
              local i = t:interview "\(form)"
              --vi Làm: i:answer("câu", giá trị), i:row("bảng kê", 1):answer(…), i:complete().
              --en Do: i:answer("question", value), i:row("roster", 1):answer(…), i:complete().
              --vi Hỏi: i:asked(câu), i:required(câu), i:refused(câu, giá trị), i:warned(câu, giá trị), i:value(câu).
              --en Ask: i:asked(question), i:required(…), i:refused(question, value), i:warned(…), i:value(…).
            \(claims(of: layout).joined(separator: "\n"))
            end)

            --vi Con số của vài phiếu: bỏ dấu --, điền câu trả lời và chỉ tiêu.
            --en Figures of a few records: take the -- away, fill in answers and the indicator.
            -- test("\(name): ⟦con số¦a figure⟧", function(t)
            --   t:record("\(form)", { … })
            --   t:figure("…", { value = 50, n = 2 })
            -- end)

            """
        return file(.test, name, template)
    }

    /// What holds of every interview of the form as it begins.
    private func claims(of layout: FormLayout) -> [String] {
        let asked = layout.root.askedAtOnce(in: layout)
        var claims: [String] = []
        if let first = asked.first {
            claims.append("  t:check(i:asked \"\(first.name)\")")
            if first.required == .constant(true) { claims.append("  t:check(i:required \"\(first.name)\")") }
        }
        if let number = asked.first(where: { $0.isBoundedBelow }), let least = number.min {
            claims.append("  t:check(i:refused(\"\(number.name)\", \(LuaText.number(least - 1))))")
        }
        return claims.isEmpty ? ["  t:check(#i:problems() >= 0)"] : claims
    }
}

extension RecordSet {
    /// The questions that are asked whatever was answered before, those of the key as well.
    fileprivate func askedAtOnce(in layout: FormLayout) -> [Question] {
        func questions(_ nodes: [FormNode]) -> [Question] {
            nodes.flatMap { node -> [Question] in
                switch node {
                case .question(let question):
                    let isAsked = question.isField && !question.isCalculated && question.kind != .calculate
                    return isAsked && question.relevant == nil && !question.name.hasPrefix("_") ? [question] : []
                case .group(let group): return group.relevant == nil ? questions(group.nodes) : []
                case .roster: return []
                }
            }
        }
        return questions(layout.form.nodes)
    }
}

extension Question {
    /// Whether a value can be told that is refused for its size alone.
    fileprivate var isBoundedBelow: Bool {
        (kind == .integer || kind == .decimal) && min != nil && constraint == nil && readOnly == .constant(false)
    }
}
