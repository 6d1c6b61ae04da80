import FormModel

extension ModelScripts {
    /// A rule over the records of a set: a number that is not unusually large, else a question that has an answer.
    public func validation(_ name: String, over set: RecordSet, in layout: FormLayout) -> ScaffoldFile {
        let record = LuaText.variable(of: set.name)
        let rule = Rule(set, layout)
        let template = """
            --vi Quy tắc kiểm tra \(name).
            --vi Sửa điều kiện, lời báo, lưu, rồi chạy: chiso check, chiso data validate
            --en The rule \(name).
            --en Change condition and message, save, then run: chiso check, chiso data validate

            validation "\(name)" {
              --vi Xét từng phiếu (như "household") hay từng dòng bảng kê (như "household.person").
              --en Of each record (such as "household") or each row of a roster (such as "household.person").
              over = "\(set.path)",
              --vi error: không thể đúng; warning: cần xem lại.
              --en error: cannot be right; warning: to be looked at.
              severity = "warning",
              --vi among: chỉ xét những phiếu này; bỏ đi là tất cả.
              --en among: only these are looked at; without it, all.
              \(rule.among(record)),
              --vi must: điều phải đúng. Hoặc unique = { "…", "…" }: không hai phiếu nào giống nhau;
              --vi hoặc previous = function(now, before) … end: so với phiếu của kỳ trước.
              --en must: what has to hold. Or unique = { "…", "…" }: no two records alike;
              --en or previous = function(now, before) … end: against the record of the round before.
              must = function(\(record)) return \(rule.condition(record)) end,
              message = {
                vi = \(LuaText.quoted(rule.message.vietnamese)),
                en = \(LuaText.quoted(rule.message.english)),
              },
            }

            """
        return file(.validation, name, template)
    }
}

/// What a model of a validation asks for.
private enum Rule {
    case notTooLarge(Question, isAlwaysAsked: Bool)
    case answered(String)

    init(_ set: RecordSet, _ layout: FormLayout) {
        let questions = AskedQuestions(of: set, in: layout)
        if let entry = questions.first([.integer, .decimal]) {
            self = .notTooLarge(entry.question, isAlwaysAsked: entry.isAlwaysAsked)
        } else {
            self = .answered((questions.entries.first?.question.name ?? set.fields.first?.name) ?? "…")
        }
    }

    /// What is not asked reads as `nil`, and cannot be compared with a number.
    func among(_ record: String) -> String {
        switch self {
        case .notTooLarge(let question, let isAlwaysAsked):
            "\(isAlwaysAsked ? "-- " : "")among = function(\(record)) return \(record).\(question.name) ~= nil end"
        case .answered(let name): "-- among = function(\(record)) return \(record).\(name) ~= nil end"
        }
    }

    func condition(_ record: String) -> String {
        switch self {
        case .notTooLarge(let question, _): "\(record).\(question.name) <= \(Rule.usual(question))"
        case .answered(let name): "known(\(record), \"\(name)\")"
        }
    }

    /// Up to where a number is usual: four fifths of what the question takes, or some number to begin with.
    private static func usual(_ question: Question) -> Int {
        let least = question.min ?? Swift.min(0, question.max ?? 0)
        let usual = question.max.map { least + 0.8 * ($0 - least) } ?? Swift.max(1000, 2 * least)
        return Int(exactly: usual.rounded(.down)) ?? 1000
    }

    var message: (vietnamese: String, english: String) {
        switch self {
        case .notTooLarge(let question, _):
            (
                "Số lớn bất thường: \(question.wording(in: .vietnamese))",
                "Unusually large: \(question.wording(in: .english))"
            )
        case .answered(let name): ("Thiếu câu trả lời: \(name)", "No answer: \(name)")
        }
    }
}
