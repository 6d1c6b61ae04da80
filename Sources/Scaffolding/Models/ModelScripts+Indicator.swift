import FormModel

extension ModelScripts {
    /// An indicator over the records of a set: the share of a yes, else of a choice, else how many records there are.
    public func indicator(_ name: String, over set: RecordSet, in layout: FormLayout) -> ScaffoldFile {
        file(.indicator, name, template(name, Measure(set, layout), over: set, in: layout))
    }

    private func template(_ name: String, _ measure: Measure, over set: RecordSet, in layout: FormLayout) -> String {
        let splits = set.splits(in: layout, except: measure.question)
        let record = LuaText.variable(of: set.name)
        return """
            --vi Chỉ tiêu \(name).
            --vi Sửa tên, định nghĩa, công thức, lưu, rồi chạy: chiso check, chiso eval \(name)
            --en The indicator \(name).
            --en Change name, definition, formula, save, then run: chiso check, chiso eval \(name)

            indicator "\(name)" {
              --vi Mã trong nghị quyết, kế hoạch; các báo cáo xếp theo mã.
              --en The code in the resolution or plan; reports are in the order of codes.
              -- code = "1.1",
              label = {
                vi = \(LuaText.quoted(measure.label.vietnamese)),
                en = \(LuaText.quoted(measure.label.english)),
              },
              --vi Định nghĩa bằng lời, in trong phụ lục báo cáo: tử số ÷ mẫu số.
              --en The definition in words, printed in annexes: numerator ÷ denominator.
              definition = {
                vi = \(LuaText.quoted(measure.definition.vietnamese)),
                en = \(LuaText.quoted(measure.definition.english)),
              },
              --vi Tính trên phiếu (như "household") hay trên từng dòng bảng kê (như "household.person").
              --en Over records (such as "household") or over rows of a roster (such as "household.person").
              over = "\(set.path)",
              --vi among: chỉ tính trên những phiếu này; bỏ đi là tất cả.
              --en among: only over these; without it, over all.
              \(measure.isGuarded ? "" : "-- ")among = function(\(record)) return \(measure.guardText(record)) end,
              --vi Tính gì, đúng một trong: share (tỷ lệ), count, mean, total, quantile, ratio, milestone, derive.
              --en What is computed, exactly one of: share, count, mean, total, quantile, ratio, milestone, derive.
              \(measure.formula(record)),
              --vi Phân tổ: câu chọn một, câu có/không, hoặc một dimension.
              --en Splits: questions with one answer, yes or no, or a dimension.
              \(splits.isEmpty ? "-- by = { \"…\" }" : "by = \(LuaText.list(splits))"),
              --vi Mục tiêu: above, at_least, between, at_most, below; số năm gốc cho lộ trình. Điền số rồi bỏ dấu --.
              --en The target: above, at_least, between, at_most, below; a baseline gives the path. Fill in, drop the --.
              -- target = { at_least = 80, by = \(year + 4), baseline = { [\(year - 1)] = 40 } },
              --vi Cơ quan chịu trách nhiệm: nhận cảnh báo, có phiếu theo dõi riêng.
              --en Who answers for it: is told of alerts.
              -- owner = { vi = "…", en = "…" },
            }

            """
    }
}

/// What a model of an indicator computes over the records of a set.
private struct Measure {
    private enum Kind {
        case yes(Question)
        case choice(Question, Choice)
        case records
    }

    private let kind: Kind
    /// Whether the question is not asked of every record.
    let isGuarded: Bool
    private let records: (vietnamese: String, english: String)
    private let example: String

    init(_ set: RecordSet, _ layout: FormLayout) {
        let questions = AskedQuestions(of: set, in: layout)
        let label = if case .constant(let text)? = set.roster?.label { text } else { layout.form.label }
        records = (label.text(in: .vietnamese), label.text(in: .english))
        example = (questions.entries.first?.question ?? layout.keyFields.first?.question)?.name ?? "…"
        if let entry = questions.first([.yesNo]) {
            (kind, isGuarded) = (.yes(entry.question), !entry.isAlwaysAsked)
        } else if let entry = questions.first([.selectOne]), let choice = entry.question.choices?.choices.first {
            (kind, isGuarded) = (.choice(entry.question, choice), !entry.isAlwaysAsked)
        } else {
            (kind, isGuarded) = (.records, false)
        }
    }

    /// The question that is measured.
    var question: String? {
        switch kind {
        case .yes(let question), .choice(let question, _): question.name
        case .records: nil
        }
    }

    var label: (vietnamese: String, english: String) {
        switch kind {
        case .yes(let question):
            ("Tỷ lệ có: \(question.wording(in: .vietnamese))", "Share of yes: \(question.wording(in: .english))")
        case .choice(let question, let choice):
            (
                "Tỷ lệ \(choice.label.text(in: .vietnamese)): \(question.wording(in: .vietnamese))",
                "Share of \(choice.label.text(in: .english)): \(question.wording(in: .english))"
            )
        case .records: ("Số phiếu: \(records.vietnamese)", "Number of records: \(records.english)")
        }
    }

    var definition: (vietnamese: String, english: String) {
        switch kind {
        case .yes: ("Trả lời có ÷ có trả lời (\(records.vietnamese))", "Yes ÷ all answers (\(records.english))")
        case .choice(_, let choice):
            (
                "Trả lời \(choice.label.text(in: .vietnamese)) ÷ có trả lời (\(records.vietnamese))",
                "\(choice.label.text(in: .english)) ÷ all answers (\(records.english))"
            )
        case .records: ("Số phiếu đã hoàn thành (\(records.vietnamese))", "Completed records (\(records.english))")
        }
    }

    /// The condition that a question was asked at all.
    func guardText(_ record: String) -> String {
        let name = question ?? example
        return isGuarded ? "\(record).\(name) ~= nil" : "known(\(record), \"\(name)\")"
    }

    func formula(_ record: String) -> String {
        switch kind {
        case .yes(let question): "share = function(\(record)) return \(record).\(question.name) end"
        case .choice(let question, let choice):
            "share = function(\(record)) return \(record).\(question.name) == \(LuaText.quoted(choice.name)) end"
        case .records: "count = function() return true end"
        }
    }
}
